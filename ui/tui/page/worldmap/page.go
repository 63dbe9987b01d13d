// Package worldmap is the page that shows where entities are on a map of the
// world.
package worldmap

import (
	"context"
	"fmt"
	"slices"

	"rihla/assets"
	"rihla/model/geo"
	"rihla/model/geo/outline"
	"rihla/model/kb"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
	draw "rihla/ui/draw/worldmap"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/tui/picture"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Page is a map.
type Page struct {
	voice         present.Voice
	subject       picture.Subject
	width, height int

	locator *place.Locator // nil until where entities stand has been gathered
	at      any            // where to begin once it has
	m       draw.Map
	first   []geo.Point // what is tied to what was selected at first

	frame   geo.Frame
	view    view
	painter draw.Painter
	drawing *draw.Drawing // nil where it has to be drawn again
}

// view is what the frame shows.
type view uint8

const (
	fitted view = iota // what is on the map
	world
	free // where the user went
)

// Place is what brings a page back to where it was left.
type Place struct {
	Entity, Tied kb.Address
	At           geo.Point // where the entity is selected
	View         view
	Center       geo.Point
	Scale        float64
}

// gathered is what the job of a page returns.
type gathered struct {
	locator *place.Locator
	sites   *place.Sites
	outline *outline.Outline
	err     error
}

// New returns a page that shows nothing yet.
func New(voice present.Voice) *Page {
	return &Page{voice: voice, m: draw.Map{Voice: voice, Selected: -1, Tied: -1}}
}

// Show shows a subject, from a place where it was left or from the beginning.
func (p *Page) Show(s picture.Subject, at any) picture.Job {
	p.subject, p.at = s, at
	p.locator, p.drawing = nil, nil
	k, today := p.voice.KB, p.voice.Today
	if k.Partial {
		return nil // where entities stand is not known before all has been read
	}
	return func(ctx context.Context) any {
		g := gathered{locator: place.NewLocator(k, today)}
		g.sites = place.Gather(ctx, g.locator, s.Entities)
		k.ClearCache()
		g.outline, g.err = outline.Decode(assets.World)
		return g
	}
}

// Take takes what was gathered.
func (p *Page) Take(answer any) picture.Job {
	g, ok := answer.(gathered)
	if !ok || g.sites == nil {
		return nil
	}
	p.locator = g.locator
	p.m = draw.Map{Voice: p.voice, Outline: g.outline, Sites: g.sites, Marked: p.subject.Marked, Selected: -1, Tied: -1}
	p.begin()
	if at, ok := p.at.(Place); ok {
		p.restore(at)
	}
	p.at = nil
	return nil
}

// begin selects what is to be selected at first, and fits the frame to what is on
// the map.
func (p *Page) begin() {
	switch e := p.subject.Entity; {
	case e != nil && len(p.m.Sites.Of(e)) > 0:
		p.selectSite(int(p.m.Sites.Of(e)[0]), e)
	case e != nil && p.tie(e):
	case len(p.m.Sites.All) > 0:
		most := 0
		for i := range p.m.Sites.All {
			if len(p.m.Sites.All[i].Entities) > len(p.m.Sites.All[most].Entities) {
				most = i
			}
		}
		p.selectSite(most, nil)
	}
	p.first = nil
	for _, t := range p.m.Ties.Others {
		p.first = append(p.first, t.At)
	}
	p.view = fitted
	p.setFrame()
}

// tie makes the map be about an entity that stands nowhere on it; it tells
// whether that ties any places together.
func (p *Page) tie(e *kb.Entity) bool {
	ties := p.locator.Ties(e)
	if len(ties.Others)+len(ties.Own) == 0 {
		return false
	}
	p.m.Entity, p.m.Ties, p.m.Selected, p.m.Tied = e, ties, -1, -1
	p.draw()
	return true
}

// selectSite selects a site: an entity that stands there, or else the first one.
func (p *Page) selectSite(n int, e *kb.Entity) {
	site := &p.m.Sites.All[n]
	if e == nil || !slices.Contains(site.Entities, e) {
		e = site.Entities[0]
	}
	p.m.Selected, p.m.Tied = n, -1
	if e != p.m.Entity {
		p.m.Entity, p.m.Ties = e, p.locator.Ties(e)
	}
	p.draw()
}

// draw has the map drawn again. Great circles join what is marked, where anything
// is; else what the entity ties together.
func (p *Page) draw() {
	p.drawing = nil
	p.m.Legs = p.m.Ties.Legs
	if legs := p.marked(); len(legs) > 0 {
		p.m.Legs = legs
	}
}

// marked returns the legs from each marked entity to the next, and from the last
// to the one that is selected.
func (p *Page) marked() []place.Leg {
	var way []place.Location
	add := func(e *kb.Entity) {
		if all := p.locator.Locate(e); len(all) > 0 {
			way = append(way, all[0])
		}
	}
	for _, e := range p.m.Marked {
		add(e)
	}
	if e := p.Selected(); len(way) > 0 && e != nil && !slices.Contains(p.m.Marked, e) {
		add(e)
	}
	var legs []place.Leg
	for i := 1; i < len(way); i++ {
		legs = append(legs, place.NewLeg(way[i-1], way[i], true))
	}
	return legs
}

// SetMarked tells what is marked.
func (p *Page) SetMarked(marked []*kb.Entity) {
	p.subject.Marked, p.m.Marked = marked, marked
	if p.isReady() {
		p.draw()
	}
}

// SetSize tells the cells that the page has; what is seen stays so.
func (p *Page) SetSize(width, height int) picture.Job {
	if width != p.width || height != p.height {
		p.width, p.height = width, height
		p.setFrame()
	}
	return nil
}

// SetVoice tells the same in another voice.
func (p *Page) SetVoice(v present.Voice) picture.Job {
	p.voice, p.m.Voice, p.drawing = v, v, nil
	return nil
}

// The lines beside the map, and from which height on there are any.
const (
	titled      = 12
	captioned   = 6
	bothLines   = 9
	marginWide  = 8    // parts of the width that are left free on either side
	marginHigh  = 10   // and of the height
	closestFit  = 0.15 // degrees a dot, of a single place
	closestPart = 2 * geo.Finest
)

// rows returns how many lines the title, the map and the caption have.
func (p *Page) rows() (title, rows, caption int) {
	if p.height >= titled {
		title = 1
	}
	switch {
	case p.height >= bothLines:
		caption = 2
	case p.height >= captioned:
		caption = 1
	}
	return title, max(0, p.height-title-caption), caption
}

// dots returns the size of the map in dots.
func (p *Page) dots() (width, height int) {
	_, rows, _ := p.rows()
	return p.width * canvas.DotsAcross, rows * canvas.DotsDown
}

// setFrame brings the frame to the size that there is.
func (p *Page) setFrame() {
	p.drawing = nil
	width, height := p.dots()
	switch {
	case p.view == world:
		p.frame = geo.World(width, height)
	case p.view == free:
		p.frame = p.frame.Resize(width, height)
	case p.isReady():
		p.frame = p.fit(append(p.m.SitePoints(), p.first...), closestFit)
	}
}

func (p *Page) fit(points []geo.Point, closest float64) geo.Frame {
	width, height := p.dots()
	return geo.Fit(points, width, height, width/marginWide, height/marginHigh, closest)
}

func (p *Page) isReady() bool { return p.locator != nil }

func (p *Page) isEmpty() bool { return len(p.m.Sites.All)+len(p.m.Ties.Others)+len(p.m.Ties.Own) == 0 }

// View draws the page.
func (p *Page) View(t *theme.Theme) []string {
	switch {
	case p.voice.KB.Partial:
		unread := rich.Line{Spans: []rich.Span{{Text: p.voice.Words.Say(words.NotReadYet), Role: rich.Muted, Link: -1}}}
		return widget.DrawLines(t, indent([]rich.Line{unread}, p.width), -1)
	case !p.isReady():
		return nil
	case p.isEmpty():
		lines := draw.Nothing(p.voice)
		return widget.DrawLines(t, indent(lines[:min(len(lines), p.height)], p.width), -1)
	}
	title, _, caption := p.rows()
	d := p.drawn()
	lines := make([]rich.Line, 0, p.height)
	if title > 0 {
		lines = append(lines, p.m.Title(p.title(), p.width))
	}
	lines = append(lines, d.Lines...)
	lines = append(lines, p.m.Caption(d, p.width)[:caption]...)
	return widget.DrawLines(t, lines, d.Selected)
}

// indent draws lines a little away from the edge, cut where they have no room.
func indent(lines []rich.Line, width int) []rich.Line {
	c := canvas.New(width, len(lines))
	for y, line := range lines {
		x := 2
		for _, s := range line.Spans {
			c.Text(x, y, s.Text, s.Role, -1)
		}
	}
	return c.Lines()
}

func (p *Page) title() string {
	what := p.voice.Words.Say(words.MapTitle)
	if p.subject.Kind != nil {
		what = p.voice.KindLabel(p.subject.Kind)
	}
	if p.subject.Query != "" {
		what += " · " + p.subject.Query
	}
	return what
}

func (p *Page) drawn() *draw.Drawing {
	if p.drawing == nil {
		_, rows, _ := p.rows()
		p.drawing = p.painter.Draw(&p.m, p.frame, p.width, rows)
	}
	return p.drawing
}

// Selected returns what is selected.
func (p *Page) Selected() *kb.Entity {
	if p.isReady() && p.m.Tied >= 0 {
		return p.m.Ties.Others[p.m.Tied].Entity
	}
	return p.m.Entity
}

// Position says which place is selected, from the west, of how many.
func (p *Page) Position() string {
	if !p.isReady() || len(p.m.Sites.All) == 0 {
		return ""
	}
	w := p.voice.Words
	all := w.Number(len(p.m.Sites.All))
	if p.m.Selected < 0 || p.m.Tied >= 0 {
		return all
	}
	return fmt.Sprintf("%s/%s", w.Number(p.m.Selected+1), all)
}

// Place returns where the page is.
func (p *Page) Place() any {
	if !p.isReady() {
		return p.at
	}
	at := Place{View: p.view, Center: p.frame.Center, Scale: p.frame.Scale}
	if p.m.Entity != nil {
		at.Entity = p.m.Entity.Address()
	}
	if p.m.Selected >= 0 {
		at.At = p.m.Sites.All[p.m.Selected].At
	}
	if p.m.Tied >= 0 {
		at.Tied = p.m.Ties.Others[p.m.Tied].Entity.Address()
	}
	return at
}

// restore brings back a place that was left, as far as it is still there.
func (p *Page) restore(at Place) {
	if e := p.voice.KB.Lookup(at.Entity); e != nil {
		sites := p.m.Sites.Of(e)
		n := slices.IndexFunc(sites, func(s uint32) bool { return p.m.Sites.All[s].At == at.At })
		switch {
		case n >= 0:
			p.selectSite(int(sites[n]), e)
		case len(sites) > 0:
			p.selectSite(int(sites[0]), e)
		default:
			p.tie(e)
		}
	}
	if at.Tied != "" {
		p.m.Tied = slices.IndexFunc(p.m.Ties.Others, func(t place.Tied) bool { return t.Entity.Address() == at.Tied })
	}
	p.view = at.View
	if p.view == free {
		width, height := p.dots()
		p.frame = geo.NewFrame(at.Center, at.Scale, width, height)
	}
	p.setFrame()
	p.draw()
}
