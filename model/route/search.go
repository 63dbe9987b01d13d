package route

import (
	"context"
	"math"
	"slices"

	"rihla/model/kb"
)

const maxWeight = weight(math.MaxUint64)

// search finds routes between two entities by Dijkstra's algorithm from both
// ends at once (E. W. Dijkstra, A note on two problems in connexion with
// graphs, 1959; I. Pohl, Bi-directional search, 1971). With a bound on hops an
// entity may have several labels: a heavier path to it is kept if it has fewer
// hops.
type search struct {
	*Network
	ctx            context.Context
	from, to       uint32
	minLevel       Level
	maxHops        uint32 // hops
	bounded        bool
	sourcesAllowed bool // whether routes may pass sources, because an end is one

	spentLabels int // in all searches but the last

	extraEdges   map[uint32][]edge // citations of an end, which the network lacks
	citedSources map[uint32]bool   // the sources whose citations these are
	sides        [2]side

	// For alternatives to the best route: it is excluded from its first
	// rootLength entities and from removedHop (if its ends differ), and each hop
	// it shares costs one more. penalised holds the index of each of its entities.
	rootLength int
	removedHop [2]uint32
	penalised  map[uint32]int
}

// side is the state of the search from one end.
type side struct {
	labels []label
	newest []int32 // index of the newest label of each entity, plus 1; 0 for none
	queue  queue
}

// label is a path from the end of a side to an entity.
type label struct {
	weight   weight
	entity   uint32
	hops     uint32
	previous int32 // index of the label that it extends; -1 at the end of the side
	sibling  int32 // index of an older label of the same entity, plus 1; 0 for none
	settled  bool
}

func (n *Network) newSearch(ctx context.Context, from, to *kb.Entity, o Options) *search {
	s := &search{Network: n, ctx: ctx, from: uint32(from.Number()), to: uint32(to.Number()), minLevel: o.MinLevel, bounded: o.MaxHops > 0}
	s.maxHops = math.MaxUint32
	if s.bounded {
		s.maxHops = uint32(min(o.MaxHops, math.MaxInt32))
	}
	for i := range s.sides {
		s.sides[i].newest = make([]int32, len(n.kb.Entities))
	}
	for _, end := range []*kb.Entity{from, to} {
		if n.kb.IsSource(end) {
			s.sourcesAllowed = true
			s.addEndCitations(uint32(end.Number()))
		}
	}
	return s
}

// isClosed reports whether routes may not pass an entity because it is a
// source.
func (s *search) isClosed(e uint32) bool {
	return !s.sourcesAllowed && s.sources != nil && s.sources[e]
}

// eachHop calls do for each hop from an entity, with its weight.
func (s *search) eachHop(e uint32, do func(to uint32, w weight)) {
	here, isAlong := s.penalised[e]
	for _, list := range [...][]edge{s.around(e), s.extraEdges[e]} {
		for _, hop := range list {
			grade := hop.grades.at(s.minLevel)
			if grade == None || s.isClosed(hop.to) {
				continue
			}
			w := grade.weight() + s.passingWeights[e] + s.passingWeights[hop.to]
			if len(s.penalised) > 0 {
				there, both := s.penalised[hop.to]
				if both && there < s.rootLength || s.isRemoved(e, hop.to) {
					continue
				}
				if both && isAlong && (here-there == 1 || there-here == 1) {
					w += oneHop
				}
			}
			do(hop.to, w)
		}
	}
}

// isRemoved reports whether a hop is the one excluded from alternatives.
func (s *search) isRemoved(a, b uint32) bool {
	x := s.removedHop
	return x[0] != x[1] && (a == x[0] && b == x[1] || a == x[1] && b == x[0])
}

// best returns the lightest route, or nil.
func (s *search) best() []uint32 {
	path, _ := s.between(s.from, s.to, s.maxHops, maxWeight)
	return path
}

// between returns the lightest path between two entities that weighs less than
// limit and has at most maxHops hops, or nil.
func (s *search) between(from, to uint32, maxHops uint32, limit weight) ([]uint32, weight) {
	path, w := s.lightest(from, to, nil, limit)
	if path == nil || !s.bounded || uint64(len(path)-1) <= uint64(maxHops) {
		return path, w
	}
	if b := s.newBound(from, to, maxHops); b != nil {
		return s.lightest(from, to, b, limit)
	}
	return nil, maxWeight
}

// lightest is between with a pruning bound on hops; nil is no bound.
func (s *search) lightest(from, to uint32, b *hopBound, limit weight) ([]uint32, weight) {
	s.spentLabels += len(s.sides[0].labels) + len(s.sides[1].labels)
	s.reset()
	s.sides[0].start(from)
	s.sides[1].start(to)
	met := [2]int32{-1, -1}
	for popped := 0; ; popped++ {
		first, second := s.sides[0].queue.lightest(), s.sides[1].queue.lightest()
		if first == maxWeight || second == maxWeight || first+second >= limit || popped%1024 == 1023 && s.ctx.Err() != nil {
			break
		}
		which := 0
		if len(s.sides[1].queue) < len(s.sides[0].queue) {
			which = 1
		}
		near, far := &s.sides[which], &s.sides[1-which]
		at, ok := near.settle(b != nil)
		if !ok {
			continue
		}
		here, rest := near.labels[at], far.queue.lightest()
		s.eachHop(here.entity, func(to uint32, w weight) {
			l := label{weight: here.weight + w, entity: to, hops: here.hops + 1, previous: at}
			if l.weight >= limit || far.newest[to] == 0 && (rest == maxWeight || l.weight+rest >= limit) || b.excludes(which, l) {
				return
			}
			number, ok := near.add(l, b != nil)
			if !ok {
				return
			}
			for i := far.newest[to]; i > 0; i = far.labels[i-1].sibling {
				other := &far.labels[i-1]
				if sum := l.weight + other.weight; sum < limit && b.allows(l.hops+other.hops) {
					limit = sum
					met[which], met[1-which] = number, i-1
				}
			}
		})
	}
	if met[0] < 0 || s.ctx.Err() != nil {
		return nil, maxWeight
	}
	path := s.sides[0].trace(met[0])
	slices.Reverse(path)
	return append(path, s.sides[1].trace(met[1])[1:]...), limit
}

func (s *search) reset() {
	for i := range s.sides {
		s.sides[i].reset()
	}
}

func (s *side) reset() {
	for i := range s.labels {
		s.newest[s.labels[i].entity] = 0
	}
	s.labels, s.queue = s.labels[:0], s.queue[:0]
}

func (s *side) start(e uint32) { s.add(label{entity: e, previous: -1}, false) }

// settle removes the lightest label from the queue; ok is false if a better
// label of its entity makes it obsolete.
func (s *side) settle(bounded bool) (at int32, ok bool) {
	at = s.queue.pop().label
	l := &s.labels[at]
	if !bounded {
		return at, s.newest[l.entity] == at+1
	}
	for i := s.newest[l.entity]; i > 0; i = s.labels[i-1].sibling {
		if other := &s.labels[i-1]; other.settled && other.hops <= l.hops {
			return at, false
		}
	}
	l.settled = true
	return at, true
}

// add adds a label; ok is false if another label of its entity dominates it.
func (s *side) add(l label, bounded bool) (at int32, ok bool) {
	for i := s.newest[l.entity]; i > 0; i = s.labels[i-1].sibling {
		if other := &s.labels[i-1]; other.weight <= l.weight && (!bounded || other.hops <= l.hops) {
			return -1, false
		}
	}
	at = int32(len(s.labels))
	l.sibling = s.newest[l.entity]
	s.labels = append(s.labels, l)
	s.newest[l.entity] = at + 1
	s.queue.push(queued{l.weight, at})
	return at, true
}

// trace returns the entities from a label back to the end of its side.
func (s *side) trace(at int32) []uint32 {
	var out []uint32
	for ; at >= 0; at = s.labels[at].previous {
		out = append(out, s.labels[at].entity)
	}
	return out
}
