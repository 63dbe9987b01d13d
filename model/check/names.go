package check

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/order"
)

// place is where names stand beside each other: the fields of a kind below one
// table, the columns of one of its lists of tables, or, without a kind, the
// qualifiers of all claims.
type place struct {
	kind  *kb.Kind
	table string // dotted; empty for the entity's own table
	rows  bool   // table is a list, whose columns they are
}

// use is one use of a name.
type use struct {
	by     *kb.Entity
	claim  *kb.Claim  // of a qualifier
	beside []kb.Entry // of a column: its row
	pos    kb.Pos
	value  kb.Value
}

// maxUses is the number of uses of a name that are kept, which is also the largest
// number of uses of a slip.
const maxUses = 5

// uses counts the entities, or the claims, that use a name, and keeps the first.
type uses struct {
	n     int
	first []use
}

func (u *uses) count() int {
	if u == nil {
		return 0
	}
	return u.n
}

func (u *uses) add(one use) {
	if u.n++; len(u.first) < maxUses {
		u.first = append(u.first, one)
	}
}

func (u *uses) merge(other *uses) {
	u.n += other.n
	u.first = append(u.first, other.first...)
	order.Stable(u.first, func(a, b use) int { return a.by.Number() - b.by.Number() })
	u.first = u.first[:min(len(u.first), maxUses)]
}

// names counts the names that entities use.
type names struct {
	fields     map[*kb.Field]*uses
	texts      map[*kb.Kind]map[string]int // names of the format that are no fields
	columns    map[*kb.Field]map[string]*uses
	qualifiers map[string]*uses
	claims     int
}

func newNames() names {
	return names{make(map[*kb.Field]*uses), make(map[*kb.Kind]map[string]int), make(map[*kb.Field]map[string]*uses), make(map[string]*uses), 0}
}

func (n *names) merge(other *names) {
	mergeUses(n.fields, other.fields)
	mergeUses(n.qualifiers, other.qualifiers)
	n.claims += other.claims
	for f, columns := range other.columns {
		if n.columns[f] == nil {
			n.columns[f] = columns
		} else {
			mergeUses(n.columns[f], columns)
		}
	}
	for kind, counts := range other.texts {
		for name, count := range counts {
			n.text(kind)[name] += count
		}
	}
}

func mergeUses[K comparable](all, other map[K]*uses) {
	for name, u := range other {
		if all[name] == nil {
			all[name] = u
		} else {
			all[name].merge(u)
		}
	}
}

func (n *names) text(kind *kb.Kind) map[string]int {
	if n.texts[kind] == nil {
		n.texts[kind] = make(map[string]int)
	}
	return n.texts[kind]
}

func usesOf[K comparable](all map[K]*uses, name K) *uses {
	u := all[name]
	if u == nil {
		u = new(uses)
		all[name] = u
	}
	return u
}

// count counts the names that an entity uses, each field once.
func (n *names) count(e *kb.Entity, r *kb.Record) {
	texts := n.text(e.Kind)
	for _, name := range textsOf(e, r) {
		texts[name]++
	}
	var last *kb.Field
	var claim *kb.Claim
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field != last {
			usesOf(n.fields, s.Field).add(use{by: e, pos: s.Pos, value: s.Value})
			last = s.Field
		}
		switch {
		case s.Value.Type == kb.List:
			for _, row := range s.Value.Items {
				n.countColumns(e, s.Field, row.Value)
			}
		case s.InList:
			n.countColumns(e, s.Field, s.Value)
		}
		switch {
		case s.Claim == nil || s.Claim == claim:
		case s.Field.Path == "facts": // without their texts they are read as values
			n.countColumns(e, s.Field, kb.Value{Type: kb.Table, Items: s.Claim.Qualifiers})
		default:
			n.countQualifiers(e, s.Claim)
		}
		claim = s.Claim
	}
	for i := range r.Facts {
		n.countQualifiers(e, r.Facts[i].Claim)
	}
}

// textsOf lists the names of the format that an entity has and that are no fields.
func textsOf(e *kb.Entity, r *kb.Record) []string {
	var out []string
	for _, one := range []struct {
		name string
		has  bool
	}{
		{"name", !e.Name.IsEmpty() && !e.IsNamedByText}, {"aliases", len(e.Aliases()) > 0}, {"summary", !r.Summary.IsEmpty()},
		{"body", !r.Body.IsEmpty()}, {"facts", len(r.Facts) > 0},
	} {
		if one.has {
			out = append(out, one.name)
		}
	}
	return out
}

// countColumns counts the columns of a row of a list of tables.
func (n *names) countColumns(e *kb.Entity, f *kb.Field, row kb.Value) {
	if row.Type != kb.Table {
		return
	}
	if n.columns[f] == nil {
		n.columns[f] = make(map[string]*uses)
	}
	for _, entry := range row.Items {
		usesOf(n.columns[f], entry.Key).add(use{by: e, beside: row.Items, pos: entry.KeyPos, value: entry.Value})
	}
}

func (n *names) countQualifiers(e *kb.Entity, c *kb.Claim) {
	if c == nil {
		return
	}
	n.claims++
	for _, name := range qualifiersOf(c) {
		usesOf(n.qualifiers, name).n++
	}
	for _, q := range c.Qualifiers {
		usesOf(n.qualifiers, q.Key).add(use{by: e, claim: c, pos: q.KeyPos, value: q.Value})
	}
}

// qualifiersOf lists the qualifiers of the format that a claim has.
func qualifiersOf(c *kb.Claim) []string {
	var out []string
	if len(c.Evidence) > 0 {
		out = append(out, "source")
		if slices.ContainsFunc(c.Evidence, func(ev kb.Evidence) bool { return ev.Quote != "" }) {
			out = append(out, "quote")
		}
		if slices.ContainsFunc(c.Evidence, func(ev kb.Evidence) bool { return ev.Locator != "" }) {
			out = append(out, "locator")
		}
	}
	for _, q := range []struct{ name, is string }{
		{"since", c.Since}, {"until", c.Until}, {"date", c.Date}, {"confidence", string(c.Confidence)}, {"rank", string(c.Rank)},
	} {
		if q.is != "" {
			out = append(out, q.name)
		}
	}
	if !c.Note.IsEmpty() {
		out = append(out, "note")
	}
	return out
}

// byPlace returns the uses of all names, by where they stand.
func (n *names) byPlace() map[place]map[string]*uses {
	all := make(map[place]map[string]*uses)
	at := func(p place) map[string]*uses {
		if all[p] == nil {
			all[p] = make(map[string]*uses)
		}
		return all[p]
	}
	kindOf := make(map[*kb.Field]*kb.Kind)
	for f, u := range n.fields {
		kind := u.first[0].by.Kind
		kindOf[f] = kind
		// A table is used as often as the most used of its fields.
		for table, rest := "", f.Path; rest != ""; {
			name, below, _ := strings.Cut(rest, ".")
			in := at(place{kind: kind, table: table})
			if have := in[name]; have == nil || have.n < u.n || have.n == u.n && have.first[0].pos.Offset > u.first[0].pos.Offset {
				in[name] = u
			}
			table, rest = strings.TrimPrefix(table+"."+name, "."), below
		}
	}
	for f, columns := range n.columns {
		all[place{kind: kindOf[f], table: f.Path, rows: true}] = columns
	}
	for kind, counts := range n.texts {
		for name, count := range counts {
			usesOf(at(place{kind: kind}), name).n = count
		}
	}
	if len(n.qualifiers) > 0 {
		all[place{}] = n.qualifiers
	}
	return all
}
