package timeline

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"rihla/model/timeline"
	"rihla/ui/draw/canvas"
	"rihla/ui/safe"
)

// TestMarksStandAtTheirDays compares every cell of a mark with the days of the cell.
func TestMarksStandAtTheirDays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	days := 0
	for range 80 {
		text := base(r)
		c := chartOf(t, "en", text)
		c.SetSize(30+r.IntN(150), 60)
		for range r.IntN(6) {
			move(r, c)
		}
		c.SetSize(100, 60)
		s := c.scale
		for at, n := range c.rows {
			i := &c.Items[n]
			d := &drawing{Chart: c, parts: c.frame(), on: canvas.New(c.width, c.height)}
			first, last := d.drawMark(0, i)
			span := i.Span()
			if i.Has(timeline.OpenStart) || i.Has(timeline.OpenEnd) {
				continue
			}
			if i.Has(timeline.Point) && span.From == span.To && s.per >= 1 && last != first {
				t.Fatalf("row %d is a day, and is from cell %d to %d\n%s", at, first, last, text)
			}
			if i.Has(timeline.Point) && span.From == span.To && s.day(float64(first)) < float64(span.To)+1+1e-3 && s.day(float64(first)+1) > float64(span.From)-1e-3 {
				days++
				continue
			}
			from, to := max(c.window.From, float64(span.From)), min(c.window.to(), float64(span.To)+1)
			if s.day(float64(first)) > from+1e-3 || s.day(float64(last)+1) < to-1e-3 || s.day(float64(first)+1) < from-1e-3 || s.day(float64(last)) > to+1e-3 {
				t.Fatalf("row %d is from cell %d to %d, days %f to %f, and is of %f to %f\n%s", at, first, last, s.day(float64(first)), s.day(float64(last)+1), from, to, text)
			}
		}
	}
	if days == 0 {
		t.Error("no item is of a day")
	}
}

func TestTicksStandAtTheirDays(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	c := chartOf(t, "fr", "[a.b]\ndate = 2024-01-01")
	for range 500 {
		s := even(Window{(r.Float64() - 0.5) * 4e6, math.Exp(r.Float64()*14 + 1.4)}, 20+r.IntN(230))
		by := stepFor(s, c.voice.Words)
		ticks := ticksOf(s, by, c.voice.Words)
		last := -math.MaxFloat64
		seen := 0
		for _, tick := range ticks {
			x := s.x(float64(tick.at))
			if x-last < float64(safe.Width(tick.label)) {
				t.Fatalf("ticks are %f cells apart, with %q: %+v", x-last, tick.label, s)
			}
			if last = x; x >= 0 && x < float64(s.cells) {
				seen++
			}
			if by.floor(tick.at) != tick.at || by.next(tick.at) <= tick.at {
				t.Fatalf("%q is no tick of %+v", tick.label, by)
			}
		}
		if seen == 0 && s.window().Days < 2e6 {
			t.Fatalf("no tick is seen: %+v by %+v", s, by)
		}
	}
}

// TestDensityCountsWhatHappens compares a density with one that is counted day by
// day.
func TestDensityCountsWhatHappens(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 30 {
		c := chartOf(t, "en", base(r))
		if len(c.Items) == 0 || c.Span().Days() > 40_000 {
			continue
		}
		c.SetSize(10+r.IntN(100), 20)
		c.SetWindow(around(c.Span()))
		c.Zoom(0.3+0.7*r.Float64(), r.IntN(c.width))
		s := c.scale
		want := make([]float64, c.width)
		const parts = 16
		c.EachEvent(func(span timeline.Span) {
			for day := span.From; day <= span.To; day++ {
				for part := range parts {
					x := s.x(float64(day) + (float64(part)+0.5)/parts)
					if x >= 0 && x < float64(c.width) {
						want[int(x)] += 1 / float64(span.Days()*parts)
					}
				}
			}
		})
		for x := range want {
			// A day may fall into two cells, and be counted in one of them.
			if lo, hi := want[x]-1.2, want[x]+1.2; c.density[x] < lo-0.2*want[x] || c.density[x] > hi+0.2*want[x] {
				t.Fatalf("cell %d: %f, counted %f", x, c.density[x], want[x])
			}
		}
	}
}

func TestWeeksBeginOnMonday(t *testing.T) {
	for _, d := range []timeline.Day{-1, 0, 3, 4, 5, 20_000, -20_000} {
		y, m, day := step{weeks, 1}.floor(d).Date()
		if at := time.Date(y, m, day, 0, 0, 0, 0, time.UTC); at.Weekday() != time.Monday {
			t.Errorf("the week of day %d begins on a %s", d, at.Weekday())
		}
	}
}
