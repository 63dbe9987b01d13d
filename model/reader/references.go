package reader

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/say"
)

// relationLinks makes the links of a field that is a relation.
func (l *linker) relationLinks(f *field, entry kb.Entry) {
	v := entry.Value
	switch {
	case v.Type == kb.List:
		rows := f.declared == nil && isRows(v)
		for _, item := range v.Items {
			if rows {
				l.qualifiedLink(f, item.Value, true, item.Value.Pos)
			} else {
				l.link(f, item.Value, true, item.Value.Pos)
			}
		}
	case v.Type == kb.Table && !isStatement(v) && l.hasKeyThatResolves(f, v):
		l.keyedLinks(f, v)
	case v.Type == kb.Table && !isStatement(v) && f.declared == nil:
		for _, child := range v.Items {
			l.value(l.child(f, child.Key), child)
		}
	default:
		l.link(f, v, false, entry.KeyPos)
	}
}

func (l *linker) hasKeyThatResolves(f *field, table kb.Value) bool {
	return slices.ContainsFunc(table.Items, func(entry kb.Entry) bool {
		_, outcome := l.resolve(l.key(f, entry), f.targets)
		return outcome == resolved
	})
}

// key returns the reference that a key of a table is.
func (l *linker) key(f *field, entry kb.Entry) reference {
	return reference{text: entry.Key, from: l.entity, table: entry.Value, with: f.with}
}

// keyedLinks makes links of a table whose keys are the references and whose
// values are qualifiers.
func (l *linker) keyedLinks(f *field, table kb.Value) {
	for _, entry := range table.Items {
		ref := kb.Value{Type: kb.String, Str: entry.Key, Pos: entry.KeyPos}
		to, outcome := l.resolve(l.key(f, entry), f.targets)
		if outcome == wrongKind || to == l.entity || f.isGroup(entry.Value) {
			to = nil
		}
		if to == nil {
			if f.declared != nil && outcome != resolved { // in other tables, keys are free words
				l.addUnresolvedReference(f, ref, nil, outcome)
			}
			l.value(l.child(f, entry.Key), entry)
			continue
		}
		claim := &kb.Claim{}
		if entry.Value.Type == kb.Table && !l.isText(entry.Value) {
			claim = l.claim(entry.Value)
		} else {
			claim.Qualifiers = []kb.Entry{{Key: "value", KeyPos: entry.KeyPos, Value: entry.Value}}
		}
		l.addStatement(f, ref, to, claim, true, entry.KeyPos)
	}
}

// link makes the links of one value of a relation.
func (l *linker) link(f *field, v kb.Value, inList bool, pos kb.Pos) {
	switch {
	case v.Type == kb.String || v.Type == kb.Int && (f.declared != nil || f.mayBeNumber()):
		l.reference(f, v, nil, inList, pos)
	case isStatement(v):
		inner := statementValue(v)
		claim := l.claim(v, statementKey(v))
		if inner.Type != kb.List {
			l.reference(f, inner, claim, inList, pos)
			return
		}
		for _, item := range inner.Items {
			l.reference(f, item.Value, claim, true, item.Value.Pos)
		}
	case v.Type == kb.Table:
		l.qualifiedLink(f, v, inList, pos)
	default:
		l.addStatement(f, v, nil, nil, inList, pos)
	}
}

// qualifiedLink makes a link of a table of which exactly one value names an
// entity; the other values are qualifiers.
func (l *linker) qualifiedLink(f *field, table kb.Value, inList bool, pos kb.Pos) {
	var found kb.Entry
	var to *kb.Entity
	n := 0
	for _, entry := range table.Items {
		c := l.child(f, entry.Key)
		r, ok := c.inRow(entry.Value, l.entity)
		if !ok {
			continue
		}
		r.table = table
		if e, outcome := l.resolve(r, f.targets); outcome == resolved && e != l.entity && e != to {
			found, to, n = entry, e, n+1
		}
	}
	if n == 1 {
		l.addStatement(f, found.Value, to, l.claim(table, found.Key), inList, pos)
		return
	}
	if f.declared != nil {
		problem := say.TableNamesSeveral.With(say.Field(f.path), say.OneOf(kindNames(f.targets)))
		if n == 0 {
			problem = say.TableNamesNone.With(say.Field(f.path), say.OneOf(kindNames(f.targets)))
		}
		l.add(kb.DanglingReference, table.Pos, l.entity.Address(), problem, say.WriteReference.With())
		l.found[len(l.found)-1].finding.Uncertain = !l.isCertain(f)
	}
	l.addStatement(f, table, nil, nil, inList, pos)
}

// reference makes one link, or a plain value if the reference names nothing.
func (l *linker) reference(f *field, ref kb.Value, claim *kb.Claim, inList bool, pos kb.Pos) {
	r, ok := f.reference(ref, l.entity)
	if f.declared != nil && ref.IsScalar() {
		r, ok = reference{text: ref.Str, from: l.entity, with: f.with}, true
	}
	if isEmpty := ref.Type == kb.String && ref.Str == ""; isEmpty || !ok {
		l.addStatement(f, ref, nil, claim, inList, pos)
		return
	}
	to, outcome := l.resolve(r, f.targets)
	if f.declared == nil {
		switch {
		case to == l.entity:
			to, outcome = nil, resolved
		case outcome == wrongKind && to != nil && string(to.Address()) == ref.Str:
			outcome = resolved // an address is unambiguous
		case outcome == wrongKind:
			to = nil
		}
	}
	if outcome != resolved && !l.isOwnSource(f) {
		l.addUnresolvedReference(f, ref, to, outcome)
	}
	l.addStatement(f, ref, to, claim, inList, pos)
}

// addUnresolvedReference notes that a reference names nothing that the relation
// takes. In an inferred relation, that is a mistake only if almost all other
// values are references, if the value is written like a key as the others are, or
// if it is almost a name; and an entity of another kind is none.
func (l *linker) addUnresolvedReference(f *field, ref kb.Value, to *kb.Entity, outcome outcome) {
	uncertain := f.declared == nil && !f.strict && !(f.byKey && isKeyLike(ref.Str, f.targets))
	if uncertain && outcome != dangling || f.declared == nil && outcome == wrongKind {
		return
	}
	l.addUnresolved(unresolved{
		entity: l.entity, field: f.path, ref: ref, to: to, outcome: outcome, targets: f.targets,
		uncertain: uncertain, inferred: !l.isCertain(f), hits: f.hits, total: f.total,
	})
}

// isCertain reports whether the values of a relation are references by what the
// manifest says, or by the format where there is one.
func (l *linker) isCertain(f *field) bool {
	return f.declared != nil || l.kb.HasManifest && f == l.root(l.entity.Kind).about
}
