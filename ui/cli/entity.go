package cli

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/words"
)

// entityRef is an entity in JSON.
type entityRef struct {
	Address kb.Address `json:"address"`
	Name    string     `json:"name"`
}

func refTo(v present.Voice, e *kb.Entity) entityRef { return entityRef{e.Address(), v.Name(e)} }

// entityOfKind is an entity in JSON, with its kind.
type entityOfKind struct {
	Address kb.Address `json:"address"`
	Kind    string     `json:"kind"`
	Name    string     `json:"name"`
}

func ofKind(v present.Voice, e *kb.Entity) entityOfKind {
	return entityOfKind{e.Address(), e.Kind.Name, v.Name(e)}
}

// entityOf returns the entity that an argument names.
func (a *app) entityOf(k *kb.KB, arg string) (*kb.Entity, error) {
	return a.only(k, arg, find(k, arg))
}

// only returns the one of the entities that an argument may name.
func (a *app) only(k *kb.KB, arg string, named []*kb.Entity) (*kb.Entity, error) {
	switch len(named) {
	case 1:
		return named[0], nil
	case 0:
		return nil, fail(notFound, a.words.Say(words.UnknownAddress, brief(arg)), a.didYouMean(arg, callable(k)))
	}
	return nil, fail(notFound, a.words.Say(words.AmbiguousAddress, brief(arg)), a.words.Say(words.DidYouMean, a.words.OrList(addresses(named))))
}

// find returns the entities of an address, of a key, name or alias, or of one of
// these written loosely; the first that exist.
func find(k *kb.KB, written string) []*kb.Entity {
	if e := k.Lookup(kb.Address(written)); e != nil {
		return []*kb.Entity{e}
	}
	if named := k.Named(written); len(named) > 0 {
		return named
	}
	among, key := k.Entities, written
	if kind := k.Kind(kb.Address(written).Kind()); kind != nil {
		among, key = kind.Entities, kb.Address(written).Key()
	}
	asked := loosely(key)
	var found []*kb.Entity
	for _, e := range among {
		if asked != "" && isCalled(e, asked) {
			found = append(found, e)
		}
	}
	return found
}

// isCalled reports whether a key, name or alias of an entity is written loosely
// like a text.
func isCalled(e *kb.Entity, asked string) bool {
	same := func(name string) bool { return loosely(name) == asked }
	return same(e.Key) || slices.ContainsFunc(e.Name.All(), same) || slices.ContainsFunc(e.Aliases(), same)
}

func addresses(entities []*kb.Entity) []string {
	out := make([]string, len(entities))
	for i, e := range entities {
		out[i] = string(e.Address())
	}
	return out
}

// loosely keeps the letters and digits of a key, folded.
func loosely(key string) string {
	out := make([]rune, 0, len(key))
	for _, r := range query.Fold(key) {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 0x7F || r == '+' || r == '#' {
			out = append(out, r)
		}
	}
	return string(out)
}

// callable returns the names that an unknown address may have meant: addresses
// first, then keys and names.
func callable(k *kb.KB) []meaning {
	out := make([]meaning, 0, 3*len(k.Entities))
	for _, e := range k.Entities {
		out = append(out, itself(string(e.Address())))
	}
	for _, e := range k.Entities {
		for _, name := range append(e.Name.All(), e.Key) {
			if named := k.AppendNamed(nil, name, 2); len(named) == 1 {
				out = append(out, meaning{name, string(e.Address())})
			} else {
				out = append(out, itself(name))
			}
		}
	}
	return out
}
