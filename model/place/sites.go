package place

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/geo"
	"rihla/model/kb"
)

// Site is a point at which entities stand.
type Site struct {
	At geo.Point
	// Of is the entity whose location that is.
	Entity *kb.Entity
	// Here are the entities that stand there: the one whose location it is first,
	// then those with most links.
	Entities []*kb.Entity
	// Several are those of them that stand at other sites too.
	Elsewhere []*kb.Entity
	// Kind is what all of them are of, or nil.
	Kind *kb.Kind
	// Weight is how many they are, and how many links they have.
	Weight int
}

// Sites are where entities stand, from west to east, of one meridian from north
// to south.
type Sites struct {
	All []Site
	// Entities is how many stand somewhere, Nowhere how many do not.
	Located, Unlocated int
	// Kinds are those of which any stands somewhere, in the order of the tabs.
	Kinds []*kb.Kind

	start []uint32 // by the numbers of entities, and what comes after the last
	of    []uint32 // the places in All of the sites of each
}

// Gather finds where entities stand. It goes through all of them, and returns nil
// when the context ends.
func Gather(ctx context.Context, l *Locator, entities []*kb.Entity) *Sites {
	s := &Sites{}
	type standing struct{ entity, site uint32 }
	var pairs []standing
	known := make(map[geo.Point]uint32)
	for i, e := range entities {
		if i%64 == 0 && ctx.Err() != nil {
			return nil
		}
		all := l.Locate(e)
		if len(all) == 0 {
			s.Unlocated++
			continue
		}
		s.Located++
		if !slices.Contains(s.Kinds, e.Kind) {
			s.Kinds = append(s.Kinds, e.Kind)
		}
		for _, st := range all {
			n, there := known[st.At]
			if !there {
				n = uint32(len(s.All))
				known[st.At] = n
				s.All = append(s.All, Site{At: st.At, Entity: st.Entity})
			}
			site := &s.All[n]
			site.Entities = append(site.Entities, e)
			if len(all) > 1 {
				site.Elsewhere = append(site.Elsewhere, e)
			}
			pairs = append(pairs, standing{uint32(e.Number()), n})
		}
	}
	order := make([]uint32, len(s.All)) // the sites, from west to east
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return ComparePoints(s.All[a].At, s.All[b].At) })
	sorted, at := make([]Site, len(order)), make([]uint32, len(order))
	for i, n := range order {
		sorted[i], at[n] = s.All[n], uint32(i)
		l.rank(&sorted[i])
	}
	s.All = sorted
	slices.SortFunc(s.Kinds, func(a, b *kb.Kind) int { return slices.Index(l.kb.Kinds, a) - slices.Index(l.kb.Kinds, b) })
	s.start, s.of = make([]uint32, len(l.own)+1), make([]uint32, len(pairs))
	for _, p := range pairs {
		s.start[p.entity+1]++
	}
	for i := range l.own {
		s.start[i+1] += s.start[i]
	}
	next := slices.Clone(s.start)
	for _, p := range pairs {
		s.of[next[p.entity]] = at[p.site]
		next[p.entity]++
	}
	return s
}

// FromWest compares two points as sites are sorted.
func ComparePoints(a, b geo.Point) int {
	return cmp.Or(cmp.Compare(a.Lon, b.Lon), cmp.Compare(b.Lat, a.Lat))
}

// rank puts the entities of a site in order, and weighs them.
func (l *Locator) rank(s *Site) {
	s.Weight, s.Kind = len(s.Entities), s.Entities[0].Kind
	for _, e := range s.Entities {
		s.Weight += l.kb.Degree(e)
		if e.Kind != s.Kind {
			s.Kind = nil
		}
	}
	slices.SortStableFunc(s.Entities, func(a, b *kb.Entity) int {
		if a == s.Entity || b == s.Entity {
			return cmp.Compare(btoi(b == s.Entity), btoi(a == s.Entity))
		}
		return l.kb.Degree(b) - l.kb.Degree(a)
	})
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Of returns the places in All of the sites of an entity, in the order in which
// it names them; none where it is not among those that were gathered.
func (s *Sites) Of(e *kb.Entity) []uint32 {
	n := e.Number()
	if n+1 >= len(s.start) {
		return nil
	}
	return s.of[s.start[n]:s.start[n+1]]
}

// Standings is how many places entities stand at, each of its own: more than
// Entities where some stand at several.
func (s *Sites) LocationCount() int { return len(s.of) }
