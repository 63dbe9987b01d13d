package browse

import "testing"

func TestListAndDetailFillEveryPage(t *testing.T) {
	for width := 20; width < 260; width++ {
		for height := 4; height < 80; height += 5 {
			for _, want := range []int{0, 30, 90, 400} {
				for _, s := range []split{{}, {isSheet: true}, {share: 0.01}, {share: 0.3}, {share: 0.99}} {
					l := layoutFor(width, height, want, s)
					if l.rows.height < 3 || l.rows.y+l.rows.height != height {
						t.Fatalf("%d×%d: the rows are %+v", width, height, l.rows)
					}
					if l.detail.x+l.detail.width > width || l.detail.width < 17 || l.list.width < 20 {
						t.Fatalf("%d×%d: list %+v, detail %+v", width, height, l.list, l.detail)
					}
					if l.isWide && l.list.x+l.list.width >= l.detail.x {
						t.Fatalf("%d×%d: list %+v and detail %+v overlap", width, height, l.list, l.detail)
					}
					if l.isWide == s.isSheet && width >= wideFrom || !l.isWide && l.list.width != width {
						t.Fatalf("%d×%d, sheet %t: list %+v", width, height, s.isSheet, l.list)
					}
				}
			}
		}
	}
}

func TestTheListTakesWhatItNeeds(t *testing.T) {
	for _, c := range []struct {
		width, want int
		share       float64
		list        int
	}{
		{120, 20, 0, 40}, {120, 50, 0, 50}, {120, 90, 0, 60}, {200, 60, 0, 60}, {160, 300, 0, 81}, {200, 121, 0, 121}, {200, 300, 0, 121}, {200, 105, 0.25, 50}, {120, 105, 0.25, 30},
	} {
		if got := layoutFor(c.width, 30, c.want, split{share: c.share}).list.width; got != c.list {
			t.Errorf("a list that wants %d of %d, with a share of %v, has %d", c.want, c.width, c.share, got)
		}
	}
}
