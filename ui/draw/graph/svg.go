package graph

import (
	"fmt"
	"image/color"
	"strings"
	"sync"

	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
)

// The size of a cell and the margin around the picture in SVG units.
const (
	cellWidth  = 7
	cellHeight = 22
	svgMargin  = 16
)

// svgShapes is the style sheet of an SVG without its colours.
const svgShapes = `
text { font: 13px ui-sans-serif, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
.centre { font-weight: 600; font-size: 14px; }
.box { stroke-width: 1.5; }
.wire { fill: none; stroke-width: 1.3; }
.dashed { stroke-dasharray: 4 3; }
.ringed { stroke-dasharray: 0.1 4; stroke-linecap: round; stroke-width: 2; }
.label { font-size: 12px; stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }
.tail, .warning { font-size: 12px; }
`

// svgColours returns the style rules of a palette.
func svgColours(p theme.Palette) string {
	var b strings.Builder
	fill := func(of string, c color.Color) { fmt.Fprintf(&b, "%s { fill: %s; }\n", of, theme.Hex(c)) }
	stroke := func(of string, c color.Color) { fmt.Fprintf(&b, "%s { stroke: %s; }\n", of, theme.Hex(c)) }
	fill("text", p.Ink)
	fill(".ground", p.Paper)
	fill(".box", p.Selection)
	stroke(".box", p.Accent)
	stroke(".wire", p.Wire)
	fill(".head, .label, .muted, .tail", p.Muted)
	stroke(".label", p.Paper)
	fill(".warning", p.Warning)
	for i, tint := range p.Tints {
		fill(fmt.Sprintf(".k%d", i), tint)
	}
	return b.String()
}

// svgStyle returns the style sheet of an SVG for light and dark backgrounds.
var svgStyle = sync.OnceValue(func() string {
	return svgShapes + svgColours(theme.Light) + "@media (prefers-color-scheme: dark) {\n" + svgColours(theme.Dark) + "}\n"
})

// svg writes a picture as SVG.
type svg struct {
	*Picture
	b strings.Builder
}

// SVG returns the picture as a self-contained SVG document without scripts, with the
// colours of a light or dark theme as the viewer prefers. Text is laid out in cells of
// a fixed width, which a proportional font does not fill.
func (p *Picture) SVG() string {
	w := &svg{Picture: p}
	left, right, top, bottom := p.extent()
	x, y := left*cellWidth-svgMargin, top*cellHeight-svgMargin
	width, height := (right-left)*cellWidth+2*svgMargin, (bottom-top)*cellHeight+2*svgMargin
	legend := p.Legend(1<<20, 1)[0]
	height += cellHeight + svgMargin/2
	width = max(width, legend.Width()*cellWidth+2*svgMargin)
	title := p.voice.Name(p.s.Nodes[0].Entity)
	w.line(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %d %d %d" width="%d" height="%d" role="img">`, x, y, width, height, width, height)
	w.line(`<title>%s</title>`, escapeXML(title))
	w.line("<style>%s</style>", svgStyle())
	w.line(`<rect class="ground" x="%d" y="%d" width="%d" height="%d"/>`, x, y, width, height)
	for i := range p.Things {
		w.wire(&p.Things[i])
	}
	for i := range p.Things {
		w.heads(&p.Things[i])
	}
	for _, l := range p.labels {
		if l.width > 0 {
			w.line(`<text class="label" x="%d" y="%d" text-anchor="middle">%s</text>`, l.x*cellWidth+l.width*cellWidth/2, baseline(l.y), escapeXML(l.text))
		}
	}
	w.centre()
	for i := 1; i < len(p.Things); i++ {
		w.thing(i)
	}
	fmt.Fprintf(&w.b, `<text x="%d" y="%d" xml:space="preserve">`, left*cellWidth, bottom*cellHeight+svgMargin/2+cellHeight-6)
	for _, s := range legend.Spans {
		fmt.Fprintf(&w.b, `<tspan%s>%s</tspan>`, classOf(s.Role), escapeXML(s.Text))
	}
	w.line("</text>")
	w.line("</svg>")
	return w.b.String()
}

func (w *svg) line(format string, about ...any) { fmt.Fprintf(&w.b, format+"\n", about...) }

func baseline(y int) int { return y*cellHeight + cellHeight/2 + 4 }

func middle(at point) (x, y int) {
	return at.x*cellWidth + cellWidth/2, at.y*cellHeight + cellHeight/2
}

// extent returns the bounding box of the picture in cells.
func (p *Picture) extent() (left, right, top, bottom int) {
	left, right, top, bottom = p.box.x, p.box.x+p.box.w, p.box.y, p.box.y+p.box.h
	for i := range p.Things {
		t := &p.Things[i]
		left, right, top, bottom = min(left, t.X), max(right, t.X+t.Width), min(top, t.Y), max(bottom, t.Y+t.Height())
		for _, line := range t.more {
			width := safe.Width(line)
			x := t.lineX(t.Column < 0 && !p.column, width)
			left, right = min(left, x), max(right, x+width)
		}
		if width := (rich.Line{Spans: t.tail}).Width(); width > 0 {
			left, right = min(left, t.tailX), max(right, t.tailX+width)
		}
		for _, at := range t.path {
			top, bottom = min(top, at.y), max(bottom, at.y+1)
		}
	}
	return left, right, top, bottom
}

// wire draws the path to a thing with round corners.
func (w *svg) wire(t *Thing) {
	const round = 6
	if len(t.path) == 0 {
		return
	}
	way := make([]point, 0, len(t.path)+1)
	if t.Parent == 0 {
		x, y := middle(t.path[0])
		way = append(way, point{x, y - towardBox(w.box, t.path[0])*cellHeight/2})
	}
	for _, at := range t.path {
		x, y := middle(at)
		way = append(way, point{x, y})
	}
	var d strings.Builder
	fmt.Fprintf(&d, "M%d %d", way[0].x, way[0].y)
	for i := 1; i+1 < len(way); i++ {
		in, out := point{sign(way[i].x - way[i-1].x), sign(way[i].y - way[i-1].y)}, point{sign(way[i+1].x - way[i].x), sign(way[i+1].y - way[i].y)}
		if at := way[i]; in != out {
			fmt.Fprintf(&d, " L%d %d Q%d %d %d %d", at.x-round*in.x, at.y-round*in.y, at.x, at.y, at.x+round*out.x, at.y+round*out.y)
		}
	}
	fmt.Fprintf(&d, " L%d %d", way[len(way)-1].x, way[len(way)-1].y)
	class := "wire"
	switch t.stroke {
	case dashed:
		class += " dashed"
	case ringed:
		class += " ringed"
	}
	w.line(`<path class="%s" d="%s"/>`, class, d.String())
}

// towardBox returns -1 for a cell above the centre and 1 for one below it.
func towardBox(b box, at point) int {
	if at.y < b.y {
		return -1
	}
	return 1
}

func (w *svg) heads(t *Thing) {
	for end, drawn := range t.arrows {
		if !drawn || len(t.path) == 0 {
			continue
		}
		at, r := w.head(t, end == 1)
		x, y := middle(at)
		point := 5
		if r == '◀' {
			point = -5
		}
		w.line(`<path class="head" d="M%d %d L%d %d L%d %d Z"/>`, x-point, y-4, x+point, y, x-point, y+4)
	}
}

func (w *svg) centre() {
	b := w.box
	w.line(`<rect class="box" x="%d" y="%d" width="%d" height="%d" rx="6"/>`, b.x*cellWidth, b.y*cellHeight+2, b.w*cellWidth, b.h*cellHeight-4)
	kind := w.s.Nodes[0].Entity.Kind
	mark := w.voice.KindSign(kind)
	top := b.y + (b.h-len(b.lines))/2
	w.text(w.voice.KindRole(kind), (b.x+2)*cellWidth, baseline(top), "", mark)
	for i, line := range b.lines {
		line = strings.TrimSpace(strings.TrimPrefix(line, mark))
		w.line(`<text class="centre" x="%d" y="%d">%s</text>`, (b.x+4)*cellWidth, baseline(top+i), escapeXML(line))
	}
}

func (w *svg) thing(i int) {
	t := &w.Things[i]
	mark, role, name := foldSign, rich.Muted, rich.Muted
	if e := w.Entity(i); e != nil {
		mark, role, name = w.voice.KindSign(e.Kind), w.voice.KindRole(e.Kind), rich.Plain
		if t.Twin {
			mark, name = twinSign, rich.Muted
		}
	}
	y := baseline(t.Y)
	var tail strings.Builder
	for _, s := range t.tail {
		fmt.Fprintf(&tail, `<tspan class="%s">%s</tspan>`, tailClass(s.Role), escapeXML(s.Text))
	}
	x, anchor, signX := (t.X+2)*cellWidth, "", t.X*cellWidth
	if t.Column < 0 {
		x, anchor, signX = (t.X+t.Width-2)*cellWidth, "end", (t.X+t.Width)*cellWidth
	}
	w.text(role, signX, y, anchor, mark)
	if anchor != "" {
		anchor = ` text-anchor="end"`
	}
	for n, line := range append([]string{t.text}, t.more...) {
		text := fmt.Sprintf(`<tspan%s>%s</tspan>`, classOf(name), escapeXML(line))
		switch {
		case n < len(t.more) || tail.Len() == 0:
		case line == "":
			text = tail.String()
		case t.Column < 0:
			text = tail.String() + "   " + text
		default:
			text += "   " + tail.String()
		}
		w.line(`<text x="%d" y="%d"%s xml:space="preserve">%s</text>`, x, baseline(t.Y+n), anchor, text)
	}
}

func tailClass(role rich.Role) string {
	if role == rich.Warning {
		return "warning"
	}
	return "tail"
}

func (w *svg) text(role rich.Role, x, y int, anchor, text string) {
	if anchor != "" {
		anchor = fmt.Sprintf(` text-anchor="%s"`, anchor)
	}
	w.line(`<text%s x="%d" y="%d"%s>%s</text>`, classOf(role), x, y, anchor, escapeXML(text))
}

// classOf returns the class attribute of a role.
func classOf(role rich.Role) string {
	switch {
	case role >= rich.Tint:
		return fmt.Sprintf(` class="k%d"`, role-rich.Tint)
	case role == rich.Muted:
		return ` class="muted"`
	}
	return ""
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escapeXML(text string) string { return xmlEscapes.Replace(text) }
