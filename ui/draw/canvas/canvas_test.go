package canvas

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

// TestNothingLeavesTheFrame draws anything anywhere, and holds every line to the
// frame.
func TestNothingLeavesTheFrame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	texts := []string{"Rabat", "東京", "مراكش", "e\u0301cole", "", "a\u200db", strings.Repeat("長", 40)}
	for range 2000 {
		width, height := random.IntN(30), random.IntN(8)
		c := New(width, height)
		at := func(n int) int { return random.IntN(3*n+9) - n - 4 }
		for range 12 {
			switch x, y := at(width), at(height); random.IntN(5) {
			case 0:
				c.Text(x, y, texts[random.IntN(len(texts))], rich.Text, random.IntN(4)-1)
			case 1:
				c.Put(x, y, '●', rich.Accent, 2)
			case 2:
				c.Dot(x*2, y*4, rich.Faint)
			case 3:
				c.Stroke(x*2, y*4, at(width)*2, at(height)*4, rich.Faint)
			case 4:
				c.Clear(x, y, random.IntN(6), random.IntN(3))
			}
		}
		lines := c.Lines()
		if len(lines) != height {
			t.Fatalf("%d lines of %d", len(lines), height)
		}
		for _, line := range lines {
			if line.Width() > width {
				t.Fatalf("%q is wider than %d", line.Text(), width)
			}
		}
	}
}

// TestTextStandsWhereItWasWritten reads back what was written, and whose link
// it is.
func TestTextStandsWhereItWasWritten(t *testing.T) {
	c := New(12, 2)
	c.Text(1, 0, "東京 Rabat", rich.Text, 3)
	if got := c.Lines()[0].Text(); got != " 東京 Rabat" {
		t.Errorf("%q", got)
	}
	for x, want := range []int{-1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, -1} {
		if got := c.LinkAt(x, 0); got != want {
			t.Errorf("cell %d is of link %d, not %d", x, got, want)
		}
	}
	c.Put(2, 0, '│', rich.Faint, -1)
	if got := c.Lines()[0].Text(); got != "  │京 Rabat" {
		t.Errorf("half of a wide character is left: %q", got)
	}
	c.Text(11, 1, "京", rich.Text, -1)
	c.Text(-1, 1, "東京", rich.Text, -1)
	if got := c.Lines()[1].Text(); got != " 京" {
		t.Errorf("a wide character is cut by the edge: %q", got)
	}
}

func TestFreeIsWithinTheFrameAndWithoutText(t *testing.T) {
	c := New(10, 3)
	c.Text(4, 1, "ab", rich.Text, -1)
	c.Dot(0, 0, rich.Faint)
	for _, of := range []struct {
		x, y, w, h int
		want       bool
	}{
		{0, 0, 10, 1, true}, {0, 1, 4, 1, true}, {0, 1, 5, 1, false}, {5, 0, 1, 3, false}, {6, 0, 4, 3, true},
		{-1, 0, 2, 1, false}, {9, 0, 2, 1, false}, {0, 2, 1, 2, false},
	} {
		if got := c.IsFree(of.x, of.y, of.w, of.h); got != of.want {
			t.Errorf("%+v: %v", of, got)
		}
	}
}

// TestStrokesFollowTheirLine compares each dot of a stroke with the exact line.
func TestStrokesFollowTheirLine(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	const side = 20
	for range 500 {
		x0, y0, x1, y1 := random.IntN(side), random.IntN(side), random.IntN(side), random.IntN(side)
		c := New(side/DotsAcross, side/DotsDown)
		c.Stroke(x0, y0, x1, y1, rich.Faint)
		dots := 0
		for y := range side {
			for x := range side {
				if !c.has(x, y) {
					continue
				}
				dots++
				// No dot is farther from the true line than half a dot along the other axis.
				dx, dy := x1-x0, y1-y0
				if off := abs(dx*(y-y0) - dy*(x-x0)); 2*off > max(abs(dx), abs(dy)) {
					t.Fatalf("%d,%d is off the line from %d,%d to %d,%d", x, y, x0, y0, x1, y1)
				}
			}
		}
		if dots != max(abs(x1-x0), abs(y1-y0))+1 || !c.has(x0, y0) || !c.has(x1, y1) {
			t.Fatalf("%d dots from %d,%d to %d,%d", dots, x0, y0, x1, y1)
		}
	}
}

// TestStrokesFromAfar cuts strokes at the edge, whatever their length.
func TestStrokesFromAfar(t *testing.T) {
	c := New(4, 2)
	c.Stroke(-1<<40, 3, 1<<40, 3, rich.Faint)
	for x := range 8 {
		if !c.has(x, 3) {
			t.Errorf("dot %d is missing", x)
		}
	}
	empty := New(4, 2)
	empty.Stroke(-5, -5, 100, -5, rich.Faint)
	empty.Stroke(-9, 4, 4, -9, rich.Faint)
	for _, line := range empty.Lines() {
		if len(line.Spans) > 0 {
			t.Errorf("%q is seen of what passes by", line.Text())
		}
	}
}

func (c *Canvas) has(x, y int) bool {
	return c.dots[y/DotsDown*c.width+x/DotsAcross].bits&bits[y%DotsDown][x%DotsAcross] != 0
}

func TestADotIsTheOneThatUnicodeNumbers(t *testing.T) {
	for _, of := range []struct {
		x, y int
		want string
	}{{0, 0, "⠁"}, {1, 0, "⠈"}, {0, 2, "⠄"}, {0, 3, "⡀"}, {1, 3, "⢀"}} {
		c := New(1, 1)
		c.Dot(of.x, of.y, rich.Faint)
		if got := c.Lines()[0].Text(); got != of.want {
			t.Errorf("%d,%d is %s, not %s", of.x, of.y, got, of.want)
		}
	}
}

func TestCellsAreAsWideAsTheText(t *testing.T) {
	for _, text := range []string{"", "abc", "東京", "e\u0301\u0302a", "\u0301a", "क्षि", "a\u200db", "مرحبا"} {
		got, width := "", 0
		for piece, w := range safe.Cells(text) {
			got += piece
			width += w
		}
		if got != text || width != safe.Width(text) {
			t.Errorf("%q: %q, %d cells of %d", text, got, width, safe.Width(text))
		}
	}
}

func BenchmarkLines(b *testing.B) {
	c := New(200, 60)
	for i := range 60 {
		c.Stroke(0, 4*i, 399, 239-4*i, rich.Faint)
		c.Text(i*3, i, "Rabat ● Austin", rich.Text, i)
	}
	for b.Loop() {
		c.Lines()
	}
}

func abs(n int) int { return max(n, -n) }
