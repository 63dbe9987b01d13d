package route

import "slices"

// next returns the best way that is not the given one: the lightest of all
// others, each hop that it shares with it costing one hop more. What repeats the
// first but for a station tells less than what goes another way (a penalty as in
// Bader, Dees, Geisberger and Sanders, Alternative route graphs in road networks,
// 2011).
//
// Any other way leaves the given one at some station, and so the lightest is the
// lightest of those that leave it at each (Yen, Finding the k shortest loopless
// paths in a network, 1971).
//
// Of a way that is so long that this takes more than mostSpent, what has been
// found until then is good enough.
func (s *search) next(way []uint32) []uint32 {
	s.along = make(map[uint32]int, len(way))
	for i, e := range way {
		s.along[e] = i
	}
	var found []uint32
	limit := infinite
	behind := weight(0)
	for i := 0; i < len(way)-1 && behind < limit && s.spent < mostSpent; i++ {
		s.shut, s.barred = i, [2]uint32{way[i], way[i+1]}
		left := limit
		if left != infinite {
			left -= behind
		}
		if rest, w := s.between(way[i], s.to, s.most-uint32(i), left); rest != nil {
			found, limit = append(slices.Clone(way[:i]), rest...), behind+w
		}
		if s.ctx.Err() != nil {
			return nil
		}
		s.barred = [2]uint32{}
		behind += s.weightOf(way[i], way[i+1])
	}
	return found
}

// mostSpent is how many labels are spent on the next best.
const mostSpent = 1 << 22

// weightOf returns what a hop weighs.
func (s *search) weightOf(a, b uint32) weight {
	w := infinite
	s.each(a, func(to uint32, of weight) {
		if to == b {
			w = min(w, of)
		}
	})
	return w
}
