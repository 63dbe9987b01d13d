package present

import (
	"slices"

	"rihla/model/change"
	"rihla/model/kb"
)

// NewsSign stands before what changed in the files since the user saw it.
const NewsSign = "*"

// News is which entities were added or changed in the files, until the user has seen
// them. The zero News is empty. So is nil, which cannot take any.
type News struct {
	isNew map[kb.Address]bool // whether it was added
	kinds map[string]int      // how many there are of a kind

	fields map[kb.Address][]string // the paths of those that changed
}

// mostNews is how many changes are marked: a sign before almost everything tells nothing,
// and counting them takes time.
const mostNews = 10_000

// Take adds what changed, and takes away what is gone. More than mostNews changes at
// once leave no news.
func (n *News) Take(c *change.Changes) {
	if c.EntityCount() > mostNews {
		*n = News{}
		return
	}
	if n.isNew == nil {
		n.isNew, n.kinds, n.fields = make(map[kb.Address]bool), make(map[string]int), make(map[kb.Address][]string)
	}
	for _, address := range c.Added {
		n.add(address, true)
	}
	for _, address := range c.Changed {
		n.add(address, n.isNew[address])
		for _, path := range c.Fields[address] {
			if !n.HasField(address, path) {
				n.fields[address] = append(n.fields[address], path)
			}
		}
	}
	for _, address := range c.Gone {
		n.See(address)
	}
}

func (n *News) add(address kb.Address, isNew bool) {
	if !n.Has(address) {
		n.kinds[address.Kind()]++
	}
	n.isNew[address] = isNew
}

// See takes away what the user has seen.
func (n *News) See(address kb.Address) {
	if n.Has(address) {
		delete(n.isNew, address)
		delete(n.fields, address)
		n.kinds[address.Kind()]--
	}
}

// Has reports whether an entity was added or changed.
func (n *News) Has(address kb.Address) bool {
	if n == nil {
		return false
	}
	_, has := n.isNew[address]
	return has
}

// HasField reports whether a field of a changed entity is among what changed.
func (n *News) HasField(address kb.Address, path string) bool {
	return n != nil && slices.Contains(n.fields[address], path)
}

// IsNew reports whether an entity was added.
func (n *News) IsNew(address kb.Address) bool { return n != nil && n.isNew[address] }

// Len returns how many entities there are of a kind, of all kinds where that is nil.
func (n *News) Len(of *kb.Kind) int {
	switch {
	case n == nil:
		return 0
	case of == nil:
		return len(n.isNew)
	}
	return n.kinds[of.Name]
}
