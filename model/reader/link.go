package reader

import (
	"rihla/model/kb"
	"rihla/model/say"
	"slices"
)

// linker is a worker that makes the records of entities.
type linker struct {
	worker
	rules  *rules
	fields *fieldTable
	roots  map[*kb.Kind]*root
	// firstFact is the number of the first entity of each kind whose facts make
	// links.
	firstFact map[*kb.Kind]int

	// Of the entity at hand:
	entity *kb.Entity
	out    []kb.Statement
}

// root holds a linker's fields of one kind.
type root struct {
	table *field // the entity's own table
	about *field // the links of its facts
}

// field is a linker's view of one field of a kind: the shared rule, and the
// kb.Field once it has been needed, so that the fieldTable is rarely locked.
type field struct {
	*rule
	sub   map[string]*field
	known *kb.Field
}

func newLinker(f *facts, r *rules, t *fieldTable) *linker {
	return &linker{worker: worker{facts: f}, rules: r, fields: t, roots: make(map[*kb.Kind]*root), firstFact: make(map[*kb.Kind]int)}
}

func (l *linker) root(kind *kb.Kind) *root {
	r := l.roots[kind]
	if r == nil {
		r = new(root)
		if decided := l.rules.byKind[kind]; decided != nil {
			r.table = &field{rule: decided}
		} else {
			r.table = &field{rule: &rule{fieldPath: &fieldPath{kind: kind}}}
		}
		if l.rules.about != nil {
			about, path := *l.rules.about, *l.rules.about.fieldPath
			path.kind, about.fieldPath = kind, &path
			r.about = &field{rule: &about}
		}
		l.roots[kind] = r
	}
	return r
}

// child returns the field of a key below f.
func (l *linker) child(f *field, key string) *field {
	c := f.sub[key]
	if c == nil {
		decided := f.rule.sub[key]
		if decided == nil {
			decided = &rule{fieldPath: l.below(f.fieldPath, key)}
		}
		c = &field{rule: decided}
		if f.sub == nil {
			f.sub = make(map[string]*field)
		}
		f.sub[key] = c
	}
	return c
}

// kbField returns the kb.Field of f.
func (l *linker) kbField(f *field) *kb.Field {
	if f.known == nil {
		f.known = l.fields.field(f.rule, f.kind, l.entity)
	}
	return f.known
}

// record makes the record of an entity from its table. It reuses the memory of
// r, and does not set r.Links.
func (l *linker) record(e *kb.Entity, table kb.Value, r *kb.Record) {
	l.entity, l.out = e, r.Statements[:0]
	root := l.root(e.Kind)
	for _, entry := range table.Items {
		if !isReserved(entry) {
			l.value(l.child(root.table, entry.Key), entry)
		}
	}
	r.Statements, r.Facts = l.out, nil
	r.Summary = l.reservedText(e, table, summaryField)
	r.Body = l.reservedText(e, table, bodyField)
	if facts := table.Get(factsField); isFacts(facts) {
		r.Facts = l.recordFacts(root, facts)
	}
	r.Mentions = r.Mentions[:0]
	if !r.Body.IsEmpty() && !l.kb.Partial {
		r.Mentions = l.mentions(table.Get(bodyField), r.Mentions)
	}
}

// addStatement adds one statement of the entity.
func (l *linker) addStatement(f *field, v kb.Value, to *kb.Entity, c *kb.Claim, inList bool, pos kb.Pos) {
	known := l.kbField(f)
	if f.path == sourceKey && c != nil {
		placesInSource(c)
	}
	if to == nil && l.isOwnSource(f) {
		l.checkOwnSource(v)
	}
	if l.kb.Partial && to == nil { // not all values are known: each says for itself
		known.Dates = max(known.Dates, (&kb.Entry{Key: f.last, Value: v}).Dates())
	}
	l.out = append(l.out, kb.Statement{From: l.entity, Field: known, Value: v, To: to, Claim: c, InList: inList, Pos: pos})
}

// value makes the statements of one field.
func (l *linker) value(f *field, entry kb.Entry) {
	v := entry.Value
	switch {
	case f.relation != nil && !f.keyed:
		l.relationLinks(f, entry)
	case isStatement(v):
		l.addStatement(f, statementValue(v), nil, l.claim(v, statementKey(v)), false, entry.KeyPos)
	case v.Type == kb.Table && f.keyed:
		l.keyedLinks(f, v)
	case v.Type == kb.Table && len(v.Items) > 0 && !l.isText(v):
		for _, child := range v.Items {
			l.value(l.child(f, child.Key), child)
		}
	case v.Type == kb.List && holdsStatement(v) && !isRows(v):
		for _, item := range v.Items {
			if isStatement(item.Value) {
				l.addStatement(f, statementValue(item.Value), nil, l.claim(item.Value, statementKey(item.Value)), true, item.Value.Pos)
			} else {
				l.addStatement(f, item.Value, nil, nil, true, item.Value.Pos)
			}
		}
	default:
		l.addStatement(f, v, nil, nil, false, entry.KeyPos)
		if v.Type == kb.List {
			l.nestedLinks(f, v)
		}
	}
}

func (l *linker) isText(v kb.Value) bool {
	_, ok := l.kb.TextOf(v)
	return ok
}

func holdsStatement(list kb.Value) bool {
	return slices.ContainsFunc(list.Items, func(item kb.Entry) bool { return isStatement(item.Value) })
}

// nestedLinks makes the links inside the tables of a list. Their other values are
// part of the list's own statement.
func (l *linker) nestedLinks(f *field, list kb.Value) {
	for _, item := range list.Items {
		if item.Value.Type == kb.Table && !l.isText(item.Value) {
			l.nestedTableLinks(f, item.Value)
		}
	}
}

func (l *linker) nestedTableLinks(f *field, table kb.Value) {
	for _, entry := range table.Items {
		c := l.child(f, entry.Key)
		switch {
		case c.relation != nil:
			before := len(l.out)
			l.value(c, entry)
			l.out = keepLinks(l.out, before)
		case entry.Value.Type == kb.Table:
			l.nestedTableLinks(c, entry.Value)
		case entry.Value.Type == kb.List:
			l.nestedLinks(c, entry.Value)
		}
	}
}

// keepLinks removes the statements from an index on that are no links.
func keepLinks(all []kb.Statement, from int) []kb.Statement {
	links := slices.DeleteFunc(all[from:], func(s kb.Statement) bool { return s.To == nil })
	return all[:from+len(links)]
}

// recordFacts returns the entity's claims in free text, and the links that they make.
func (l *linker) recordFacts(root *root, list kb.Value) []kb.Fact {
	facts := make([]kb.Fact, 0, len(list.Items))
	for _, item := range list.Items {
		v := item.Value.Get("text")
		text, ok := textOf(v, l.kb.Languages)
		if !ok && !l.kb.HasManifest {
			text, ok = kb.Plain(plainText(v)), true
		}
		if !ok {
			l.add(kb.BadType, v.Pos, l.entity.Address(), say.FactIs.With(describe(v)), say.ExpectTranslated.With())
			continue
		}
		fact := kb.Fact{Text: text, Claim: l.claim(item.Value, "text", aboutField), Pos: item.Value.Pos}
		if about := item.Value.Get(aboutField); about.Type != kb.Null {
			fact.About = l.about(root, about)
		}
		facts = append(facts, fact)
	}
	return facts
}

// about makes the links of one fact.
func (l *linker) about(root *root, v kb.Value) []kb.Statement {
	if first, ok := l.firstFact[l.entity.Kind]; !ok || l.entity.Number() < first {
		l.firstFact[l.entity.Kind] = l.entity.Number()
	}
	statements := l.out
	l.out = nil
	l.relationLinks(root.about, kb.Entry{Key: aboutField, KeyPos: v.Pos, Value: v})
	links := l.out
	l.out = statements
	return links
}
