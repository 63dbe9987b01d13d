package route

import (
	"iter"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// linkClaims returns the claims of an entity that make links, each with its
// link, without the deprecated ones. Naming a source makes no link: two
// entities in one article are not connected by it. What a source states about
// itself does link it, for routes that start or end at a source.
func linkClaims(k *kb.KB, e *kb.Entity) iter.Seq2[evidence.Claim, *kb.Statement] {
	if k.IsSource(e) {
		return sourceLinkClaims(k, e)
	}
	return func(yield func(evidence.Claim, *kb.Statement) bool) {
		for c := range evidence.Claims(k, e) {
			if c.IsDeprecated() {
				continue
			}
			for s := range c.Links() {
				if !yield(c, s) {
					return
				}
			}
		}
		r := k.Record(e)
		for _, s := range r.Links {
			if s.Field.IsMention() && !yield(evidence.OfLink(k, r, s), s) {
				return
			}
		}
	}
}

// sourceLinkClaims returns the links among the statements of a source.
func sourceLinkClaims(k *kb.KB, e *kb.Entity) iter.Seq2[evidence.Claim, *kb.Statement] {
	return func(yield func(evidence.Claim, *kb.Statement) bool) {
		r := k.Record(e)
		for _, s := range r.Links {
			if c := evidence.OfLink(k, r, s); !c.IsDeprecated() && !yield(c, s) {
				return
			}
		}
	}
}

// isOfSource reports whether a claim is stated by a source about itself. It is
// its own evidence.
func isOfSource(k *kb.KB, c evidence.Claim) bool { return k.IsSource(c.Entity) }

// hopLevel returns the highest level at which a claim makes a hop.
func hopLevel(k *kb.KB, c evidence.Claim) Level {
	if isOfSource(k, c) {
		return citationLevel(c)
	}
	return levelOf(c)
}

// gradesOf grades the claims of one hop at each level.
func gradesOf(k *kb.KB, claims []evidence.Claim) grades {
	var all grades
	var last Grade
	among := -1 // the number of claims behind last
	for l := Any; l <= High; l++ {
		n := 0
		for _, c := range claims {
			if hopLevel(k, c) >= l {
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

// strength returns the strength of those claims that reach a level; see
// evidence.Strength.
func strength(k *kb.KB, claims []evidence.Claim, l Level) float64 {
	if len(claims) == 1 {
		if isOfSource(k, claims[0]) {
			return minGood
		}
		return evidence.Weight(claims[0].Confidence()) * float64(k.IndependentCount(claims[0].Evidence()))
	}
	counting := make([]evidence.Claim, 0, len(claims))
	own := 0.0
	for _, c := range claims {
		switch {
		case hopLevel(k, c) < l:
		case isOfSource(k, c):
			own = minGood
		default:
			counting = append(counting, c)
		}
	}
	return max(own, evidence.Strength(k, counting...))
}
