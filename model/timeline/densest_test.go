package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/timeline"
)

// naiveDensest applies the rules of Densest by trying every window of events.
func naiveDensest(tl *timeline.Timeline) timeline.Span {
	goesOn := false
	var days []int // of the events
	var whole timeline.Span
	for n := range tl.Items {
		i := &tl.Items[n]
		goesOn = goesOn || i.Has(timeline.OpenEnd)
		if n == 0 {
			whole = i.Span()
		}
		whole = timeline.Span{From: min(whole.From, i.Span().From), To: max(whole.To, i.Span().To)}
		middle := func(s timeline.Span) int { return int(s.From) + (int(s.To)-int(s.From))/2 }
		if !i.Has(timeline.OpenStart) {
			days = append(days, middle(i.Start))
		}
		if i.Has(timeline.Point) && i.Start == i.End || i.Has(timeline.OpenEnd) {
			continue
		}
		days = append(days, middle(i.End))
	}
	toToday := func(from, to int) (int, int) {
		length := to - from + 1
		near := max(1, length/3)
		if goesOn {
			near = length
		}
		if now := int(tl.Today); now > to && now-to <= near {
			to = now
		}
		return from, to
	}
	bestFrom, bestTo := toToday(int(whole.From), int(whole.To))
	if len(days) < 4 {
		return timeline.Span{From: timeline.Day(bestFrom), To: timeline.Day(bestTo)}
	}
	slices.Sort(days)
	for _, trade := range [][2]int{{5, 2}, {10, 3}, {20, 6}} {
		keep := len(days) - max(1, len(days)*trade[0]/100)
		from, to := 0, keep-1
		for a := range days {
			if b := a + keep - 1; b < len(days) && days[b]-days[a] < days[to]-days[from] {
				from, to = a, b
			}
		}
		gap := max(1, (days[to]-days[from])/20)
		for from > 0 && days[from]-days[from-1] <= gap {
			from--
		}
		for to < len(days)-1 && days[to+1]-days[to] <= gap {
			to++
		}
		f, u := toToday(days[from], days[to])
		length := u - f + 1
		if length*trade[1] <= whole.Days() && length*trade[1]/2 <= bestTo-bestFrom+1 {
			bestFrom, bestTo = f, u
		}
	}
	return timeline.Span{From: timeline.Day(bestFrom), To: timeline.Day(bestTo)}
}

func TestDensestAgreesWithTryingEveryWindow(t *testing.T) {
	left := 0
	for round := range uint64(2000) {
		r := rand.New(rand.NewPCG(round, 9))
		var b strings.Builder
		near, step := 1500+r.IntN(500), 1+r.IntN(6)
		for i := range r.IntN(30) {
			year := near + step*r.IntN(5)
			if r.IntN(8) == 0 {
				year = 1 + r.IntN(2026)
			}
			fmt.Fprintf(&b, "[a.n%d]\n", i)
			switch r.IntN(7) {
			case 0:
				fmt.Fprintf(&b, "date = '%04d'\n", year)
			case 1:
				fmt.Fprintf(&b, "start = %04d-01-01\nend = '%04d-%02d'\n", year, year+r.IntN(3), 1+r.IntN(12))
			case 2:
				fmt.Fprintf(&b, "end = %04d-03-01\n", year)
			case 3:
				if r.IntN(6) == 0 {
					fmt.Fprintf(&b, "start = %04d-01-01\n", year)
				}
			default:
				fmt.Fprintf(&b, "date = %04d-%02d-%02d\n", year, 1+r.IntN(12), 1+r.IntN(28))
			}
		}
		tl := gather(kbtest.Read(t, b.String()))
		if len(tl.Items) == 0 {
			continue
		}
		tl.Today = tl.Span().To + timeline.Day(r.IntN(3)*r.IntN(20000))
		got, want := tl.Densest(), naiveDensest(tl)
		if got != want {
			t.Fatalf("round %d: %v to %v, want %v to %v\n%s", round, iso(got.From), iso(got.To), iso(want.From), iso(want.To), b.String())
		}
		if got.From > tl.Span().From {
			left++
		}
	}
	if left < 200 {
		t.Errorf("outliers left out %d times, too few to tell", left)
	}
}
