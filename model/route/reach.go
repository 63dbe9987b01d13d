package route

import (
	"slices"

	"rihla/model/kb"
)

// Reach describes the entities that can be reached from one end.
type Reach struct {
	Count      int          // the number of entities, without the end itself
	Hops       int          // the distance of the farthest
	MostLinked []*kb.Entity // those with the most links, at most maxMostLinked
}

// Barrier tells which option rules out every route, and how far it would have
// to be relaxed.
type Barrier struct {
	// Hops is the number of hops that a route needs at Options.MinLevel; 0 if no
	// number suffices.
	Hops int
	// Level is the highest level below Options.MinLevel at which a route is
	// short enough, if HasLevel.
	Level    Level
	HasLevel bool
	// HopsAtAnyLevel is the number of hops that a route needs if every claim
	// counts; 0 if nothing connects the two or another field is set.
	HopsAtAnyLevel int
}

// maxMostLinked bounds Reach.MostLinked.
const maxMostLinked = 5

// explain sets the fields of an answer that tell why there is no route.
func (s *search) explain(a *Answer) {
	a.Reach = [2]Reach{s.reach(s.from), s.reach(s.to)}
	b := &a.Barrier
	if s.bounded {
		b.Hops = s.distance(s.minLevel)
	}
	for l := s.minLevel; l > Any && !b.HasLevel; l-- {
		if s.isWithinMaxHops(l - 1) {
			b.Level, b.HasLevel = l-1, true
		}
	}
	if s.bounded && s.minLevel > Any && b.Hops == 0 && !b.HasLevel {
		b.HopsAtAnyLevel = s.distance(Any)
	}
}

// isWithinMaxHops reports whether a level connects the ends by few enough hops.
func (s *search) isWithinMaxHops(l Level) bool {
	d := s.distance(l)
	return d > 0 && uint64(d) <= uint64(s.maxHops)
}

// expand returns the entities one hop from a frontier that have not been seen,
// and calls do for every entity one hop from it.
func (s *search) expand(from []uint32, l Level, seen []bool, do func(e uint32)) []uint32 {
	var out []uint32
	for i, e := range from {
		if i%1024 == 1023 && s.ctx.Err() != nil {
			return nil
		}
		for _, list := range [...][]edge{s.around(e), s.extraEdges[e]} {
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

// distance returns the number of hops between the ends at a level, by
// breadth-first search from both; 0 if nothing connects them.
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
	for ring := []uint32{from}; uint64(r.Hops) < uint64(s.maxHops); r.Hops++ {
		if ring = s.expand(ring, s.minLevel, seen, func(uint32) {}); len(ring) == 0 {
			break
		}
		r.Count += len(ring)
		for _, e := range ring {
			at, _ := slices.BinarySearchFunc(known, e, s.byDegree)
			if at < maxMostLinked {
				known = slices.Insert(known, at, e)
				known = known[:min(len(known), maxMostLinked)]
			}
		}
	}
	for _, e := range known {
		r.MostLinked = append(r.MostLinked, s.kb.Entities[e])
	}
	return r
}

// byDegree orders entities by their number of links, the most first, then by
// their order in the files.
func (s *search) byDegree(a, b uint32) int {
	if d := s.degree(b) - s.degree(a); d != 0 {
		return d
	}
	return int(a) - int(b)
}
