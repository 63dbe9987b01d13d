package cli

import (
	"math"

	"rihla/model/kb"
	"rihla/model/place"
	"rihla/ui/draw/worldmap"
)

// placed is an entity on a map in JSON, standing one of its locations, tie a
// distance.
type placed struct {
	entityOfKind
	At []standing `json:"at"`
}

type standing struct {
	Latitude  float64    `json:"latitude"`
	Longitude float64    `json:"longitude"`
	Of        kb.Address `json:"of"`
	Via       []string   `json:"via"`
}

type tie struct {
	From       kb.Address `json:"from"`
	To         kb.Address `json:"to"`
	Kilometres float64    `json:"km"`
	Chain      bool       `json:"chain"`
	Travelled  bool       `json:"travelled"`
}

// printMap prints the locations of entities, and for a single entity the
// distances between them.
func (a *app) printMap(m *worldmap.Map, l *place.Locator, entities []*kb.Entity) error {
	out := struct {
		referred
		Entities []placed `json:"entities"`
		Nowhere  int      `json:"nowhere"`
		Ties     []tie    `json:"ties"`
	}{referred: a.referred(m.Ties.NotHolding), Entities: []placed{}, Nowhere: m.Sites.Unlocated, Ties: []tie{}}
	for _, e := range entities {
		all := l.Locate(e)
		if len(all) == 0 {
			continue
		}
		p := placed{entityOfKind: ofKind(m.Voice, e)}
		for _, s := range all {
			via := []string{}
			for _, f := range s.Via {
				if f != nil {
					via = append(via, f.Path)
				}
			}
			p.At = append(p.At, standing{s.At.Lat, s.At.Lon, s.Entity.Address(), via})
		}
		out.Entities = append(out.Entities, p)
	}
	for _, leg := range m.Legs {
		out.Ties = append(out.Ties, tie{leg.From.Entity.Address(), leg.To.Entity.Address(), math.Round(leg.Km*10) / 10, leg.Chain, leg.Travelled})
	}
	return a.printJSON(out)
}
