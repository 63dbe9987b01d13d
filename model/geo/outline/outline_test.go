package outline_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"rihla/assets"
	"rihla/model/geo"
	"rihla/model/geo/outline"
)

func world(t *testing.T) *outline.Outline {
	t.Helper()
	o, err := outline.Decode(assets.World)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestTheWorldHasTheLinesOfItsSource(t *testing.T) {
	o := world(t)
	if len(o.Coasts) != 268 || len(o.Borders) != 314 || len(o.Disputed) != 12 {
		t.Errorf("%d coasts, %d borders, %d disputed", len(o.Coasts), len(o.Borders), len(o.Disputed))
	}
	if len(assets.World) > 60<<10 {
		t.Errorf("it takes %d bytes", len(assets.World))
	}
	if outline.Encode(o) != assets.World {
		t.Error("what was decoded is not coded alike")
	}
}

func TestEveryLineIsValid(t *testing.T) {
	o := world(t)
	for _, lines := range [][]outline.Line{o.Coasts, o.Borders, o.Disputed} {
		for _, l := range lines {
			if len(l.Points) < 2 || l.South > l.North || l.West > l.East || l.West < -180 || l.West >= 180 {
				t.Fatalf("%+v", l)
			}
			for i, p := range l.Points {
				if !p.IsValid() || p.Lat < l.South || p.Lat > l.North {
					t.Fatalf("%v of a line from %f to %f", p, l.South, l.North)
				}
				if i > 0 && (p == l.Points[i-1] || geo.Distance(p, l.Points[i-1]) > 2500) {
					t.Fatalf("from %v to %v", l.Points[i-1], p)
				}
				if lon := p.Lon; !(lon >= l.West-1e-9 && lon <= l.East+1e-9 || lon+360 <= l.East+1e-9) {
					t.Fatalf("%v of a line from %f to %f", p, l.West, l.East)
				}
			}
		}
	}
}

func TestLinesThatAreNotClosedAreJoined(t *testing.T) {
	o := world(t)
	ends := make(map[geo.Point]int)
	for _, lines := range [][]outline.Line{o.Coasts, o.Borders, o.Disputed} {
		for _, l := range lines {
			ends[l.Points[0]]++
			ends[l.Points[len(l.Points)-1]]++
		}
	}
	for at, n := range ends {
		// The ends of Antarctica at the antimeridian are the same point.
		if n < 2 {
			t.Errorf("a line ends at %v, where none begins", at)
		}
	}
}

// capes are published coordinates of places on coasts (GeoNames, GEOnet Names
// Server).
var capes = map[string]geo.Point{
	"Cape of Good Hope": {Lat: -34.3568, Lon: 18.4740}, "Cape Agulhas": {Lat: -34.8333, Lon: 20.0000},
	"Tarifa Point": {Lat: 36.0003, Lon: -5.6101}, "Cape Horn": {Lat: -55.9833, Lon: -67.2667},
	"Kanyakumari": {Lat: 8.0780, Lon: 77.5410}, "Dondra Head": {Lat: 5.9210, Lon: 80.5870},
	"Cap-Vert": {Lat: 14.7450, Lon: -17.5210}, "Cape Cod": {Lat: 42.0600, Lon: -70.2000},
	"Ras Hafun": {Lat: 10.4240, Lon: 51.2690}, "Cape York": {Lat: -10.6870, Lon: 142.5310},
	"Cap Spartel": {Lat: 35.7880, Lon: -5.9240}, "Casablanca": {Lat: 33.6060, Lon: -7.6320},
	"North Cape": {Lat: 71.1720, Lon: 25.7840}, "Point Barrow": {Lat: 71.3880, Lon: -156.4790},
}

// TestCoastsAreWhereCapesAre checks the coasts to within one dot of the whole
// world on a screen of 200 by 60, about a hundred kilometres.
func TestCoastsAreWhereCapesAre(t *testing.T) {
	o := world(t)
	dot := geo.World(400, 228).KilometresPerDot()
	for name, cape := range capes {
		nearest := math.Inf(1)
		for _, l := range o.Coasts {
			for i := 1; i < len(l.Points); i++ {
				for _, p := range geo.GreatCircle(l.Points[i-1], l.Points[i], 40) {
					nearest = min(nearest, geo.Distance(cape, p))
				}
			}
		}
		if nearest > dot {
			t.Errorf("%s is %.0f km from the coast, a dot is %.0f", name, nearest, dot)
		}
	}
}

func TestEncodeAndDecodeAreInverse(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		o := &outline.Outline{}
		for _, lines := range []*[]outline.Line{&o.Coasts, &o.Borders, &o.Disputed} {
			for range r.IntN(4) {
				lat, lon := r.Float64()*160-80, r.Float64()*360-180
				var l outline.Line
				for range 2 + r.IntN(30) {
					lat, lon = max(-90, min(90, lat+4*r.Float64()-2)), geo.Wrap(lon+20*r.Float64()-10)
					l.Points = append(l.Points, geo.Point{Lat: lat, Lon: lon})
				}
				*lines = append(*lines, l)
			}
		}
		got, err := outline.Decode(outline.Encode(o))
		if err != nil {
			t.Fatal(err)
		}
		for i, lines := range [][2][]outline.Line{{o.Coasts, got.Coasts}, {o.Borders, got.Borders}, {o.Disputed, got.Disputed}} {
			if len(lines[0]) != len(lines[1]) {
				t.Fatalf("list %d: %d lines became %d", i, len(lines[0]), len(lines[1]))
			}
			for n := range lines[0] {
				for j, p := range lines[0][n].Points {
					if q := lines[1][n].Points[j]; math.Abs(p.Lat-q.Lat) > 0.00501 || math.Abs(geo.Wrap(p.Lon-q.Lon)) > 0.00501 {
						t.Fatalf("%v became %v", p, q)
					}
				}
			}
		}
	}
}

func TestDamagedOutlinesAreRefused(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		damaged := []byte(assets.World[:r.IntN(len(assets.World))])
		for range r.IntN(3) {
			if len(damaged) > 0 {
				damaged[r.IntN(len(damaged))] ^= byte(1 + r.IntN(255))
			}
		}
		if _, err := outline.Decode(string(damaged)); err != nil && !errors.Is(err, outline.ErrDamaged) {
			t.Fatal(err)
		}
	}
	for _, text := range []string{"", "\x02", assets.World[:len(assets.World)-1], assets.World + "\x00", "\x01\xff\xff\xff\xff\x0f", "\x01\x01\x02\x00"} {
		if _, err := outline.Decode(text); !errors.Is(err, outline.ErrDamaged) {
			t.Errorf("%.20q is taken: %v", text, err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		if _, err := outline.Decode(assets.World); err != nil {
			b.Fatal(err)
		}
	}
}
