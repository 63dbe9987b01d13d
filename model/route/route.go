// Package route finds how two entities are connected: the best route along
// links, weighted by the evidence for them, and the best alternative to it. It
// reads a knowledge base through a Network, built once for many questions; it
// draws nothing and stores nothing on the knowledge base.
package route

import (
	"context"
	"errors"

	"rihla/model/kb"
)

// ErrPartial is returned for a knowledge base whose links are not known yet.
var ErrPartial = errors.New("not all has been read")

// Options restrict the routes that are searched for.
type Options struct {
	MaxHops  int   // the most hops of a route; 0 is no limit
	MinLevel Level // the least confidence of a claim that makes a hop
}

// Route is a simple path from one entity to another: it visits no entity twice.
type Route struct {
	Entities []*kb.Entity // from one end to the other, both included
	Hops     []Hop        // one fewer than Entities
	// Weakest is the index in Hops of the first of those with the least
	// evidence; -1 without hops.
	Weakest int
	// Cost is the sum of the costs of the hops: 1 for a Firm one, more for
	// others. See gradeCosts.
	Cost float64
}

// IsEven reports whether all hops have equally strong evidence.
func (r *Route) IsEven() bool {
	for i := range r.Hops {
		if r.Hops[i].compare(&r.Hops[0]) != 0 {
			return false
		}
	}
	return true
}

// Answer is the result of a search for the routes between two entities.
type Answer struct {
	From, To   *kb.Entity
	Options    Options
	NotHolding int // links of the knowledge base that do not hold on the reference day of the network

	Best        *Route // nil if nothing connects them
	Alternative *Route // nil if there is no other route

	// Set only if Best is nil.

	Reach   [2]Reach // what each end reaches within the options
	Barrier Barrier
}

// Find returns how two entities of the network's knowledge base are connected.
// Its error is the context's, or ErrPartial.
func (n *Network) Find(ctx context.Context, from, to *kb.Entity, o Options) (*Answer, error) {
	if n.kb.Partial {
		return nil, ErrPartial
	}
	a := &Answer{From: from, To: to, Options: o, NotHolding: n.notHolding}
	if from == to {
		a.Best = n.newRoute([]uint32{uint32(from.Number())}, o.MinLevel)
		return a, nil
	}
	s := n.newSearch(ctx, from, to, o)
	var best []uint32
	if !s.bounded || s.isWithinMaxHops(o.MinLevel) {
		best = s.best()
	}
	if best == nil {
		if ctx.Err() == nil {
			s.explain(a)
		}
		return a, ctx.Err()
	}
	next := s.alternative(best)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a.Best = n.newRoute(best, o.MinLevel)
	if next != nil {
		a.Alternative = n.newRoute(next, o.MinLevel)
	}
	return a, nil
}
