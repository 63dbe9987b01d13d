package decode

import (
	"rihla/model/kb"
	"rihla/model/say"
)

// table is a table that is being built, in step with the decoder's result.
type table struct {
	values map[string]any // the decoder's table; nil if it has none
	items  []kb.Entry
	subs   []sub
	index  map[string]int // of subs by key, once there are many
}

// sub is an entry of a table that headers and dotted keys may extend: a table, or
// the last element of an array of tables.
type sub struct {
	key   string
	item  int // index into items
	table *table
	kind  kind
}

// kind is how an entry of a table is written (TOML 1.0, "Table" and "Array of
// Tables").
type kind uint8

const (
	keyValue kind = iota // a key and its value
	implied              // a table, only as part of longer headers or dotted keys
	explicit             // a table with a header of its own
	array                // an array of tables
)

func newTable(values map[string]any) *table {
	return &table{values: values, items: make([]kb.Entry, 0, len(values))}
}

// manySubs is the number of subs above which an index is built.
const manySubs = 8

// find returns the sub of a key, or nil. It is valid until the next add.
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

// add adds a sub.
func (t *table) add(key string, keyPos kb.Pos, value kb.Value, k kind, table *table) {
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

// child returns the table of a key that is not the last part, created at pos if it
// is new.
func (t *table) child(key string, keyPos, pos kb.Pos) *table {
	if s := t.find(key); s != nil {
		return s.table
	}
	values, _ := t.values[key].(map[string]any)
	child := newTable(values)
	t.add(key, keyPos, kb.Value{Type: kb.Table, Pos: pos}, implied, child)
	return child
}

// header returns the table of a header.
func (t *table) header(key string, keyPos, pos kb.Pos) *table {
	child := t.child(key, keyPos, pos)
	if s := t.find(key); s.kind == implied {
		s.kind = explicit
		t.items[s.item].KeyPos = keyPos
		t.items[s.item].Value.Pos = pos
	}
	return child
}

// element returns the table of a new element of an array of tables.
func (b *builder) element(t *table, key string, keyPos, pos kb.Pos) *table {
	s := t.find(key)
	if s == nil || s.kind != array {
		list := kb.Value{Type: kb.List, Pos: pos, Items: make([]kb.Entry, 0, lengthOf(t.values[key]))}
		t.add(key, keyPos, list, array, nil)
		s = t.find(key)
	} else {
		b.finishElement(t, s)
	}
	list := &t.items[s.item].Value
	values, _ := elementOf(t.values[key], len(list.Items)).(map[string]any)
	s.table = newTable(values)
	list.Items = append(list.Items, kb.Entry{KeyPos: pos, Value: kb.Value{Type: kb.Table, Pos: pos}})
	return s.table
}

// finishElement finishes the last element of an array of tables.
func (b *builder) finishElement(t *table, s *sub) {
	list := t.items[s.item].Value.Items
	list[len(list)-1].Value.Items = b.finish(s.table)
}

// finish returns the entries of a complete table.
func (b *builder) finish(t *table) []kb.Entry {
	for i := range t.subs {
		s := &t.subs[i]
		if s.kind == array {
			b.finishElement(t, s)
		} else {
			t.items[s.item].Value.Items = b.finish(s.table)
		}
	}
	// A difference means that the decoder has accepted a key that is defined
	// twice: it does in arrays whose elements differ in type.
	if len(t.items) != len(t.values) {
		return b.deduplicate(t.items)
	}
	return t.items
}

// deduplicate makes the keys of a table unique: two tables are merged, and of
// anything else the first one stays.
func (b *builder) deduplicate(items []kb.Entry) []kb.Entry {
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
			out[i].Value.Items = b.deduplicate(both)
		default:
			b.problems = append(b.problems, Problem{
				Code:   kb.DuplicateKey,
				Offset: int(item.KeyPos.Offset),
				Says:   say.KeyDefined.With(say.Key(item.Key)),
			})
		}
	}
	return out
}

// elementOf returns an element of the decoder's list, or nil.
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
