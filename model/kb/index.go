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
		e.number, e.id = uint32(i), uint32(i)
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

// lateIndex is the index of a Partial knowledge base. Its parts are made when they
// are first needed: the first frame looks for sources alone.
type lateIndex struct {
	isKeyed func(*Kind) bool // whether the keys of a kind are known from the start
	all     func()           // makes KB.byKey and KB.byName once

	sync.Mutex // guards what follows
	byKind     map[*Kind]*index
}

// IndexLater is Index without the names, of numbered entities: Named finds those of
// the kinds for which isKeyed returns true, by key alone.
func (k *KB) IndexLater(isKeyed func(*Kind) bool) {
	k.indexKinds()
	k.late = &lateIndex{isKeyed: isKeyed, byKind: make(map[*Kind]*index)}
	k.late.all = sync.OnceFunc(func() {
		k.byKey = k.indexKeys(k.Entities)
		k.byName = k.byKey
	})
}

// indexKeys indexes entities whose keys are known by their keys.
func (k *KB) indexKeys(entities []*Entity) index {
	x := newIndex(len(entities))
	for _, e := range slices.Backward(entities) {
		if k.late.isKeyed(e.Kind) {
			x.add(e.Key, e.Number())
		}
	}
	return x
}

// keysOf returns an index of the keys of a kind at least.
func (k *KB) keysOf(kind string) *index {
	of := k.kinds[kind]
	if k.late == nil || of == nil {
		return &k.byKey
	}
	k.late.Lock()
	defer k.late.Unlock()
	x := k.late.byKind[of]
	if x == nil {
		x = new(k.indexKeys(of.Entities))
		k.late.byKind[of] = x
	}
	return x
}

func (k *KB) indexKinds() {
	k.kinds = make(map[string]*Kind, len(k.Kinds))
	for _, kind := range k.Kinds {
		k.kinds[kind.Name] = kind
	}
}

// Lookup returns the entity of an address, or nil.
func (k *KB) Lookup(a Address) *Entity { return k.Find(a.Kind(), a.Key()) }

// Follow returns the entity of an address, also of one that it had before it was renamed: see
// Renamed. It returns nil if there is none.
func (k *KB) Follow(a Address) *Entity {
	for range len(k.Renamed) + 1 {
		if e := k.Lookup(a); e != nil {
			return e
		}
		next, ok := k.Renamed[a]
		if !ok {
			break
		}
		a = next
	}
	return nil
}

// Find returns the entity of a kind and a key, or nil: of several whose keys are
// canonically equivalent, the one whose key has the same bytes, else the first.
func (k *KB) Find(kind, key string) *Entity {
	var found *Entity
	k.keysOf(kind).each(key, func(i uint32) bool {
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
	if k.late != nil {
		k.late.all()
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
