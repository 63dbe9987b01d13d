package search

import (
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// moment is when the claims that a condition asks about must hold: at some time in a
// span, or whenever.
type moment struct {
	span      date.Span
	isAlways  bool
	isWritten bool // in the query: the claim behind a qualifier must hold then, too
}

// always is the moment at which every claim holds.
var always = moment{isAlways: true}

// holds reports whether what a claim says holds at the moment, or may. Its rank does
// not matter.
func (m moment) holds(c *kb.Claim) bool {
	return m.isAlways || !c.IsDated() || c.Period().HoldsAt(m.span) != kb.HoldsNot
}

// moment returns the moment that a step of a path is asked at.
func (r *evaluator) moment(times []query.Time, step int) moment {
	if r.whenever {
		return always
	}
	return r.x.moment(times, step)
}

func (x *Index) moment(times []query.Time, step int) moment {
	if step >= len(times) || !times[step].IsWritten() {
		return x.day
	}
	return moment{span: times[step].Span, isAlways: times[step].IsAny, isWritten: true}
}

// from returns the times of the steps of a path from one on.
func from(times []query.Time, step int) []query.Time { return times[min(step, len(times)):] }

// forQualifiers returns the moment for what a path names a qualifier by: it is asked
// for as it is written, unless the query says a time.
func (m moment) forQualifiers() moment {
	if m.isWritten {
		return m
	}
	return always
}

// namesQualifier reports whether a path that selects the column of a qualifier names
// it, rather than the field of its claim or a table around that.
func namesQualifier(path, column, field string) bool {
	return len(path) > len(field) || !strings.HasPrefix(column, path)
}

// dating says when an indexed text holds: the number of a period of its shard, 0 for
// always, and whether it is a qualifier.
type dating uint32

func newDating(period int, isQualifier bool) dating {
	d := dating(period << 1)
	if isQualifier && period > 0 {
		d |= 1
	}
	return d
}

func (d dating) isQualifier() bool { return d&1 != 0 }

// packed returns the number that stands for a form and a dating in shard.values.
func (d dating) packed(f form) uint32 { return uint32(d)<<formBits | uint32(f) + 1 }

func unpackDating(n uint64) (form, dating) {
	n--
	return form(n & (1<<formBits - 1)), dating(n >> formBits)
}

// datedColumn says which entities have dated claims in a column.
type datedColumn struct {
	of    postings
	field string // of the qualifiers in the column, the field of their claims
}

// timing says which texts of a column hold at a moment. The nil timing takes all.
type timing struct {
	at    moment
	named bool   // the qualifiers in the column are asked for by name
	dated bitmap // the entities with dated claims in the column
	held  bitmap // see shard.heldAt
}

// timing returns nil if the moment does not matter in a column.
func (s *shard) timing(column column, path string, at moment) *timing {
	d := s.dated[column.number]
	if at.isAlways || d == nil {
		return nil
	}
	t := &timing{at: at, named: namesQualifier(path, column.path, d.field), dated: newBitmap(s.count), held: s.heldAt(at)}
	s.addPostings(d.of, t.dated)
	return t
}

// holds reports whether a text of a dating holds.
func (t *timing) holds(d dating) bool {
	if t == nil || d == 0 {
		return true
	}
	return t.named && d.isQualifier() && !t.at.isWritten || Set(t.held).Has(int(d>>1))
}

// holdsText is holds for a text that is not indexed.
func (t *timing) holdsText(d *fieldText) bool {
	if t == nil || d.claim == nil {
		return true
	}
	at := t.at
	if t.named && d.field != "" {
		at = at.forQualifiers()
	}
	return at.holds(d.claim)
}
