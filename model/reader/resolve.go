package reader

import (
	"strings"

	"rihla/model/kb"
)

const (
	// longestReference bounds, in bytes, what may name an entity.
	longestReference = 300
	// mostCandidates bounds how many namesakes are looked at.
	mostCandidates = 64
)

// candidates returns the entities that a reference may name, of any kind: by
// address, key, name or alias, or by a name and what tells it apart.
func (b *builder) candidates(ref string) []*kb.Entity {
	if ref == "" || len(ref) > longestReference {
		return nil
	}
	if strings.Contains(ref, "/") {
		if e := b.kb.Lookup(kb.Address(ref)); e != nil {
			return []*kb.Entity{e}
		}
	}
	b.named = b.kb.AppendNamed(b.named[:0], ref, mostCandidates)
	found := b.named
	if len(found) == 0 {
		found = b.bases[ref]
	}
	if len(found) == 0 && strings.Contains(ref, " ") {
		found = b.toldApart(ref)
	}
	return found[:min(len(found), mostCandidates)]
}

// choose returns the one candidate of a kind (nil: of any kind) that a
// reference names; a key counts before a name. The second result is how many
// there are when it is not one.
func choose(candidates []*kb.Entity, ref string, kind *kb.Kind) (*kb.Entity, int) {
	var byKey, byName *kb.Entity
	keys, names := 0, 0
	for _, c := range candidates {
		if kind != nil && c.Kind != kind {
			continue
		}
		if c.Key == ref || string(c.Address()) == ref {
			byKey, keys = c, keys+1
		}
		byName, names = c, names+1
	}
	switch {
	case keys == 1:
		return byKey, 1
	case names == 1:
		return byName, 1
	case keys > 1:
		return nil, keys
	}
	return nil, names
}

// toldApart resolves a reference that adds to a name what tells its bearers
// apart, as lock files do: "windows-sys 0.52.0", "serde 1.0.1 (registry+…)".
// Each word after the name has to be a scalar value of the entity; a last one
// in parentheses may be the beginning of one.
func (b *builder) toldApart(ref string) []*kb.Entity {
	for at := strings.LastIndexByte(ref, ' '); at > 0; at = strings.LastIndexByte(ref[:at], ' ') {
		named := b.kb.AppendNamed(nil, ref[:at], mostCandidates)
		if len(named) == 0 {
			named = b.bases[ref[:at]]
		}
		if len(named) == 0 {
			continue
		}
		var found []*kb.Entity
		for _, e := range named[:min(len(named), mostCandidates)] {
			if b.holdsAll(e, strings.Fields(ref[at:])) {
				found = append(found, e)
			}
		}
		return found
	}
	return nil
}

// holdsAll tells whether an entity has a scalar value for each word.
func (b *builder) holdsAll(e *kb.Entity, words []string) bool {
	for _, word := range words {
		bare := strings.TrimSuffix(strings.TrimPrefix(word, "("), ")")
		if !b.holds(e, bare, bare != word) {
			return false
		}
	}
	return true
}

func (b *builder) holds(e *kb.Entity, word string, prefix bool) bool {
	for _, entry := range b.held(b.drafts[e.Number()]).Items {
		if v := entry.Value; v.IsScalar() && (v.Str == word || prefix && word != "" && strings.HasPrefix(v.Str, word)) {
			return true
		}
	}
	return false
}

// outcome is what became of a reference.
type outcome uint8

const (
	named     outcome = iota
	dangling          // names nothing
	ambiguous         // names several
	misplaced         // names an entity of a kind that the relation does not take
)

// resolve returns what a reference names among the kinds that a relation
// takes; none means any kind. An entity of another kind is returned too, as
// misplaced.
func (b *builder) resolve(ref string, targets []*kb.Kind) (*kb.Entity, outcome) {
	candidates := b.candidates(ref)
	if len(candidates) == 0 {
		return nil, dangling
	}
	if len(targets) == 0 {
		if e, _ := choose(candidates, ref, nil); e != nil {
			return e, named
		}
		return nil, ambiguous
	}
	var found *kb.Entity
	several := false
	for _, kind := range targets {
		if e := b.kb.Lookup(kb.NewAddress(kind.Name, ref)); e != nil {
			if found != nil {
				return nil, ambiguous
			}
			found = e
		}
	}
	if found != nil {
		return found, named
	}
	for _, kind := range targets {
		e, n := choose(candidates, ref, kind)
		several = several || n > 1 || e != nil && found != nil
		if e != nil {
			found = e
		}
	}
	switch {
	case several:
		return nil, ambiguous
	case found != nil:
		return found, named
	}
	if e, _ := choose(candidates, ref, nil); e != nil {
		return e, misplaced
	}
	return nil, misplaced
}
