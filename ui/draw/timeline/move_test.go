package timeline

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// move performs a random action of a user.
func move(r *rand.Rand, c *Chart) {
	switch r.IntN(11) {
	case 0:
		c.SetSize(r.IntN(260), r.IntN(70))
	case 1:
		c.Zoom([]float64{0.5, 2, 0.01, 100}[r.IntN(4)], r.IntN(30)-1)
	case 2:
		c.Pan(r.IntN(21) - 10)
	case 3:
		c.Step(r.IntN(41) - 20)
	case 4:
		c.Fit()
	case 5:
		c.ShowToday()
	case 6:
		c.Scroll(r.IntN(21) - 10)
	case 7:
		c.Select(r.IntN(60) - 10)
	case 8:
		c.ClickStrip(r.IntN(200), 0)
	case 9:
		c.SetWindow(Window{(r.Float64() - 0.5) * 1e8, math.Exp(r.Float64()*40 - 10)})
	case 10:
		c.SetSize(20+r.IntN(100), 4+r.IntN(30))
	}
}

func TestSteppingDownVisitsEverything(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 40 {
		c := chartOf(t, "en", base(r))
		c.SetSize(80, 24)
		c.Select(0)
		c.Zoom(0.3, None)
		c.Pan(-1_000_000)
		c.Select(0)
		for n := range c.Items {
			if c.selected != n {
				t.Fatalf("step %d leads to %d", n, c.selected)
			}
			if i := c.Selected(); !c.window.meets(i.Span()) {
				t.Fatalf("%d is selected, and outside", n)
			}
			if at, ok := c.row(n); !ok || at < c.top || at >= c.top+c.RowCount() {
				t.Fatalf("%d is selected, and its row is not seen", n)
			}
			c.Step(1)
		}
	}
}

func TestSteppingUpVisitsEveryPoint(t *testing.T) {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "[a.n%d]\ndate = %d-01-01\n", i, 1900+2*i)
	}
	c := chartOf(t, "en", b.String())
	c.SetSize(80, 24)
	c.Select(len(c.Items) - 1)
	c.Zoom(0.1, None)
	for n := range slices.Backward(c.Items) {
		if at, ok := c.row(c.selected); c.selected != n || !ok || at < c.top || at >= c.top+c.RowCount() {
			t.Fatalf("step %d leads to %d, seen %v", n, c.selected, ok)
		}
		c.Step(-1)
	}
}

func TestZoomingBringsWhatIsSelectedToTheMiddle(t *testing.T) {
	c := chartOf(t, "en", "[a.a]\ndate = 2000-01-01\n[a.b]\ndate = 2009-01-01\n[a.c]\ndate = 2010-01-01")
	c.SetSize(100, 24)
	c.SetEven(true)
	c.Select(1)
	before := c.scale.cell(c.Items[1].Start.From)
	c.Zoom(0.5, None)
	if x := c.scale.cell(c.Items[1].Start.From); x >= before || x < 50 {
		t.Errorf("it was at %d, and is at %d", before, x)
	}
	c.Fit()
	day := c.scale.day(30.5)
	c.Zoom(0.5, 30)
	if x := c.scale.x(day); math.Abs(x-30.5) > 0.01 {
		t.Errorf("what was at 30.5 is at %f", x)
	}
}

func TestWhatIsSelectedStaysWhenZooming(t *testing.T) {
	c := chartOf(t, "en", "[a.first]\ndate = 1636-01-01\n[a.b]\ndate = 2024-01-01\n[a.c]\ndate = 2024-02-01\n[a.d]\ndate = 2024-03-01\n[a.e]\ndate = 2024-04-01")
	c.SetSize(80, 24)
	if got := c.Draw()[0].Text(); !strings.HasPrefix(got, " ‹ 1 earlier") {
		t.Errorf("an outlier is not said to be there: %q", got)
	}
	c.Fit()
	if got := c.Draw()[0].Text(); got != " 5 dates, 1636 to 2024 · 1 empty stretch shortened" {
		t.Errorf("everything is %q", got)
	}
	c.Select(2)
	for range 20 {
		c.Zoom(0.5, None)
		if c.selected != 2 {
			t.Fatalf("%d is selected, not 2", c.selected)
		}
	}
	if c.window.Days != fewestDays {
		t.Errorf("the least that is seen is %f days", c.window.Days)
	}
	if c.Fit(); !c.window.holds(c.Span()) {
		t.Error("not everything is seen")
	}
}
