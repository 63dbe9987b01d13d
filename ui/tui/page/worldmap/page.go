// Package worldmap is the page that shows where entities are on a map of the
// world.
package worldmap

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/assets"
	"rihla/model/geo"
	"rihla/model/geo/outline"
	"rihla/model/kb"
	"rihla/model/place"
	draw "rihla/ui/draw/worldmap"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
)

// Page is a map.
type Page struct {
	page.Picture
	voice         present.Voice
	width, height int

	locator *place.Locator // nil until where entities stand has been gathered
	at      any            // where to begin once it has
	m       draw.Map
	first   []geo.Point // what is tied to what was selected at first

	frame   geo.Frame
	extent  extent
	painter draw.Painter
	drawing *draw.Drawing // nil where it has to be drawn again
}

// gathered is where entities stand, and the outline of the world.
type gathered struct {
	locator *place.Locator
	sites   *place.Sites
	outline *outline.Outline
	err     error
}

// New returns a page that shows nothing yet.
func New(voice present.Voice) *Page {
	p := &Page{Picture: page.NewPicture(), voice: voice}
	p.Leave()
	return p
}

// Scope is that of maps.
func (p *Page) Scope() keys.Scope { return keys.InMap }

// Leave lets go of what was gathered.
func (p *Page) Leave() bool {
	worked := p.Clear()
	*p = Page{Picture: p.Picture, voice: p.voice, m: draw.Map{Voice: p.voice, Selected: -1, Tied: -1}}
	return worked
}

// Show shows a subject, from a place where it was left or from the beginning.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	p.Shown, p.at = s, at
	p.locator, p.drawing = nil, nil
	k, day := p.voice.KB, p.voice.Reference()
	if k.Partial {
		return page.Answer{} // where entities stand is not known before all has been read
	}
	gather := func(ctx context.Context) gathered {
		g := gathered{locator: place.NewLocator(k, day)}
		g.sites = place.Gather(ctx, g.locator, s.Entities)
		k.ClearCache()
		g.outline, g.err = outline.Decode(assets.World)
		return g
	}
	return page.Answer{Cmd: work.Do(p.Worker, gather, p.take)}
}

// take shows what was gathered.
func (p *Page) take(g gathered) tea.Cmd {
	if g.sites == nil {
		return nil
	}
	p.locator = g.locator
	p.m = draw.Map{Voice: p.voice, Outline: g.outline, Sites: g.sites, Marked: p.Shown.Marked, Selected: -1, Tied: -1}
	p.begin()
	if at, ok := p.at.(state); ok {
		p.restore(at)
	}
	p.at = nil
	return nil
}

// begin selects what is to be selected at first, and fits the frame to what is on
// the map.
func (p *Page) begin() {
	switch e := p.Shown.Entity; {
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
	p.extent = fitted
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
	if e := p.selection(); len(way) > 0 && e != nil && !slices.Contains(p.m.Marked, e) {
		add(e)
	}
	var legs []place.Leg
	for i := 1; i < len(way); i++ {
		legs = append(legs, place.NewLeg(way[i-1], way[i], true))
	}
	return legs
}

// Take draws what has come to be marked.
func (p *Page) Take(i page.Intent) page.Answer {
	news, ok := i.(page.MarksChanged)
	if !ok {
		return page.Ignored
	}
	p.Shown.Marked, p.m.Marked = news.Marked, news.Marked
	if p.isReady() {
		p.draw()
	}
	return page.Answer{}
}

// SetSize gives the page its cells; what is seen stays so.
func (p *Page) SetSize(width, height int) tea.Cmd {
	if width != p.width || height != p.height {
		p.width, p.height = width, height
		p.setFrame()
	}
	return nil
}

// SetVoice shows the same in another voice.
func (p *Page) SetVoice(v present.Voice) tea.Cmd {
	p.voice, p.m.Voice, p.drawing = v, v, nil
	return nil
}

func (p *Page) isReady() bool { return p.locator != nil }

func (p *Page) isEmpty() bool { return len(p.m.Sites.All)+len(p.m.Ties.Others)+len(p.m.Ties.Own) == 0 }

// Selection returns what is selected.
func (p *Page) Selection() page.Selection { return page.Selection{Entity: p.selection()} }

func (p *Page) selection() *kb.Entity {
	if p.isReady() && p.m.Tied >= 0 {
		return p.m.Ties.Others[p.m.Tied].Entity
	}
	return p.m.Entity
}
