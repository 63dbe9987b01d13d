package search

// word finds the entities that hold a word, and tells how well it names each.
func (s *shard) word(w *word, best []tier, to Set) {
	if w.fit == anywhere && w.near == nil && isPlainLetter(w.text) {
		s.letters[w.text[0]-'a'].unpack(best)
	} else {
		s.look(w, best)
	}
	found := bitmap(to[s.first/64:])
	for e, t := range best {
		if t > 0 {
			found.set(e)
		}
	}
}

// look looks for a word among all.
func (s *shard) look(w *word, best []tier) {
	s.eachWord(w, inNames|1<<inInitials, func(n int) {
		t := s.tier(n, w)
		s.each(s.held(n), func(e int) { best[e] = max(best[e], t) })
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
	}{{inSummary, inItsSummary}, {inText, elsewhere}} {
		if Set(found).Len() == s.count {
			break
		}
		holders := newBitmap(s.count)
		s.eachWord(w, 1<<in.zone, func(n int) { s.unite(s.held(n), holders) })
		for i := range holders {
			holders[i] &^= found[i]
			found[i] |= holders[i]
		}
		for e := range Set(holders).Each() {
			best[e] = in.tier
		}
	}
}

// tiers are how well something names each entity of a shard, two in a byte.
type tiers []byte

func packTiers(of []tier) tiers {
	out := make(tiers, (len(of)+1)/2)
	for e, t := range of {
		out[e/2] |= t << (e % 2 * 4)
	}
	return out
}

func (t tiers) unpack(to []tier) {
	for e := range to {
		to[e] = t[e/2] >> (e % 2 * 4) & 0xF
	}
}

// alphabet is how many letters have a sign of their own.
const alphabet = 'z' - 'a' + 1

// findLetters finds what each letter is in, which half of all words hold: the
// first that is typed is answered like any other.
func (s *shard) findLetters() {
	best := make([]tier, s.count)
	for i := range s.letters {
		clear(best)
		s.look(&word{text: string(rune('a' + i))}, best)
		s.letters[i] = packTiers(best)
	}
}
