package route

import (
	"math/bits"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Level says how sure a claim is, so that those below one can be left out.
type Level uint8

// The levels. Where nothing is said of a claim, its source speaks for it, and
// carries it as far as Medium; one that has neither is at Any alone.
const (
	Any Level = iota
	Low
	Medium
	High

	levels = 4
)

// String returns the level as the command line writes it; empty for Any.
func (l Level) String() string { return [...]string{"", "low", "medium", "high"}[l] }

// ParseLevel reads a level as the command line writes it.
func ParseLevel(s string) (Level, bool) {
	for l := Any; l <= High; l++ {
		if l.String() == s {
			return l, true
		}
	}
	return Any, false
}

// levelOf returns the highest level at which a claim counts.
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

// Grade says how firmly a hop stands.
type Grade uint8

// The grades, from nothing to the best: see evidence.Strength.
const (
	None      Grade = iota // no claim makes the hop
	Unsourced              // no source is named
	Doubtful               // a source, and a claim that is disputed, inferred, alleged or of low confidence
	Fair                   // as much as a source of medium confidence
	Good                   // as much as one good origin
	Firm                   // as much as two good origins, or more
)

// String returns the grade as the command line writes it for programs.
func (g Grade) String() string {
	return [...]string{"none", "unsourced", "doubtful", "fair", "good", "firm"}[g]
}

// The least strengths of the grades.
const (
	leastFair = 0.5
	leastGood = 0.75
	leastFirm = 1.5
)

func gradeOf(strength float64) Grade {
	switch {
	case strength == 0:
		return Unsourced
	case strength < leastFair:
		return Doubtful
	case strength < leastGood:
		return Fair
	case strength < leastFirm:
		return Good
	}
	return Firm
}

// A hop costs at least as much as a hop of which nobody could doubt, so that a
// longer way is never free. What one costs keeps three promises, whatever
// stations are passed on the way:
//
//   - three hops that are fair or better (at most 3.75) are better than two of
//     which one has no source (at least 4): a chain is sourced where each of its
//     links is;
//   - three hops that are good or better (at most 3.3) are better than two that
//     are doubtful (3.5);
//   - a direct link without a source (3) is worse than two sourced hops that are
//     not both doubtful, and better than any three.
var hundredths = [...]uint64{Unsourced: 300, Doubtful: 175, Fair: 125, Good: 110, Firm: 100}

// weight is what a way costs, in units so fine that a tie is next to impossible.
type weight = uint64

// Each hop is counted twice, so that half of what a station costs can be paid on
// the way in and half on the way out: all that is weighed is then a hop.
const (
	oneHop     weight = 1 << 41
	passing    weight = 1 << 32 // for each doubling of the links of a station
	mostPasses        = 20
	chanceBits        = 30
)

func (g Grade) weight() weight { return hundredths[g] * (oneHop / 100) }

// stationWeight is what it costs to pass an entity: the more links it has, the
// more, since that two cities are in one country says less than that one council
// met in both. It decides among routes that are equally good, and comes to a
// twelfth of a hop at most: who asks for the shortest route gets it.
//
// Among what is equal even so, a number made of the address decides, so that the
// best route is one alone (Mulmuley, Vazirani and Vazirani, Matching is as easy
// as matrix inversion, 1987), the same from either end and in whatever order the
// files are read.
func stationWeight(e *kb.Entity, links int) weight {
	return weight(min(bits.Len(uint(links)), mostPasses))*passing + chance(e)
}

// chance returns a number of chanceBits that an address always has (FNV-1a, as in
// RFC 9923, its upper and lower bits mixed).
func chance(e *kb.Entity) weight {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, part := range [...]string{e.Kind.Name, "/", e.Key} {
		for i := range len(part) {
			h = (h ^ uint64(part[i])) * prime
		}
	}
	h ^= h >> 29
	return h * prime >> (64 - chanceBits)
}
