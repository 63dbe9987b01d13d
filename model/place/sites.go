package place

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/geo"
	"rihla/model/kb"
)

// Site is a point where entities are located.
type Site struct {
	At geo.Point
	// Entity is the one whose location field it is.
	Entity *kb.Entity
	// Entities are those located here: Entity first, then those with the most
	// links.
	Entities []*kb.Entity
	// Elsewhere are those of them that are also located at other sites.
	Elsewhere []*kb.Entity
	// Kind is the kind of all of them, nil if they are of several.
	Kind *kb.Kind
	// Weight is the number of entities plus the number of their links.
	Weight int
}

// Sites are the points where entities are located, ordered by ComparePoints.
type Sites struct {
	All []Site
	// The number of entities that are located, and that are not.
	Located, Unlocated int
	// Kinds are those of the located entities, in the order of the tabs.
	Kinds []*kb.Kind

	start []uint32 // by entity number, index in of of its first site, and the end
	of    []uint32 // indexes in All
}

// Gather locates entities. It returns nil if the context ends.
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
	order := make([]uint32, len(s.All)) // indexes of the sites, sorted
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return ComparePoints(s.All[a].At, s.All[b].At) })
	sorted, at := make([]Site, len(order)), make([]uint32, len(order))
	for i, n := range order {
		sorted[i], at[n] = s.All[n], uint32(i)
		l.sortSite(&sorted[i])
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

// ComparePoints orders points from west to east, and on a meridian from north
// to south.
func ComparePoints(a, b geo.Point) int {
	return cmp.Or(cmp.Compare(a.Lon, b.Lon), cmp.Compare(b.Lat, a.Lat))
}

// sortSite sorts the entities of a site, and sets its weight and kind.
func (l *Locator) sortSite(s *Site) {
	s.Weight, s.Kind = len(s.Entities), s.Entities[0].Kind
	for _, e := range s.Entities {
		s.Weight += l.kb.Degree(e)
		if e.Kind != s.Kind {
			s.Kind = nil
		}
	}
	slices.SortStableFunc(s.Entities, func(a, b *kb.Entity) int {
		switch {
		case a == s.Entity:
			return -1
		case b == s.Entity:
			return 1
		}
		return l.kb.Degree(b) - l.kb.Degree(a)
	})
}

// Of returns the indexes in All of an entity's sites, in the order in which it
// names them; nil if it was not among the gathered ones.
func (s *Sites) Of(e *kb.Entity) []uint32 {
	n := e.Number()
	if n+1 >= len(s.start) {
		return nil
	}
	return s.of[s.start[n]:s.start[n+1]]
}

// LocationCount returns the number of pairs of an entity and a site; it exceeds
// Located if some entities have several.
func (s *Sites) LocationCount() int { return len(s.of) }
