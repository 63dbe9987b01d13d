package place

import (
	"cmp"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/order"
)

// routes are the names of relations that lead to the stops of a route, in its order.
var routes = []string{"visited", "visits", "stops", "route", "itinerary", "waypoints", "étapes", "etapes", "itinéraire", "itineraire", "parcours"}

// isTravelled reports whether an entity was at its locations one after the other: by
// the name of the relation that leads there, or because each link has a date of its
// own, by which the locations are sorted then.
func (l *Locator) isTravelled(e *kb.Entity, own []Location) bool {
	if len(own) < 2 || own[0].IsOwn() {
		return false
	}
	f := own[0].Via[0]
	name := f.Path[strings.LastIndexByte(f.Path, '.')+1:]
	if slices.Contains(routes, strings.ToLower(name)) {
		return true
	}
	when := make(map[*kb.Entity]string)
	r := l.kb.Record(e)
	for i := range r.Statements {
		if s := &r.Statements[i]; s.Field == f && s.To != nil && s.Claim != nil {
			when[s.To] = s.Claim.Date
		}
	}
	seen := make(map[string]bool)
	for _, s := range own {
		day := when[s.Entity]
		if day == "" || seen[day] {
			return false
		}
		seen[day] = true
	}
	order.Stable(own, func(a, b Location) int { return cmp.Compare(when[a.Entity], when[b.Entity]) })
	return true
}
