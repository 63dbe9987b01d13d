// Package timeline puts the dated statements of a knowledge base in order of
// time: points and spans, each as exactly as it is known. It draws nothing and
// keeps nothing: a Timeline belongs to its caller.
package timeline

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// Item is a dated entity, or a dated statement or fact of one.
//
// Start is the span within which it begins, End the span within which it ends.
// For a point they are equal, unless several dates are stated: then they are
// the earliest and the latest.
type Item struct {
	Entity *kb.Entity
	Field  *kb.Field  // that holds the date, or whose statement it qualifies; nil for a fact
	To     *kb.Entity // the target of a link, or nil

	Start, End Span
	Traits     Traits

	index int32 // of the statement in its record, or of the fact
}

// Traits are properties of an item, combined by bits.
type Traits uint8

// The traits.
const (
	Point     Traits = 1 << iota // a date, not a period
	Qualifier                    // the date is a since, until or date qualifier of Field's statement
	Nested                       // the date is in a table within Field's list
	Fact                         // it is a fact
	OpenStart                    // it began before End, at an unknown date
	OpenEnd                      // it goes on; End is the later of today and Start
	Disputed                     // its dates disagree, or its confidence is disputed
)

// Has reports whether the item has any of some traits.
func (i *Item) Has(t Traits) bool { return i.Traits&t != 0 }

// Span returns all days that the item may touch.
func (i *Item) Span() Span { return Span{i.Start.From, max(i.Start.To, i.End.To)} }

// Core returns the days that a period certainly covers; false if there are
// none.
func (i *Item) Core() (Span, bool) {
	s := Span{i.Start.To, i.End.From}
	if i.Has(OpenStart) {
		s.From = i.Start.From
	}
	return s, !i.Has(Point) && s.From <= s.To
}

// Timeline is the dated items of some entities, in order of time. Today may be
// Unknown.
type Timeline struct {
	KB    *kb.KB
	Today Day
	Items []Item
}

// sort orders items by start, then end, then their order in the files; precise
// dates come before vague ones.
func (t *Timeline) sort() {
	slices.SortFunc(t.Items, func(a, b Item) int {
		return cmp.Or(
			cmp.Compare(a.Start.From, b.Start.From), cmp.Compare(a.Start.To, b.Start.To), cmp.Compare(a.End.To, b.End.To),
			cmp.Compare(a.Entity.Number(), b.Entity.Number()), cmp.Compare(a.Traits, b.Traits), cmp.Compare(a.index, b.index),
		)
	})
}

// Span returns the span of all items, or today if there are none.
func (t *Timeline) Span() Span {
	if len(t.Items) == 0 {
		today := max(t.Today, 0)
		return Span{today, today}
	}
	all := t.Items[0].Span()
	for i := range t.Items {
		all = all.Join(t.Items[i].Span())
	}
	return all
}

// EachEvent calls do for each stated start and end; a point with one date is
// one event.
func (t *Timeline) EachEvent(do func(Span)) {
	for n := range t.Items {
		i := &t.Items[n]
		if !i.Has(OpenStart) {
			do(i.Start)
		}
		if !i.Has(OpenEnd) && (!i.Has(Point) || i.End != i.Start) {
			do(i.End)
		}
	}
}

// eventMiddles returns the middle days of all events, ascending.
func (t *Timeline) eventMiddles() []Day {
	out := make([]Day, 0, len(t.Items)+len(t.Items)/4)
	t.EachEvent(func(s Span) { out = append(out, s.From+(s.To-s.From)/2) })
	slices.Sort(out)
	return out
}

// minEvents is the number of events below which none is an outlier.
const minEvents = 4

// outlierTrades lists how many times shorter the span must become for a share
// of the events, in hundredths, to be left out as outliers.
var outlierTrades = []struct{ apart, times int }{{5, 2}, {10, 3}, {20, 6}}

// Densest returns the span of most items, up to today if that is near: the
// whole span unless leaving out a few outliers makes it several times shorter.
func (t *Timeline) Densest() Span {
	whole := t.Span()
	at := t.eventMiddles()
	best := t.extendToToday(whole)
	if len(at) < minEvents {
		return best
	}
	for _, trade := range outlierTrades {
		s := t.shortestSpan(at, len(at)-max(1, len(at)*trade.apart/100))
		if s.Days()*trade.times <= whole.Days() && s.Days()*trade.times/outlierTrades[0].times <= best.Days() {
			best = s
		}
	}
	return best
}

// shortestSpan returns the shortest span that holds keep of some ascending
// days, extended by days that follow closely on either side.
func (t *Timeline) shortestSpan(at []Day, keep int) Span {
	from := 0
	for i := range len(at) - keep + 1 {
		if at[i+keep-1]-at[i] < at[from+keep-1]-at[from] {
			from = i
		}
	}
	to := from + keep - 1
	const close = 20
	gap := max(1, (at[to]-at[from])/close)
	for from > 0 && at[from]-at[from-1] <= gap {
		from--
	}
	for to+1 < len(at) && at[to+1]-at[to] <= gap {
		to++
	}
	return t.extendToToday(Span{at[from], at[to]})
}

// extendToToday extends a span to today if that is near; if an item goes on, up
// to twice its length.
func (t *Timeline) extendToToday(s Span) Span {
	near := max(1, s.Days()/3)
	if slices.ContainsFunc(t.Items, func(i Item) bool { return i.Has(OpenEnd) }) {
		near = s.Days()
	}
	if t.Today > s.To && int(t.Today)-int(s.To) <= near {
		s.To = t.Today
	}
	return s
}
