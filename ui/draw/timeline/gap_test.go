package timeline

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/timeline"
)

const clustered = "[a.old]\ndate = 2017-12-22\n[a.lone]\ndate = 2020-12-11\n" +
	"[a.b]\ndate = 2023-11-27\n[a.c]\ndate = 2024-02-11\n[a.d]\ndate = 2024-05-29\n[a.span]\nstart = 2017-12-30\nend = 2024-09-25\n"

func TestStretchesWithoutADateAreShortened(t *testing.T) {
	c := chartOf(t, "en", clustered)
	c.SetSize(120, 40)
	if !c.HasGaps() || len(c.gaps) < 2 {
		t.Fatalf("the gaps are %+v", c.gaps)
	}
	text := textOf(c)
	if !strings.Contains(text, "╱ 3 years ╱") || !strings.Contains(text, "empty stretches shortened") {
		t.Errorf("the gaps are not said:\n%s", text)
	}
	lately := func() float64 {
		s := c.scale
		return s.x(float64(timeline.NewDay(2024, 5, 29))) - s.x(float64(timeline.NewDay(2023, 11, 27)))
	}
	broken := lately()
	span := ""
	for _, line := range c.Draw() {
		if strings.Contains(line.Text(), "span") {
			span = line.Text()
		}
	}
	if !strings.Contains(span, "━╱━") {
		t.Errorf("a span does not go on across a gap: %q", span)
	}
	c.SetEven(true)
	if even := lately(); broken < 3*even {
		t.Errorf("half a year with three dates takes %f cells, %f without gaps:\n%s", broken, even, text)
	}
	if text := textOf(c); !c.HasGaps() || strings.Contains(text, "╱") || !strings.Contains(text, "even scale") {
		t.Errorf("the scale is not even:\n%s", text)
	}
}

func TestAnAxisThatIsFullHasNoGaps(t *testing.T) {
	for _, text := range []string{daily(30), "[a.b]\ndate = 2024-01-01", "[a.b]\ndate = 2024-01-01\n[a.c]\ndate = 2024-01-03"} {
		c := chartOf(t, "en", text)
		c.SetSize(120, 40)
		if c.HasGaps() || strings.Contains(textOf(c), "╱") || strings.Contains(textOf(c), "even scale") {
			t.Errorf("there is a gap:\n%s", textOf(c))
		}
	}
}

// TestABrokenScaleKeepsTheOrderOfDays moves random timelines about, and holds the
// scale to be monotonous, to have an inverse, and to be broken only where nothing is.
func TestABrokenScaleKeepsTheOrderOfDays(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	broken := 0
	for range 300 {
		text := base(r)
		c := chartOf(t, []string{"en", "fr"}[r.IntN(2)], text)
		c.SetSize(20+r.IntN(200), 10+r.IntN(50))
		for range r.IntN(6) {
			move(r, c)
		}
		s := c.scale
		if len(s.gaps) == 0 {
			continue
		}
		broken++
		if x := s.x(s.from); math.Abs(x) > 1e-6 {
			t.Fatalf("the window begins at %f", x)
		}
		if x := s.x(s.day(float64(s.cells))); math.Abs(x-float64(s.cells)) > 1e-6 {
			t.Fatalf("the window ends at %f of %d", x, s.cells)
		}
		before := math.Inf(-1)
		for n := range 400 {
			day := c.window.From + c.window.Days*float64(n)/400
			x := s.x(day)
			if x <= before || math.Abs(s.day(x)-day) > 1e-3 {
				t.Fatalf("%f is at %f, after %f, which is %f: %+v", day, x, before, s.day(x), s)
			}
			before = x
		}
		c.EachEvent(func(span timeline.Span) {
			for _, g := range s.gaps {
				if float64(span.From) < g.to && float64(span.To)+1 > g.from {
					t.Fatalf("%+v holds an event of %+v\n%s", g, span, text)
				}
			}
		})
		if today := float64(c.Today) + 0.5; s.gapAt(today) != nil {
			t.Fatalf("today is in a gap: %+v", s)
		}
		if len(s.gaps) > mostGaps {
			t.Fatalf("%d gaps", len(s.gaps))
		}
	}
	if broken < 20 {
		t.Errorf("only %d scales are broken", broken)
	}
}

// TestMovingTheWindowLeavesGapsWhereTheyAre holds that gaps do not come and go while
// the window moves along the axis, that a move there and back changes nothing, and that
// a chart that has moved draws what a new one at that place does.
func TestMovingTheWindowLeavesGapsWhereTheyAre(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 2))
	broken := 0
	for range 200 {
		text := base(r)
		c := chartOf(t, "en", text)
		c.SetSize(40+r.IntN(180), 10+r.IntN(50))
		for range r.IntN(4) {
			move(r, c)
		}
		c.SetSize(40+r.IntN(180), 30)
		before := c.scale
		if len(before.gaps) > 0 {
			broken++
		}
		for range 10 {
			from := c.scale.from
			ticks := r.IntN(9) - 4
			c.Pan(ticks)
			if c.scale.per != before.per || len(c.scale.gaps) != len(before.gaps) {
				t.Fatalf("a move makes %+v of %+v\n%s", c.scale, before, text)
			}
			by := math.Abs(before.x(c.scale.from) - before.x(from))
			if want := math.Abs(float64(ticks)) * stepFor(before, c.voice.Words).days() / before.per; by > want*1.5+1e-3 {
				t.Fatalf("%d ticks are %f cells, not %f\n%s", ticks, by, want, text)
			}
		}
		fresh := New(c.voice, c.Timeline)
		fresh.SetSize(c.width, c.height)
		fresh.scale = c.scale
		fresh.update()
		fresh.selected, fresh.top = c.selected, c.top
		if got, want := textOf(c), textOf(fresh); got != want {
			t.Fatalf("it is drawn as\n%s\nand anew as\n%s", got, want)
		}
		again := New(c.voice, c.Timeline)
		again.SetSize(c.width, c.height)
		again.isEven = c.isEven
		again.SetWindow(c.Window())
		if got, want := again.scale.x(c.scale.from), 0.0; math.Abs(got-want) > 0.01 {
			t.Fatalf("the window comes back %f cells away: %+v for %+v\n%s", got, again.scale, c.scale, text)
		}
	}
	if broken < 20 {
		t.Errorf("only %d scales are broken", broken)
	}
}

func textOf(c *Chart) string {
	var b strings.Builder
	for _, line := range c.Draw() {
		b.WriteString(line.Text() + "\n")
	}
	return b.String()
}

// TestTheStripIsBrokenWhereTheAxisIs zooms charts in: their strips keep the order of days,
// show the whole, and have a break for each gap exactly where the axis has gaps.
func TestTheStripIsBrokenWhereTheAxisIs(t *testing.T) {
	c := chartOf(t, "en", clustered)
	for width := 60; width < 200; width += 7 {
		c.SetSize(width, 30)
		c.SetEven(false)
		c.Fit()
		c.Zoom(0.25, None)
		from, cells, ok := c.strip()
		if !ok {
			t.Fatalf("at %d there is no strip:\n%s", width, textOf(c))
		}
		s, whole := c.stripScale(cells), around(c.everything())
		if at := s.x(whole.to()); len(s.gaps) != len(c.gaps) || math.Abs(at-float64(cells)) > 1e-6 {
			t.Fatalf("at %d the strip has %d gaps of %d, and ends at %f of %d", width, len(s.gaps), len(c.gaps), at, cells)
		}
		before := math.Inf(-1)
		for x := range cells {
			if day := s.day(float64(x) + 0.5); day <= before {
				t.Fatalf("at %d, cell %d is %f after %f", width, x, day, before)
			} else {
				before = day
			}
		}
		strip := func() string {
			line := []rune(strings.Split(textOf(c), "\n")[c.frame().status.y])
			return string(line[min(from, len(line)):])
		}
		if got := strip(); !strings.Contains(got, "╱") {
			t.Fatalf("at %d the strip is %q", width, got)
		}
		c.SetEven(true)
		if got := strip(); strings.Contains(got, "╱") {
			t.Fatalf("at %d the strip of an even axis is %q", width, got)
		}
	}
}
