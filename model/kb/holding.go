package kb

import (
	"math"

	"rihla/model/date"
)

// Holding says whether a claim holds at a time.
type Holding uint8

// The holdings, in ascending order of certainty.
const (
	HoldsNot Holding = iota // not yet, no longer, or never
	MayHold                 // its dates leave it open
	Holds
)

// EndOfTime is after every date: at it, what has an end is over, and what has a
// beginning has begun.
var EndOfTime = date.Span{From: math.MaxInt64, To: math.MaxInt64}

// HoldsAt reports whether a claim holds at some moment of a day, month or year.
//
//   - A claim without dates holds always, and so does a nil one. A deprecated claim
//     never holds.
//   - A claim with `since` or `until` holds from the first to the last, both
//     included. A month or a year is some day of it: a claim until 2020 may hold on
//     1 June 2020, and does hold in 2020.
//   - A claim with `date` alone tells what happened: it holds from that day on.
//   - A text that is no date may be any. A claim that ends before it begins never
//     holds.
func (c *Claim) HoldsAt(at date.Span) Holding {
	if c.IsDeprecated() {
		return HoldsNot
	}
	return c.Period().HoldsAt(at)
}

// IsDated reports whether a claim says when it holds.
func (c *Claim) IsDated() bool {
	return c != nil && (c.Since != "" || c.Until != "" || c.Date != "")
}

// Period is when a claim holds: it begins in one span and ends in another.
type Period struct{ Begin, End date.Span }

// Period returns when the dates of a claim say that it holds, whatever its rank.
func (c *Claim) Period() Period {
	if !c.IsDated() {
		c = new(Claim)
	}
	from := c.Since
	if c.Since+c.Until == "" {
		from = c.Date
	}
	return Period{spanOr(from, math.MinInt64), spanOr(c.Until, math.MaxInt64)}
}

// HoldsAt reports whether a claim of the period holds at some moment of a day, month
// or year, as Claim.HoldsAt does.
func (p Period) HoldsAt(at date.Span) Holding {
	begin, end := p.Begin, p.End
	switch {
	case begin.From > end.To || begin.From > at.To || end.To < at.From:
		return HoldsNot
	case min(begin.To, end.To) > at.To || max(end.From, begin.From) < at.From:
		return MayHold
	}
	return Holds
}

// Dating returns the claim whose dates say when a statement holds: its own, or that
// of the fact that makes it. It may be nil.
func (s *Statement) Dating() *Claim {
	if s.Claim == nil && s.Fact != nil {
		return s.Fact.Claim
	}
	return s.Claim
}

// HoldsAt reports whether the dates of a statement, or of the fact that makes it, let
// it hold at some moment of a day, month or year, whatever its rank.
func (s *Statement) HoldsAt(at date.Span) Holding {
	if c := s.Dating(); c.IsDated() {
		return c.Period().HoldsAt(at)
	}
	return Holds
}

// IsDated reports whether any statement of a field says when it holds; the field of
// facts is "facts".
func (k *KB) IsDated(path string) bool { return k.dated[path] }

// HasDates reports whether any claim says when it holds.
func (k *KB) HasDates() bool { return len(k.dated) > 0 }

// HasDatedLinks reports whether any link says when it holds.
func (k *KB) HasDatedLinks() bool { return k.datedLinks }

// spanOr returns the span of a date: a moment where none is written, and all times
// if it cannot be read.
func spanOr(written string, moment int64) date.Span {
	if written == "" {
		return date.Span{From: moment, To: moment}
	}
	if d, ok := date.Dates.Text(written); ok {
		return d.Span()
	}
	return date.Span{From: math.MinInt64, To: math.MaxInt64}
}

// Reference is the time at which links have to hold. The zero Reference is any time.
type Reference struct {
	// At is a day, month or year.
	At date.Span
	// HidesLater leaves out the links of what takes place after At, by its `date` or
	// its `start`.
	HidesLater bool
}

// IsAnyTime reports whether all links hold.
func (r Reference) IsAnyTime() bool { return r == Reference{} }

// HoldsOn reports whether a link holds, or may hold, at a time, whatever its rank.
func (k *KB) HoldsOn(link *Statement, r Reference) bool {
	switch {
	case r.IsAnyTime():
		return true
	case link.HoldsAt(r.At) == HoldsNot:
		return false
	}
	return !r.HidesLater || !k.isLater(link.From, r.At) && !k.isLater(link.To, r.At)
}

// isLater reports whether an entity takes place after a time.
func (k *KB) isLater(e *Entity, at date.Span) bool {
	d, ok := k.Start(e)
	return ok && d.Span().From > at.To
}

// TakesPlace reports whether the entities of a kind may have a date on which they take
// place or begin. The date of a source is that of its publication.
func (k *KB) TakesPlace(kind *Kind) bool {
	return kind != k.SourceKind() && (kind.FindField("date") != nil || kind.FindField("start") != nil)
}

// Start returns when an entity takes place or begins: the earliest of its `date`, or
// else of its `start`. It is false for a source and for nil.
func (k *KB) Start(e *Entity) (first date.Date, ok bool) {
	if e == nil || !k.TakesPlace(e.Kind) {
		return first, false
	}
	for _, path := range []string{"date", "start"} {
		for _, s := range k.Record(e).Values(path) {
			d, isDate := s.Field.DateOf(s.Value)
			if isDate && (!ok || d.Span().From < first.Span().From) {
				first, ok = d, true
			}
		}
		if ok {
			break
		}
	}
	return first, ok
}
