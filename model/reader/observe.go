package reader

import (
	"slices"

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
	*fieldPath
	sub    map[string]*usage
	values tally // of the field's values
	keys   tally // of its keys, if it is a table
	// numbers counts the whole numbers of a field that is called after identities; nil
	// for others.
	numbers *tally
	dates   date.Tally
}

// fieldPath identifies a field of a kind.
type fieldPath struct {
	kind *kb.Kind
	path string // dotted; empty for the entity's own table
	last string // the last part of path
	// declared is the manifest's relation of that path, or nil; lenient is one that
	// is not strict, and so is read as it would be inferred. never is set if the
	// manifest says that the field is no relation.
	declared, lenient *kb.Relation
	never             bool
	// after are the kinds that the field is called after, ends those whose names end
	// its own.
	after, ends []*kb.Kind
	// ids are the kinds whose identities the whole numbers of a field may be that is
	// called after none of them.
	ids        []*kb.Kind
	dependency bool      // it is called after what an entity needs
	group      bool      // the table that holds it is
	isText     bool      // the table that holds it is called after a text, such as its name
	with       notations // in which its values may be written
}

// below returns the path of a key below p.
func (f *facts) below(p *fieldPath, key string) *fieldPath {
	c := &fieldPath{kind: p.kind, path: key, last: key}
	if p.path != "" {
		c.path = p.path + "." + key
	}
	name := words(key)
	c.dependency = isDependency(name)
	c.after, c.ends = f.kindsByName.find(name, p.last)
	c.group, c.isText = p.dependency, p.isText || slices.Contains(textFields, p.last)
	c.with = f.notationsOf(c)
	r := f.manifest.relationAt(c.path)
	if r != nil && len(r.From) > 0 && !slices.Contains(r.From, p.kind.Name) {
		r = nil
	}
	if len(c.after)+len(c.ends) == 0 {
		c.ids = f.idsOf(c, name, r)
	}
	if r != nil {
		switch {
		case r.Never:
			c.never = true
		case r.Lenient:
			c.lenient = r
		default:
			c.declared, c.with = r, anyWay
		}
	}
	return c
}

// notationsOf returns the notations that the values of a field may have.
func (f *facts) notationsOf(p *fieldPath) notations {
	if f.notations == nil {
		return anyWay
	}
	return f.notations[fieldKey{p.kind, p.path}]
}

// fieldKey identifies a field.
type fieldKey struct {
	kind *kb.Kind
	path string
}

func (o *observer) root(kind *kb.Kind) *usage {
	if o.roots[kind] == nil {
		o.roots[kind] = &usage{fieldPath: &fieldPath{kind: kind}}
	}
	return o.roots[kind]
}

func (o *observer) child(u *usage, key string) *usage {
	c := u.sub[key]
	if c == nil {
		c = &usage{fieldPath: o.below(u.fieldPath, key), dates: date.Tally{Name: date.NameOf(key)}}
		u.add(key, c)
	}
	return c
}

func (u *usage) ownNumbers() *tally {
	if u.numbers == nil {
		u.numbers = new(tally)
	}
	return u.numbers
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
	if other.numbers != nil {
		u.ownNumbers().merge(other.numbers)
	}
	u.dates.Merge(&other.dates)
	for key, c := range other.sub {
		if have := u.sub[key]; have != nil {
			have.merge(c)
		} else {
			u.add(key, c)
		}
	}
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
	return fact.Value.Has(aboutField) && (!o.kb.HasManifest || isText(fact.Value.Get("text"), o.kb.Languages))
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
	case kb.String, kb.Int:
		if r, ok := u.reference(v, e); ok {
			o.count(&u.values, o.kindsNamed(u, r))
		} else if v.Type == kb.Int && slices.Contains(numberFields, u.last) {
			o.count(u.ownNumbers(), found{reference: reference{text: v.Str, from: e, isNumber: true}})
		}
	case kb.Table:
		if isStatement(v) {
			o.value(u, statementValue(v), e)
		} else if _, ok := o.kb.TextOf(v); !ok {
			for _, entry := range v.Items {
				if !u.isGroup(entry.Value) {
					o.count(&u.keys, o.key(u, entry, e))
				}
			}
			o.fields(u, v, e)
		}
	case kb.List:
		u.values.isList = true
		rows := isRows(v)
		for _, item := range v.Items {
			o.element(u, item.Value, e, rows)
		}
	}
}

// reference returns the reference that a value of the field may be. A whole number is
// one if the field is called after a kind, or as fields that hold identities are.
func (p *fieldPath) reference(v kb.Value, from *kb.Entity) (r reference, ok bool) {
	switch {
	case v.Type == kb.String:
		return reference{text: v.Str, from: from, with: p.with}, true
	case v.Type == kb.Int && p.mayBeNumber():
		return reference{text: v.Str, from: from, isNumber: true, numberOf: p.numberOf()}, true
	}
	return reference{}, false
}

// inRow is reference for a value that may stand for the table that holds it: a number
// that is an identity by the name of its field alone stands for none.
func (p *fieldPath) inRow(v kb.Value, from *kb.Entity) (r reference, ok bool) {
	if p.never || v.Type == kb.Int && len(p.ids) > 0 {
		return reference{}, false
	}
	return p.reference(v, from)
}

// numberOf returns the kinds that a whole number may name an entity of.
func (p *fieldPath) numberOf() []*kb.Kind { return slices.Concat(p.after, p.ends, p.ids) }

// numberFields are the fields whose whole numbers may identify their entities.
var numberFields = []string{"id", "ID", "Id", "uid", "number", "no", "nr", "num", "index", "key", "code"}

// mayBeNumber reports whether a whole number may name an entity.
func (p *fieldPath) mayBeNumber() bool { return len(p.after)+len(p.ends)+len(p.ids) > 0 }

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
	only := make(map[*kb.Kind]*kb.Entity) // nil for a kind of which several are named
	isOwn := false
	first := found{reference: reference{from: e}}
	for _, entry := range v.Items {
		c := o.child(u, entry.Key)
		r, ok := c.inRow(entry.Value, e)
		if !ok {
			continue
		}
		r.table = v
		one := o.kindsNamed(u, r)
		isFirst := len(only) == 0
		for _, to := range one.named {
			if have, ok := only[to.Kind]; ok && have != to {
				only[to.Kind] = nil
			} else {
				only[to.Kind] = to
			}
		}
		isOwn = isOwn || one.isOwn
		if first.text == "" || len(one.named) > 0 && isFirst {
			first = one
		}
	}
	first.named, first.isOwn = nil, isOwn && only[e.Kind] == nil
	for _, to := range only {
		if to != nil {
			first.named = append(first.named, to)
		}
	}
	o.count(&u.values, first)
	o.fields(u, v, e)
}

// found is a reference and what it names.
type found struct {
	reference
	named []*kb.Entity // at most one of each kind
	by    notations
	// proven is set if what stands beside the reference says that it is one.
	proven bool
	// isOwn is set if the reference names the entity that makes it, and no other of that
	// entity's kind.
	isOwn bool
}

func (f *found) kinds() []*kb.Kind {
	var kinds []*kb.Kind
	for _, e := range f.named {
		kinds = append(kinds, e.Kind)
	}
	return kinds
}

// count counts one value or key of a field.
func (o *observer) count(t *tally, f found) {
	t.total++
	if t.last != f.from {
		t.last, t.entities = f.from, t.entities+1
	}
	own := 0
	if f.isOwn {
		own = 1
	}
	t.own += own
	if len(f.text) <= maxReference {
		t.sample.add(sampled{hash: hashText(f.text), text: f.text, count: 1, own: own, kinds: f.kinds(), from: f.from, isNumber: f.isNumber})
	}
	if len(f.named) == 0 {
		return
	}
	n := hits{values: 1}
	if f.by == byPath || f.proven || isSpecific(f.text) {
		n.specific = 1
	}
	if f.by == bySpelling {
		n.respelt = 1
	}
	t.with |= f.by
	for _, to := range f.named {
		n.keyed = 0
		if kb.SameText(to.Key, f.text) {
			n.keyed = 1
		}
		t.hit(to.Kind, n)
	}
	if len(f.named) == 1 {
		t.named++
		if o.kb.Lookup(kb.Address(f.text)) != nil {
			t.addresses++
		}
	}
}

// isGroup reports whether a value below dependencies is a list of some of them, so
// that its key names the group: optional-dependencies.test = ["coverage"].
func (p *fieldPath) isGroup(v kb.Value) bool {
	return p.dependency && v.Type == kb.List && !v.IsTableArray()
}

// key returns what the key of a table names. It is certain if its value says that it
// stands for a member of a workspace, or gives the path of the entity:
// my-core = { workspace = true }, my-core = { path = "../core" }.
func (o *observer) key(u *usage, entry kb.Entry, e *kb.Entity) found {
	f := o.kindsNamed(u, reference{text: entry.Key, from: e, table: entry.Value, with: u.with})
	if len(f.named) > 0 && entry.Value.Type == kb.Table {
		at := o.atPath(reference{text: entry.Value.Get("path").Str, from: e})
		f.proven = entry.Value.Get("workspace").Str == "true" || slices.Contains(f.named, at)
	}
	return f
}

// kindsNamed returns the kinds of which a reference names exactly one entity
// other than the one that makes it. A value that repeats its own name is no
// reference, unless the field is called after the kind.
func (o *observer) kindsNamed(u *usage, r reference) found {
	candidates, by := o.candidates(r)
	f := found{reference: r, by: by}
	if len(candidates) == 0 {
		return f
	}
	e := r.from
	own := r.text == e.Key && !o.isKeyedByText(e) || !e.IsNamedByText && slices.Contains(e.Name.All(), r.text)
	for _, c := range candidates {
		if slices.ContainsFunc(f.named, func(e *kb.Entity) bool { return e.Kind == c.Kind }) || own && c != e && u.closeTo(c.Kind) < calledAfter {
			continue
		}
		switch one, _ := o.choose(candidates, r, c.Kind); one {
		case nil:
		case e:
			f.isOwn = true
		default:
			f.named = append(f.named, one)
		}
	}
	return f
}
