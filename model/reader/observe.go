package reader

import (
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
)

// observer is a worker that counts what the values of all fields name. Observers
// of different entities are merged.
type observer struct {
	worker
	roots    map[*kb.Kind]*usage
	hasAbout bool // some fact has links of its own
}

func newObserver(f *facts) *observer {
	return &observer{worker: worker{facts: f}, roots: make(map[*kb.Kind]*usage)}
}

// usage is what the entities of one kind have in one field.
type usage struct {
	fieldPath
	sub    map[string]*usage
	values tally // of the field's values
	keys   tally // of its keys, if it is a table
	dates  date.Tally
}

// tally counts the values of a field, and those that name entities.
type tally struct {
	total     int
	hits      map[*kb.Kind]int // values that name one entity of the kind
	entities  int              // that have the field
	last      *kb.Entity       // counted in entities
	named     int              // values that name one entity, of whatever kind
	addresses int              // of named, those that are addresses
}

// fieldPath identifies a field of a kind.
type fieldPath struct {
	kind *kb.Kind
	path string // dotted; empty for the entity's own table
	last string // the last part of path
	// declared is the manifest's relation of that path, or nil.
	declared *kb.Relation
}

// child returns the path of a key below p.
func (p *fieldPath) child(m *manifest, key string) fieldPath {
	c := fieldPath{kind: p.kind, path: key, last: key}
	if p.path != "" {
		c.path = p.path + "." + key
	}
	if r := m.relations[c.path]; r != nil && (len(r.From) == 0 || slices.Contains(r.From, p.kind.Name)) {
		c.declared = r
	}
	return c
}

func (o *observer) root(kind *kb.Kind) *usage {
	if o.roots[kind] == nil {
		o.roots[kind] = &usage{fieldPath: fieldPath{kind: kind}}
	}
	return o.roots[kind]
}

func (o *observer) child(u *usage, key string) *usage {
	c := u.sub[key]
	if c == nil {
		c = &usage{fieldPath: u.fieldPath.child(o.manifest, key), dates: date.Tally{Name: date.NameOf(key)}}
		u.add(key, c)
	}
	return c
}

func (u *usage) add(key string, c *usage) {
	if u.sub == nil {
		u.sub = make(map[string]*usage)
	}
	u.sub[key] = c
}

// merge adds the counts of another observer, of other entities.
func (o *observer) merge(other *observer) {
	o.hasAbout = o.hasAbout || other.hasAbout
	for kind, root := range other.roots {
		o.root(kind).merge(root)
	}
}

func (u *usage) merge(other *usage) {
	u.values.merge(&other.values)
	u.keys.merge(&other.keys)
	u.dates.Merge(&other.dates)
	for key, c := range other.sub {
		if have := u.sub[key]; have != nil {
			have.merge(c)
		} else {
			u.add(key, c)
		}
	}
}

func (t *tally) merge(other *tally) {
	t.total += other.total
	t.entities += other.entities
	t.named += other.named
	t.addresses += other.addresses
	for kind, n := range other.hits {
		t.hit(kind, n)
	}
}

func (t *tally) hit(kind *kb.Kind, n int) {
	if t.hits == nil {
		t.hits = make(map[*kb.Kind]int)
	}
	t.hits[kind] += n
}

// observe counts the values of one entity.
func (o *observer) observe(e *kb.Entity, table kb.Value) {
	root := o.root(e.Kind)
	for _, entry := range table.Items {
		switch {
		case entry.Key == factsField && isFacts(entry.Value):
			o.hasAbout = o.hasAbout || slices.ContainsFunc(entry.Value.Items, o.isAbout)
		case !isReserved(entry):
			o.field(root, entry, e)
		}
	}
}

// isAbout reports whether a fact has links of its own.
func (o *observer) isAbout(fact kb.Entry) bool {
	return fact.Value.Has(aboutField) && isText(fact.Value.Get("text"), o.kb.Languages)
}

func (o *observer) fields(u *usage, table kb.Value, e *kb.Entity) {
	for _, entry := range table.Items {
		o.field(u, entry, e)
	}
}

func (o *observer) field(u *usage, entry kb.Entry, e *kb.Entity) {
	if c := o.child(u, entry.Key); c.declared == nil {
		o.value(c, entry.Value, e)
	}
}

func (o *observer) value(u *usage, v kb.Value, e *kb.Entity) {
	if u.dates.Name != date.Other && v.IsScalar() {
		v.CountDates(&u.dates)
	}
	switch v.Type {
	case kb.String:
		o.count(u, &u.values, e, v.Str)
	case kb.Table:
		if isStatement(v) {
			o.value(u, statementValue(v), e)
		} else if _, ok := o.kb.TextOf(v); !ok {
			for _, entry := range v.Items {
				o.count(u, &u.keys, e, entry.Key)
			}
			o.fields(u, v, e)
		}
	case kb.List:
		rows := isRows(v)
		for _, item := range v.Items {
			o.element(u, item.Value, e, rows)
		}
	}
}

// element counts an element of a list, which may be a row. A table names an entity
// if exactly one of its values does.
func (o *observer) element(u *usage, v kb.Value, e *kb.Entity, isRow bool) {
	if v.Type != kb.Table || !isRow && isStatement(v) {
		if v.Type != kb.List {
			o.value(u, v, e)
		}
		return
	}
	if _, ok := o.kb.TextOf(v); ok {
		return
	}
	u.values.total++
	hits := make(map[*kb.Kind]int)
	for _, entry := range v.Items {
		if entry.Value.Type == kb.String {
			for _, kind := range o.kindsNamed(u, reference{text: entry.Value.Str, from: e, table: v}) {
				hits[kind]++
			}
		}
	}
	for kind, n := range hits {
		if n == 1 {
			u.values.hit(kind, 1)
		}
	}
	o.fields(u, v, e)
}

// count counts one value or key of a field.
func (o *observer) count(u *usage, t *tally, e *kb.Entity, ref string) {
	t.total++
	if t.last != e {
		t.last, t.entities = e, t.entities+1
	}
	kinds := o.kindsNamed(u, reference{text: ref, from: e})
	for _, kind := range kinds {
		t.hit(kind, 1)
	}
	if len(kinds) == 1 {
		t.named++
		if o.kb.Lookup(kb.Address(ref)) != nil {
			t.addresses++
		}
	}
}

// kindsNamed returns the kinds of which a reference names exactly one entity
// other than the one that makes it. A value that repeats its own name is no
// reference, unless the field is called after the kind.
func (o *observer) kindsNamed(u *usage, r reference) []*kb.Kind {
	candidates := o.candidates(r.text)
	if len(candidates) == 0 {
		return nil
	}
	e := r.from
	own := r.text == e.Key || slices.Contains(e.Name.All(), r.text)
	var kinds []*kb.Kind
	for _, c := range candidates {
		if slices.Contains(kinds, c.Kind) || own && !isCalledAfter(u.last, c.Kind) {
			continue
		}
		if one, _ := o.choose(candidates, r, c.Kind); one != nil && one != e {
			kinds = append(kinds, c.Kind)
		}
	}
	return kinds
}

// isCalledAfter reports whether a field is called after a kind:
// language-servers after language-server.
func isCalledAfter(field string, kind *kb.Kind) bool { return singular(field) == singular(kind.Name) }

// singular folds the case, the underscores and the English plural of a word, well
// enough to compare two names.
func singular(word string) string {
	word = strings.ReplaceAll(strings.ToLower(word), "_", "-")
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return word[:len(word)-1]
	}
	return word
}
