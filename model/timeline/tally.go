package timeline

import (
	"cmp"
	"slices"
	"sort"
)

// Tally counts the events of a timeline by time. An event known to the month or the
// year counts evenly over its days.
type Tally struct {
	days   []Day     // on which the rate changes, ascending
	counts []float64 // the events before each of them
	rates  []float64 // events a day from each of them on, 0 exactly where there is none
}

// Tally counts the events.
func (t *Timeline) Tally() *Tally {
	type change struct {
		day  Day
		rate float64
		open int // events that begin, less those that end
	}
	changes := make([]change, 0, 2*len(t.Items))
	t.EachEvent(func(s Span) {
		rate := 1 / float64(s.Days())
		changes = append(changes, change{s.From, rate, 1}, change{s.To + 1, -rate, -1})
	})
	slices.SortFunc(changes, func(a, b change) int { return cmp.Compare(a.day, b.day) })
	out := &Tally{}
	count, rate, open := 0.0, 0.0, 0
	for i := 0; i < len(changes); {
		day := changes[i].day
		if n := len(out.days); n > 0 {
			count += rate * float64(day-out.days[n-1])
		}
		for ; i < len(changes) && changes[i].day == day; i++ {
			rate += changes[i].rate
			open += changes[i].open
		}
		if open == 0 {
			rate = 0 // without rounding errors
		}
		out.days, out.counts, out.rates = append(out.days, day), append(out.counts, count), append(out.rates, rate)
	}
	return out
}

// Before returns the number of events before a moment, in days since the beginning of
// 1970.
func (t *Tally) Before(moment float64) float64 {
	at := sort.Search(len(t.days), func(i int) bool { return float64(t.days[i]) > moment })
	if at == 0 {
		return 0
	}
	return t.counts[at-1] + t.rates[at-1]*(moment-float64(t.days[at-1]))
}

// Stretches returns the stretches between events in which there is none, in order.
func (t *Tally) Stretches() []Span {
	var out []Span
	for i := range t.days {
		if t.rates[i] == 0 && i+1 < len(t.days) {
			out = append(out, Span{t.days[i], t.days[i+1] - 1})
		}
	}
	return out
}
