package route

// bound is the most hops that a way may have, and what is known of how many are
// left from an entity to either end. A nil bound rules nothing out.
type bound struct {
	most  uint32
	balls [2]ball // around the end that a side begins at
}

// ball is how many hops an entity is from an end, 1 being the end itself; 0 is
// farther than the radius.
type ball struct {
	radius uint32
	hops   []uint16
}

// mostRadius bounds a ball; what is outside may be as near as it likes.
const mostRadius = 1<<16 - 2

// newBound returns the bound on the ways between two entities, or nil where no way
// has so few hops.
func (s *search) newBound(from, to uint32, most uint32) *bound {
	b := &bound{most: most}
	half := most / 2
	b.balls[0] = s.newBall(from, most-half)
	b.balls[1] = s.newBall(to, half)
	if b.balls[0].radius+b.balls[1].radius < most {
		return b
	}
	for e, hops := range b.balls[0].hops {
		if hops > 0 && b.balls[1].hops[e] > 0 {
			return b
		}
	}
	return nil
}

// newBall goes out from an entity, through what ways are kept from as well.
func (s *search) newBall(from uint32, radius uint32) ball {
	b := ball{min(radius, mostRadius), make([]uint16, len(s.kb.Entities))}
	seen := make([]bool, len(s.kb.Entities))
	seen[from] = true
	b.hops[from] = 1
	ring := []uint32{from}
	for hops := uint32(1); hops <= b.radius && len(ring) > 0; hops++ {
		ring = s.expand(ring, s.level, seen, func(uint32) {})
		for _, e := range ring {
			b.hops[e] = uint16(hops + 1)
		}
	}
	return b
}

// left returns the least hops from an entity to the end.
func (b *ball) left(e uint32) uint32 {
	if hops := b.hops[e]; hops > 0 {
		return uint32(hops) - 1
	}
	return b.radius + 1
}

// rulesOut tells whether a label of a side cannot be part of a way that has few
// enough hops.
func (b *bound) rulesOut(side int, l label) bool {
	return b != nil && uint64(l.hops)+uint64(b.balls[1-side].left(l.entity)) > uint64(b.most)
}

func (b *bound) allows(hops uint32) bool { return b == nil || hops <= b.most }
