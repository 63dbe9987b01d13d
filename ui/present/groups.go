package present

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/safe"
)

// item is one value or one link as it is seen from the page's entity.
type item struct {
	statement *kb.Statement
	to        *kb.Entity // the other end of a link, nil for a value
	claim     *kb.Claim
	fact      *kb.Fact // the fact that makes the link, or nil
}

// group is what is said in one field, or by one relation from the other end.
type group struct {
	label string
	kind  string // said after the label: of which kind
	count string // said after that: how many
	items []item
	left  int // how many items there are beyond those
	aside int // how many are folded away
}

// section is the groups under one heading; that of the entity's plain fields
// has none.
type section struct {
	heading string
	groups  []*group
}

// sections gathers what an entity says by field, in the order of the file:
// plain fields first, then those of nested tables under their shared path.
func (v Voice) sections(e *kb.Entity, within map[kb.Pos]*kb.Statement) []section {
	r := v.KB.Record(e)
	byField := make(map[*kb.Field]*group)
	var fields []*kb.Field
	shared := make(map[string]int) // how many fields a path stands above
	left := 0
	for i := range r.Statements {
		s := &r.Statements[i]
		if v.isSaidElsewhere(e, s) || within[s.Value.Pos] == s {
			continue
		}
		g := byField[s.Field]
		if g == nil && len(fields) == maxFields {
			left++
			continue
		}
		if g == nil {
			g = &group{label: v.FieldLabel(s.Field)}
			byField[s.Field] = g
			fields = append(fields, s.Field)
			for above := parent(s.Field.Path); above != ""; above = parent(above) {
				shared[above]++
			}
		}
		if len(g.items) == MaxItems {
			g.left++
			continue
		}
		g.items = append(g.items, item{statement: s, to: s.To, claim: s.Claim})
	}
	fields = v.symmetric(e, byField, fields)
	if left > 0 {
		more := &kb.Field{}
		byField[more] = &group{left: left}
		fields = append(fields, more)
	}

	out := []section{{}}
	place := map[string]int{"": 0}
	for _, f := range fields {
		above := ""
		if v.ownLabel(f) == "" {
			above = parent(f.Path)
		}
		for above != "" && shared[above] < 2 {
			above = parent(above)
		}
		at, ok := place[above]
		if !ok {
			at = len(out)
			place[above] = at
			out = append(out, section{heading: safe.Line(above)})
		}
		g := byField[f]
		if above != "" {
			g.label = safe.Line(strings.TrimPrefix(f.Path, above+"."))
		}
		out[at].groups = append(out[at].groups, g)
	}
	return out
}

// maxFields and maxItems bound how many fields, and how many values of one, a
// page shows.
const (
	maxFields = 2000
	MaxItems  = 500
)

// parent returns a dotted path without its last part.
func parent(path string) string {
	return path[:max(0, strings.LastIndexByte(path, '.'))]
}

// isSaidElsewhere tells whether the page says a statement in another place
// already: the name as its title, the key in its address.
func (v Voice) isSaidElsewhere(e *kb.Entity, s *kb.Statement) bool {
	if s.To != nil || s.Claim != nil {
		return false
	}
	switch s.Field.Path {
	case "title":
		text, ok := v.KB.TextOf(s.Value)
		return ok && sameText(text, e.Name)
	case "id", "slug", "key":
		return s.Value.Str == e.Key
	}
	return false
}

func sameText(a, b kb.Text) bool {
	x, y := a.All(), b.All()
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// symmetric adds to the groups what other entities say by symmetric relations,
// unless the entity says it as well.
func (v Voice) symmetric(e *kb.Entity, byField map[*kb.Field]*group, fields []*kb.Field) []*kb.Field {
	byRelation := make(map[*kb.Relation]*group)
	for f, g := range byField {
		if f.Relation != nil && f.Relation.Symmetric {
			byRelation[f.Relation] = g
		}
	}
	if !slices.ContainsFunc(v.KB.Relations, func(r *kb.Relation) bool { return r.Symmetric }) {
		return fields
	}
	for b := range v.KB.Backlinks(e) {
		r := b.Field.Relation
		if r == nil || !r.Symmetric {
			continue
		}
		g := byRelation[r]
		if g == nil {
			g = &group{label: v.FieldLabel(b.Field)}
			byRelation[r] = g
			byField[b.Field] = g
			fields = append(fields, b.Field)
		}
		if g.leadsTo(b.From) {
			continue
		}
		if len(g.items) == MaxItems {
			g.left++
			continue
		}
		s := v.KB.Link(b)
		g.items = append(g.items, item{statement: s, to: b.From, claim: s.Claim})
	}
	return fields
}

func (g *group) leadsTo(e *kb.Entity) bool {
	for _, it := range g.items {
		if it.to == e {
			return true
		}
	}
	return false
}

// withinTables finds, by the place of their values, the links that stand in
// the tables of a list: they are shown with the list.
func withinTables(r *kb.Record) map[kb.Pos]*kb.Statement {
	var prefixes []string
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.To == nil && s.Value.IsTableArray() {
			prefixes = append(prefixes, s.Field.Path+".")
		}
	}
	if prefixes == nil {
		return nil
	}
	out := make(map[kb.Pos]*kb.Statement)
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.To == nil || s.Value.Pos == (kb.Pos{}) {
			continue
		}
		for _, p := range prefixes {
			if strings.HasPrefix(s.Field.Path, p) {
				out[s.Value.Pos] = s
			}
		}
	}
	return out
}
