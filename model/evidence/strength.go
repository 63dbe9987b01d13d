package evidence

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// Weight returns the weight of a confidence from 0 to 1; 0.75 if none is
// stated.
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

// Strength returns the strength of the evidence for claims of the same effect:
// the number of their independent origins, each weighted by its surest claim. 0
// is no evidence, 1 one origin that is sure. Deprecated claims do not count.
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

// Confidence returns the stated confidence of the claim, or "".
func (c Claim) Confidence() kb.Confidence {
	if q := c.Qualification(); q != nil {
		return q.Confidence
	}
	return ""
}

// IsDeprecated reports whether the claim has the rank deprecated.
func (c Claim) IsDeprecated() bool { return c.Qualification().IsDeprecated() }
