// Package route draws how two entities are connected: the best route and the
// next best beside it, or what keeps the two apart; and says the same in words
// alone.
package route

import (
	"rihla/model/kb"
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Drawing is a picture of an answer, as high as it has to be.
type Drawing struct {
	Lines []rich.Line
	// Things are what can be selected, by the numbers that spans have as their
	// links, in reading order, those of the best route first.
	Things []Thing
}

// Thing is something that can be selected: a station or a hop of a route, or an
// entity that is reached.
type Thing struct {
	Entity *kb.Entity // nil for a hop
	Hop    *route.Hop // nil for an entity
	Link   int        // the place in Hop.Links of the one that is meant
	// Side is 0 for the best route, or what the first end reaches, 1 for the
	// other; Place counts from 0 on each side.
	Side, Place int
	// The cells that it takes; all of them answer a click.
	X, Y, Width, Height int
}

// Claim returns the link that is meant, nil for an entity.
func (t *Thing) Claim() *route.Link {
	if t.Hop == nil {
		return nil
	}
	return &t.Hop.Links[t.Link]
}

// Sizes in cells.
const (
	leastColumn = 36  // beside another
	wideColumn  = 44  // where the sources stand beside them too
	mostColumn  = 72  // beyond it, lines no longer read well
	gap         = 4   // between columns
	mostWidth   = 196 // of all
)

// Draw draws an answer for a width in cells; no line is wider, down to a width
// of 16. Where it can, it is no higher than height, 0 being any.
func Draw(v present.Voice, a *route.Answer, width, height int) *Drawing {
	width = max(16, min(width, mostWidth))
	if a.Best == nil || len(a.Best.Hops) == 0 {
		return drawApart(v, a, width)
	}
	for l := full; ; l-- {
		if d, used := draw(v, a, width, l); height <= 0 || used <= height || l == tight {
			return d
		}
	}
}

// measure is how much is drawn of a hop.
type measure uint8

// The measures.
const (
	tight  measure = iota // a claim and on what it stands, a line each
	spaced                // the same, with space below
	ample                 // the claim that stands on most, in full
	full                  // several claims, with the words of facts
)

// painter is a drawing on its way.
type painter struct {
	voice   present.Voice
	measure measure
	drawing *Drawing
	numbers numbers
}

// draw draws routes, and tells how high they are without their sources, which may
// be scrolled to.
func draw(v present.Voice, a *route.Answer, width int, m measure) (d *Drawing, height int) {
	p := &painter{voice: v, measure: m, drawing: new(Drawing)}
	routes := []*route.Route{a.Best}
	if a.Alternative != nil {
		routes = append(routes, a.Alternative)
	}
	n, aside := p.columns(len(routes), width)
	across := min(mostColumn, (width-gap*(n-1))/n)
	p.title(a, width)
	var drawn []*column
	for side, r := range routes {
		drawn = append(drawn, p.route(r, side, a.Best, across))
	}
	if aside {
		drawn = append(drawn, p.numbers.column(p.voice, across))
	}
	p.set(drawn, n, across+gap)
	if a.Alternative == nil {
		p.blank()
		p.text(rich.Muted, v.Words.Say(words.NoOtherPath), width)
	}
	height = len(p.drawing.Lines)
	if !aside {
		p.blank()
		p.set([]*column{p.numbers.column(p.voice, width)}, 1, width)
	}
	return p.drawing, height
}

// columns returns how many columns there is room for beside each other, and
// whether the last of them is for the sources.
func (p *painter) columns(routes, width int) (n int, aside bool) {
	switch {
	case width >= (routes+1)*wideColumn+routes*gap:
		return routes + 1, true
	case width >= routes*leastColumn+(routes-1)*gap:
		return routes, false
	}
	return 1, false
}

// title says what is drawn, and within which limits.
func (p *painter) title(a *route.Answer, width int) {
	v := p.voice
	p.text(rich.Strong, v.Words.Say(words.HowConnected, v.Name(a.From), v.Name(a.To)), width)
	if limits := Limits(v, a.Options); limits != "" {
		p.text(rich.Muted, limits, width)
	}
	p.blank()
}

// Limits says which limits are set, empty where none is.
func Limits(v present.Voice, o route.Options) string {
	hops, sure := "", ""
	if o.MaxHops > 0 {
		hops = v.Words.Count(o.MaxHops, words.AtMostHops)
	}
	if o.MinLevel > route.Any {
		sure = leastSure(v, o.MinLevel)
	}
	if hops != "" && sure != "" {
		hops += v.Words.ListComma
	}
	return hops + sure
}

// leastSure says from which confidence on claims count.
func leastSure(v present.Voice, l route.Level) string {
	word := LevelLabel(v, l)
	if l == route.High {
		return word
	}
	return v.Words.Say(words.LeastConfidence, word)
}

// add notes something that can be selected and returns its number.
func (p *painter) add(t Thing) int {
	p.drawing.Things = append(p.drawing.Things, t)
	return len(p.drawing.Things) - 1
}

func (p *painter) blank() {
	if n := len(p.drawing.Lines); n > 0 && len(p.drawing.Lines[n-1].Spans) > 0 {
		p.drawing.Lines = append(p.drawing.Lines, rich.Line{})
	}
}

// text adds a text over the whole width.
func (p *painter) text(role rich.Role, text string, width int) {
	p.spans([]rich.Span{rich.NewSpan(role, text)}, width, 0)
}

func (p *painter) spans(spans []rich.Span, width, hang int) {
	for _, line := range rich.Flow(spans, width, hang) {
		p.drawing.Lines = append(p.drawing.Lines, rich.Line{Spans: line})
	}
}

// set puts columns side by side, each so many cells after the one before, where n
// of them fit; else below each other.
func (p *painter) set(columns []*column, n, step int) {
	for len(columns) > n {
		p.set(columns[:n], n, step)
		p.blank()
		columns = columns[n:]
	}
	top, height := len(p.drawing.Lines), 0
	for i, c := range columns {
		height = max(height, len(c.lines))
		for _, at := range c.things {
			p.drawing.Things[at].X += i * step
			p.drawing.Things[at].Y += top
		}
	}
	for y := range height {
		var line rich.Line
		for i, c := range columns {
			if y < len(c.lines) && len(c.lines[y].Spans) > 0 {
				if at := i*step - line.Width(); at > 0 {
					line.Spans = append(line.Spans, rich.Blank(at))
				}
				line.Spans = append(line.Spans, c.lines[y].Spans...)
			}
		}
		p.drawing.Lines = append(p.drawing.Lines, line)
	}
}
