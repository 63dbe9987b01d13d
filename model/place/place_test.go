package place_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/date"
	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/place"
)

var today = on("2024-06-01")

// on returns the time of a date, or the end of time for none.
func on(written string) kb.Reference {
	if d, ok := date.Parse(written); ok {
		return kb.Reference{At: d.Span()}
	}
	return kb.Reference{At: kb.EndOfTime}
}

// located describes where an entity is located: "city.austin via headquarters".
func located(l *place.Locator, k *kb.KB, address kb.Address) string {
	var out []string
	for _, s := range l.Locate(k.Lookup(address)) {
		text := s.Entity.Key
		for _, f := range s.Via {
			if f != nil {
				text += " via " + f.Path
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

const base = `
[kb]
format = 1
[kinds.company]
columns = ["headquarters"]
[kinds.company.fields]
yard = { type = "location" }
[relations.sites]
to = "city"
[relations.headquarters]
to = "city"
[relations.works_for]
to = "company"
[relations.visited]
to = "city"
[city.rabat]
location = [34.0133, -6.8326]
[city.austin]
location = { value = [30.2672, -97.7431], source = "atlas" }
[city.moved]
location = [{ value = [1, 1], until = "2000" }, { value = [2, 2], since = "2000" }]
[city.argued]
location = [{ value = [3, 3], rank = "deprecated" }, { value = [4, 4] }, { value = [5, 5], rank = "preferred" }]
[city.wrong]
location = [97.7, 30.2]
[city.somewhere]
location = "by the sea"
[company.oracle]
sites = ["rabat"]
headquarters = [{ to = "moved", until = "2020-12-11" }, { to = "austin", since = "2020-12-11" }]
[company.gone]
headquarters = { to = "rabat", until = "1999" }
[company.yard]
yard = [10, 20]
headquarters = "rabat"
[company.nowhere]
headquarters = "wrong"
[person.larry]
works_for = ["oracle", "nowhere", "gone"]
[person.lost]
works_for = "nowhere"
[event.tour]
visited = ["austin", "somewhere", "rabat", "austin"]
[event.self]
about = "event/self"
[source.atlas]
location = [50, 50]
[note.cited]
source = "atlas"
`

func TestLocate(t *testing.T) {
	k := kbtest.Read(t, base)
	l := place.NewLocator(k, today)
	for address, want := range map[kb.Address]string{
		"city/rabat": "rabat", "city/austin": "austin", "city/wrong": "", "city/somewhere": "",
		"company/oracle": "austin via headquarters", "company/gone": "rabat via headquarters", "company/yard": "yard", "company/nowhere": "",
		"person/larry": "austin via works_for via headquarters, rabat via works_for via headquarters", "person/lost": "",
		"event/tour": "austin via visited, rabat via visited", "event/self": "", "note/cited": "", "source/atlas": "atlas",
	} {
		if got := located(l, k, address); got != want {
			t.Errorf("%s stands at %q, not %q", address, got, want)
		}
	}
	for address, want := range map[kb.Address]geo.Point{"city/moved": {Lat: 2, Lon: 2}, "city/argued": {Lat: 5, Lon: 5}, "company/yard": {Lat: 10, Lon: 20}} {
		if got := l.Locate(k.Lookup(address)); len(got) != 1 || got[0].At != want {
			t.Errorf("%s stands at %v, not %v", address, got, want)
		}
	}
	if got := located(place.NewLocator(k, on("2019-01-01")), k, "company/oracle"); got != "moved via headquarters" {
		t.Errorf("in 2019 Oracle stands at %q", got)
	}
}

func TestTheBuiltInMissionTiesRabatToAustin(t *testing.T) {
	k := kbtest.BuiltIn(t)
	l := place.NewLocator(k, today)
	if got := located(l, k, "event/mission-2024"); got != "austin via visited, silicon-valley via visited" {
		t.Error(got)
	}
	ties := l.Ties(k.Lookup("event/mission-2024"))
	found := false
	for _, leg := range ties.Legs {
		if leg.From.Entity.Key == "austin" && leg.To.Entity.Key == "rabat" {
			found = true
			if math.Abs(leg.Km-8262) > 5 || leg.Chain {
				t.Errorf("%+v", leg)
			}
		}
	}
	if !found || len(ties.Legs) != len(ties.Own)-1+len(ties.Others) {
		t.Errorf("%+v", ties.Legs)
	}
	if !slices.IsSortedFunc(ties.Others, func(a, b place.Tied) int { return int(math.Copysign(1, a.Km-b.Km)) }) {
		t.Error("what is tied is not sorted by distance")
	}
}

func TestTiesOfAnEntityWithoutLocationJoinItsNeighbours(t *testing.T) {
	k := kbtest.BuiltIn(t)
	l := place.NewLocator(k, today)
	for _, e := range k.Kind("theme").Entities {
		ties := l.Ties(e)
		if len(ties.Own) > 0 {
			t.Fatalf("%s stands somewhere", e.Key)
		}
		if len(ties.Others) > 0 && len(ties.Legs) != len(ties.Others)-1 {
			t.Errorf("%s: %d places, %d legs", e.Key, len(ties.Others), len(ties.Legs))
		}
	}
}

// random returns a base of towns, and of people who live in some of them.
func random(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[town.t%d]\nlocation = [%.2f, %.2f]\n", i, r.Float64()*180-90, r.Float64()*360-180)
		if i > 0 && r.IntN(4) == 0 {
			fmt.Fprintf(&b, "twin = 't%d'\n", r.IntN(i))
		}
	}
	for i := range n {
		fmt.Fprintf(&b, "[person.p%d]\nname = 'P%d'\n", i, i)
		if r.IntN(3) > 0 {
			fmt.Fprintf(&b, "lives_in = ['t%d', 't%d']\n", r.IntN(n), r.IntN(n))
		}
		if i > 0 && r.IntN(2) == 0 {
			fmt.Fprintf(&b, "knows = 'p%d'\n", r.IntN(i))
		}
	}
	return b.String()
}

func TestSitesHoldAllLocatedEntities(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		k := kbtest.Read(t, random(r, 2+r.IntN(40)))
		l := place.NewLocator(k, today)
		sites := place.Gather(context.Background(), l, k.Entities)
		pairs, standing := 0, 0
		for _, e := range k.Entities {
			all := l.Locate(e)
			if len(all) > 0 {
				standing++
			}
			var at, want []geo.Point
			for _, n := range sites.Of(e) {
				at = append(at, sites.All[n].At)
				if !slices.Contains(sites.All[n].Entities, e) {
					t.Fatalf("%s is not at a site of its own", e.Address())
				}
			}
			for _, s := range all {
				want = append(want, s.At)
				pairs++
			}
			if !slices.Equal(at, want) {
				t.Fatalf("%s: %v, not %v", e.Address(), at, want)
			}
		}
		here := 0
		for i, s := range sites.All {
			here += len(s.Entities)
			if i > 0 && (s.At.Lon < sites.All[i-1].At.Lon || s.At == sites.All[i-1].At) {
				t.Fatalf("%v comes after %v", s.At, sites.All[i-1].At)
			}
			if len(s.Entities) == 0 || slices.Contains(s.Entities, s.Entity) && s.Entities[0] != s.Entity {
				t.Fatalf("%v", s.Entities)
			}
		}
		if here != pairs || sites.LocationCount() != pairs || sites.Located != standing || sites.Located+sites.Unlocated != len(k.Entities) {
			t.Fatalf("%d here, %d standings, %d entities, %d nowhere; %d and %d", here, sites.LocationCount(), sites.Located, sites.Unlocated, pairs, standing)
		}
	}
}

// TestLegsFormASpanningTree checks that legs join all places, and for an entity
// without location that they are as short as those found by Kruskal's
// algorithm.
func TestLegsFormASpanningTree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 30 {
		k := kbtest.Read(t, random(r, 2+r.IntN(30)))
		l := place.NewLocator(k, today)
		for _, e := range k.Entities {
			ties := l.Ties(e)
			var at []geo.Point
			for _, s := range ties.Own {
				at = append(at, s.At)
			}
			for _, s := range ties.Others {
				at = append(at, s.At)
			}
			whole, total := newSet(at), 0.0
			for _, leg := range ties.Legs {
				whole.join(leg.From.At, leg.To.At)
				total += leg.Km
				if math.Abs(leg.Km-geo.Distance(leg.From.At, leg.To.At)) > 1e-9 {
					t.Fatalf("%+v", leg)
				}
			}
			if whole.parts > 1 || len(at) > 0 && len(ties.Legs) != len(at)-1 {
				t.Fatalf("%s: %d places in %d parts, %d legs", e.Address(), len(at), whole.parts, len(ties.Legs))
			}
			if len(ties.Own) == 0 && math.Abs(total-least(at)) > 1e-6 {
				t.Fatalf("%s: %f km where %f are enough", e.Address(), total, least(at))
			}
		}
	}
}

type set struct {
	of    map[geo.Point]geo.Point
	parts int
}

func newSet(at []geo.Point) *set {
	s := &set{of: make(map[geo.Point]geo.Point), parts: len(at)}
	for _, p := range at {
		s.of[p] = p
	}
	return s
}

func (s *set) find(p geo.Point) geo.Point {
	for s.of[p] != p {
		p = s.of[p]
	}
	return p
}

func (s *set) join(a, b geo.Point) bool {
	a, b = s.find(a), s.find(b)
	if a == b {
		return false
	}
	s.of[a] = b
	s.parts--
	return true
}

func least(at []geo.Point) float64 {
	type edge struct {
		a, b geo.Point
		km   float64
	}
	var edges []edge
	for i, a := range at {
		for _, b := range at[:i] {
			edges = append(edges, edge{a, b, geo.Distance(a, b)})
		}
	}
	slices.SortFunc(edges, func(p, q edge) int { return int(math.Copysign(1, p.km-q.km)) })
	s, total := newSet(at), 0.0
	for _, e := range edges {
		if s.join(e.a, e.b) {
			total += e.km
		}
	}
	return total
}

func TestTiesAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString("[theme.all]\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "[town.t%d]\nlocation = [%.2f, %.2f]\nlike = 'all'\n", i, float64(i%170)-85, float64(i%340)-170)
	}
	k := kbtest.Read(t, b.String())
	ties := place.NewLocator(k, today).Ties(k.Lookup("theme/all"))
	if len(ties.Others) > 48 || ties.Skipped == 0 || len(ties.Legs) != len(ties.Others)-1 {
		t.Errorf("%d places, %d legs, %d left", len(ties.Others), len(ties.Legs), ties.Skipped)
	}
}

func TestGatherStopsWithTheContext(t *testing.T) {
	k := kbtest.Read(t, base)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if place.Gather(ctx, place.NewLocator(k, today), k.Entities) != nil {
		t.Error("it went on")
	}
}

func BenchmarkGather(b *testing.B) {
	k := kbtest.Read(b, random(rand.New(rand.NewPCG(1, 1)), 50_000))
	b.ResetTimer()
	for b.Loop() {
		place.Gather(context.Background(), place.NewLocator(k, today), k.Entities)
	}
}

func TestCoordinatesOfOneTableAreALocation(t *testing.T) {
	k := kbtest.Read(t, `
[place.new-orleans]
lat = 29.95
lon = -90.07
[place.fes]
at = { Latitude = 34.03, Longitude = -5.0 }
[place.sale]
location = [34.05, -6.82]
lat = 1
lng = 1
[place.half]
lat = 3.5
[place.apart]
a = { lat = 3.5 }
b = { lon = 3.5 }
[place.beyond]
lat = 95
lon = 3
[place.words]
lat = "north"
lon = "west"
[band.hot-five]
home = "new-orleans"
[band.others]
home = "fes"
[band.third]
home = "sale"
`)
	l := place.NewLocator(k, today)
	for address, want := range map[kb.Address]geo.Point{
		"place/new-orleans": {Lat: 29.95, Lon: -90.07}, "place/fes": {Lat: 34.03, Lon: -5}, "place/sale": {Lat: 34.05, Lon: -6.82},
	} {
		if at := l.Locate(k.Lookup(address)); len(at) != 1 || at[0].At != want {
			t.Errorf("%s is at %v, not %v", address, at, want)
		}
	}
	if got := located(l, k, "band/hot-five"); got != "new-orleans via home" {
		t.Errorf("the band is at %q", got)
	}
	for _, address := range []kb.Address{"place/half", "place/apart", "place/beyond", "place/words"} {
		if at := l.Locate(k.Lookup(address)); at != nil {
			t.Errorf("%s is at %v", address, at)
		}
	}
}
