package route

import (
	"context"
	"math"
	"slices"

	"rihla/model/kb"
)

const infinite = weight(math.MaxUint64)

// search looks for ways between two entities from both ends at once, the
// lightest first (Dijkstra, A note on two problems in connexion with graphs,
// 1959; Pohl, Bi-directional search, 1971). Where hops are bounded, an entity may
// have several labels: a heavier way to it is kept if it has fewer hops.
type search struct {
	*Network
	ctx      context.Context
	from, to uint32
	level    Level
	most     uint32 // hops
	bounded  bool
	open     bool // whether sources may be passed, because an end is one

	spent int // labels, in all searches but the last

	beside map[uint32][]edge // hops that the network has not: citations of an end
	cited  map[uint32]bool   // the sources of which they are
	sides  [2]side

	// What the ways beside the best one are kept from: its first stations, and a
	// hop, unless both ends of that are the same; and the way of which each hop
	// costs one more, by the places of its stations.
	shut   int
	barred [2]uint32
	along  map[uint32]int
}

// side is what has been seen from one end.
type side struct {
	labels []label
	last   []int32 // the last label of each entity, from 1; 0 where it has none
	queue  queue
}

// label is a way from the end of a side to an entity.
type label struct {
	weight  weight
	entity  uint32
	hops    uint32
	before  int32 // the label that it goes on from; -1 where it begins
	other   int32 // another label of the same entity, from 1
	settled bool
}

func (n *Network) newSearch(ctx context.Context, from, to *kb.Entity, o Options) *search {
	s := &search{Network: n, ctx: ctx, from: uint32(from.Number()), to: uint32(to.Number()), level: o.MinLevel, bounded: o.MaxHops > 0}
	s.most = math.MaxUint32
	if s.bounded {
		s.most = uint32(min(o.MaxHops, math.MaxInt32))
	}
	for i := range s.sides {
		s.sides[i].last = make([]int32, len(n.kb.Entities))
	}
	for _, end := range []*kb.Entity{from, to} {
		if n.kb.IsSource(end) {
			s.open = true
			s.citeFamily(uint32(end.Number()))
		}
	}
	return s
}

// isClosed tells whether an entity is not to be passed because it is a source.
func (s *search) isClosed(e uint32) bool {
	return !s.open && s.sources != nil && s.sources[e]
}

// each calls do for each hop from an entity, with what it weighs.
func (s *search) each(e uint32, do func(to uint32, w weight)) {
	here, isAlong := s.along[e]
	for _, list := range [...][]edge{s.around(e), s.beside[e]} {
		for _, hop := range list {
			grade := hop.grades.at(s.level)
			if grade == None || s.isClosed(hop.to) {
				continue
			}
			w := grade.weight() + s.passing[e] + s.passing[hop.to]
			if len(s.along) > 0 {
				there, both := s.along[hop.to]
				if both && there < s.shut || s.isBarred(e, hop.to) {
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

// isBarred tells whether a hop is the one that ways are kept from.
func (s *search) isBarred(a, b uint32) bool {
	x := s.barred
	return x[0] != x[1] && (a == x[0] && b == x[1] || a == x[1] && b == x[0])
}

// best returns the lightest way, or nil.
func (s *search) best() []uint32 {
	way, _ := s.between(s.from, s.to, s.most, infinite)
	return way
}

// between returns the lightest way between two entities that is lighter than
// some other and has at most so many hops; nil where there is none.
func (s *search) between(from, to uint32, most uint32, limit weight) ([]uint32, weight) {
	way, w := s.lightest(from, to, nil, limit)
	if way == nil || !s.bounded || uint64(len(way)-1) <= uint64(most) {
		return way, w
	}
	if b := s.newBound(from, to, most); b != nil {
		return s.lightest(from, to, b, limit)
	}
	return nil, infinite
}

// lightest is between with a bound on hops, nil being none.
func (s *search) lightest(from, to uint32, b *bound, limit weight) ([]uint32, weight) {
	s.spent += len(s.sides[0].labels) + len(s.sides[1].labels)
	s.reset()
	s.sides[0].begin(from)
	s.sides[1].begin(to)
	met := [2]int32{-1, -1}
	for popped := 0; ; popped++ {
		first, second := s.sides[0].queue.lightest(), s.sides[1].queue.lightest()
		if first == infinite || second == infinite || first+second >= limit || popped%1024 == 1023 && s.ctx.Err() != nil {
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
		s.each(here.entity, func(to uint32, w weight) {
			l := label{weight: here.weight + w, entity: to, hops: here.hops + 1, before: at}
			if l.weight >= limit || far.last[to] == 0 && (rest == infinite || l.weight+rest >= limit) || b.rulesOut(which, l) {
				return
			}
			number, ok := near.add(l, b != nil)
			if !ok {
				return
			}
			for i := far.last[to]; i > 0; i = far.labels[i-1].other {
				other := &far.labels[i-1]
				if sum := l.weight + other.weight; sum < limit && b.allows(l.hops+other.hops) {
					limit = sum
					met[which], met[1-which] = number, i-1
				}
			}
		})
	}
	if met[0] < 0 || s.ctx.Err() != nil {
		return nil, infinite
	}
	way := s.sides[0].trace(met[0])
	slices.Reverse(way)
	return append(way, s.sides[1].trace(met[1])[1:]...), limit
}

func (s *search) reset() {
	for i := range s.sides {
		s.sides[i].reset()
	}
}

func (s *side) reset() {
	for i := range s.labels {
		s.last[s.labels[i].entity] = 0
	}
	s.labels, s.queue = s.labels[:0], s.queue[:0]
}

func (s *side) begin(e uint32) { s.add(label{entity: e, before: -1}, false) }

// settle takes the lightest label that still matters.
func (s *side) settle(bounded bool) (at int32, ok bool) {
	at = s.queue.pop().label
	l := &s.labels[at]
	if !bounded {
		return at, s.last[l.entity] == at+1
	}
	for i := s.last[l.entity]; i > 0; i = s.labels[i-1].other {
		if other := &s.labels[i-1]; other.settled && other.hops <= l.hops {
			return at, false
		}
	}
	l.settled = true
	return at, true
}

// add adds a label, unless another is as good.
func (s *side) add(l label, bounded bool) (at int32, ok bool) {
	for i := s.last[l.entity]; i > 0; i = s.labels[i-1].other {
		if other := &s.labels[i-1]; other.weight <= l.weight && (!bounded || other.hops <= l.hops) {
			return -1, false
		}
	}
	at = int32(len(s.labels))
	l.other = s.last[l.entity]
	s.labels = append(s.labels, l)
	s.last[l.entity] = at + 1
	s.queue.push(waiting{l.weight, at})
	return at, true
}

// trace returns the entities from a label back to where its side begins.
func (s *side) trace(at int32) []uint32 {
	var out []uint32
	for ; at >= 0; at = s.labels[at].before {
		out = append(out, s.labels[at].entity)
	}
	return out
}
