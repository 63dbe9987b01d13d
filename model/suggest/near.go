package suggest

import (
	"slices"
	"unicode"

	"rihla/model/kb"
)

// minLongName is the fewest bytes of a name of which one letter may be a slip.
const minLongName = 12

// longName is a name of at least minLongName bytes.
type longName struct {
	entity  uint32 // by number
	letters []rune
}

// whole, as the way to bear a feature, is a name without a letter left out. Other ways
// are the index of the letter.
const whole = uint32(1<<32 - 1)

// nearFinder finds names that differ in one letter.
type nearFinder struct {
	*pairFinder
	b     *index
	names []longName
}

// findNear finds entities of which names differ in one letter, not a digit.
func (f *pairFinder) findNear(b *index, kind *kb.Kind) {
	n := nearFinder{f, b, nil}
	var bearers []bearer
	for _, e := range kind.Entities {
		if !b.isThing(e) {
			continue
		}
		eachName(e, func(name string) {
			plain := plainName(name)
			if len(plain) < minLongName {
				return
			}
			index, letters := uint32(len(n.names)), []rune(plain)
			n.names = append(n.names, longName{uint32(e.Number()), letters})
			eachWithout(letters, func(feature uint64, without uint32) {
				bearers = append(bearers, bearer{feature, index, without})
			})
		})
	}
	eachGroup(bearers, n.entityOf, n.compare)
}

func (n *nearFinder) entityOf(b bearer) uint32 { return n.names[b.number].entity }

// letter returns the letter that is left out, of which a whole name has none.
func (n *nearFinder) letter(b bearer) rune {
	if b.how == whole {
		return -1
	}
	return n.names[b.number].letters[b.how]
}

// compare finds pairs in a group, which is sorted by the place of what is left out. Names
// without the same place differ there alone, and a whole name differs from one with a
// letter left out in that letter. What is left out must be a letter.
func (n *nearFinder) compare(group []bearer) {
	var wholes, without []bearer
	for from, to := 0, 0; from < len(group); from = to {
		for to = from; to < len(group) && group[to].how == group[from].how; to++ {
		}
		if group[from].how == whole {
			wholes = n.few(group[from:to], 1)
			continue
		}
		few := n.few(group[from:to], 2)
		for i, x := range few {
			for _, y := range few[:i] {
				if n.letter(x) != n.letter(y) {
					n.pair(x, y)
				}
			}
		}
		without = n.few(append(without, few...), 1)
	}
	for _, x := range wholes {
		for _, y := range without {
			n.pair(x, y)
		}
	}
}

// few returns the bearers of a group, at most most per entity and each with a different
// omitted letter. With two, one differs from any letter omitted by another entity.
func (n *nearFinder) few(group []bearer, most int) []bearer {
	var few []bearer
	for _, x := range group {
		letter, of := n.letter(x), 0
		if x.how != whole && !unicode.IsLetter(letter) {
			continue
		}
		for _, y := range few {
			switch {
			case n.entityOf(y) != n.entityOf(x):
			case n.letter(y) == letter:
				of = most
			default:
				of++
			}
		}
		if of < most {
			few = append(few, x)
		}
	}
	return few
}

// pair adds the entities of two names. That the names differ in one letter is looked at
// only here, since two texts may share a hash.
func (n *nearFinder) pair(x, y bearer) {
	e, other := n.b.Entities[n.entityOf(x)], n.b.Entities[n.entityOf(y)]
	if e != other && !n.seen[orderedPair(e, other)] && isOneLetterApart(n.names[x.number].letters, n.names[y.number].letters) {
		n.add(e, other)
	}
}

// hashFactor is an arbitrary odd number.
const hashFactor = 0x9E3779B97F4A7C15

// eachWithout calls do for the hash of a text and of it without each of its letters:
// two texts that differ in one letter have one of these in common (deletion
// neighbourhoods; T. Bocek, E. Hunt, B. Stiller, Fast similarity search in large
// dictionaries, 2007). The hash is a polynomial, so that those of all neighbours take
// a time linear in the text.
func eachWithout(letters []rune, do func(hash uint64, without uint32)) {
	after := make([]uint64, len(letters)+1) // the hash of what follows each letter
	power := make([]uint64, len(letters)+1)
	power[0] = 1
	for i := range letters {
		from := len(letters) - 1 - i
		power[i+1] = power[i] * hashFactor
		after[from] = uint64(letters[from])*power[i] + after[from+1]
	}
	do(after[0], whole)
	before := uint64(0)
	for i, r := range letters {
		do(before*power[len(letters)-1-i]+after[i+1], uint32(i))
		before = before*hashFactor + uint64(r)
	}
}

// isOneLetterApart reports whether two texts differ in one letter: inserted,
// deleted or substituted.
func isOneLetterApart(a, b []rune) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	letters := append(slices.Clone(a), b...)
	return len(a) <= 1 && len(b) <= 1 && len(letters) > 0 && !slices.ContainsFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) })
}
