package present

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// Item is one value or link of a group.
type Item struct {
	Statement *kb.Statement
	To        *kb.Entity // the other end of a link, nil for a value
	Claim     *kb.Claim
	Fact      *kb.Fact // the fact that makes the link, or nil
}

// Group is the values of one field, or the links of one relation seen from either
// end.
type Group struct {
	Label string
	Kind  string // said after the label: of which kind
	Count string // said after that: how many
	Items []Item
	Left  int // how many items there are beyond those
	Aside int // how many are folded away
}

// Section is the groups under one heading. The plain fields of an entity have
// none.
type Section struct {
	Heading string
	Groups  []*Group
}

// Sections groups the statements of an entity by field, in the order of the file:
// plain fields first, then those of nested tables under their common path, at last
// the number of fields beyond maxFields.
func (v Voice) Sections(e *kb.Entity, within map[kb.Pos]*kb.Statement) []Section {
	r := v.KB.Record(e)
	byField := make(map[*kb.Field]*Group, min(len(r.Statements), maxFields))
	groups := make([]Group, 0, min(len(r.Statements), maxFields))
	items := make([]Item, len(r.Statements))
	var fields []*kb.Field
	left := 0
	for i := range r.Statements {
		s := &r.Statements[i]
		if v.isShownElsewhere(e, s) || within[s.Value.Pos] == s {
			continue
		}
		g := byField[s.Field]
		switch {
		case g == nil && len(groups) == maxFields && !v.Whole:
			left++
			continue
		case g == nil:
			groups = append(groups, Group{Items: items[i : i : i+1]})
			g = &groups[len(groups)-1]
			byField[s.Field] = g
			fields = append(fields, s.Field)
		case len(g.Items) == MaxItems && !v.Whole:
			g.Left++
			continue
		}
		g.Items = append(g.Items, Item{Statement: s, To: s.To, Claim: s.Claim})
	}
	shared := tablesOf(fields)
	fields = v.addSymmetric(e, byField, fields)

	out := []Section{{}}
	place := map[string]int{"": 0}
	at, last := 0, ""
	for _, f := range fields {
		g, own, above := byField[f], v.OwnLabel(f), ""
		if own == "" {
			above = parent(f.Path)
		}
		for above != "" && shared[above] < 2 {
			above = parent(above)
		}
		if above != last {
			known := false
			if at, known = place[above]; !known {
				at = len(out)
				place[above] = at
				out = append(out, Section{Heading: v.Line(above)})
			}
			last = above
		}
		switch {
		case own != "":
			g.Label = own
		case above != "":
			g.Label = v.Line(f.Path[len(above)+1:])
		default:
			g.Label = v.Line(f.Path)
		}
		out[at].Groups = append(out[at].Groups, g)
	}
	if left > 0 {
		out = append(out, Section{Groups: []*Group{{Left: left}}})
	}
	return out
}

// tablesOf returns the dotted paths above fields, and how many of the fields stand
// below each.
func tablesOf(fields []*kb.Field) map[string]int {
	below := make(map[string]int)
	last, n := "", 0
	count := func() {
		for above := last; above != ""; above = parent(above) {
			below[above] += n
		}
	}
	for _, f := range fields {
		if above := parent(f.Path); above != last {
			count()
			last, n = above, 0
		}
		n++
	}
	count()
	return below
}

// maxFields and maxItems bound how many fields, and how many values of one, a
// page shows.
const (
	maxFields = 100_000
	MaxItems  = 500
)

// parent returns a dotted path without its last part.
func parent(path string) string {
	return path[:max(0, strings.LastIndexByte(path, '.'))]
}

// isShownElsewhere reports whether a statement only repeats the title or the key.
func (v Voice) isShownElsewhere(e *kb.Entity, s *kb.Statement) bool {
	if s.To != nil || s.Claim != nil {
		return false
	}
	switch s.Field.Path {
	case "title", "nom", "titre", e.Kind.NameField:
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

// addSymmetric adds what other entities state by symmetric relations, unless the
// entity states it too.
func (v Voice) addSymmetric(e *kb.Entity, byField map[*kb.Field]*Group, fields []*kb.Field) []*kb.Field {
	if !slices.ContainsFunc(v.KB.Relations, func(r *kb.Relation) bool { return r.Symmetric }) {
		return fields
	}
	byRelation := make(map[*kb.Relation]*Group)
	for f, g := range byField {
		if f.Relation != nil && f.Relation.Symmetric {
			byRelation[f.Relation] = g
		}
	}
	for b := range v.KB.Backlinks(e) {
		r := b.Field.Relation
		if r == nil || !r.Symmetric {
			continue
		}
		g := byRelation[r]
		if g == nil {
			g = &Group{Label: v.FieldLabel(b.Field)}
			byRelation[r] = g
			byField[b.Field] = g
			fields = append(fields, b.Field)
		}
		if g.leadsTo(b.From) {
			continue
		}
		if len(g.Items) == MaxItems && !v.Whole {
			g.Left++
			continue
		}
		s := v.KB.Link(b)
		g.Items = append(g.Items, Item{Statement: s, To: b.From, Claim: s.Claim})
	}
	return fields
}

func (g *Group) leadsTo(e *kb.Entity) bool {
	for _, it := range g.Items {
		if it.To == e {
			return true
		}
	}
	return false
}

// LinksWithinTables maps the positions of values to the links within lists of
// tables, which are shown with the list.
func LinksWithinTables(r *kb.Record) map[kb.Pos]*kb.Statement {
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

// OwnStatements returns a function that reports whether a statement of the entity
// is shown in a place of its own, neither in the title nor within a table.
func (v Voice) OwnStatements(e *kb.Entity) func(*kb.Statement) bool {
	within := LinksWithinTables(v.KB.Record(e))
	return func(s *kb.Statement) bool { return !v.isShownElsewhere(e, s) && within[s.Value.Pos] != s }
}

// TableRows returns the tables of a group, or nil if one of its items is not a table.
func TableRows(items []Item) []kb.Value {
	var rows []kb.Value
	for _, it := range items {
		s := it.Statement
		switch {
		case it.To != nil || s.Claim != nil:
			return nil
		case s.Value.IsTableArray():
			for i := range s.Value.Items {
				rows = append(rows, s.Value.Items[i].Value)
			}
		case s.Value.Type == kb.Table && s.InList:
			rows = append(rows, s.Value)
		default:
			return nil
		}
	}
	return rows
}

// AreNumbers reports whether a column has numbers and no other values; some may be missing.
func AreNumbers(rows []kb.Value, key string) bool {
	some := false
	for _, r := range rows {
		switch r.Get(key).Type {
		case kb.Int, kb.Float:
			some = true
		case kb.Null:
		default:
			return false
		}
	}
	return some
}
