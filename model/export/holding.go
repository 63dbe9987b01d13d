package export

import (
	"slices"

	"rihla/model/kb"
)

// Record returns the record of an entity. With OnlyAt, it contains only the statements,
// facts and links that hold or may hold at At.
func (s Selection) Record(e *kb.Entity) *kb.Record {
	r := s.KB.Record(e)
	if !s.OnlyAt || !s.KB.HasDates() {
		return r
	}
	out := *r
	out.Statements = slices.DeleteFunc(slices.Clone(r.Statements), func(st kb.Statement) bool { return !s.holds(st.Claim) })
	out.Facts = slices.DeleteFunc(slices.Clone(r.Facts), func(f kb.Fact) bool { return !s.holds(f.Claim) })
	out.Links = slices.DeleteFunc(slices.Clone(r.Links), func(link *kb.Statement) bool { return !s.holds(link.Dating()) })
	return &out
}

func (s Selection) holds(c *kb.Claim) bool { return !c.IsDated() || c.HoldsAt(s.At.At) != kb.HoldsNot }
