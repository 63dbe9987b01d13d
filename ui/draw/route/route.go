// Package route draws how two entities are connected: the best route beside the
// next best, or the limits that separate the entities; and writes the same as plain
// text. It does not search for routes.
package route

import (
	"rihla/model/kb"
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Drawing is a drawn answer of any height.
type Drawing struct {
	Lines []rich.Line
	// Things can be selected. They are in reading order, those of the best route
	// first; the link of a span is an index in them.
	Things []Thing
}

// Thing is a selectable part of a drawing: a station of a route, a claim of a hop,
// or a reached entity.
type Thing struct {
	Entity *kb.Entity // nil for a hop
	Hop    *route.Hop // nil for an entity
	Link   int        // index in Hop.Links
	// Side is 0 for the best route or the reach of the first end, 1 for the other.
	// Place counts from 0 on each side.
	Side, Place int
	// The rectangle of cells that selects the thing when clicked.
	X, Y, Width, Height int
}

// Claim returns the link of the thing, nil for an entity.
func (t *Thing) Claim() *route.Link {
	if t.Hop == nil {
		return nil
	}
	return &t.Hop.Links[t.Link]
}

// Sizes in cells.
const (
	leastColumn = 36  // minimum width of a route beside another
	wideColumn  = 44  // minimum width of a route beside the sources
	mostColumn  = 72  // maximum width of a column, for legible lines
	gap         = 4   // between columns
	mostWidth   = 196 // maximum width of the drawing
)

// Draw draws an answer with lines of at most width cells, at least 16. It chooses
// the most detailed measure whose routes fit in height lines, or else the tightest with
// whole names; a height of 0 has no limit.
func Draw(v present.Voice, a *route.Answer, width, height int) *Drawing {
	width = max(16, min(width, mostWidth))
	if a.Best == nil || len(a.Best.Hops) == 0 {
		return drawApart(v, a, width)
	}
	for l := full; ; l-- {
		whole, used := draw(v, a, width, l, true)
		if height <= 0 || used <= height {
			return whole
		}
		if l >= ample {
			continue // less detail before cut names
		}
		if d, used := draw(v, a, width, l, false); used <= height {
			return d
		}
		if l == tight {
			return whole // what does not fit is scrolled anyway
		}
	}
}

// measure is the level of detail of a hop.
type measure uint8

const (
	tight  measure = iota // the strongest claim and its support, a line each
	spaced                // the same with space below
	ample                 // the strongest claim in full
	full                  // up to mostLinks claims with the text of facts
)

// painter is a drawing under construction.
type painter struct {
	voice   present.Voice
	measure measure
	drawing *Drawing
	numbers numbers
	names   []string // of the stations
	whole   bool     // whether names may take several lines

	entities []*kb.Entity // that the links of Plain lead to
}

// draw draws routes, with whole names if asked for, and returns their height without the
// sources below them.
func draw(v present.Voice, a *route.Answer, width int, m measure, whole bool) (d *Drawing, height int) {
	p := &painter{voice: v, measure: m, whole: whole, drawing: new(Drawing)}
	routes := []*route.Route{a.Best}
	if a.Alternative != nil {
		routes = append(routes, a.Alternative)
	}
	for _, r := range routes {
		for _, e := range r.Entities {
			p.names = append(p.names, v.Name(e))
		}
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
	p.countNotHolding(a, width)
	height = len(p.drawing.Lines)
	if !aside {
		p.blank()
		p.set([]*column{p.numbers.column(p.voice, width)}, 1, width)
	}
	return p.drawing, height
}

// countNotHolding says how many links do not hold on the day.
func (p *painter) countNotHolding(a *route.Answer, width int) {
	if a.NotHolding > 0 {
		p.blank()
		p.text(rich.Muted, p.voice.Words.Count(a.NotHolding, words.NotHolding), width)
	}
}

// columns returns the number of columns that fit side by side, and whether the last
// one is for the sources.
func (p *painter) columns(routes, width int) (n int, aside bool) {
	switch {
	case width >= (routes+1)*wideColumn+routes*gap:
		return routes + 1, true
	case width >= routes*leastColumn+(routes-1)*gap:
		return routes, false
	}
	return 1, false
}

// title draws the ends of the route and the limits of the search.
func (p *painter) title(a *route.Answer, width int) {
	v := p.voice
	p.text(rich.Strong, v.Words.Say(words.HowConnected, v.Name(a.From), v.Name(a.To)), width)
	if limits := Limits(v, a.Options); limits != "" {
		p.text(rich.Muted, limits, width)
	}
	p.blank()
}

// Limits returns the limits of a search in words, empty if there are none.
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

// leastSure returns the minimum confidence of claims in words.
func leastSure(v present.Voice, l route.Level) string {
	word := LevelLabel(v, l)
	if l == route.High {
		return word
	}
	return v.Words.Say(words.LeastConfidence, word)
}

// add adds a thing and returns its index.
func (p *painter) add(t Thing) int {
	p.drawing.Things = append(p.drawing.Things, t)
	return len(p.drawing.Things) - 1
}

func (p *painter) blank() {
	if n := len(p.drawing.Lines); n > 0 && len(p.drawing.Lines[n-1].Spans) > 0 {
		p.drawing.Lines = append(p.drawing.Lines, rich.Line{})
	}
}

// text adds a text wrapped to a width.
func (p *painter) text(role rich.Role, text string, width int) {
	for _, line := range rich.Flow([]rich.Span{rich.NewSpan(role, text)}, width, 0) {
		p.drawing.Lines = append(p.drawing.Lines, rich.Line{Spans: line})
	}
}

// set puts columns in rows of n, each column step cells to the right of the one
// before.
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
