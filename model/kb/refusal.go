package kb

import "slices"

// Refusal is a decision of the manifest: that entities are not the same, or that
// there is no link between them, so that neither is suggested again.
type Refusal struct {
	IsLink   bool      // of a link, rather than of being the same
	Entities []*Entity // that exist
	By       Text      // who decided, or empty
	Date     string    // when, as written, or empty
	Note     Text
	Pos      Pos
}

// Pair is two entities, whichever comes first.
type Pair [2]*Entity

// PairOf returns the pair of two entities.
func PairOf(a, b *Entity) Pair {
	if b.number < a.number {
		a, b = b, a
	}
	return Pair{a, b}
}

// Refused returns the pairs of entities that are refused as the same, or as linked.
func (k *KB) Refused(isLink bool) map[Pair]bool {
	pairs := make(map[Pair]bool)
	for _, r := range k.Refusals {
		if r.IsLink != isLink {
			continue
		}
		for i, a := range r.Entities {
			for _, b := range r.Entities[i+1:] {
				pairs[PairOf(a, b)] = true
			}
		}
	}
	return pairs
}

// RefusalOf returns the decision that two entities are not the same, or are not
// linked; nil if there is none.
func (k *KB) RefusalOf(isLink bool, a, b *Entity) *Refusal {
	for _, r := range k.Refusals {
		if r.IsLink == isLink && a != b && slices.Contains(r.Entities, a) && slices.Contains(r.Entities, b) {
			return r
		}
	}
	return nil
}
