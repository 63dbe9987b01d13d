package kb

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// index is a hash table with chaining from texts to entities. Texts that are
// canonically equivalent (Unicode Standard Annex #15) have one hash. It stores no
// texts: the caller compares. The zero index is empty.
type index struct {
	heads []uint32 // index of each chain's first link, plus 1
	links []chained
}

// chained is one entity in a chain: its number, the index of the next link plus 1,
// and a part of the hash, so that few entities of other texts are compared.
type chained struct{ entity, next, tag uint32 }

var seed = maphash.MakeSeed()

// newIndex returns an index with a capacity of n texts, one or two a chain.
func newIndex(n int) index {
	return index{heads: make([]uint32, 1<<max(0, bits.Len(uint(n))-1)), links: make([]chained, 0, n)}
}

func (x *index) head(text string) (head *uint32, tag uint32) {
	hash := maphash.String(seed, Composed(text))
	return &x.heads[hash&uint64(len(x.heads)-1)], uint32(hash >> 32)
}

// add adds an entity, before the others of the same text.
func (x *index) add(text string, entity int) {
	head, tag := x.head(text)
	x.links = append(x.links, chained{uint32(entity), *head, tag})
	*head = uint32(len(x.links))
}

// each calls do for the entities that may have a text, until it returns false.
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

// Index numbers the entities, and makes Lookup, Find, Named and Kind work. The
// reader calls it once all kinds and entities are there.
func (k *KB) Index() {
	k.indexKinds()
	names := 0
	for i, e := range k.Entities {
		e.number = uint32(i)
		names += 1 + max(1, len(e.Name.many)) + len(e.Aliases())
	}
	k.byKey, k.byName = newIndex(len(k.Entities)), newIndex(names)
	// From the last one on, so that chains are in the order of Entities.
	for i, e := range slices.Backward(k.Entities) {
		k.byKey.add(e.Key, i)
		for name := range e.Names() {
			k.byName.add(name, i)
		}
	}
}

// IndexLater is Index without the names, of numbered entities: Named finds those for
// which isKeyed returns true, by key alone. Keys are indexed in the background.
func (k *KB) IndexLater(isKeyed func(*Entity) bool) {
	k.indexKinds()
	k.indexKeys = sync.OnceFunc(func() {
		k.byKey = newIndex(len(k.Entities))
		for i, e := range slices.Backward(k.Entities) {
			if isKeyed(e) {
				k.byKey.add(e.Key, i)
			}
		}
		k.byName = k.byKey
	})
	go k.indexKeys()
}

func (k *KB) indexKinds() {
	k.kinds = make(map[string]*Kind, len(k.Kinds))
	for _, kind := range k.Kinds {
		k.kinds[kind.Name] = kind
	}
}

// Lookup returns the entity of an address, or nil.
func (k *KB) Lookup(a Address) *Entity { return k.Find(a.Kind(), a.Key()) }

// Find returns the entity of a kind and a key, or nil: of several whose keys are
// canonically equivalent, the one whose key has the same bytes, else the first.
func (k *KB) Find(kind, key string) *Entity {
	if k.indexKeys != nil {
		k.indexKeys()
	}
	var found *Entity
	k.byKey.each(key, func(i uint32) bool {
		e := k.Entities[i]
		if e.Kind.Name != kind || !SameText(e.Key, key) {
			return true
		}
		if found == nil || e.Key == key {
			found = e
		}
		return e.Key != key
	})
	return found
}

// Named returns the entities of any kind with this key, name or alias, each once,
// in the order of Entities.
func (k *KB) Named(name string) []*Entity { return k.AppendNamed(nil, name, len(k.Entities)) }

// AppendNamed appends at most limit of the entities that Named returns to a slice.
func (k *KB) AppendNamed(to []*Entity, name string, limit int) []*Entity {
	if k.indexKeys != nil {
		k.indexKeys()
	}
	have := len(to)
	k.byName.each(name, func(i uint32) bool {
		e := k.Entities[i]
		// The names of one entity that share a chain are neighbours in it.
		if e.hasName(name) && (len(to) == have || to[len(to)-1] != e) {
			to = append(to, e)
		}
		return len(to)-have < limit
	})
	return to
}

// SameText reports whether two texts are canonically equivalent: their composed
// forms (NFC, Unicode Standard Annex #15) are the same.
func SameText(a, b string) bool {
	return a == b || !(isASCII(a) && isASCII(b)) && Composed(a) == Composed(b)
}

// Composed returns the NFC of a text.
func Composed(text string) string {
	if isASCII(text) {
		return text
	}
	return norm.NFC.String(text)
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Kind returns the kind of a name, or nil.
func (k *KB) Kind(name string) *Kind { return k.kinds[name] }
