package present

import (
	"cmp"
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
	"rihla/ui/safe"
)

// Key is a sort key of an entity in one column. It is computed once for each
// entity.
type Key struct {
	class  uint8
	number float64
	text   string
}

// The classes of keys, in the order in which they sort.
const (
	numberKey uint8 = iota
	dateKey
	textKey
	emptyKey
)

// IsEmpty reports whether the entity has nothing in the column.
func (k Key) IsEmpty() bool { return k.class == emptyKey }

// Compare orders two keys: numbers before dates before texts before empty ones.
func (k Key) Compare(other Key) int {
	return cmp.Or(
		cmp.Compare(k.class, other.class),
		cmp.Compare(k.number, other.number),
		strings.Compare(k.text, other.text),
	)
}

// SortKey returns the sort key of an entity in a column: numbers by value, dates
// by time, texts without case and accents and with the numbers in them by value.
// Field "" is the name.
func (v Voice) SortKey(e *kb.Entity, field string) Key {
	if field == CitedField {
		if n := v.KB.ClaimCount(e); n > 0 {
			return Key{class: numberKey, number: float64(n)}
		}
		return Key{class: emptyKey}
	}
	if field != "" && !strings.HasPrefix(field, InternalPrefix) && !HasNoColumn(field) {
		r := v.KB.Record(e)
		statements := v.Current(r.Values(field))
		if field == "date" && len(statements) == 0 {
			statements = v.Current(r.Values("start"))
		}
		if len(statements) == 0 {
			for s, rest := range v.Through(e, field) {
				if key := v.SortKey(s.To, rest); !key.IsEmpty() {
					return key
				}
			}
			return Key{class: emptyKey}
		}
		if s := statements[0]; s.To == nil {
			if d, ok := s.Field.DateOf(s.Value); ok && s.Field.ReadsDates() > date.Days {
				return Key{class: dateKey, number: float64(d.Span().UTC().From), text: d.String()}
			}
			if n, ok := s.Value.Number(); ok {
				return Key{class: numberKey, number: n}
			}
			if s.Value.Type == kb.Date {
				return textKeyOf(s.Value.Str)
			}
		}
	}
	return textKeyOf(v.cell(e, field, 128))
}

// SortBy is one criterion of an order. Field "" is the name.
type SortBy struct {
	Field   string
	Reverse bool
}

// Sort returns the entities in the order of the first criterion, ties broken by
// the next and at last by their given order. Entities without a value come last
// in either direction.
func (v Voice) Sort(entities []*kb.Entity, by ...SortBy) []*kb.Entity {
	out := make([]*kb.Entity, len(entities))
	for i, at := range v.Order(entities, by...) {
		out[i] = entities[at]
	}
	return out
}

// Order is Sort, but returns the indexes of the entities.
func (v Voice) Order(entities []*kb.Entity, by ...SortBy) []int32 {
	keys := make([]Key, len(entities)*len(by))
	const each = 1 << 10 // entities that a worker takes at a time
	parallel.Each((len(entities)+each-1)/each, func(part int) {
		for i := part * each; i < min((part+1)*each, len(entities)); i++ {
			for k := range by {
				keys[i*len(by)+k] = v.SortKey(entities[i], by[k].Field)
			}
		}
	})
	out := make([]int32, len(entities))
	for i := range out {
		out[i] = int32(i)
	}
	slices.SortFunc(out, func(a, b int32) int {
		for k := range by {
			x, y := &keys[int(a)*len(by)+k], &keys[int(b)*len(by)+k]
			order := x.Compare(*y)
			if by[k].Reverse && !x.IsEmpty() && !y.IsEmpty() {
				order = -order
			}
			if order != 0 {
				return order
			}
		}
		return cmp.Compare(a, b)
	})
	return out
}

// textKeyOf returns the key of a text: folded, and each run of digits preceded
// by its length, so that 9 comes before 10.
func textKeyOf(s string) Key {
	s = query.Fold(safe.Line(s))
	if s == "" {
		return Key{class: emptyKey}
	}
	return Key{class: textKey, text: query.NaturalKey(s)}
}

// SortedEntities returns the entities of a kind in the default order of its list:
// by the manifest's field, or else in the order of the files.
func (v Voice) SortedEntities(kind *kb.Kind) []*kb.Entity {
	if v.FirstOrder(kind) == "" {
		return kind.Entities
	}
	return v.Sort(kind.Entities, SortBy{Field: kind.Sort})
}

// FirstOrder returns the field that a kind's list is sorted by at first, empty
// for the order of the files.
func (v Voice) FirstOrder(kind *kb.Kind) string {
	if v.KB.Partial {
		return ""
	}
	return kind.Sort
}
