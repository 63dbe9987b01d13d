package evidence

import (
	"cmp"

	"rihla/model/kb"
)

// Support is the strength of the evidence for a link.
type Support struct {
	Mention  bool    // the link states no relation, see IsMention
	Origins  int     // independent origins of the claim that makes it
	Strength float64 // see Claim.Strength
}

// Compare orders supports, the weakest first. A mention is weaker than any stated
// relation, whatever its evidence.
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

// IsMention reports whether a link only mentions its target: a fact makes it, or it
// stands in a body. Any other link states a relation.
func IsMention(link *kb.Statement) bool { return link.Fact != nil || link.Field.IsMention() }

// The lower bounds of strength for fair, good and firm evidence of a relation: one
// origin of medium confidence, one origin of unstated confidence, and two of these.
// One origin is never firm, however sure, nor is a mention.
const (
	MinFair = 0.5
	MinGood = 0.75
	MinFirm = 1.5
)
