package graph

import (
	"io"
	"math"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/safe"
)

// The dimensions of a circle, in SVG units.
const (
	circleStep   = 17  // distance between neighbours on the circle
	circleLeast  = 130 // the smallest radius
	circleGap    = 2   // gap between kinds, in steps
	circleCells  = 44  // maximum width of a name, in cells
	circleLegend = 22  // line height of the legend
)

// circleStyle holds the CSS rules of a circle, in addition to those shared by all pictures.
const circleStyle = `
.wire { opacity: 0.55; }
.wire:hover { opacity: 1; stroke-width: 3; }
.name { font-size: 12px; }
`

// circle is a layout of entities on a circle, grouped by kind.
type circle struct {
	*Whole
	radius float64
	angles []float64 // by entity
	kinds  []*kb.Kind
	counts map[*kb.Kind]int
}

func newCircle(g *Whole) *circle {
	c := &circle{Whole: g, angles: make([]float64, len(g.entities)), counts: make(map[*kb.Kind]int)}
	for _, e := range g.entities {
		c.counts[e.Kind]++
	}
	first, at := make(map[*kb.Kind]int), 0
	for _, kind := range g.voice.KB.Tabs() {
		if n := c.counts[kind]; n > 0 {
			c.kinds = append(c.kinds, kind)
			first[kind] = at
			at += n + circleGap
		}
	}
	c.radius = max(circleLeast, float64(at)*circleStep/(2*math.Pi))
	for i, e := range g.entities {
		// From the top, clockwise.
		c.angles[i] = 2*math.Pi*float64(first[e.Kind])/float64(max(at, 1)) - math.Pi/2
		first[e.Kind]++
	}
	return c
}

func (c *circle) point(i int, radius float64) (x, y float64) {
	return radius * math.Cos(c.angles[i]), radius * math.Sin(c.angles[i])
}

// SVG writes the graph as an SVG document without scripts: the entities on a circle, grouped
// by kind, and the links as curves inside it.
func (g *Whole) SVG(to io.Writer) error {
	c := newCircle(g)
	w := newLineWriter(to)
	left, top, right, bottom := c.extent()
	width, height := right-left, bottom-top+len(c.kinds)*circleLegend+svgMargin
	w.line(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %d %d %d" width="%d" height="%d" role="img">`, left, top, width, height, width, height)
	w.line(`<title>%s</title>`, escapeXML(c.title()))
	w.line("<style>%s%s</style>", svgStyle(), circleStyle)
	w.line(`<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" markerHeight="5" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 Z"/></marker></defs>`)
	w.line(`<rect class="ground" x="%d" y="%d" width="%d" height="%d"/>`, left, top, width, height)
	c.eachLink(func(e *graph.Edge) { c.chord(w, e) })
	for i := range c.entities {
		c.entity(w, i)
	}
	for i, kind := range c.kinds {
		w.line(`<text x="%d" y="%d"><tspan%s>%s</tspan> %s <tspan class="muted">%s</tspan></text>`, left+svgMargin, bottom+(i+1)*circleLegend,
			classOf(c.voice.KindRole(kind)), c.voice.KindSign(kind), escapeXML(c.voice.KindLabel(kind)), c.voice.Words.Number(c.counts[kind]))
	}
	w.line("</svg>")
	return w.b.Flush()
}

// extent returns the bounding box of the circle, its names and the legend, with a margin.
func (c *circle) extent() (left, top, right, bottom int) {
	for i, e := range c.entities {
		x, y := c.point(i, c.radius+float64((safe.Width(c.name(e))+2)*cellWidth))
		left, top, right, bottom = min(left, int(x)), min(top, int(y)), max(right, int(x)), max(bottom, int(y))
	}
	const (
		margin = 2 * svgMargin
		count  = 10 // cells of the symbol and the count in the legend
	)
	for _, kind := range c.kinds {
		right = max(right, left+(safe.Width(c.voice.KindLabel(kind))+count)*cellWidth)
	}
	return left - margin, top - margin, right + margin, bottom + margin
}

func (c *circle) name(e *kb.Entity) string { return safe.Cut(c.voice.Name(e), circleCells) }

// entity writes the symbol of an entity upright, and its name along the radius, flipped on the
// left half so that it is never upside down.
func (c *circle) entity(w lineWriter, i int) {
	e := c.entities[i]
	x, y := c.point(i, c.radius)
	degrees, anchor, away := c.angles[i]*180/math.Pi, "start", 8
	if math.Cos(c.angles[i]) < 0 {
		degrees, anchor, away = degrees+180, "end", -8
	}
	w.line(`<g transform="translate(%.1f %.1f) rotate(%.2f)"><title>%s</title><text%s transform="rotate(%.2f)" y="4" text-anchor="middle">%s</text><text class="name" x="%d" y="4" text-anchor="%s">%s</text></g>`,
		x, y, degrees, escapeXML(c.voice.Name(e)+" · "+c.voice.KindOne(e.Kind)), classOf(c.voice.KindRole(e.Kind)), -degrees, c.voice.KindSign(e.Kind),
		away+sign(away), anchor, escapeXML(c.name(e)))
}

// chord writes a link as a curve bent towards the centre, more strongly the farther apart its
// ends are.
func (c *circle) chord(w lineWriter, e *graph.Edge) {
	inner := c.radius - 9
	x1, y1 := c.point(e.From, inner)
	x2, y2 := c.point(e.To, inner)
	bend := 0.8 - 0.7*math.Hypot(x1-x2, y1-y2)/(2*inner)
	class, end := "wire", ` marker-end="url(#head)"`
	switch c.strokeOf(e) {
	case dashed:
		class += " dashed"
	case ringed:
		class += " ringed"
	}
	if e.IsSymmetric() || isOfFacts(e) {
		end = ""
	}
	title := c.voice.Name(c.entities[e.From]) + " — " + relationOf(c.voice, e) + " — " + c.voice.Name(c.entities[e.To])
	w.line(`<path class="%s" d="M%.1f %.1f Q%.1f %.1f %.1f %.1f"%s><title>%s</title></path>`, class, x1, y1, (x1+x2)/2*bend, (y1+y2)/2*bend, x2, y2, end, escapeXML(title))
}
