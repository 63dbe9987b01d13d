package reader

import (
	"cmp"
	"slices"
	"sync"

	"rihla/model/kb"
)

// fieldTable creates the fields of kinds while several linkers run, and
// remembers where each was used first: fields are listed in the order in which
// one goroutine would have met them.
type fieldTable struct {
	mutex sync.Mutex
	first map[*kb.Field]firstUse
	turn  int
}

// firstUse orders fields: by entity, and within one by the order of creation.
type firstUse struct{ entity, turn int }

func newFieldTable() *fieldTable { return &fieldTable{first: make(map[*kb.Field]firstUse)} }

// field returns the field of a rule, which e has.
func (t *fieldTable) field(r *rule, kind *kb.Kind, e *kb.Entity) *kb.Field {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	f := kind.Field(r.path)
	f.Relation, f.Targets, f.Keyed = r.relation, r.targets, r.keyed
	f.Dates = max(r.dates, kb.ReservedDates(r.last))
	if first, ok := t.first[f]; !ok || e.Number() < first.entity {
		t.turn++
		t.first[f] = firstUse{e.Number(), t.turn}
	}
	return f
}

// sort orders the fields of the kinds: declared ones first, then by first use.
func (t *fieldTable) sort(kinds []*kb.Kind) {
	for _, kind := range kinds {
		slices.SortStableFunc(kind.Fields, func(x, y *kb.Field) int {
			switch {
			case x.Declared && y.Declared:
				return 0
			case x.Declared:
				return -1
			case y.Declared:
				return 1
			}
			p, q := t.first[x], t.first[y]
			return cmp.Or(cmp.Compare(p.entity, q.entity), cmp.Compare(p.turn, q.turn))
		})
	}
}
