// Package outline decodes the coasts and borders of the world that are built
// into the program. It holds lines only, and takes no position on territorial claims.
package outline

import (
	"encoding/binary"
	"errors"
	"math"

	"rihla/model/geo"
)

// Outline is the coasts and borders of the world, each line once.
type Outline struct {
	Coasts   []Line
	Borders  []Line
	Disputed []Line // borders and lines of control that states dispute
}

// Line is a polyline of at least two points on the Earth. Adjacent points are
// joined the shorter way round, so a line may cross the antimeridian.
type Line struct {
	Points []geo.Point
	// The bounding box in degrees. West is from -180 up to 180, East is above 180
	// if the line crosses the antimeridian.
	South, North, West, East float64
}

// IsClosed reports whether the line ends where it begins, as the coast of an
// island.
func (l *Line) IsClosed() bool { return l.Points[0] == l.Points[len(l.Points)-1] }

// stepsPerDegree is the resolution of the encoding: 1.1 km, ten times finer
// than an outline at 1:110,000,000.
const stepsPerDegree = 100

// version is the first number of the encoding.
const version = 1

// ErrDamaged is the error for an outline that cannot be decoded.
var ErrDamaged = errors.New("outline: damaged")

// Decode decodes an outline written by Encode. Its error is ErrDamaged.
func Decode(coded string) (*Outline, error) {
	d := decoder{rest: coded}
	if d.unsigned() != version {
		return nil, ErrDamaged
	}
	o := &Outline{}
	for _, lines := range []*[]Line{&o.Coasts, &o.Borders, &o.Disputed} {
		*lines = d.lines()
	}
	if d.failed || d.rest != "" {
		return nil, ErrDamaged
	}
	return o, nil
}

// decoder reads numbers from a string; once it has failed, it returns zeros.
type decoder struct {
	rest   string
	failed bool
}

func (d *decoder) unsigned() uint64 {
	n := uint64(0)
	for i := 0; i < len(d.rest) && i < binary.MaxVarintLen32; i++ {
		b := d.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			d.rest = d.rest[i+1:]
			return n
		}
	}
	d.rest, d.failed = "", true
	return 0
}

func (d *decoder) signed() int {
	n := d.unsigned()
	return int(n>>1) ^ -int(n&1)
}

func (d *decoder) lines() []Line {
	n := int(d.unsigned())
	if n > len(d.rest) { // each line has several bytes
		d.failed = true
		return nil
	}
	lines := make([]Line, 0, n)
	lat, lon := 0, 0
	for range n {
		points := int(d.unsigned())
		if points < 2 || points > len(d.rest)/2 {
			d.failed = true
			return nil
		}
		l := Line{Points: make([]geo.Point, points)}
		for i := range l.Points {
			lon += d.signed()
			lat += d.signed()
			l.Points[i] = geo.Point{Lat: float64(lat) / stepsPerDegree, Lon: geo.Wrap(float64(lon) / stepsPerDegree)}
			if !l.Points[i].IsValid() {
				d.failed = true
				return nil
			}
		}
		l.setBounds()
		lines = append(lines, l)
	}
	return lines
}

func (l *Line) setBounds() {
	lon := l.Points[0].Lon
	l.South, l.North, l.West, l.East = l.Points[0].Lat, l.Points[0].Lat, lon, lon
	for i, p := range l.Points {
		if i > 0 {
			lon += geo.Wrap(p.Lon - l.Points[i-1].Lon)
		}
		l.South, l.North = min(l.South, p.Lat), max(l.North, p.Lat)
		l.West, l.East = min(l.West, lon), max(l.East, lon)
	}
	if l.West < -180 {
		l.West, l.East = l.West+360, l.East+360
	}
}

// Encode writes an outline as varints: for each point the difference from the
// one before it, in steps of 1/100 degree; longitudes continue beyond the
// antimeridian. Adjacent points in the same step are merged.
func Encode(o *Outline) string {
	b := binary.AppendUvarint(nil, version)
	for _, lines := range [][]Line{o.Coasts, o.Borders, o.Disputed} {
		var stepped [][][2]int
		for _, l := range lines {
			if s := steps(l); len(s) > 1 {
				stepped = append(stepped, s)
			}
		}
		b = binary.AppendUvarint(b, uint64(len(stepped)))
		lat, lon := 0, 0
		for _, line := range stepped {
			b = binary.AppendUvarint(b, uint64(len(line)))
			for _, p := range line {
				b = binary.AppendVarint(b, int64(p[1]-lon))
				b = binary.AppendVarint(b, int64(p[0]-lat))
				lat, lon = p[0], p[1]
			}
		}
	}
	return string(b)
}

func steps(l Line) [][2]int {
	var out [][2]int
	lon := 0.0
	for i, p := range l.Points {
		if i == 0 {
			lon = p.Lon
		} else {
			lon += geo.Wrap(p.Lon - l.Points[i-1].Lon)
		}
		next := [2]int{int(math.Round(p.Lat * stepsPerDegree)), int(math.Round(lon * stepsPerDegree))}
		if len(out) == 0 || out[len(out)-1] != next {
			out = append(out, next)
		}
	}
	return out
}
