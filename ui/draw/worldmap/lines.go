package worldmap

import (
	"math"
	"slices"

	"rihla/model/geo"
	"rihla/model/geo/outline"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
	"rihla/ui/rich"
)

// pen draws lines on the Earth.
type pen struct {
	canvas *canvas.Canvas
	frame  geo.Frame
}

// dash is a dash pattern in dots: drawn, then left out.
type dash struct{ on, off int }

// The patterns of borders and of disputed borders. Both are fainter than coasts.
var (
	bordered = dash{1, 2}
	contest  = dash{1, 5}
)

// outline draws borders before coasts, so that coasts prevail in a common cell.
func (p pen) outline(o *outline.Outline) {
	const dust = 1.4 // degrees per dot, from which borders are too dense to draw
	if p.frame.Scale < dust {
		for i := range o.Borders {
			p.line(&o.Borders[i], rich.Faint, bordered)
		}
		for i := range o.Disputed {
			p.line(&o.Disputed[i], rich.Faint, contest)
		}
	}
	for i := range o.Coasts {
		if l := &o.Coasts[i]; !l.IsClosed() || max(l.North-l.South, (l.East-l.West)*p.narrow()) > islet*p.frame.Scale {
			p.line(l, rich.Muted, dash{})
		}
	}
}

// islet is the minimum extent of an island that is drawn, in dots.
const islet = 1.6

// narrow returns the width of a degree of longitude in degrees of latitude.
func (p pen) narrow() float64 { return p.frame.Circumference() * p.frame.Scale / 360 }

// line draws a line of the outline if its latitudes intersect the frame.
func (p pen) line(l *outline.Line, role rich.Role, d dash) {
	half := float64(p.frame.Height) / 2 * p.frame.Scale
	if l.South > p.frame.Center.Lat+half || l.North < p.frame.Center.Lat-half {
		return
	}
	p.points(l.Points, role, d)
}

// points joins points by strokes, each the shorter way round the Earth.
func (p pen) points(points []geo.Point, role rich.Role, d dash) {
	turn := p.frame.Circumference()
	x0, y0 := p.frame.Project(points[0])
	phase := 0.0
	for _, q := range points[1:] {
		x1, y1 := p.frame.Project(q)
		switch {
		case x1-x0 > turn/2: // westward across the seam
			p.stroke(x0, y0, x1-turn, y1, role, d, phase)
			p.stroke(x0+turn, y0, x1, y1, role, d, phase)
		case x0-x1 > turn/2:
			p.stroke(x0, y0, x1+turn, y1, role, d, phase)
			p.stroke(x0-turn, y0, x1, y1, role, d, phase)
		default:
			p.stroke(x0, y0, x1, y1, role, d, phase)
		}
		phase += math.Hypot(x1-x0, y1-y0)
		x0, y0 = x1, y1
	}
}

// stroke draws a straight line between two positions in dots, clipped to the seam of
// the map. A dashed line is clipped to the frame by the parametric algorithm of Y.-D.
// Liang and B. A. Barsky (A new concept and method for line clipping, ACM
// Transactions on Graphics 3, 1984). Phase is the length of the path before it.
func (p pen) stroke(x0, y0, x1, y1 float64, role rich.Role, d dash, phase float64) {
	w, h := float64(p.frame.Width), float64(p.frame.Height)
	if max(x0, x1) < 0 || min(x0, x1) >= w || max(y0, y1) < 0 || min(y0, y1) >= h {
		return
	}
	left, right := w/2-p.frame.Circumference()/2, w/2+p.frame.Circumference()/2
	if left > 0 && (min(x0, x1) < left-1 || max(x0, x1) > right+1) {
		x0, y0, x1, y1 = within(x0, y0, x1, y1, left, right)
		if x0 == x1 && (x0 <= left || x0 >= right) {
			return
		}
	}
	if d.on == 0 {
		p.canvas.Stroke(floor(x0), floor(y0), floor(x1), floor(y1), role)
		return
	}
	length := max(math.Abs(x1-x0), math.Abs(y1-y0))
	if length == 0 {
		return
	}
	from, to := 0.0, length
	clip := func(at, step, size float64) {
		switch {
		case step > 0:
			from, to = max(from, -at/step), min(to, (size-at)/step)
		case step < 0:
			from, to = max(from, (size-at)/step), min(to, -at/step)
		}
	}
	stepX, stepY := (x1-x0)/length, (y1-y0)/length
	clip(x0, stepX, w)
	clip(y0, stepY, h)
	period := float64(d.on + d.off)
	stretch := math.Hypot(x1-x0, y1-y0) / length
	for at := math.Ceil(from); at <= to; at++ {
		if math.Mod(phase+at*stretch, period) < float64(d.on) {
			p.canvas.Dot(floor(x0+at*stepX), floor(y0+at*stepY), role)
		}
	}
}

// within clips a line to the columns from left to right.
func within(x0, y0, x1, y1, left, right float64) (ax, ay, bx, by float64) {
	cut := func(x, y, fromX, fromY float64) (float64, float64) {
		to := max(left, min(right, x))
		if to == x || x == fromX {
			return to, y
		}
		return to, fromY + (y-fromY)*(to-fromX)/(x-fromX)
	}
	ax, ay = cut(x0, y0, x1, y1)
	bx, by = cut(x1, y1, x0, y0)
	return ax, ay, bx, by
}

// tied is the pattern of a great circle that is not a route.
var tied = dash{1, 3}

// leg draws a great circle: a route as a line with an arrow, any other as dots. It reports
// whether any of it is within the frame.
func (p pen) leg(l place.Leg) (isSeen bool) {
	const apart = 3 // dots
	step := max(apart*p.frame.KilometresPerDot(), l.Km/2000)
	way := geo.GreatCircle(l.From.At, l.To.At, max(step, 0.1))
	if l.Travelled {
		p.points(way, rich.Accent, dash{})
		p.arrow(way)
	} else {
		p.points(way, rich.Accent, tied)
	}
	return slices.ContainsFunc(way, func(at geo.Point) bool {
		_, _, inside := p.frame.Dot(at)
		return inside
	})
}

// arrow draws the direction of a route a little beyond its middle, or at the nearest
// place that is visible. A route of a few dots has none.
func (p pen) arrow(way []geo.Point) {
	const least = 12 // dots
	x0, y0 := p.frame.Project(way[0])
	x1, y1 := p.frame.Project(way[len(way)-1])
	if math.Hypot(x1-x0, y1-y0) < least {
		return
	}
	for _, part := range [...]int{6, 5, 7, 4, 8, 3, 9, 2} {
		at := min(len(way)-1, part*len(way)/10)
		x, y, inside := p.frame.Dot(way[at])
		if at == 0 || !inside {
			continue
		}
		fromX, fromY := p.frame.Project(way[at-1])
		toX, toY := p.frame.Project(way[at])
		p.canvas.Put(x/canvas.DotsAcross, y/canvas.DotsDown, pointing(toX-fromX, toY-fromY), rich.Accent, -1)
		return
	}
}

// The signs of a direction.
const (
	eastward  = '▸'
	westward  = '◂'
	northward = '▴'
	southward = '▾'
)

func pointing(dx, dy float64) rune {
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx >= 0:
		return eastward
	case math.Abs(dx) >= math.Abs(dy):
		return westward
	case dy < 0:
		return northward
	}
	return southward
}

func floor(x float64) int { return int(math.Floor(x)) }
