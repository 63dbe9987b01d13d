package route

import (
	"math/bits"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Level is a threshold of confidence below which claims are ignored.
type Level uint8

// The levels. A claim without a stated confidence reaches Medium if it is
// sourced, else Any.
const (
	Any Level = iota
	Low
	Medium
	High
)

// String returns the level as commands write it; empty for Any.
func (l Level) String() string { return [...]string{"", "low", "medium", "high"}[l] }

// ParseLevel reads a level as commands write it; false for anything else.
func ParseLevel(s string) (Level, bool) {
	for l := Any; l <= High; l++ {
		if l.String() == s {
			return l, true
		}
	}
	return Any, false
}

// levelOf returns the highest level that a claim reaches.
func levelOf(c evidence.Claim) Level {
	switch c.Confidence() {
	case kb.High:
		return High
	case kb.Medium:
		return Medium
	case "":
		if c.IsSourced() {
			return Medium
		}
		return Any
	}
	return Low
}

// Grade is the strength of the evidence for a hop, in steps.
type Grade uint8

// The grades, from none to the best.
const (
	None      Grade = iota // no claim makes the hop
	Mention                // no relation is stated: a fact or a body of one end names the other
	Unsourced              // a relation for which no source is named
	Doubtful               // sourced, but disputed, inferred, alleged or of low confidence
	Fair                   // as strong as one claim of medium confidence
	Good                   // as strong as one good origin
	Firm                   // as strong as two good origins, or more
)

// String returns the grade as commands print it for programs.
func (g Grade) String() string {
	return [...]string{"none", "mention", "unsourced", "doubtful", "fair", "good", "firm"}[g]
}

func gradeOf(s evidence.Support) Grade {
	switch {
	case s.Mention:
		return Mention
	case s.Strength == 0:
		return Unsourced
	case s.Strength < evidence.MinFair:
		return Doubtful
	case s.Strength < evidence.MinGood:
		return Fair
	case s.Strength < evidence.MinFirm:
		return Good
	}
	return Firm
}

// gradeCosts are the costs of a hop of each grade, in hundredths of a Firm one.
// They keep three promises, whatever entities a route passes:
//
//   - three hops that are fair or better (at most 3.75) are better than two of
//     which one has no source (at least 4): a chain is sourced where each of its
//     links is;
//   - three hops that are good or better (at most 3.3) are better than two that
//     are doubtful (3.5);
//   - a direct link without a source, or a mention (3), is worse than two sourced
//     hops that are not both doubtful, and better than any three.
var gradeCosts = [...]uint64{Mention: 300, Unsourced: 300, Doubtful: 175, Fair: 125, Good: 110, Firm: 100}

// weight is the cost of a route, in units so fine that ties are practically
// impossible.
type weight = uint64

// Each hop is counted twice, so that half of the cost of passing an entity is
// paid on the way in and half on the way out: only hops have weights.
const (
	oneHop       weight = 1 << 41
	passingUnit  weight = 1 << 32 // for each doubling of the links of a passed entity
	maxDoublings        = 20
	tieBreakBits        = 30
)

func (g Grade) weight() weight { return gradeCosts[g] * (oneHop / 100) }

// passingWeight returns the cost of passing an entity. It grows with the number
// of its links, since that two cities are in one country says less than that
// one council met in both. It is at most a twelfth of a hop, so it decides only
// among equally good routes.
//
// Remaining ties are broken by a hash of the address, so that the best route is
// unique, the same from either end and independent of the order of the files
// (the isolation lemma; K. Mulmuley, U. Vazirani, V. Vazirani, Matching is as
// easy as matrix inversion, 1987).
func passingWeight(e *kb.Entity, links int) weight {
	return weight(min(bits.Len(uint(links)), maxDoublings))*passingUnit + tieBreak(e)
}

// tieBreak returns a hash of an address in tieBreakBits bits (FNV-1a, RFC 9923,
// its upper and lower bits mixed).
func tieBreak(e *kb.Entity) weight {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, part := range [...]string{e.Kind.Name, "/", e.Key} {
		for i := range len(part) {
			h = (h ^ uint64(part[i])) * prime
		}
	}
	h ^= h >> 29
	return h * prime >> (64 - tieBreakBits)
}
