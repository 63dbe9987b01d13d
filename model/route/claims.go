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
