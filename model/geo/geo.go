// Package geo measures distances on the Earth, taken as a sphere, and projects
// points to a map. It draws nothing, and knows of a knowledge base only how a
// location is written.
package geo

import (
	"math"

	"rihla/model/kb"
)

// Point is a point on the Earth in degrees: latitude from -90 to 90, north
// positive; longitude from -180 to 180, east positive.
type Point struct{ Lat, Lon float64 }

// Radius is the mean radius of the Earth in kilometres, R1 of the International
// Union of Geodesy and Geophysics (H. Moritz, Geodetic Reference System 1980,
// Journal of Geodesy 74, 2000). Distances on a sphere of this radius are within
// 0.6 % of those on the ellipsoid.
const Radius = 6371.0088

// perDegree is the length of a degree of a great circle in kilometres.
const perDegree = Radius * math.Pi / 180

const radian = math.Pi / 180

// FromValue reads a location as the format writes it, [latitude, longitude] in
// degrees; false for anything else.
func FromValue(v kb.Value) (Point, bool) {
	if v.Type != kb.List || len(v.Items) != 2 {
		return Point{}, false
	}
	lat, ok1 := v.Items[0].Value.Number()
	lon, ok2 := v.Items[1].Value.Number()
	p := Point{lat, lon}
	return p, ok1 && ok2 && p.IsValid()
}

// IsValid reports whether both coordinates are within their bounds.
func (p Point) IsValid() bool {
	return p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180
}

// Distance returns the length in kilometres of the great circle between two
// points by the haversine formula, which is accurate for near points too (R. W.
// Sinnott, Virtues of the haversine, Sky and Telescope 68, 1984).
func Distance(a, b Point) float64 {
	lat := math.Sin((b.Lat - a.Lat) * radian / 2)
	lon := math.Sin((b.Lon - a.Lon) * radian / 2)
	h := lat*lat + math.Cos(a.Lat*radian)*math.Cos(b.Lat*radian)*lon*lon
	return 2 * Radius * math.Asin(math.Sqrt(min(1, h)))
}

// GreatCircle returns points along the shortest line between two points, both
// included, at most step kilometres apart; step must be positive. Between
// antipodes, where every great circle is as short, it goes by the north pole,
// or near the poles along the meridian of the first point. The points are found
// by spherical linear interpolation (K. Shoemake, Animating rotation with
// quaternion curves, SIGGRAPH 1985).
func GreatCircle(a, b Point, step float64) []Point {
	angle := Distance(a, b) / Radius
	if angle > math.Pi-1e-6 {
		by := Point{Lat: 90, Lon: a.Lon}
		if math.Abs(a.Lat) > 45 {
			by.Lat = 0 // far from both, which the pole may not be
		}
		return append(GreatCircle(a, by, step), GreatCircle(by, b, step)[1:]...)
	}
	n := max(1, int(math.Ceil(angle*Radius/step)))
	out := make([]Point, 0, n+1)
	out = append(out, a)
	from, to := vector(a), vector(b)
	for i := 1; i < n; i++ {
		f := float64(i) / float64(n)
		u, v := math.Sin((1-f)*angle)/math.Sin(angle), math.Sin(f*angle)/math.Sin(angle)
		x, y, z := u*from[0]+v*to[0], u*from[1]+v*to[1], u*from[2]+v*to[2]
		out = append(out, Point{math.Atan2(z, math.Hypot(x, y)) / radian, math.Atan2(y, x) / radian})
	}
	return append(out, b)
}

// vector returns the unit vector from the centre of the Earth to a point.
func vector(p Point) [3]float64 {
	sin, cos := math.Sincos(p.Lat * radian)
	east, north := math.Sincos(p.Lon * radian)
	return [3]float64{cos * north, cos * east, sin}
}

// Wrap returns a longitude, or a difference of two, in the range [-180, 180).
func Wrap(lon float64) float64 {
	if lon >= -180 && lon < 180 {
		return lon
	}
	lon = math.Mod(lon+180, 360)
	if lon < 0 {
		lon += 360
	}
	return lon - 180
}
