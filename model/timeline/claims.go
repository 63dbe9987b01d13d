package timeline

import (
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/order"
)

// Claims returns the claims that state the dates of an item, in the order of
// the file.
func (t *Timeline) Claims(i *Item) []evidence.Claim {
	r := t.KB.Record(i.Entity)
	if i.Has(Fact) {
		return []evidence.Claim{evidence.OfLink(t.KB, r, &kb.Statement{From: i.Entity, Fact: &r.Facts[i.index]})}
	}
	var out []evidence.Claim
	for _, s := range t.statements(r, i) {
		out = append(out, evidence.OfLink(t.KB, r, s))
	}
	return out
}

func (t *Timeline) statements(r *kb.Record, i *Item) []*kb.Statement {
	own := &r.Statements[i.index]
	prefix, last := splitPath(i.Field.Path)
	var paths []string
	switch {
	case !i.Has(Point|Qualifier|Nested) && (last == "start" || last == "end"):
		paths = []string{prefix + "start", prefix + "end"}
	case i.Has(Point) && i.Has(Disputed) && !i.Has(Qualifier|Nested):
		paths = []string{i.Field.Path}
	default:
		return []*kb.Statement{own}
	}
	var out []*kb.Statement
	for n := range r.Statements {
		if s := &r.Statements[n]; slices.Contains(paths, s.Field.Path) && !s.Claim.IsDeprecated() {
			out = append(out, s)
		}
	}
	return out
}

// Stated returns the dates stated for the start and for the end of an item,
// each once, ascending; those of a point are all starts.
func (t *Timeline) Stated(i *Item) (starts, ends []Span) {
	if !i.Has(Disputed) || i.Has(Fact|Qualifier|Nested) {
		return single(i.Start, i.Has(OpenStart)), single(i.End, i.Has(Point|OpenEnd))
	}
	g := collector{kb: t.KB, today: t.Today}
	var from, to dates
	r := t.KB.Record(i.Entity)
	for _, s := range t.statements(r, i) {
		into := &from
		if _, last := splitPath(s.Field.Path); last == "end" && !i.Has(Point) {
			into = &to
		}
		g.read(into, s, 0)
	}
	return sortedSpans(from.spans), sortedSpans(to.spans)
}

func single(s Span, none bool) []Span {
	if none {
		return nil
	}
	return []Span{s}
}

func sortedSpans(spans []Span) []Span {
	order.Stable(spans, func(a, b Span) int {
		if a.From != b.From {
			return int(a.From) - int(b.From)
		}
		return int(a.To) - int(b.To)
	})
	return slices.Compact(spans)
}

// Statement returns the statement behind an item, the first of several; nil for
// a fact.
func (t *Timeline) Statement(i *Item) *kb.Statement {
	if i.Has(Fact) {
		return nil
	}
	return &t.KB.Record(i.Entity).Statements[i.index]
}

// Fact returns the fact behind an item, or nil.
func (t *Timeline) Fact(i *Item) *kb.Fact {
	if !i.Has(Fact) {
		return nil
	}
	return &t.KB.Record(i.Entity).Facts[i.index]
}
