package present

import (
	"cmp"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/safe"
)

// Key is what an entity sorts by in one column. Keys are computed once for
// each entity and then compared.
type Key struct {
	class  uint8
	number float64
	text   string
}

// The classes of keys, in the order in which they sort.
const (
	numberKey uint8 = iota
	textKey
	emptyKey
)

// IsEmpty tells whether the entity has nothing in the column.
func (k Key) IsEmpty() bool { return k.class == emptyKey }

// Compare orders two keys: numbers, then texts, then what is empty.
func (k Key) Compare(other Key) int {
	return cmp.Or(
		cmp.Compare(k.class, other.class),
		cmp.Compare(k.number, other.number),
		strings.Compare(k.text, other.text),
	)
}

// SortKey returns what an entity sorts by in a column: a number as a number, a
// date as a date, a text without case and accents and with the numbers in it
// in their order. Field "" is the name.
func (v Voice) SortKey(e *kb.Entity, field string) Key {
	if field != "" && field != KindField && !hasOwnPlace(field) {
		r := v.KB.Record(e)
		statements := v.current(r.Values(field))
		if field == "date" && len(statements) == 0 {
			statements = v.current(r.Values("start"))
		}
		if len(statements) == 0 {
			return Key{class: emptyKey}
		}
		if s := statements[0]; s.To == nil {
			if n, ok := s.Value.Number(); ok {
				return Key{class: numberKey, number: n}
			}
			if s.Value.Type == kb.Date {
				return textual(s.Value.Str)
			}
		}
	}
	return textual(v.cell(e, field, 128))
}

// Sort returns the entities in the order of a column, those that have nothing
// in it last either way. Equals keep their order.
func (v Voice) Sort(entities []*kb.Entity, field string, reverse bool) []*kb.Entity {
	out := make([]*kb.Entity, len(entities))
	for i, at := range v.Order(entities, field, reverse) {
		out[i] = entities[at]
	}
	return out
}

// Order is Sort, and returns the places of the entities instead.
func (v Voice) Order(entities []*kb.Entity, field string, reverse bool) []int32 {
	type row struct {
		key Key
		at  int32
	}
	rows := make([]row, len(entities))
	for i, e := range entities {
		rows[i] = row{v.SortKey(e, field), int32(i)}
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		if reverse && !a.key.IsEmpty() && !b.key.IsEmpty() {
			return b.key.Compare(a.key)
		}
		return a.key.Compare(b.key)
	})
	out := make([]int32, len(rows))
	for i := range rows {
		out[i] = rows[i].at
	}
	return out
}

// textual returns the key of a text: folded, and each run of digits preceded
// by its length, so that 9 comes before 10.
func textual(s string) Key {
	s = query.Fold(safe.Line(s))
	if s == "" {
		return Key{class: emptyKey}
	}
	return Key{class: textKey, text: query.Natural(s)}
}
