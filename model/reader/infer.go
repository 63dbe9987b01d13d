package reader

import (
	"maps"
	"slices"

	"rihla/model/date"
	"rihla/model/kb"
)

// rules says which fields are relations. It is made from everything that was
// observed, and does not change while linkers use it.
type rules struct {
	byKind map[*kb.Kind]*rule
	about  *rule // of the links that facts make; nil if there are none
}

// rule is what is decided about one field of one kind.
type rule struct {
	*fieldPath
	sub map[string]*rule

	relation *kb.Relation // nil if the field is no relation
	targets  []*kb.Kind   // that the relation leads to; empty: any
	keyed    bool         // the keys of the table are the references
	// strict is set if a value that names nothing is a mistake, byKey if one is that
	// is written like a key.
	strict, byKey bool
	dates         date.Reading
	// hits of total values of an inferred relation name an entity of targets.
	hits, total int
}

// inference decides which fields are relations, from what observers counted. It
// belongs to one goroutine.
type inference struct {
	*facts
	*kinds
	relations map[string]*kb.Relation // inferred ones, and declared ones that are lenient, by field path
	explained []kb.RelationInference
}

func newInference(f *facts, k *kinds) *inference {
	i := &inference{facts: f, kinds: k, relations: make(map[string]*kb.Relation)}
	for path, r := range f.manifest.relations {
		if r.Lenient && !r.Never {
			i.relations[path] = r
		}
	}
	return i
}

// textFields are the fields that hold texts, maybe in several languages.
var textFields = []string{nameField, titleField, aliasesField, summaryField, bodyField, "description", "label"}

// neverRelations are the fields that are never inferred to be relations.
var neverRelations = []string{nameField, titleField, "id", aliasesField, summaryField, bodyField, "url"}

// decide makes the rules of all kinds, and adds the inferred relations to the
// knowledge base.
func (i *inference) decide(o *observer) *rules {
	out := &rules{byKind: make(map[*kb.Kind]*rule, len(o.roots))}
	for _, kind := range i.facts.kb.Kinds {
		if root := o.roots[kind]; root != nil {
			out.byKind[kind] = i.decideTable(root, false)
		}
	}
	if o.hasAbout {
		out.about = aboutRule(i.manifest, i.relations[aboutField], i.kind)
	}
	return out
}

// decideTable makes the rule of a table and of the fields below it, in the order of
// their names, so that relations are inferred in the same order on every read.
//
// isQualifiers is set for the tables of a list that are links, or are none by the
// manifest: what else they hold is no relation, unless it is declared.
func (i *inference) decideTable(u *usage, isQualifiers bool) *rule {
	r := &rule{fieldPath: u.fieldPath}
	for _, key := range slices.Sorted(maps.Keys(u.sub)) {
		field := u.sub[key]
		var decided rule
		if !isQualifiers || field.declared != nil {
			decided = i.decideField(field)
		}
		decided.dates = i.readDates(field)
		isLink := decided.relation != nil && field.declared == nil && !decided.keyed
		below := i.decideTable(field, isQualifiers || field.keys.total == 0 && (isLink || field.never))
		decided.fieldPath, decided.sub = below.fieldPath, below.sub
		if r.sub == nil {
			r.sub = make(map[string]*rule, len(u.sub))
		}
		r.sub[key] = &decided
	}
	return r
}

// readDates returns which values of a field are dates. Without a manifest, a number
// in a field of a reserved name may be anything.
func (i *inference) readDates(u *usage) date.Reading {
	reserved := kb.ReservedDates(u.last)
	if reserved > date.Days && i.facts.kb.HasManifest {
		reserved = date.Dates
	}
	return max(u.dates.Reading(), reserved)
}

// decideField decides whether a field is a relation.
func (i *inference) decideField(u *usage) rule {
	var r rule
	if u.declared != nil {
		r.relation, r.targets, r.strict = u.declared, i.declaredTargets(u.declared), true
		v := verdict{accepted: true, reason: reasonDeclared}
		if len(r.targets) == 1 {
			v.kind = r.targets[0]
		}
		i.explain(u, &u.values, v, false)
		return r
	}
	values := best(u.fieldPath, &u.values)
	switch {
	case u.never:
		values.accepted, values.reason = false, reasonNever
		i.explain(u, &u.values, values, false)
		return r
	case !u.isNamed() && isReservedName(u.fieldPath):
		if values.accepted {
			values.accepted, values.reason = false, reasonReserved
			i.explain(u, &u.values, values, false)
		}
		return r
	case !(values.accepted && values.isByName()) && areKeysOfSeveral(&u.values) && !holdsRelations(u):
		i.accept(&r, u, &u.values, verdict{hits: u.values.named, total: u.values.withoutOwn().total, accepted: true, reason: reasonKeys})
		return r
	case values.accepted && !holdsRelations(u):
		i.accept(&r, u, &u.values, values)
		return r
	case isMajority(u.values.named, u.values.withoutOwn().total) && u.values.addresses > 0:
		i.accept(&r, u, &u.values, verdict{hits: u.values.named, total: u.values.withoutOwn().total, accepted: true, reason: reasonAddresses})
		return r
	}
	keys := best(u.fieldPath, &u.keys)
	switch {
	case keys.accepted && !keysAreFields(u, keys.kind):
		i.accept(&r, u, &u.keys, keys)
		r.keyed = true
	case u.isNamed():
		r.relation, r.targets = u.lenient, i.declaredTargets(u.lenient)
		i.explain(u, &u.values, verdict{kind: values.kind, hits: values.hits, distinct: values.distinct, accepted: true, reason: reasonDeclared}, false)
	default:
		i.explainRejected(u, values, keys)
	}
	return r
}

// isNamed reports whether a relation that is not strict names the field itself,
// rather than all fields of a path with a star.
func (u *usage) isNamed() bool { return u.lenient != nil && u.lenient.Name == u.path }

func (i *inference) declaredTargets(r *kb.Relation) []*kb.Kind {
	var out []*kb.Kind
	for _, name := range r.To {
		out = append(out, i.kind(name))
	}
	return out
}

// isReservedName reports whether a field is never inferred to be a relation. The
// name or the id in a table that is called after another kind may be one.
func isReservedName(p *fieldPath) bool {
	return p.isText || slices.Contains(neverRelations, p.last) && (len(p.after) == 0 || slices.Contains(p.after, p.kind))
}

// holdsRelations reports whether several fields of the tables of a list are relations
// of their own, declared or to several kinds, so that none of them stands for the
// table.
func holdsRelations(u *usage) bool {
	kinds := make(map[*kb.Kind]bool)
	for _, below := range u.sub {
		if below.declared != nil {
			return true
		}
		if v := best(below.fieldPath, &below.values); v.accepted && 2*v.hits >= u.values.total && !isReservedName(below.fieldPath) {
			kinds[v.kind] = true
		}
	}
	return len(kinds) > 1
}

// accept makes a relation of a field. It is strict if nine in ten of the values that
// t has counted name an entity of the verdict's kind, byKey if the verdict
// says that it holds keys. The kinds of a declared one stay as they are.
func (i *inference) accept(r *rule, u *usage, t *tally, v verdict) {
	i.explain(u, t, v, t == &u.keys)
	r.hits, r.total = v.hits, v.total
	if r.relation = u.lenient; r.relation == nil {
		r.relation = i.relation(u.path)
	}
	declared := r.relation.Declared
	switch {
	case v.kind == nil:
	case declared && len(r.relation.To) > 0 && !slices.Contains(r.relation.To, v.kind.Name):
		r.targets = i.declaredTargets(r.relation)
	default:
		r.targets = []*kb.Kind{v.kind}
		r.strict = 10*v.hits >= 9*v.total
		r.byKey = v.holdsKeys(u.fieldPath)
		if !declared {
			r.relation.To = appendNew(r.relation.To, v.kind.Name)
		}
	}
	if !declared {
		r.relation.From = append(r.relation.From, u.kind.Name)
		r.relation.IsNeed = u.dependency
	}
}

// relation returns the inferred relation of a field path, created if it is new.
func (i *inference) relation(path string) *kb.Relation {
	r := i.relations[path]
	if r == nil {
		r = &kb.Relation{Name: path}
		i.register(r)
	}
	return r
}

func (i *inference) register(r *kb.Relation) {
	i.relations[r.Name] = r
	i.facts.kb.Relations = append(i.facts.kb.Relations, r)
}

// addAbout registers the relation of the links that facts make, unless the
// manifest declares it. firstFact has the kinds of entities with such facts, and
// the number of the first one.
func (i *inference) addAbout(about *rule, firstFact map[*kb.Kind]int) {
	if about == nil || about.relation.Declared {
		return
	}
	if i.relations[aboutField] == nil {
		i.register(about.relation)
	}
	kinds := slices.SortedFunc(maps.Keys(firstFact), func(x, y *kb.Kind) int { return firstFact[x] - firstFact[y] })
	for _, kind := range kinds {
		about.relation.From = appendNew(about.relation.From, kind.Name)
	}
}

// aboutRule returns the rule for the links that facts make: the relation that the
// manifest declares, else the inferred one, else a new one to any kind.
func aboutRule(m *manifest, inferred *kb.Relation, kindOf func(name string) *kb.Kind) *rule {
	r := &rule{fieldPath: &fieldPath{path: aboutField, last: aboutField}, strict: true}
	switch of := m.relations[aboutField]; {
	case of == nil || of.Never:
	case of.Lenient:
		inferred = of
	default:
		r.declared = of
	}
	switch {
	case r.declared != nil:
		r.relation = r.declared
	case inferred != nil:
		r.relation = inferred
	default:
		r.relation = &kb.Relation{Name: aboutField}
	}
	if r.relation.Declared {
		for _, name := range r.relation.To {
			r.targets = append(r.targets, kindOf(name))
		}
	}
	return r
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
