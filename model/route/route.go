// Package route finds how two entities are connected: the shortest way along
// links, by evidence, and the next best beside it. A Network is made once for
// whoever asks, and nothing is kept on the knowledge base.
package route

import (
	"context"
	"errors"

	"rihla/model/kb"
)

// ErrPartial is returned where links are not known yet.
var ErrPartial = errors.New("not all has been read")

// Options say which routes are wanted.
type Options struct {
	MaxHops  int   // the most hops that a route may have; 0 is any number
	MinLevel Level // how sure a claim must be to make a hop
}

// Route is a way from one entity to another. It passes no entity twice.
type Route struct {
	Entities []*kb.Entity // from the one end to the other
	Hops     []Hop        // one fewer than stations
	// Weakest is the place in Hops of the one that stands on least, the first
	// of several; -1 where there is no hop.
	Weakest int
	// Cost is what all hops cost together: 1 is a hop that two good origins
	// tell. See cost.go.
	Cost float64
}

// IsEven tells whether no hop stands on less than any other.
func (r *Route) IsEven() bool {
	for i := range r.Hops {
		if r.Hops[i].compare(&r.Hops[0]) != 0 {
			return false
		}
	}
	return true
}

// Answer is what was found of two entities.
type Answer struct {
	From, To *kb.Entity
	Options  Options

	Best        *Route // nil where nothing connects them
	Alternative *Route // nil where there is no other way

	// The rest is set where nothing connects them.

	Reach   [2]Reach // what is reached from either end, within the options
	Barrier Barrier
}

// Find returns how two entities of the network's knowledge base are connected.
// It fails with the context's error, and with ErrPartial.
func (n *Network) Find(ctx context.Context, from, to *kb.Entity, o Options) (*Answer, error) {
	if n.kb.Partial {
		return nil, ErrPartial
	}
	a := &Answer{From: from, To: to, Options: o}
	if from == to {
		a.Best = n.route([]uint32{uint32(from.Number())}, o.MinLevel)
		return a, nil
	}
	s := n.newSearch(ctx, from, to, o)
	var best []uint32
	if !s.bounded || s.isWithin(o.MinLevel) {
		best = s.best()
	}
	if best == nil {
		if ctx.Err() == nil {
			s.explain(a)
		}
		return a, ctx.Err()
	}
	next := s.next(best)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a.Best = n.route(best, o.MinLevel)
	if next != nil {
		a.Alternative = n.route(next, o.MinLevel)
	}
	return a, nil
}
