package evidence

import "rihla/model/kb"

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

// Origins returns the number of independent origins of the claim's evidence.
func (c Claim) Origins(k *kb.KB) int { return Origins(k, c.Evidence()) }

// Strength returns the number of independent origins of the claim, weighted by its
// confidence: 0 is no evidence, 1 one origin that is sure.
func (c Claim) Strength(k *kb.KB) float64 { return Weight(c.Confidence()) * float64(c.Origins(k)) }

// Confidence returns the stated confidence of the claim, or "".
func (c Claim) Confidence() kb.Confidence {
	if q := c.Qualification(); q != nil {
		return q.Confidence
	}
	return ""
}

// IsDeprecated reports whether the claim has the rank deprecated.
func (c Claim) IsDeprecated() bool { return c.Qualification().IsDeprecated() }
