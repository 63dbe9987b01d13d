package route

import (
	"iter"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// linking are the claims of an entity that make links, each with the link, those
// left out that were set aside. Where an entity names its sources, it makes no
// link: what two entities are told of in one article does not connect them. What
// a source says of itself links it, to what only another source is on the way to.
func linking(k *kb.KB, e *kb.Entity) iter.Seq2[evidence.Claim, *kb.Statement] {
	if k.IsSource(e) {
		return ofSource(k, e)
	}
	return func(yield func(evidence.Claim, *kb.Statement) bool) {
		for c := range evidence.Claims(k, e) {
			if isSetAside(c) {
				continue
			}
			for s := range c.Links() {
				if !yield(c, s) {
					return
				}
			}
		}
	}
}

// ofSource are the links that a source makes by what it says of itself.
func ofSource(k *kb.KB, e *kb.Entity) iter.Seq2[evidence.Claim, *kb.Statement] {
	return func(yield func(evidence.Claim, *kb.Statement) bool) {
		r := k.Record(e)
		for _, s := range r.Links {
			if c := evidence.OfLink(k, r, s); !isSetAside(c) && !yield(c, s) {
				return
			}
		}
	}
}

func isSetAside(c evidence.Claim) bool {
	said := c.Qualification()
	return said != nil && said.Rank == kb.Deprecated
}

// isOfSource tells whether a claim is what a source says of itself. It is its own
// evidence.
func isOfSource(k *kb.KB, c evidence.Claim) bool { return k.IsSource(c.Entity) }

// levelIn returns the highest level at which a claim counts as a hop.
func levelIn(k *kb.KB, c evidence.Claim) Level {
	if isOfSource(k, c) && c.Confidence() == "" {
		return Medium
	}
	return levelOf(c)
}

// weigh grades what claims make together, at each level.
func weigh(k *kb.KB, claims []evidence.Claim) grades {
	var all grades
	var last Grade
	among := -1 // how many claims the last grade is of
	for l := Any; l <= High; l++ {
		n := 0
		for _, c := range claims {
			if levelIn(k, c) >= l {
				n++
			}
		}
		if n == 0 {
			break
		}
		if n != among {
			last, among = gradeOf(strength(k, claims, l)), n
		}
		all = all.with(l, last)
	}
	return all
}

// strength says how firmly those of some claims stand that count at a level: see
// evidence.Strength.
func strength(k *kb.KB, claims []evidence.Claim, l Level) float64 {
	if len(claims) == 1 {
		if isOfSource(k, claims[0]) {
			return leastGood
		}
		return evidence.Weight(claims[0].Confidence()) * float64(k.IndependentCount(claims[0].Evidence()))
	}
	counting := make([]evidence.Claim, 0, len(claims))
	own := 0.0
	for _, c := range claims {
		switch {
		case levelIn(k, c) < l:
		case isOfSource(k, c):
			own = leastGood
		default:
			counting = append(counting, c)
		}
	}
	return max(own, evidence.Strength(k, counting...))
}
