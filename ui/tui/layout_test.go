package tui

import "testing"

func TestTheLayoutFillsEveryScreen(t *testing.T) {
	for width := leastWidth; width < 260; width++ {
		for height := leastHeight; height < 80; height++ {
			l := layoutFor(width, height)
			if l.TooSmall {
				t.Fatalf("%d×%d is too small", width, height)
			}
			y := 0
			for _, r := range []rect{l.Header, l.Tabs, l.Rule1, l.Body, l.Rule2, l.Footer} {
				if r.H == 0 {
					continue
				}
				if r.Y != y || r.X != 0 || r.W != width {
					t.Fatalf("%d×%d: %+v does not follow line %d: %+v", width, height, r, y, l)
				}
				y += r.H
			}
			if y != height {
				t.Fatalf("%d×%d: %d lines are used: %+v", width, height, y, l)
			}
			if l.Dialog.Y+l.Dialog.H > height || l.Dialog.H < leastHeight {
				t.Fatalf("%d×%d: a dialog has %+v", width, height, l.Dialog)
			}
		}
	}
}

func TestWhatMattersLeastGoesFirst(t *testing.T) {
	full, low, lowest := layoutFor(80, 24), layoutFor(80, 10), layoutFor(80, 6)
	if full.Header.H == 0 || full.Rule1.H == 0 || full.Rule2.H == 0 {
		t.Errorf("%+v", full)
	}
	if low.Header.H == 0 || low.Rule1.H != 0 || low.Rule2.H != 0 {
		t.Errorf("%+v", low)
	}
	if lowest.Header.H != 0 || lowest.Tabs.H == 0 || lowest.Footer.H == 0 {
		t.Errorf("%+v", lowest)
	}
}

func TestBelowTheLeastSizeNothingIsLaidOut(t *testing.T) {
	for _, size := range [][2]int{{19, 6}, {20, 5}, {1, 1}} {
		if !layoutFor(size[0], size[1]).TooSmall {
			t.Errorf("%v is not too small", size)
		}
	}
}
