package reader

import (
	"cmp"
	"slices"
	"sync"

	"rihla/model/kb"
)

// fields makes the fields of kinds, and the relation of facts, while several
// workers read entities.
type fields struct {
	mutex sync.Mutex
	// met is the number of the entity that a field was first met in, and when.
	met  map[*kb.Field]place
	turn int

	relation *kb.Relation // of facts
	targets  []*kb.Kind
	from     map[*kb.Kind]int // the kinds of the facts, by their first entity
}

type place struct{ entity, turn int }

func newFields() *fields {
	return &fields{met: make(map[*kb.Field]place), from: make(map[*kb.Kind]int)}
}

// of returns the field of a node, which an entity has.
func (f *fields) of(n *node, e *kb.Entity) *kb.Field {
	if n.field != nil {
		return n.field
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	n.field = n.kind.Field(n.path)
	n.field.Relation, n.field.Targets, n.field.Keyed = n.relation, n.targets, n.keyed
	if met, ok := f.met[n.field]; !ok || e.Number() < met.entity {
		f.turn++
		f.met[n.field] = place{e.Number(), f.turn}
	}
	return n.field
}

// about returns what the facts of an entity are about: a relation, and the kinds
// that it leads to.
func (f *fields) about(b *builder, e *kb.Entity) (*kb.Relation, []*kb.Kind) {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if f.relation == nil {
		f.relation = b.manifest.relations[aboutField]
		if f.relation == nil {
			f.relation = b.inferredRelations[aboutField]
		}
		if f.relation == nil {
			f.relation = &kb.Relation{Name: aboutField}
		}
		if f.relation.Declared {
			for _, name := range f.relation.To {
				f.targets = append(f.targets, b.kind(name))
			}
		}
	}
	if first, ok := f.from[e.Kind]; !ok || e.Number() < first {
		f.from[e.Kind] = e.Number()
	}
	return f.relation, f.targets
}

// settle brings the fields of each kind, and the kinds of the facts, in the
// order in which they are met by whoever reads the files from the beginning.
func (f *fields) settle(b *builder) {
	for _, kind := range b.kb.Kinds {
		slices.SortStableFunc(kind.Fields, func(x, y *kb.Field) int {
			if x.Declared || y.Declared {
				return cmp.Compare(rank(x.Declared), rank(y.Declared))
			}
			p, q := f.met[x], f.met[y]
			return cmp.Or(cmp.Compare(p.entity, q.entity), cmp.Compare(p.turn, q.turn))
		})
	}
	if f.relation == nil || f.relation.Declared {
		return
	}
	if b.inferredRelations[aboutField] == nil {
		b.inferredRelations[aboutField] = f.relation
		b.kb.Relations = append(b.kb.Relations, f.relation)
	}
	kinds := make([]*kb.Kind, 0, len(f.from))
	for kind := range f.from {
		kinds = append(kinds, kind)
	}
	slices.SortFunc(kinds, func(x, y *kb.Kind) int { return f.from[x] - f.from[y] })
	for _, kind := range kinds {
		addName(&f.relation.From, kind.Name)
	}
}

func rank(declared bool) int {
	if declared {
		return 0
	}
	return 1
}
