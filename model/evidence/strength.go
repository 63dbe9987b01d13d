package evidence

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// Weight says how far a claim of a confidence carries, from 0 to 1. Where
// nothing is said the source speaks for itself, and nobody has weighed it.
func Weight(c kb.Confidence) float64 {
	switch c {
	case kb.High:
		return 1
	case "":
		return 0.75
	case kb.Medium:
		return 0.5
	}
	return 0.25
}

// Strength says how firmly claims to the same effect stand: how many independent
// origins told them, each counted as far as the surest of its claims carries. 0
// is no evidence, 1 an origin that is sure. Claims that are deprecated count for
// nothing.
func Strength(k *kb.KB, claims ...Claim) float64 {
	claims = slices.DeleteFunc(slices.Clone(claims), func(c Claim) bool {
		return c.IsDeprecated() || !c.IsSourced()
	})
	slices.SortStableFunc(claims, func(a, b Claim) int { return cmp.Compare(Weight(b.Confidence()), Weight(a.Confidence())) })
	strength := 0.0
	var all []kb.Evidence
	for i, c := range claims {
		all = append(all, c.Evidence()...)
		next := 0.0
		if i+1 < len(claims) {
			next = Weight(claims[i+1].Confidence())
		}
		if step := Weight(c.Confidence()) - next; step > 0 {
			strength += step * float64(k.IndependentCount(all))
		}
	}
	return strength
}

// Confidence says how sure a claim is; empty where nothing is said.
func (c Claim) Confidence() kb.Confidence {
	if said := c.Qualification(); said != nil {
		return said.Confidence
	}
	return ""
}

// IsDeprecated reports whether the claim has the rank deprecated.
func (c Claim) IsDeprecated() bool { return c.Qualification().IsDeprecated() }
