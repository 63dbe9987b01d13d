package decode

import (
	"rihla/model/kb"
	"rihla/model/say"
)

// union merges the root tables of fragments. Fragments of one valid file may share
// a table, with different keys, and an array of tables, with different elements.
type union struct {
	items    []kb.Entry
	kinds    []kind
	at       map[string]int
	keys     []map[string]struct{} // of tables in several fragments, by index into items
	problems []Problem             // duplicate keys
}

// add adds a fragment. Fragments are added in the order of the file.
func (u *union) add(p fragment) {
	if u.at == nil {
		u.at = make(map[string]int, len(p.items))
	}
	for j, item := range p.items {
		i, there := u.at[item.Key]
		switch {
		case !there:
			u.at[item.Key] = len(u.items)
			u.items = append(u.items, item)
			u.kinds = append(u.kinds, p.kinds[j])
			u.keys = append(u.keys, nil)
		case u.kinds[i] == array && p.kinds[j] == array:
			list := &u.items[i].Value
			list.Items = append(list.Items, item.Value.Items...)
		case isTableKind(u.kinds[i]) && isTableKind(p.kinds[j]):
			u.join(i, item, p.kinds[j])
		default:
			u.addDuplicate(item)
		}
	}
}

func isTableKind(k kind) bool { return k == implied || k == explicit }

// join adds the entries of a table to one that is there.
func (u *union) join(i int, item kb.Entry, k kind) {
	have := &u.items[i]
	if u.keys[i] == nil {
		u.keys[i] = make(map[string]struct{}, 2*len(have.Value.Items))
		for _, e := range have.Value.Items {
			u.keys[i][e.Key] = struct{}{}
		}
	}
	for _, e := range item.Value.Items {
		if _, twice := u.keys[i][e.Key]; twice {
			u.addDuplicate(e)
			continue
		}
		u.keys[i][e.Key] = struct{}{}
		have.Value.Items = append(have.Value.Items, e)
	}
	if k == explicit {
		u.kinds[i] = explicit
		have.KeyPos, have.Value.Pos = item.KeyPos, item.Value.Pos
	}
}

func (u *union) addDuplicate(item kb.Entry) {
	u.problems = append(u.problems, Problem{
		Code:   kb.DuplicateKey,
		Offset: int(item.KeyPos.Offset),
		Says:   say.KeyDefined.With(say.Key(item.Key)),
	})
}
