package route

import "slices"

// alternative returns the best route other than the given one: the lightest of
// all others, where each hop shared with it costs one hop more, since a route
// that repeats the best one but for a station tells less than one that goes
// another way (the penalty method; R. Bader, J. Dees, R. Geisberger, P.
// Sanders, Alternative route graphs in road networks, 2011).
//
// Any other route leaves the given one at some station, so the lightest is the
// lightest of those that leave it at each (J. Y. Yen, Finding the k shortest
// loopless paths in a network, 1971).
//
// Where this takes more than maxSpentLabels, the best alternative found so far
// is returned.
func (s *search) alternative(best []uint32) []uint32 {
	s.penalised = make(map[uint32]int, len(best))
	for i, e := range best {
		s.penalised[e] = i
	}
	var found []uint32
	limit := maxWeight
	behind := weight(0) // the weight of best[:i+1]
	for i := 0; i < len(best)-1 && behind < limit && s.spentLabels < maxSpentLabels; i++ {
		s.rootLength, s.removedHop = i, [2]uint32{best[i], best[i+1]}
		left := limit
		if left != maxWeight {
			left -= behind
		}
		if rest, w := s.between(best[i], s.to, s.maxHops-uint32(i), left); rest != nil {
			found, limit = append(slices.Clone(best[:i]), rest...), behind+w
		}
		if s.ctx.Err() != nil {
			return nil
		}
		s.removedHop = [2]uint32{}
		behind += s.hopWeight(best[i], best[i+1])
	}
	return found
}

// maxSpentLabels bounds the labels that the search for an alternative may
// create.
const maxSpentLabels = 1 << 22

// hopWeight returns the weight of the hop between two adjacent entities.
func (s *search) hopWeight(a, b uint32) weight {
	w := maxWeight
	s.eachHop(a, func(to uint32, of weight) {
		if to == b {
			w = min(w, of)
		}
	})
	return w
}
