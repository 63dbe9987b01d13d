package route

import (
	"slices"

	"rihla/model/kb"
)

// Reach is what can be reached from an entity.
type Reach struct {
	Count      int          // entities, the one itself left out
	Hops       int          // how far the farthest is
	MostLinked []*kb.Entity // those of them that have most links, at most mostKnown
}

// Barrier says which of the options stands in the way.
type Barrier struct {
	// Hops is how many a route would need, however sure claims must be as they
	// are; 0 where no number would do.
	Hops int
	// Level is the highest level below Options.Least at which a route has no
	// more hops than it may; IsLevel tells whether there is one.
	Level    Level
	HasLevel bool
	// Both is how many hops a route would need if any claim served; 0 where
	// nothing at all connects the two, or one of the others is set.
	HopsAtAnyLevel int
}

// mostKnown bounds how many of what is reached are named.
const mostKnown = 5

// explain says why nothing was found.
func (s *search) explain(a *Answer) {
	a.Reach = [2]Reach{s.reach(s.from), s.reach(s.to)}
	b := &a.Barrier
	if s.bounded {
		b.Hops = s.distance(s.level)
	}
	for l := s.level; l > Any && !b.HasLevel; l-- {
		if s.isWithin(l - 1) {
			b.Level, b.HasLevel = l-1, true
		}
	}
	if s.bounded && s.level > Any && b.Hops == 0 && !b.HasLevel {
		b.HopsAtAnyLevel = s.distance(Any)
	}
}

// isWithin tells whether the ends are no farther from each other than they may be.
func (s *search) isWithin(l Level) bool {
	d := s.distance(l)
	return d > 0 && uint64(d) <= uint64(s.most)
}

// expand returns what is one hop from some entities and not seen yet, and calls
// do for all that is one hop from them.
func (s *search) expand(from []uint32, l Level, seen []bool, do func(e uint32)) []uint32 {
	var out []uint32
	for i, e := range from {
		if i%1024 == 1023 && s.ctx.Err() != nil {
			return nil
		}
		for _, list := range [...][]edge{s.around(e), s.beside[e]} {
			for _, hop := range list {
				if hop.grades.at(l) == None || s.isClosed(hop.to) {
					continue
				}
				do(hop.to)
				if !seen[hop.to] {
					seen[hop.to] = true
					out = append(out, hop.to)
				}
			}
		}
	}
	return out
}

// distance counts the hops between the ends where any number is allowed, going out
// from both; 0 where nothing connects them.
func (s *search) distance(l Level) int {
	var seen [2][]bool
	rings := [2][]uint32{{s.from}, {s.to}}
	for side, ring := range rings {
		seen[side] = make([]bool, len(s.kb.Entities))
		seen[side][ring[0]] = true
	}
	met := false
	for hops := 1; len(rings[0]) > 0 && len(rings[1]) > 0; hops++ {
		near := 0
		if len(rings[1]) < len(rings[0]) {
			near = 1
		}
		far := seen[1-near]
		rings[near] = s.expand(rings[near], l, seen[near], func(e uint32) { met = met || far[e] })
		if met {
			return hops
		}
	}
	return 0
}

func (s *search) reach(from uint32) Reach {
	var r Reach
	var known []uint32
	seen := make([]bool, len(s.kb.Entities))
	seen[from] = true
	for ring := []uint32{from}; uint64(r.Hops) < uint64(s.most); r.Hops++ {
		if ring = s.expand(ring, s.level, seen, func(uint32) {}); len(ring) == 0 {
			break
		}
		r.Count += len(ring)
		for _, e := range ring {
			at, _ := slices.BinarySearchFunc(known, e, s.order)
			if at < mostKnown {
				known = slices.Insert(known, at, e)
				known = known[:min(len(known), mostKnown)]
			}
		}
	}
	for _, e := range known {
		r.MostLinked = append(r.MostLinked, s.kb.Entities[e])
	}
	return r
}

// order puts what has more links first, and otherwise what comes first in the
// files.
func (s *search) order(a, b uint32) int {
	if d := s.degree(b) - s.degree(a); d != 0 {
		return d
	}
	return int(a) - int(b)
}
