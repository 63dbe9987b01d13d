package kb

import (
	"hash/maphash"
	"math/bits"
)

// index finds entities by a text of theirs. It keeps no text itself: a chain of
// entities stands behind each hash, and whoever looks compares. The zero index
// finds nothing.
type index struct {
	heads []uint32 // of each chain, the number of its first link, counted from 1
	links []chained
}

// chained is an entity in a chain: its number, the number of the link after it,
// counted from 1, and a part of the hash, so that few others are looked at.
type chained struct{ entity, next, tag uint32 }

var seed = maphash.MakeSeed()

// newIndex returns an index with room for so many texts. A chain has one or two
// of them on average, which their tags tell apart.
func newIndex(room int) index {
	return index{heads: make([]uint32, 1<<max(0, bits.Len(uint(room))-1)), links: make([]chained, 0, room)}
}

func (x *index) head(text string) (head *uint32, tag uint32) {
	hash := maphash.String(seed, text)
	return &x.heads[hash&uint64(len(x.heads)-1)], uint32(hash >> 32)
}

// add puts an entity before those of the same text.
func (x *index) add(text string, entity int) {
	head, tag := x.head(text)
	x.links = append(x.links, chained{uint32(entity), *head, tag})
	*head = uint32(len(x.links))
}

// each calls do for the entities that may have a text, until it says no.
func (x *index) each(text string, do func(entity uint32) bool) {
	if len(x.heads) == 0 {
		return
	}
	head, tag := x.head(text)
	for at := *head; at != 0; {
		link := &x.links[at-1]
		if link.tag == tag && !do(link.entity) {
			return
		}
		at = link.next
	}
}

// Index makes Lookup, Named and Kind answer. The reader calls it once, when
// kinds and entities are all there.
func (k *KB) Index() {
	k.indexKinds()
	names := 0
	for i, e := range k.Entities {
		e.number = uint32(i)
		names += 1 + max(1, len(e.Name.many)) + len(e.Aliases())
	}
	k.byKey, k.byName = newIndex(len(k.Entities)), newIndex(names)
	// The last comes first, so that chains are in the order of reading.
	for i := len(k.Entities) - 1; i >= 0; i-- {
		e := k.Entities[i]
		k.byKey.add(e.Key, i)
		for name := range e.Names() {
			k.byName.add(name, i)
		}
	}
}

// IndexKeys makes Lookup and Kind answer, and Named by key alone.
func (k *KB) IndexKeys() {
	k.indexKinds()
	k.byKey = newIndex(len(k.Entities))
	for i := len(k.Entities) - 1; i >= 0; i-- {
		k.Entities[i].number = uint32(i)
		k.byKey.add(k.Entities[i].Key, i)
	}
	k.byName = k.byKey
}

func (k *KB) indexKinds() {
	k.kinds = make(map[string]*Kind, len(k.Kinds))
	for _, kind := range k.Kinds {
		k.kinds[kind.Name] = kind
	}
}

// Lookup returns the entity of an address, or nil.
func (k *KB) Lookup(a Address) *Entity { return k.Find(a.Kind(), a.Key()) }

// Find returns the entity of a kind and a key, or nil.
func (k *KB) Find(kind, key string) *Entity {
	var found *Entity
	k.byKey.each(key, func(i uint32) bool {
		if e := k.Entities[i]; e.Key == key && e.Kind.Name == kind {
			found = e
		}
		return found == nil
	})
	return found
}

// Named returns the entities of any kind that have this key, name or alias,
// each once, in the order they were read.
func (k *KB) Named(name string) []*Entity { return k.AppendNamed(nil, name, len(k.Entities)) }

// AppendNamed is Named, at most so many of them, appended to a slice.
func (k *KB) AppendNamed(to []*Entity, name string, most int) []*Entity {
	have := len(to)
	k.byName.each(name, func(i uint32) bool {
		e := k.Entities[i]
		// Two names of one entity may share a chain; they are neighbours there.
		if e.hasName(name) && (len(to) == have || to[len(to)-1] != e) {
			to = append(to, e)
		}
		return len(to)-have < most
	})
	return to
}

// Kind returns the kind of a name, or nil.
func (k *KB) Kind(name string) *Kind { return k.kinds[name] }
