package geo

import (
	"math"
	"slices"
)

// Frame is a window on an equirectangular map, in square dots. A dot spans the
// same degrees of latitude everywhere, and the parallel of the centre is true
// to scale, so shapes near the centre are kept and the whole world is twice as
// wide as high. The zero Frame shows nothing.
type Frame struct {
	Center        Point
	Scale         float64 // degrees of latitude per dot, from Finest to Coarsest
	Width, Height int     // in dots

	narrow float64 // width of a degree of longitude, in degrees of latitude
}

// The bounds of Scale. At half a kilometre per dot an outline at 1:110,000,000
// shows no more detail; at 10 degrees the world fits in 36 by 18 dots.
const (
	Finest   = 0.005
	Coarsest = 10.0
)

// The parallels between which the world is shown, unless a point lies beyond:
// Antarctica would take a quarter of the frame.
const (
	southmost = -58.0
	northmost = 84.0
)

// middle is the central meridian of the world, so that its seam passes between
// Alaska and Siberia.
const middle = 11.0

// steepest is the parallel beyond which the map is stretched no further.
const steepest = 75.0

// NewFrame returns a frame around a centre. Centre and scale are clamped to
// their bounds.
func NewFrame(center Point, scale float64, width, height int) Frame {
	f := Frame{Width: max(1, width), Height: max(1, height)}
	f.Scale = max(Finest, min(Coarsest, scale))
	// Half the frame may lie beyond a pole, the centre never does.
	f.Center = Point{max(-90, min(90, center.Lat)), Wrap(center.Lon)}
	f.narrow = narrow(f.Center.Lat)
	return f
}

// World returns the frame that shows the whole world, without the poles unless
// there is room for them.
func World(width, height int) Frame { return spanning(southmost, northmost, width, height) }

func spanning(south, north float64, width, height int) Frame {
	center := Point{(south + north) / 2, middle}
	wide := func() float64 { return 360 * narrow(center.Lat) / float64(max(1, width)) }
	scale := max(wide(), (north-south)/float64(max(1, height)))
	// Room that is left goes to the poles alike.
	if room := scale*float64(height) - (north - south); room > 0 {
		share := min(1, room/(180-(north-south)))
		center.Lat = (south - share*(90+south) + north + share*(90-north)) / 2
	}
	return NewFrame(center, max(wide(), scale), width, height)
}

// narrow returns the width of a degree of longitude at a latitude, in degrees
// of latitude.
func narrow(lat float64) float64 { return math.Cos(min(steepest, math.Abs(lat)) * radian) }

// Fit returns the frame that shows some points, at least beside dots from its
// left and right edges and above dots from the others if there is room, at a
// scale no finer than finest. It is the whole world if there are no points or
// they span it.
func Fit(points []Point, width, height, beside, above int, finest float64) Frame {
	world := World(width, height)
	if len(points) == 0 {
		return world
	}
	south, north := points[0].Lat, points[0].Lat
	for _, p := range points {
		south, north = min(south, p.Lat), max(north, p.Lat)
	}
	west, span := extent(points)
	center := Point{(south + north) / 2, Wrap(west + span/2)}
	f := NewFrame(center, finest, width, height)
	wide, high := float64(max(1, f.Width-2*beside-1)), float64(max(1, f.Height-2*above-1))
	scale := max(finest, span*f.narrow/wide, (north-south)/high)
	if scale >= world.Scale {
		if south < southmost || north > northmost {
			return spanning(min(south-2, southmost), max(north+2, northmost), width, height)
		}
		return world
	}
	return NewFrame(center, scale, width, height)
}

// extent returns the shortest interval of longitudes that holds all points: its
// western end and its width in degrees.
func extent(points []Point) (west, span float64) {
	all := make([]float64, len(points))
	for i, p := range points {
		all[i] = Wrap(p.Lon)
	}
	slices.Sort(all)
	last := len(all) - 1
	west, gap := all[0], all[0]+360-all[last]
	for i := range last {
		if d := all[i+1] - all[i]; d > gap {
			west, gap = all[i+1], d
		}
	}
	return west, 360 - gap
}

// Project returns the position of a point in dots from the top left corner; it
// may lie outside.
func (f Frame) Project(p Point) (x, y float64) {
	return float64(f.Width)/2 + Wrap(p.Lon-f.Center.Lon)*f.narrow/f.Scale,
		float64(f.Height)/2 - (p.Lat-f.Center.Lat)/f.Scale
}

// Dot returns the dot that a point is in, and whether that is inside the frame.
func (f Frame) Dot(p Point) (x, y int, inside bool) {
	fx, fy := f.Project(p)
	x, y = int(math.Floor(fx)), int(math.Floor(fy))
	return x, y, x >= 0 && x < f.Width && y >= 0 && y < f.Height
}

// Point returns the point at a position in dots; false beyond the poles, and
// beyond the seam if the frame is wider than the world.
func (f Frame) Point(x, y float64) (Point, bool) {
	lon := (x - float64(f.Width)/2) * f.Scale / f.narrow
	lat := f.Center.Lat + (float64(f.Height)/2-y)*f.Scale
	ok := math.Abs(lon) <= 180 && math.Abs(lat) <= 90
	return Point{max(-90, min(90, lat)), Wrap(f.Center.Lon + lon)}, ok
}

// Circumference returns the width of the whole world in dots.
func (f Frame) Circumference() float64 { return 360 * f.narrow / f.Scale }

// KilometresPerDot returns the width of a dot at the centre.
func (f Frame) KilometresPerDot() float64 { return f.Scale * perDegree }

// Pan returns the frame moved by some dots to the east and to the south.
func (f Frame) Pan(east, south float64) Frame {
	lat := max(-90, min(90, f.Center.Lat-south*f.Scale))
	return NewFrame(Point{lat, f.Center.Lon + east*f.Scale/f.narrow}, f.Scale, f.Width, f.Height)
}

// Zoom returns the frame magnified by a factor, with a point fixed in place.
func (f Frame) Zoom(by float64, around Point) Frame {
	x, y := f.Project(around)
	scale := max(Finest, min(Coarsest, f.Scale/by))
	lat := around.Lat + (y-float64(f.Height)/2)*scale
	out := NewFrame(Point{lat, 0}, scale, f.Width, f.Height)
	out.Center.Lon = Wrap(around.Lon - (x-float64(f.Width)/2)*scale/out.narrow)
	return out
}

// Resize returns the frame at another size, with the same centre and scale.
func (f Frame) Resize(width, height int) Frame { return NewFrame(f.Center, f.Scale, width, height) }
