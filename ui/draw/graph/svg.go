package graph

import (
	"fmt"
	"strings"

	"rihla/model/graph"
	"rihla/ui/present"
)

// The size of a cell, in the units of an SVG, and what is left free around all.
const (
	cellWidth  = 8
	cellHeight = 22
	svgMargin  = 16
)

// svgStyle is how an SVG looks on a light ground and on a dark one. Kinds have
// the colours that they have in a terminal.
const svgStyle = `
text { font: 13px ui-sans-serif, system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #1f2430; }
.ground { fill: #ffffff; }
.centre { font-weight: 600; font-size: 14px; }
.box { fill: #eef6f4; stroke: #0b6b5d; stroke-width: 1.5; }
.wire { fill: none; stroke: #9aa1ac; stroke-width: 1.3; }
.dashed { stroke-dasharray: 4 3; }
.head { fill: #6a6f7b; }
.label { font-size: 12px; fill: #6a6f7b; stroke: #ffffff; stroke-width: 6px; stroke-linejoin: round; paint-order: stroke; }
.muted, .tail { fill: #6a6f7b; }
.tail { font-size: 12px; }
.warning { fill: #9a4b00; font-size: 12px; }
.k0 { fill: #1f5fa8; } .k1 { fill: #a8461f; } .k2 { fill: #6b46b0; } .k3 { fill: #4b7316; } .k4 { fill: #a8306b; } .k5 { fill: #7a6200; }
@media (prefers-color-scheme: dark) {
text { fill: #dcdfe4; }
.ground { fill: #16181d; }
.box { fill: #1d2a2a; stroke: #6cb8a8; }
.wire { stroke: #5d6472; }
.head { fill: #8a8f9e; }
.label { fill: #9aa0ad; stroke: #16181d; }
.muted, .tail { fill: #9aa0ad; }
.warning { fill: #e3a857; }
.k0 { fill: #7fb4e6; } .k1 { fill: #e6a07f; } .k2 { fill: #b9a3eb; } .k3 { fill: #9cc46b; } .k4 { fill: #e38fb4; } .k5 { fill: #d6c26a; }
}
`

// svg is a picture on its way to SVG.
type svg struct {
	*Picture
	b strings.Builder
}

// SVG writes the picture as an SVG that stands alone: text as text, no script,
// light or dark as its reader has it. Text is laid out in cells of a fixed
// width, which a proportional font does not fill.
func (p *Picture) SVG() string {
	w := &svg{Picture: p}
	left, right, top, bottom := p.extent()
	x, y := left*cellWidth-svgMargin, top*cellHeight-svgMargin
	width, height := (right-left)*cellWidth+2*svgMargin, (bottom-top)*cellHeight+2*svgMargin
	legend := p.Legend(1 << 20)
	height += cellHeight + svgMargin/2
	width = max(width, legend.Width()*cellWidth+2*svgMargin)
	title := p.voice.Name(p.s.Nodes[0].Entity)
	w.line(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="%d %d %d %d" width="%d" height="%d" role="img">`, x, y, width, height, width, height)
	w.line(`<title>%s</title>`, escapeXML(title))
	w.line("<style>%s</style>", svgStyle)
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
	at := left * cellWidth
	for _, s := range legend.Spans {
		w.text(s.Role, at, bottom*cellHeight+svgMargin/2+cellHeight-6, "", s.Text)
		at += present.Line{Spans: []present.Span{s}}.Width() * cellWidth
	}
	w.line("</svg>")
	return w.b.String()
}

func (w *svg) line(format string, about ...any) { fmt.Fprintf(&w.b, format+"\n", about...) }

func baseline(y int) int { return y*cellHeight + cellHeight/2 + 4 }

func middle(at point) (x, y int) {
	return at.x*cellWidth + cellWidth/2, at.y*cellHeight + cellHeight/2
}

// extent returns the cells that are drawn on.
func (p *Picture) extent() (left, right, top, bottom int) {
	left, right, top, bottom = p.box.x, p.box.x+p.box.w, p.box.y, p.box.y+p.box.h
	for i := range p.Things {
		t := &p.Things[i]
		left, right, top, bottom = min(left, t.X), max(right, t.X+t.Width), min(top, t.Y), max(bottom, t.Y+1)
		if width := (present.Line{Spans: t.tail}).Width(); width > 0 {
			left, right = min(left, t.tailX), max(right, t.tailX+width)
		}
		for _, at := range t.path {
			top, bottom = min(top, at.y), max(bottom, at.y+1)
		}
	}
	return left, right, top, bottom
}

// wire draws the way to a thing, with round corners.
func (w *svg) wire(t *Thing) {
	if len(t.path) < 2 {
		return
	}
	const round = 6
	var d strings.Builder
	x, y := middle(t.path[0])
	fmt.Fprintf(&d, "M%d %d", x, y+w.reach(t))
	for i := 1; i+1 < len(t.path); i++ {
		before, at, after := t.path[i-1], t.path[i], t.path[i+1]
		if after.x-at.x == at.x-before.x && after.y-at.y == at.y-before.y {
			continue
		}
		x, y := middle(at)
		fmt.Fprintf(&d, " L%d %d Q%d %d %d %d", x-round*sign(at.x-before.x), y-round*sign(at.y-before.y), x, y, x+round*sign(after.x-at.x), y+round*sign(after.y-at.y))
	}
	x, y = middle(t.path[len(t.path)-1])
	fmt.Fprintf(&d, " L%d %d", x, y)
	class := "wire"
	if t.dashed {
		class += " dashed"
	}
	w.line(`<path class="%s" d="%s"/>`, class, d.String())
}

// reach is how much further the way to a thing begins, to touch the centre.
func (w *svg) reach(t *Thing) int {
	switch {
	case t.Parent != 0:
		return 0
	case t.path[0].y < w.box.y:
		return cellHeight / 2
	}
	return -cellHeight / 2
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
	mark, role, name := foldSign, present.Muted, present.Muted
	if e := w.Entity(i); e != nil {
		mark, role, name = w.voice.KindSign(e.Kind), w.voice.KindRole(e.Kind), present.Plain
		if t.Twin {
			mark, name = twinSign, present.Muted
		}
	}
	if t.Column < 0 {
		w.text(role, (t.X+t.Width)*cellWidth, baseline(t.Y), "end", mark)
		w.text(name, (t.X+t.Width-2)*cellWidth, baseline(t.Y), "end", t.text)
	} else {
		w.text(role, t.X*cellWidth, baseline(t.Y), "", mark)
		w.text(name, (t.X+2)*cellWidth, baseline(t.Y), "", t.text)
	}
	if len(t.tail) == 0 {
		return
	}
	x, anchor := t.tailX*cellWidth, ""
	if t.Column < 0 {
		x, anchor = (t.X-tailGap)*cellWidth, "end"
	}
	var b strings.Builder
	for _, s := range t.tail {
		fmt.Fprintf(&b, `<tspan class="%s">%s</tspan>`, tailClass(s.Role), escapeXML(s.Text))
	}
	if anchor != "" {
		anchor = ` text-anchor="end"`
	}
	w.line(`<text x="%d" y="%d"%s xml:space="preserve">%s</text>`, x, baseline(t.Y), anchor, b.String())
}

func tailClass(role present.Role) string {
	if role == present.Warning {
		return "warning"
	}
	return "tail"
}

func (w *svg) text(role present.Role, x, y int, anchor, text string) {
	class := ""
	switch {
	case role >= present.Tint:
		class = fmt.Sprintf(` class="k%d"`, role-present.Tint)
	case role == present.Muted:
		class = ` class="muted"`
	}
	if anchor != "" {
		anchor = fmt.Sprintf(` text-anchor="%s"`, anchor)
	}
	if strings.TrimSpace(text) != "" {
		w.line(`<text%s x="%d" y="%d"%s xml:space="preserve">%s</text>`, class, x, y, anchor, escapeXML(text))
	}
}

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escapeXML(text string) string { return xmlEscapes.Replace(text) }

// Natural returns how many rows surroundings take in so many cells across, where
// there is room for all that is told, within a bound.
func Natural(s *graph.Surroundings, v present.Voice, hops, width, most int) int {
	p := Lay(s, v, Options{Width: width, Height: most, Hops: hops})
	if p.column {
		return most
	}
	const slack = 2
	_, _, top, bottom := p.extent()
	return max(low+slack, min(most, bottom-top+slack))
}
