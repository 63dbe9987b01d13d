// Package timeline puts what a knowledge base dates in order of time: points and
// spans, each as exactly as it is known. It is a picture's model: it is made when
// it is asked for, and whoever asked keeps it.
package timeline

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// Item is one dated thing: an entity, or something that it says.
//
// Start is where it begins, somewhere within that span, End where it ends. Of a
// point they are the same, unless several dates of it are stated: then they are
// the earliest and the latest of these.
type Item struct {
	Entity *kb.Entity
	Field  *kb.Field  // that holds the date, or that it qualifies; nil of a fact
	To     *kb.Entity // that a link leads to, or nil

	Start, End Span
	Traits     Traits

	said int32 // its place in the record's statements, or in its facts
}

// Traits are what else is known of an item.
type Traits uint8

// The traits of an item.
const (
	Point     Traits = 1 << iota // a date, not a span of time
	Qualifier                    // the date is a since, until or date beside what Field says
	Nested                       // the dates stand in a table within the list that Field holds
	Fact                         // it is a claim in words
	OpenStart                    // it began before End, and nobody says when
	OpenEnd                      // it goes on, and End is today or, if that is later, its beginning
	Disputed                     // sources disagree, or it is said to be disputed
)

// Has tells whether the item has a trait.
func (i *Item) Has(t Traits) bool { return i.Traits&t != 0 }

// Span returns the days that the item may touch.
func (i *Item) Span() Span { return Span{i.Start.From, max(i.Start.To, i.End.To)} }

// Core returns the days of a span of time that are sure; false where none is.
func (i *Item) Core() (Span, bool) {
	s := Span{i.Start.To, i.End.From}
	if i.Has(OpenStart) {
		s.From = i.Start.From
	}
	return s, !i.Has(Point) && s.From <= s.To
}

// Timeline is what was found to be dated, in order of time. Today may be Unknown.
type Timeline struct {
	KB    *kb.KB
	Today Day
	Items []Item
}

// sort puts items in order: of their beginning, then their end, the exact ones
// first, then as they stand in the files.
func (t *Timeline) sort() {
	slices.SortFunc(t.Items, func(a, b Item) int {
		return cmp.Or(
			cmp.Compare(a.Start.From, b.Start.From), cmp.Compare(a.Start.To, b.Start.To), cmp.Compare(a.End.To, b.End.To),
			cmp.Compare(a.Entity.Number(), b.Entity.Number()), cmp.Compare(a.Traits, b.Traits), cmp.Compare(a.said, b.said),
		)
	})
}

// Whole returns the span of all items; of none, today.
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

// EachHappening tells when something takes place, begins or ends, as far as
// somebody says so.
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

// happenings are the middles of what EachHappening tells, in order.
func (t *Timeline) happenings() []Day {
	out := make([]Day, 0, len(t.Items)+len(t.Items)/4)
	t.EachEvent(func(s Span) { out = append(out, s.From+(s.To-s.From)/2) })
	slices.Sort(out)
	return out
}

// fewest is how many things make a crowd, of which one may stand apart.
const fewest = 4

// trades are which share of all may stand apart, in hundredths, for the rest to be
// so many times shorter.
var trades = []struct{ apart, times int }{{5, 2}, {10, 3}, {20, 6}}

// Densest returns the span of what stands together, and of today where that is
// near: all, unless leaving out a few makes the span several times shorter.
func (t *Timeline) Densest() Span {
	whole := t.Span()
	at := t.happenings()
	best := t.toToday(whole)
	if len(at) < fewest {
		return best
	}
	for _, trade := range trades {
		s := t.shortest(at, len(at)-max(1, len(at)*trade.apart/100))
		if s.Days()*trade.times <= whole.Days() && s.Days()*trade.times/trades[0].times <= best.Days() {
			best = s
		}
	}
	return best
}

// shortest returns the shortest span that holds so many of some days in order, and
// what follows it closely on either side.
func (t *Timeline) shortest(at []Day, keep int) Span {
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
	return t.toToday(Span{at[from], at[to]})
}

// toToday returns a span up to today where that is near, for what goes on until
// today even if the span is twice as long then.
func (t *Timeline) toToday(s Span) Span {
	near := max(1, s.Days()/3)
	if slices.ContainsFunc(t.Items, func(i Item) bool { return i.Has(OpenEnd) }) {
		near = s.Days()
	}
	if t.Today > s.To && int(t.Today)-int(s.To) <= near {
		s.To = t.Today
	}
	return s
}
