package place_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"rihla/model/geo"
	"rihla/model/kb"
)

// randomClaims writes a base whose locations and relations have ranks and dates,
// whose points coincide, and whose columns order the relations.
func randomClaims(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[kinds.firm]\ncolumns = ['seat', 'plant']\n[kinds.town]\n[kinds.source]\n[relations.plant]\n[relations.seat]\n[relations.owner]\n[relations.source]\n")
	qualifier := func() string {
		return []string{"", "", "", ", rank = 'preferred'", ", rank = 'deprecated'", ", until = '2001'", ", until = '2030'", ", since = '2026'", ", date = '2029'"}[r.IntN(9)]
	}
	point := func() string {
		if r.IntN(9) == 0 {
			return "[200, 0]" // invalid
		}
		return fmt.Sprintf("[%d, %d]", 5*r.IntN(3), 5*r.IntN(3))
	}
	for i := range 6 {
		fmt.Fprintf(&b, "[town.t%d]\n", i)
		if n := r.IntN(4); n > 0 {
			b.WriteString("location = [")
			for range n {
				fmt.Fprintf(&b, "{ value = %s%s }, ", point(), qualifier())
			}
			b.WriteString("]\n")
		}
		fmt.Fprintf(&b, "[source.s%d]\nlocation = [1, 1]\n", i)
	}
	for i := range 8 {
		fmt.Fprintf(&b, "[firm.f%d]\nsource = 's%d'\n", i, r.IntN(6))
		for _, relation := range []string{"owner", "plant", "seat"} {
			if n := r.IntN(3); n > 0 {
				fmt.Fprintf(&b, "%s = [", relation)
				for range n {
					target := fmt.Sprintf("t%d", r.IntN(6))
					if relation == "owner" || r.IntN(4) == 0 {
						target = fmt.Sprintf("f%d", r.IntN(8))
					}
					fmt.Fprintf(&b, "{ to = '%s'%s }, ", target, qualifier())
				}
				b.WriteString("]\n")
			}
		}
	}
	return b.String()
}

// naiveLocator applies the rules of Locate to the records, without bounds.
type naiveLocator struct {
	k     *kb.KB
	today string
}

func (n naiveLocator) isOver(c *kb.Claim) bool {
	return c != nil && c.Rank == kb.Deprecated || n.isElsewhen(c)
}

func (n naiveLocator) isElsewhen(c *kb.Claim) bool {
	if c == nil {
		return false
	}
	isPast := c.Until != "" && (n.today == "" || n.today > c.Until)
	isFuture := n.today != "" && max(c.Since, c.Date) > n.today
	return isPast || isFuture
}

func (n naiveLocator) own(e *kb.Entity) *geo.Point {
	var ranked [3][]geo.Point // over, usual, preferred
	for _, s := range n.k.Record(e).Values("location") {
		at, ok := geo.FromValue(s.Value)
		switch {
		case !ok:
		case n.isOver(s.Claim):
			ranked[0] = append(ranked[0], at)
		case s.Claim != nil && s.Claim.Rank == kb.Preferred:
			ranked[2] = append(ranked[2], at)
		default:
			ranked[1] = append(ranked[1], at)
		}
	}
	for _, at := range []int{2, 1, 0} {
		if len(ranked[at]) > 0 {
			return &ranked[at][0]
		}
	}
	return nil
}

// relations returns the targets of each relation, columns first.
func (n naiveLocator) relations(e *kb.Entity) (paths []string, targets map[string][]*kb.Entity) {
	targets = make(map[string][]*kb.Entity)
	over := make(map[string][]*kb.Entity)
	r := n.k.Record(e)
	for _, s := range r.Statements {
		if s.To == nil || s.Field.Path == "source" {
			continue
		}
		path := s.Field.Path
		if s.To != e && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
		if n.isOver(s.Claim) {
			over[path] = append(over[path], s.To)
		} else {
			targets[path] = append(targets[path], s.To)
		}
	}
	for path, all := range over {
		if len(targets[path]) == 0 {
			targets[path] = all
		}
	}
	var sorted []string
	for _, path := range e.Kind.Columns {
		if slices.Contains(paths, path) {
			sorted = append(sorted, path)
		}
	}
	for _, path := range paths {
		if !slices.Contains(sorted, path) {
			sorted = append(sorted, path)
		}
	}
	return sorted, targets
}

// locate returns locations as "point of address via path path".
func (n naiveLocator) locate(e *kb.Entity) []string {
	if at := n.own(e); at != nil {
		return []string{fmt.Sprint(*at, " of ", e.Address(), " via")}
	}
	var out []string
	seen := make(map[any]bool)
	add := func(at geo.Point, of *kb.Entity, via string) {
		if !seen[at] && !seen[of] {
			out = append(out, fmt.Sprint(at, " of ", of.Address(), via))
		}
		seen[at], seen[of] = true, true
	}
	paths, targets := n.relations(e)
	for _, path := range paths {
		for _, to := range targets[path] {
			if at := n.own(to); at != nil {
				add(*at, to, " via "+path)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for _, path := range paths {
		for _, to := range targets[path] {
			further, beyond := n.relations(to)
			for _, second := range further {
				leads := false
				for _, end := range beyond[second] {
					if at := n.own(end); at != nil {
						leads = true
						if end != e {
							add(*at, end, " via "+path+" "+second)
						}
					}
				}
				if leads {
					break
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
