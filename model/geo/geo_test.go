package geo

import (
	"math"
	"math/rand/v2"
	"testing"

	"rihla/model/kb"
)

// published are distances on the ellipsoid, in kilometres, as their sources give
// them, and one on a sphere.
var published = []struct {
	where string
	a, b  Point
	km    float64
	off   float64 // by which the sphere may differ
}{
	{"New York to London: GeographicLib, GeodSolve(1)", Point{40.6, -73.8}, Point{51.6, -0.5}, 5551.759400, 0.005},
	{"Wellington to Salamanca: GeographicLib, Geodesic", Point{-41.32, 174.81}, Point{40.96, -5.50}, 19959.679267, 0.005},
	{"Flinders Peak to Buninyong: Geodetic Datum of Australia, Technical Manual", Point{-37.951033417, 144.424867889}, Point{-37.652821139, 143.926495528}, 54.972271, 0.005},
	{"Nashville to Los Angeles: Rosetta Code, on a sphere of 6372.8 km", Point{36.12, -86.67}, Point{33.94, -118.40}, 2887.2599506 * Radius / 6372.8, 1e-8},
	{"a quarter of the meridian: WGS 84", Point{0, 0}, Point{90, 0}, 10001.965729, 0.005},
}

func TestDistancesAgreeWithPublishedOnes(t *testing.T) {
	for _, p := range published {
		if got := Distance(p.a, p.b); math.Abs(got-p.km) > p.off*p.km {
			t.Errorf("%s: %f, not %f", p.where, got, p.km)
		}
	}
}

func point(r *rand.Rand) Point {
	return Point{math.Asin(2*r.Float64()-1) / radian, r.Float64()*360 - 180}
}

func TestDistanceIsAMetric(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		a, b, c := point(r), point(r), point(r)
		ab, ba := Distance(a, b), Distance(b, a)
		if math.Abs(ab-ba) > 1e-6 || ab < 0 || ab > math.Pi*Radius+1e-6 || Distance(a, a) != 0 || ab > Distance(a, c)+Distance(c, b)+1e-6 {
			t.Fatal(a, b, c)
		}
	}
}

func TestAGreatCircleIsTheShortestLine(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 500 {
		a, b := point(r), point(r)
		if i%10 == 0 {
			b = Point{-a.Lat, Wrap(a.Lon + 180)} // its antipode
		}
		step := 10 + 900*r.Float64()
		way, km := GreatCircle(a, b, step), 0.0
		if way[0] != a || way[len(way)-1] != b {
			t.Fatalf("%v to %v goes from %v to %v", a, b, way[0], way[len(way)-1])
		}
		for j, p := range way {
			if !p.IsValid() {
				t.Fatalf("%v on the way from %v to %v", p, a, b)
			}
			if j > 0 {
				d := Distance(way[j-1], p)
				if km += d; d > step*1.000001 {
					t.Fatalf("a step of %f where %f was asked for", d, step)
				}
			}
		}
		if math.Abs(km-Distance(a, b)) > 1e-3 {
			t.Fatalf("%v to %v: %f along the way, %f apart", a, b, km, Distance(a, b))
		}
	}
}

func TestGreatCirclesBetweenPoles(t *testing.T) {
	for _, ends := range [][2]Point{{{90, 180}, {-90, -180}}, {{-90, 0}, {90, 12}}, {{89.99999999, 5}, {-90, 3}}, {{60, 10}, {-60, -170}}, {{0, 0}, {0, 180}}} {
		km := 0.0
		way := GreatCircle(ends[0], ends[1], 500)
		for i := 1; i < len(way); i++ {
			step := Distance(way[i-1], way[i])
			if km += step; step > 501 {
				t.Errorf("%v: a step of %v km", ends, step)
			}
		}
		if math.Abs(km-math.Pi*Radius) > 1 {
			t.Errorf("%v: %v km", ends, km)
		}
	}
}

func TestTheGreatCircleFromRabatToAustinGoesNorthOfBoth(t *testing.T) {
	north := 0.0
	for _, p := range GreatCircle(Point{34.0133, -6.8326}, Point{30.2672, -97.7431}, 50) {
		north = max(north, p.Lat)
	}
	if north < 40 || north > 45 {
		t.Errorf("it goes up to %f degrees", north)
	}
}

func TestWrap(t *testing.T) {
	for lon, want := range map[float64]float64{0: 0, 180: -180, -180: -180, 179.5: 179.5, 190: -170, -190: 170, 540: -180, 725: 5} {
		if got := Wrap(lon); math.Abs(got-want) > 1e-9 {
			t.Errorf("%f becomes %f, not %f", lon, got, want)
		}
	}
}

func TestFromValueReadsLatitudeAndLongitude(t *testing.T) {
	list := func(of ...string) kb.Value {
		v := kb.Value{Type: kb.List}
		for _, s := range of {
			v.Items = append(v.Items, kb.Entry{Value: kb.Value{Type: kb.Float, Str: s}})
		}
		return v
	}
	if p, ok := FromValue(list("30.2672", "-97.7431")); !ok || p != (Point{30.2672, -97.7431}) {
		t.Error(p, ok)
	}
	for _, v := range []kb.Value{{}, list("1"), list("1", "2", "3"), list("-97.7", "30.2"), list("90.1", "0"), list("0", "180.1"), list("nan", "0"), list("0", "inf"), {Type: kb.String, Str: "here"}} {
		if p, ok := FromValue(v); ok {
			t.Errorf("%+v is taken for %v", v, p)
		}
	}
}

func TestCoordinatesAreValidUpToTheirBounds(t *testing.T) {
	for p, want := range map[Point]bool{
		{90, 180}: true, {-90, -180}: true, {90.01, 0}: false, {-90.01, 0}: false, {0, 180.01}: false, {0, -180.01}: false, {math.NaN(), 0}: false,
	} {
		if p.IsValid() != want {
			t.Errorf("%v is valid: %v", p, !want)
		}
	}
}
