package geo

import (
	"math"
	"math/rand/v2"
	"testing"
)

func someFrame(r *rand.Rand) Frame {
	scale := Finest * math.Pow(Coarsest/Finest, r.Float64())
	return NewFrame(point(r), scale, 1+r.IntN(500), 1+r.IntN(300))
}

func TestProjectAndPointAreInverse(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 5000 {
		f, p := someFrame(r), point(r)
		x, y := f.Project(p)
		back, ok := f.Point(x, y)
		if !ok || math.Abs(back.Lat-p.Lat) > 1e-9 || math.Abs(Wrap(back.Lon-p.Lon)) > 1e-9 {
			t.Fatalf("%+v: %v comes back as %v, %v", f, p, back, ok)
		}
		dx, dy, inside := f.Dot(p)
		if inside != (x >= 0 && y >= 0 && x < float64(f.Width) && y < float64(f.Height)) || inside && (float64(dx) > x || x-float64(dx) >= 1 || float64(dy) > y || y-float64(dy) >= 1) {
			t.Fatalf("%+v: %v is at %f, %f and in dot %d, %d", f, p, x, y, dx, dy)
		}
	}
}

func TestTheCentreIsTrueToScale(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 1000 {
		f := NewFrame(Point{r.Float64()*140 - 70, r.Float64()*360 - 180}, 0.01, 400, 240)
		x0, y0 := f.Project(f.Center)
		// Ten dots in any direction are the same way on the Earth.
		for _, d := range [][2]float64{{10, 0}, {0, 10}, {-10, 0}, {0, -10}} {
			p, _ := f.Point(x0+d[0], y0+d[1])
			if km, want := Distance(f.Center, p), 10*f.KilometresPerDot(); math.Abs(km-want) > 0.002*want {
				t.Fatalf("%v: ten dots are %f km, not %f", f.Center, km, want)
			}
		}
	}
}

func TestFitShowsAllPoints(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 3000 {
		all := make([]Point, 1+r.IntN(20))
		center, spread := point(r), math.Pow(10, 3*r.Float64()-1)
		for i := range all {
			all[i] = Point{max(-90, min(90, center.Lat+spread*(r.Float64()-0.5))), Wrap(center.Lon + 2*spread*(r.Float64()-0.5))}
		}
		width, height := 40+r.IntN(400), 16+r.IntN(240)
		f := Fit(all, width, height, r.IntN(width/4), r.IntN(height/4), 0.08)
		if f.Width != width || f.Height != height || f.Scale < 0.08 {
			t.Fatalf("%+v", f)
		}
		for _, p := range all {
			// A dot on the edge of the whole world may extend beyond it.
			if x, y := f.Project(p); x < -1e-6 || y < -1e-6 || x > float64(width)+1e-6 || y > float64(height)+1e-6 {
				t.Fatalf("%+v: %v is at %f, %f, of %v", f, p, x, y, all)
			}
		}
	}
}

func TestFitCrossesTheAntimeridian(t *testing.T) {
	f := Fit([]Point{{-17.8, 178}, {-13.8, -171.8}}, 160, 80, 10, 10, 0.08) // Fiji and Samoa
	if f.Center.Lon > -170 && f.Center.Lon < 170 || f.Scale > 0.2 {
		t.Errorf("%+v", f)
	}
}

func TestWorldShowsTheWholeWorld(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 500 {
		f := World(36+r.IntN(500), 18+r.IntN(300))
		for range 20 {
			p := Point{southmost + r.Float64()*(northmost-southmost), r.Float64()*360 - 180}
			if x, y := f.Project(p); x < -1e-6 || y < -1e-6 || x > float64(f.Width)+1e-6 || y > float64(f.Height)+1e-6 {
				t.Fatalf("%+v: %v is at %f, %f", f, p, x, y)
			}
		}
	}
	if f := World(400, 400); f.Center.Lat != 0 {
		t.Errorf("with room for it, one pole is nearer than the other: %+v", f)
	}
}

func TestZoomKeepsAPointInPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 3000 {
		f := NewFrame(Point{r.Float64()*100 - 50, r.Float64()*360 - 180}, 0.01+0.5*r.Float64(), 160, 80)
		p, ok := f.Point(r.Float64()*160, r.Float64()*80)
		if !ok || math.Abs(p.Lat) > 80 {
			continue
		}
		g := f.Zoom(0.5+2*r.Float64(), p)
		x, y := f.Project(p)
		gx, gy := g.Project(p)
		if math.Hypot(gx-x, gy-y) > 1e-6 || g.Scale < Finest || g.Scale > Coarsest {
			t.Fatalf("%+v becomes %+v: %v goes from %f, %f to %f, %f", f, g, p, x, y, gx, gy)
		}
	}
}

func TestZoomStaysWithinBounds(t *testing.T) {
	f := World(160, 80)
	for range 50 {
		f = f.Zoom(2, Point{30, -97})
	}
	if f.Scale != Finest {
		t.Error(f.Scale)
	}
	for range 50 {
		f = f.Zoom(0.5, Point{30, -97}).Pan(1000, -1000)
	}
	if f.Scale != Coarsest || f.Center.Lat > 90 {
		t.Errorf("%+v", f)
	}
}

func TestPanMovesTheCentreByDots(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 2000 {
		f := NewFrame(Point{r.Float64()*40 - 20, point(r).Lon}, 0.01+r.Float64(), 100, 60)
		east, south := math.Floor(r.Float64()*40-20), math.Floor(r.Float64()*40-20)
		x, y := f.Project(f.Pan(east, south).Center)
		if math.Abs(x-50-east) > 1e-6 || math.Abs(y-30-south) > 1e-6 {
			t.Fatalf("%+v by %v and %v: the centre moves to %v, %v", f, east, south, x, y)
		}
	}
	f := NewFrame(Point{89, 0}, 1, 100, 60)
	if got := f.Pan(0, -500).Center.Lat; got != 90 {
		t.Errorf("beyond the pole the latitude is %v", got)
	}
}

func TestCircumferenceIsTheWidthOfAllLongitudes(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 18))
	for range 1000 {
		f := someFrame(r)
		west, _ := f.Project(Point{f.Center.Lat, f.Center.Lon - 90})
		east, _ := f.Project(Point{f.Center.Lat, f.Center.Lon + 89.999999})
		if got := 2 * (east - west); math.Abs(got-f.Circumference()) > 1e-4*f.Circumference() {
			t.Fatalf("%+v is %v dots around, want %v", f, f.Circumference(), got)
		}
	}
}

func TestExtentIsTheShortestIntervalOfLongitudes(t *testing.T) {
	r := rand.New(rand.NewPCG(19, 20))
	for range 2000 {
		points := make([]Point, 1+r.IntN(6))
		for i := range points {
			points[i].Lon = float64(r.IntN(36)*10 - 180)
		}
		west, span := extent(points)
		least := 360.0
		for _, from := range points { // some interval begins at a point
			width := 0.0
			for _, p := range points {
				width = max(width, math.Mod(p.Lon-from.Lon+720, 360))
			}
			least = min(least, width)
		}
		if math.Abs(span-least) > 1e-9 {
			t.Fatalf("%v span %v, want %v", points, span, least)
		}
		for _, p := range points {
			if d := math.Mod(p.Lon-west+720, 360); d > span+1e-9 {
				t.Fatalf("%v is outside %v and %v", p, west, span)
			}
		}
	}
}
