package route

import (
	"iter"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// linkClaims returns the claims of an entity that make links, each with its
// link, without those that are deprecated or of another time. Naming a source makes no link: two
// entities in one article are not connected by it. What a source states about
// itself does link it, for routes that start or end at a source.
func (n *Network) linkClaims(e *kb.Entity) iter.Seq2[evidence.Claim, *kb.Statement] {
	k := n.kb
	if k.IsSource(e) {
		return n.sourceLinkClaims(e)
	}
	return func(yield func(evidence.Claim, *kb.Statement) bool) {
		for c := range evidence.Claims(k, e) {
			if c.IsDeprecated() {
				continue
			}
			for s := range c.Links() {
				if k.HoldsOn(s, n.at) && !yield(c, s) {
					return
				}
			}
		}
		r := k.Record(e)
		for _, s := range r.Links {
			if s.Field.IsMention() && k.HoldsOn(s, n.at) && !yield(evidence.OfLink(k, r, s), s) {
				return
			}
		}
	}
}

// countNotHolding counts the links that an entity states and that hold at another time.
func (n *Network) countNotHolding(e *kb.Entity) (count int64) {
	if n.at.IsAnyTime() || !n.kb.HasDatedLinks() && !n.at.HidesLater {
		return 0
	}
	for _, s := range n.kb.Record(e).Links {
		if s.Field.Path != evidence.SourceField && !n.kb.HoldsOn(s, n.at) {
			count++
		}
	}
	return count
}

// sourceLinkClaims returns the links among the statements of a source.
func (n *Network) sourceLinkClaims(e *kb.Entity) iter.Seq2[evidence.Claim, *kb.Statement] {
	return func(yield func(evidence.Claim, *kb.Statement) bool) {
		r := n.kb.Record(e)
		for _, s := range r.Links {
			if c := evidence.OfLink(n.kb, r, s); !c.IsDeprecated() && n.kb.HoldsOn(s, n.at) && !yield(c, s) {
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

// supportOf returns the support of a claim that makes a hop. A source that makes it
// about itself is its only origin.
func supportOf(k *kb.KB, c evidence.Claim, link *kb.Statement) evidence.Support {
	if isOfSource(k, c) {
		return read
	}
	return evidence.SupportOf(k, c, link)
}

// read is the support of what can be read in a source itself.
var read = evidence.Support{Origins: 1, Strength: evidence.MinGood}

// grades are the grades of a hop at each level, in three bits each.
type grades uint16

func (g grades) at(l Level) Grade { return Grade(g >> (3 * l) & 7) }

// with returns the grades of a hop with one more claim that makes it, up to a
// level: those of its strongest claim at each.
func (g grades) with(highest Level, grade Grade) grades {
	for l := Any; l <= highest; l++ {
		if grade > g.at(l) {
			g = g&^(7<<(3*l)) | grades(grade)<<(3*l)
		}
	}
	return g
}
