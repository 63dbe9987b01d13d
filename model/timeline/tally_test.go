package timeline_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/timeline"
)

// TestATallyCountsAsOneByOneDoes compares a tally with a count of every event at every
// moment asked for, and its stretches with the days that no event touches.
func TestATallyCountsAsOneByOneDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 1))
	stretches := 0
	for range 150 {
		var b strings.Builder
		for i := range r.IntN(40) {
			year, month, day := 1990+r.IntN(8), 1+r.IntN(12), 1+r.IntN(28)
			on := []string{fmt.Sprintf("%d-%02d-%02d", year, month, day), fmt.Sprintf("'%d-%02d'", year, month), fmt.Sprintf("'%d'", year)}
			fmt.Fprintf(&b, "[a.n%d]\n%s = %s\n", i, []string{"date", "start", "end"}[r.IntN(3)], on[r.IntN(3)*r.IntN(2)])
		}
		tl := gather(kbtest.Read(t, b.String()))
		tally := tl.Tally()
		count := func(moment float64) float64 {
			n := 0.0
			tl.EachEvent(func(s timeline.Span) {
				n += max(0, min(1, (moment-float64(s.From))/float64(s.Days())))
			})
			return n
		}
		whole := tl.Span()
		for range 200 {
			moment := float64(whole.From) - 100 + r.Float64()*float64(whole.Days()+200)
			if r.IntN(3) == 0 {
				moment = math.Floor(moment)
			}
			if got, want := tally.Before(moment), count(moment); math.Abs(got-want) > 1e-9 {
				t.Fatalf("before %f there are %f events, counted %f, in\n%s", moment, got, want, b.String())
			}
		}
		isEmpty, first, last := map[timeline.Day]bool{}, timeline.Day(math.MaxInt32), timeline.Day(math.MinInt32)
		tl.EachEvent(func(s timeline.Span) { first, last = min(first, s.From), max(last, s.To) })
		for d := first; first <= last && d <= last; d++ {
			isEmpty[d] = true
		}
		tl.EachEvent(func(s timeline.Span) {
			for d := s.From; d <= s.To; d++ {
				delete(isEmpty, d)
			}
		})
		for _, s := range tally.Stretches() {
			stretches++
			if tally.Before(float64(s.From)) != tally.Before(float64(s.To)+1) {
				t.Fatalf("events are counted in %s to %s, in\n%s", iso(s.From), iso(s.To), b.String())
			}
			for d := s.From; d <= s.To; d++ {
				if !isEmpty[d] {
					t.Fatalf("%s is in a stretch, and not empty, in\n%s", iso(d), b.String())
				}
				delete(isEmpty, d)
			}
		}
		if len(isEmpty) > 0 {
			t.Fatalf("%d days without an event are in no stretch, in\n%s", len(isEmpty), b.String())
		}
	}
	if stretches < 500 {
		t.Errorf("only %d stretches, too few to tell", stretches)
	}
}
