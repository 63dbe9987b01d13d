package search

// rankWord finds the entities that hold a word, and how well it matches their
// names.
func (s *shard) rankWord(w *word, best []tier, to Set) {
	if w.fit == anywhere && w.fuzzy == nil && isPlainLetter(w.text) {
		s.letterTiers[w.text[0]-'a'].unpack(best)
	} else {
		s.rank(w, best)
	}
	found := bitmap(to[s.first/64:])
	for e, t := range best {
		if t > 0 {
			found.set(e)
		}
	}
}

// rank is rankWord for any word, by looking at all.
func (s *shard) rank(w *word, best []tier) {
	s.eachWord(w, inNames|1<<inInitials, func(n int) {
		t := s.tier(n, w)
		s.eachPosting(s.postingsOf(n), func(e int) { best[e] = max(best[e], t) })
	})
	found := newBitmap(s.count)
	for e, t := range best {
		if t > 0 {
			found.set(e)
		}
	}
	for _, in := range [...]struct {
		zone zone
		tier tier
	}{{inSummary, summaryWord}, {inText, textWord}} {
		if Set(found).Len() == s.count {
			break
		}
		holders := newBitmap(s.count)
		s.eachWord(w, 1<<in.zone, func(n int) { s.addPostings(s.postingsOf(n), holders) })
		for i := range holders {
			holders[i] &^= found[i]
			found[i] |= holders[i]
		}
		for e := range Set(holders).Each() {
			best[e] = in.tier
		}
	}
}

// packedTiers holds the tiers of the entities of a shard, two in a byte.
type packedTiers []byte

func packTiers(of []tier) packedTiers {
	out := make(packedTiers, (len(of)+1)/2)
	for e, t := range of {
		out[e/2] |= t << (e % 2 * 4)
	}
	return out
}

func (t packedTiers) unpack(to []tier) {
	for e := range to {
		to[e] = t[e/2] >> (e % 2 * 4) & 0xF
	}
}

// alphabet is the number of letters with a bit of their own.
const alphabet = 'z' - 'a' + 1

// rankLetters computes the result of each single letter in advance: half of all
// words hold it, and the first letter typed should not take longer than the
// next.
func (s *shard) rankLetters() {
	best := make([]tier, s.count)
	for i := range s.letterTiers {
		clear(best)
		s.rank(&word{text: string(rune('a' + i))}, best)
		s.letterTiers[i] = packTiers(best)
	}
}
