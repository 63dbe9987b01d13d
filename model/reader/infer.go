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
	fieldPath
	sub map[string]*rule

	relation *kb.Relation // nil if the field is no relation
	targets  []*kb.Kind   // that the relation leads to; empty: any
	keyed    bool         // the keys of the table are the references
	// strict is set if a value that names nothing is a mistake.
	strict bool
	dates  date.Reading
	// hits of total values of an inferred relation name an entity of targets.
	hits, total int
}

// inference decides which fields are relations, from what observers counted. It
// belongs to one goroutine.
type inference struct {
	*facts
	*kinds
	relations map[string]*kb.Relation // inferred ones, by field path
}

func newInference(f *facts, k *kinds) *inference {
	return &inference{facts: f, kinds: k, relations: make(map[string]*kb.Relation)}
}

// neverRelations are the fields that are never inferred to be relations.
var neverRelations = []string{nameField, titleField, "id", aliasesField, summaryField, bodyField, "url"}

// decide makes the rules of all kinds, and adds the inferred relations to the
// knowledge base.
func (i *inference) decide(o *observer) *rules {
	out := &rules{byKind: make(map[*kb.Kind]*rule, len(o.roots))}
	for _, kind := range i.facts.kb.Kinds {
		if root := o.roots[kind]; root != nil {
			out.byKind[kind] = i.decideTable(root)
		}
	}
	if o.hasAbout {
		out.about = aboutRule(i.manifest, i.relations[aboutField], i.kind)
	}
	return out
}

// decideTable makes the rule of a table and of the fields below it, in the order of
// their names, so that relations are inferred in the same order on every read.
func (i *inference) decideTable(u *usage) *rule {
	r := &rule{fieldPath: u.fieldPath}
	for _, key := range slices.Sorted(maps.Keys(u.sub)) {
		field := u.sub[key]
		decided := rule{dates: i.readDates(field)}
		switch {
		case field.declared != nil:
			decided.relation, decided.strict = field.declared, true
			for _, name := range field.declared.To {
				decided.targets = append(decided.targets, i.kind(name))
			}
		case slices.Contains(neverRelations, field.last):
		case i.infer(&decided, field, &field.values):
		case keysMayBeReferences(field) && i.infer(&decided, field, &field.keys):
			decided.keyed = true
		}
		below := i.decideTable(field)
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

// keysMayBeReferences reports whether the keys of a table may be references at
// all: authors choose keys freely, so one entity's table is no evidence, unless
// the field is called after the kind that they name.
func keysMayBeReferences(u *usage) bool {
	if u.keys.entities > 1 {
		return true
	}
	for kind := range u.keys.hits {
		if isCalledAfter(u.last, kind) {
			return true
		}
	}
	return false
}

// infer makes a relation of a field if at least three in five of the counted
// values name an entity of one kind, or of any kind and some by address. The
// relation is strict from nine in ten.
func (i *inference) infer(r *rule, u *usage, t *tally) bool {
	var best *kb.Kind
	for kind, hits := range t.hits {
		if isMajority(hits, t.total) && (best == nil || isBetter(u, t, kind, best)) {
			best = kind
		}
	}
	switch {
	case best != nil:
		r.targets = []*kb.Kind{best}
		r.strict = 10*t.hits[best] >= 9*t.total
	case isMajority(t.named, t.total) && t.addresses > 0:
	default:
		return false
	}
	r.hits, r.total = t.named, t.total
	if best != nil {
		r.hits = t.hits[best]
	}
	r.relation = i.relation(u.path)
	r.relation.From = append(r.relation.From, u.kind.Name)
	if best != nil {
		r.relation.To = appendNew(r.relation.To, best.Name)
	}
	return true
}

func isMajority(hits, total int) bool { return hits > 0 && 5*hits >= 3*total }

// isBetter reports whether a field names kind rather than other: the kind that it
// is called after, else the kind that it names more often, else the first by
// name, so that the order of files does not matter.
func isBetter(u *usage, t *tally, kind, other *kb.Kind) bool {
	if x, y := isCalledAfter(u.last, kind), isCalledAfter(u.last, other); x != y {
		return x
	}
	if x, y := t.hits[kind], t.hits[other]; x != y {
		return x > y
	}
	return kind.Name < other.Name
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
	r := &rule{fieldPath: fieldPath{path: aboutField, last: aboutField, declared: m.relations[aboutField]}, strict: true}
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
