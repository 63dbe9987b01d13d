package route

// hopBound prunes labels that no route of at most maxHops hops can contain, by
// a lower bound on the hops left to either end. A nil hopBound prunes nothing.
type hopBound struct {
	maxHops uint32
	balls   [2]hopBall // around the end at which each side starts
}

// hopBall holds the distances in hops from an end, by entity number and plus 1;
// 0 means farther than radius.
type hopBall struct {
	radius uint32
	hops   []uint16
}

// maxRadius bounds the radius of a ball; entities outside it are not pruned.
const maxRadius = 1<<16 - 2

// newBound returns the bound on routes between two entities, or nil if there is
// no route of so few hops.
func (s *search) newBound(from, to uint32, maxHops uint32) *hopBound {
	b := &hopBound{maxHops: maxHops}
	half := maxHops / 2
	b.balls[0] = s.newBall(from, maxHops-half)
	b.balls[1] = s.newBall(to, half)
	if b.balls[0].radius+b.balls[1].radius < maxHops {
		return b
	}
	for e, hops := range b.balls[0].hops {
		if hops > 0 && b.balls[1].hops[e] > 0 {
			return b
		}
	}
	return nil
}

// newBall searches breadth-first from an entity. It ignores removedHop and
// rootLength, so its distances are lower bounds.
func (s *search) newBall(from uint32, radius uint32) hopBall {
	b := hopBall{min(radius, maxRadius), make([]uint16, len(s.kb.Entities))}
	seen := make([]bool, len(s.kb.Entities))
	seen[from] = true
	b.hops[from] = 1
	ring := []uint32{from}
	for hops := uint32(1); hops <= b.radius && len(ring) > 0; hops++ {
		ring = s.expand(ring, s.minLevel, seen, func(uint32) {})
		for _, e := range ring {
			b.hops[e] = uint16(hops + 1)
		}
	}
	return b
}

// hopsLeft returns a lower bound on the hops from an entity to the end.
func (b *hopBall) hopsLeft(e uint32) uint32 {
	if hops := b.hops[e]; hops > 0 {
		return uint32(hops) - 1
	}
	return b.radius + 1
}

// excludes reports whether a label of a side cannot be part of a route with few
// enough hops.
func (b *hopBound) excludes(side int, l label) bool {
	return b != nil && uint64(l.hops)+uint64(b.balls[1-side].hopsLeft(l.entity)) > uint64(b.maxHops)
}

func (b *hopBound) allows(hops uint32) bool { return b == nil || hops <= b.maxHops }
