package worldmap_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/place"
	"rihla/ui/draw/worldmap"
	"rihla/ui/rich"
)

// TestArcsJoinTheirEnds looks for a dot of each great circle beside the sign at
// either end.
func TestArcsJoinTheirEnds(t *testing.T) {
	k := kbtest.BuiltIn(t)
	e := k.Lookup("event/mission-2024")
	m := mapOf(t, k, []*kb.Entity{e}, e)
	for _, leg := range m.Legs {
		m.Legs = []place.Leg{leg}
		w, h := 120, 29
		f := geo.Fit([]geo.Point{leg.From.At, leg.To.At}, 2*w, 4*h, 2*w/4, h, 0.01)
		m.Outline = nil
		m.Ties.Others = nil
		d := new(worldmap.Painter).Draw(m, f, w, h)
		x0, y0, _ := d.Frame.Dot(leg.From.At)
		x1, y1, _ := d.Frame.Dot(leg.To.At)
		dots := accents(d)
		for _, end := range [][2]int{{x0 / 2, y0 / 4}, {x1 / 2, y1 / 4}} {
			found := false
			for dy := -2; dy <= 2; dy++ {
				for dx := -24; dx <= 24; dx++ { // a name may stand between
					found = found || dots[[2]int{end[0] + dx, end[1] + dy}]
				}
			}
			if !found {
				t.Errorf("nothing of %s to %s is drawn near %v", leg.From.Entity.Key, leg.To.Entity.Key, end)
			}
		}
	}
}

// TestAnyArcIsOneLineFromEndToEnd follows great circles between random points from
// cell to cell, across the seam too.
func TestAnyArcIsOneLineFromEndToEnd(t *testing.T) {
	k := kbtest.Read(t, "[city.a]\nlocation = [0, 0]\n")
	m := mapOf(t, k, nil, nil)
	m.Outline = nil
	r := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		w := 40 + r.IntN(160)
		h := w / 2 // so that the poles are visible
		somewhere := func() geo.Point {
			return geo.Point{Lat: math.Asin(2*r.Float64()-1) * 180 / math.Pi, Lon: r.Float64()*360 - 180}
		}
		leg := place.NewLeg(place.Location{At: somewhere()}, place.Location{At: somewhere()}, false)
		leg.Travelled = true                        // so that it is drawn without gaps
		m.Legs = slices.Repeat([]place.Leg{leg}, 9) // more than mostDistances, so that no length covers the line
		d := new(worldmap.Painter).Draw(m, geo.World(2*w, 4*h), w, h)
		dots := accents(d)
		x, y, _ := d.Frame.Dot(leg.From.At)
		toX, toY, _ := d.Frame.Dot(leg.To.At)
		from, to := [2]int{x / 2, y / 4}, [2]int{toX / 2, toY / 4}
		reached := map[[2]int]bool{from: true}
		for todo := [][2]int{from}; len(todo) > 0; {
			at := todo[0]
			todo = todo[1:]
			for next := range dots {
				dx, dy := next[0]-at[0], next[1]-at[1]
				if near := dx*dx <= 1 || dx*dx >= (w-2)*(w-2); near && dy*dy <= 1 && !reached[next] {
					reached[next] = true
					todo = append(todo, next)
				}
			}
		}
		if !dots[from] || !reached[to] || len(reached) != len(dots) {
			t.Fatalf("%v to %v in %d×%d: %v is reached from %v: %v, %d of %d cells", leg.From.At, leg.To.At, w, h, to, from, reached[to], len(reached), len(dots))
		}
	}
}

// accents returns the cells with dots of great circles.
func accents(d *worldmap.Drawing) map[[2]int]bool {
	out := make(map[[2]int]bool)
	for y, line := range d.Lines {
		x := 0
		for _, s := range line.Spans {
			for _, c := range s.Text {
				if s.Role == rich.Accent && (c > 0x2800 && c <= 0x28FF || strings.ContainsRune("▸◂▴▾", c)) {
					out[[2]int{x, y}] = true
				}
				x++
			}
		}
	}
	return out
}

// TestOnlyARouteIsDrawnAsALine checks that stops by their relation or their dates are
// joined by a line with an arrow, and other places of an entity by dots without one.
func TestOnlyARouteIsDrawnAsALine(t *testing.T) {
	const places = "[kb]\nformat = 1\n[relations.stops]\n[relations.plant]\n[city.a]\nlocation = [10, -60]\n[city.b]\nlocation = [10, 60]\n"
	for text, want := range map[string]bool{
		"[tour.t]\nstops = ['a', 'b']": true,
		"[tour.t]\nplant = ['a', 'b']": false,
		"[tour.t]\nplant = [{ to = 'b', date = 2024-02-11 }, { to = 'a', date = 2024-02-10 }]":   true,
		"[tour.t]\nplant = [{ to = 'a', date = 2024-02-11 }, { to = 'b', date = 2024-02-11 }]":   false,
		"[tour.t]\nplant = [{ to = 'a', since = 1990-01-01 }, { to = 'b', since = 2001-01-01 }]": false,
	} {
		k := kbtest.Read(t, places+text+"\n")
		e := k.Lookup("tour/t")
		m := mapOf(t, k, []*kb.Entity{e}, e)
		m.Outline = nil
		d := new(worldmap.Painter).Draw(m, geo.World(240, 116), 120, 29)
		all := ""
		for _, line := range d.Lines {
			all += line.Text() + "\n"
		}
		if len(m.Legs) != 1 || strings.Contains(all, "▸") != want || m.Legs[0].Travelled != want {
			t.Errorf("%s: %+v\n%s", text, m.Legs, all)
		}
		if want && m.Legs[0].From.Entity.Key != "a" {
			t.Errorf("%s begins at %s", text, m.Legs[0].From.Entity.Key)
		}
		legend := m.Legend(d, 120, 1)[0].Text()
		if strings.Contains(legend, "⠤⠤▸ route") != want || strings.Contains(legend, "linked, not a route") == want {
			t.Errorf("%s: the legend is %q", text, legend)
		}
	}
}
