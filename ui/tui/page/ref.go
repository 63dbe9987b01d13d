package page

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// Ref refers to an entity across readings of the files: by its address, and by its
// position, since the suffix that sets namesakes apart may not be known yet when
// the Ref is made. The zero Ref refers to none.
type Ref struct {
	address kb.Address
	pos     kb.Pos
}

// RefTo returns a Ref to an entity, which may be nil.
func RefTo(e *kb.Entity) Ref {
	if e == nil {
		return Ref{}
	}
	return Ref{e.Address(), e.Pos}
}

// RefsTo returns Refs to entities.
func RefsTo(list []*kb.Entity) []Ref {
	out := make([]Ref, len(list))
	for i, e := range list {
		out[i] = RefTo(e)
	}
	return out
}

// In returns the entity of a knowledge base that is referred to, or nil.
func (r Ref) In(k *kb.KB) *kb.Entity {
	if e := k.Follow(r.address); e != nil {
		return e
	}
	if kind := k.Kind(r.address.Kind()); kind != nil {
		for _, e := range kind.Entities {
			if e.Pos == r.pos {
				return e
			}
		}
	}
	return nil
}

// Address returns the address that is referred to; empty if none is.
func (r Ref) Address() kb.Address { return r.address }

// IsIn reports whether a knowledge base has the very entity that is referred to, or
// none is.
func (r Ref) IsIn(k *kb.KB) bool { return r == Ref{} || k.Follow(r.address) != nil }

// Resolve returns those entities of a knowledge base that are referred to, each
// once. An outline does not tell namesakes apart: an entity at the same position
// whose key is the same, or begins so, is preferred to one of the same address.
func Resolve(k *kb.KB, refs []Ref) []*kb.Entity {
	at := make(map[kb.Pos]*kb.Entity)
	kinds := make(map[*kb.Kind]bool)
	for _, r := range refs {
		if e := k.Follow(r.address); e != nil && (e.Pos == r.pos || e.Address() != r.address) {
			continue
		}
		if kind := k.Kind(r.address.Kind()); kind != nil {
			kinds[kind] = true
			at[r.pos] = nil
		}
	}
	for kind := range kinds {
		for _, e := range kind.Entities {
			if _, asked := at[e.Pos]; asked {
				at[e.Pos] = e
			}
		}
	}
	var out []*kb.Entity
	for _, r := range refs {
		e := at[r.pos]
		if key := r.address.Key(); e == nil || e.Kind.Name != r.address.Kind() || e.Key != key && !strings.HasPrefix(e.Key, key+" ") {
			e = k.Follow(r.address)
		}
		if e != nil && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}
