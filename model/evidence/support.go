package evidence

import (
	"cmp"

	"rihla/model/kb"
)

// Support is the evidence for a claim, of which Mention says what it claims of
// two entities that it links: that one has a relation to the other, or no more
// than that one fact or text names both.
type Support struct {
	Mention  bool
	Origins  int     // independent origins, see Origins
	Strength float64 // see Claim.Strength
}

// Compare orders supports, the weakest first: a mention is weaker than any stated
// relation, whatever stands behind it.
func (s Support) Compare(other Support) int {
	if s.Mention != other.Mention {
		if s.Mention {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(s.Strength, other.Strength), cmp.Compare(s.Origins, other.Origins))
}

// Origins returns the number of independent origins of some evidence, see the
// package comment.
func Origins(k *kb.KB, behind []kb.Evidence) int { return k.IndependentCount(behind) }

// SupportOf returns the support of a link by the claim that makes it.
func SupportOf(k *kb.KB, c Claim, link *kb.Statement) Support {
	n := c.Origins(k)
	return Support{Mention: IsMention(link), Origins: n, Strength: Weight(c.Confidence()) * float64(n)}
}

// IsMention reports whether a link only mentions its target: it is made by a fact,
// or stands in a body. Any other link states a relation.
func IsMention(link *kb.Statement) bool { return link.Fact != nil || link.Field.IsMention() }

// The least strengths of a relation that has fair, good and firm evidence: as much
// as one origin of medium confidence, one origin of unstated confidence, and two of
// these. One origin, however sure, is never firm, nor is a mention.
const (
	MinFair = 0.5
	MinGood = 0.75
	MinFirm = 1.5
)
