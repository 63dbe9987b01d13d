package decode

import "rihla/model/kb"

// table is a table that is being read, in step with what the decoder made of
// it.
type table struct {
	values map[string]any // what the decoder has; nil where it has none
	items  []kb.Entry
	subs   []sub
	index  map[string]int // of subs, once there are many
}

// sub is an entry of a table that headers and dotted keys may still add to: a
// table, or an array of tables, whose last element they add to.
type sub struct {
	key   string
	item  int // its place in items
	table *table
	kind  kind
}

// kind says how an entry of a table came about.
type kind uint8

const (
	plain    kind = iota // a key and its value
	implied              // a table that only longer headers or dotted keys mention
	explicit             // a table with a header of its own
	array                // an array of tables
)

func newTable(values map[string]any) *table {
	return &table{values: values, items: make([]kb.Entry, 0, len(values))}
}

const manySubs = 8

// find returns the sub of a key, or nil. The next add or open makes it stale.
func (t *table) find(key string) *sub {
	if t.index != nil {
		if i, ok := t.index[key]; ok {
			return &t.subs[i]
		}
		return nil
	}
	for i := range t.subs {
		if t.subs[i].key == key {
			return &t.subs[i]
		}
	}
	return nil
}

// open adds a sub.
func (t *table) open(key string, keyPos kb.Pos, value kb.Value, k kind, table *table) {
	t.subs = append(t.subs, sub{key, len(t.items), table, k})
	t.items = append(t.items, kb.Entry{Key: key, KeyPos: keyPos, Value: value})
	if t.index != nil {
		t.index[key] = len(t.subs) - 1
	} else if len(t.subs) > manySubs {
		t.index = make(map[string]int, 4*manySubs)
		for i := range t.subs {
			t.index[t.subs[i].key] = i
		}
	}
}

// child returns the table that a longer key passes through, made at pos where
// it is new.
func (t *table) child(key string, keyPos, pos kb.Pos) *table {
	if s := t.find(key); s != nil {
		return s.table
	}
	values, _ := t.values[key].(map[string]any)
	child := newTable(values)
	t.open(key, keyPos, kb.Value{Type: kb.Table, Pos: pos}, implied, child)
	return child
}

// header returns the table that a header of its own opens.
func (t *table) header(key string, keyPos, pos kb.Pos) *table {
	child := t.child(key, keyPos, pos)
	if s := t.find(key); s.kind == implied {
		s.kind = explicit
		t.items[s.item].KeyPos = keyPos
		t.items[s.item].Value.Pos = pos
	}
	return child
}

// element returns the table that a header adds to an array of tables.
func (b *builder) element(t *table, key string, keyPos, pos kb.Pos) *table {
	s := t.find(key)
	if s == nil || s.kind != array {
		list := kb.Value{Type: kb.List, Pos: pos, Items: make([]kb.Entry, 0, lengthOf(t.values[key]))}
		t.open(key, keyPos, list, array, nil)
		s = t.find(key)
	} else {
		b.endElement(t, s)
	}
	list := &t.items[s.item].Value
	values, _ := elementOf(t.values[key], len(list.Items)).(map[string]any)
	s.table = newTable(values)
	list.Items = append(list.Items, kb.Entry{KeyPos: pos, Value: kb.Value{Type: kb.Table, Pos: pos}})
	return s.table
}

// endElement ends the last element of an array of tables.
func (b *builder) endElement(t *table, s *sub) {
	list := t.items[s.item].Value.Items
	list[len(list)-1].Value.Items = b.finish(s.table)
}

// finish ends a table and returns its entries.
func (b *builder) finish(t *table) []kb.Entry {
	for i := range t.subs {
		s := &t.subs[i]
		if s.kind == array {
			b.endElement(t, s)
		} else {
			t.items[s.item].Value.Items = b.finish(s.table)
		}
	}
	// Text and decoder agree, or the decoder has mistaken one table for
	// another: it does where elements of an array of tables differ in kind.
	if len(t.items) != len(t.values) {
		return b.settle(t.items)
	}
	return t.items
}

// settle makes the keys of a table unique. A table given in two ways becomes
// one; of anything else the first stays.
func (b *builder) settle(items []kb.Entry) []kb.Entry {
	at := make(map[string]int, len(items))
	out := items[:0]
	for _, item := range items {
		i, twice := at[item.Key]
		switch {
		case !twice:
			at[item.Key] = len(out)
			out = append(out, item)
		case out[i].Value.Type == kb.Table && item.Value.Type == kb.Table:
			both := append(out[i].Value.Items[:len(out[i].Value.Items):len(out[i].Value.Items)], item.Value.Items...)
			out[i].Value.Items = b.settle(both)
		default:
			b.problems = append(b.problems, Problem{
				Code:    kb.DuplicateKey,
				Offset:  int(item.KeyPos.Offset),
				Message: "Key '" + item.Key + "' has already been defined.",
			})
		}
	}
	return out
}

// elementOf returns an element of what the decoder made of a list, or nil.
func elementOf(list any, i int) any {
	switch list := list.(type) {
	case []any:
		if i < len(list) {
			return list[i]
		}
	case []map[string]any:
		if i < len(list) {
			return list[i]
		}
	}
	return nil
}

func lengthOf(list any) int {
	switch list := list.(type) {
	case []any:
		return len(list)
	case []map[string]any:
		return len(list)
	}
	return 0
}
