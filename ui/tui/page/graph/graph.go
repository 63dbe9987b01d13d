// Package graph is the page that draws what surrounds an entity, and lets one
// walk from each to the next.
package graph

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/graph"
	"rihla/model/kb"
	drawn "rihla/ui/draw/graph"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page draws the surroundings of its centre.
type Page struct {
	page.Picture
	voice         present.Voice
	width, height int

	centre *kb.Entity
	before *kb.Entity // the centre before, which is marked
	hops   int        // that were asked for; 0 is as many as suit the width

	around   *graph.Neighbourhood // of the centre; nil while they are sought
	picture  *drawn.Picture       // of these; the one before while they are sought
	selected int
	wanted   kb.Address // selected once it is drawn
	noRoom   bool       // whether more hops were asked for than there is room for
	fewer    bool       // whether one hop is drawn for the names of two to stay whole
	offset   int        // the first row that is seen, where all is in one column

	painted painted
	seen    seen
}

// seen is what was seen last.
type seen struct {
	width int
	lines []string
}

// painted are the lines of a picture with a thing selected.
type painted struct {
	of       *drawn.Picture
	selected int
	lines    []rich.Line
}

// state is what brings a page back to where it was left.
type state struct {
	Centre, Before, Selected kb.Address
	Thing                    int // that is selected, where that is no entity
	Hops                     int
}

// New returns a page that shows nothing yet.
func New(v present.Voice) *Page { return &Page{Picture: page.NewPicture(), voice: v} }

// Scope is that of graphs.
func (p *Page) Scope() keys.Scope { return keys.InGraph }

// Leave lets go of the picture.
func (p *Page) Leave() bool {
	worked := p.Clear()
	*p = Page{Picture: p.Picture, voice: p.voice}
	return worked
}

// Show shows what surrounds an entity.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	p.Shown = s
	p.centre, p.before, p.hops, p.selected, p.wanted = s.Entity, nil, 0, 0, ""
	if place, ok := at.(state); ok {
		if centre := p.voice.KB.Follow(place.Centre); centre != nil {
			p.centre = centre
		}
		p.before = p.voice.KB.Follow(place.Before)
		p.hops, p.wanted, p.selected = place.Hops, place.Selected, place.Thing
	}
	return page.Answer{Cmd: p.seek()}
}

// State returns where the page is.
func (p *Page) State() any {
	at := state{Hops: p.hops, Centre: addressOf(p.centre), Before: addressOf(p.before), Selected: p.wanted, Thing: p.selected}
	if e := p.selection(); p.isDrawn() && e != nil {
		at.Selected = e.Address()
	}
	return at
}

func addressOf(e *kb.Entity) kb.Address {
	if e == nil {
		return ""
	}
	return e.Address()
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	if width == p.width && height == p.height {
		return nil
	}
	p.width, p.height = width, height
	return p.again()
}

// SetVoice shows the same in another voice, of the knowledge base that the voice
// is of.
func (p *Page) SetVoice(v present.Voice) tea.Cmd {
	of := p.voice.KB
	p.voice = v
	if v.KB != of {
		at := p.State().(state)
		p.centre, p.before = nil, nil
		return p.Show(page.Subject{Entity: v.KB.Follow(at.Centre)}, at).Cmd
	}
	return p.again()
}

// again draws the same anew.
func (p *Page) again() tea.Cmd {
	if p.isDrawn() {
		p.wanted = addressOf(p.selection())
	}
	return p.seek()
}

// isDrawn reports whether the picture that is seen is the one that is meant.
func (p *Page) isDrawn() bool { return p.around != nil && p.picture != nil }

// twoHopsWidth is the minimum width, in cells, at which two hops are drawn by
// default, unless names would be cut.
const twoHopsWidth = 100

func (p *Page) wantedHops() int {
	switch {
	case p.hops > 0:
		return p.hops
	case p.width >= twoHopsWidth:
		return 2
	}
	return 1
}

// found is what surrounds the centre, and its picture.
type found struct {
	around  *graph.Neighbourhood
	picture *drawn.Picture
}

// seek returns the work of finding what surrounds the centre, and of drawing it.
func (p *Page) seek() tea.Cmd {
	known := p.around
	if known != nil && (known.KB != p.voice.KB || p.centre == nil || known.Nodes[0].Entity != p.centre || known.Hops != p.wantedHops()) {
		known = nil
	}
	p.around = nil
	if p.centre == nil || p.voice.KB.Partial {
		p.picture = nil
		return nil
	}
	if p.width <= 0 || p.height <= 0 {
		return nil
	}
	free := p.hops == 0
	voice, centre, hops, keep := p.voice, p.centre, p.wantedHops(), []*kb.Entity(nil)
	if p.before != nil {
		keep = append(keep, p.before)
	}
	if e := p.voice.KB.Follow(p.wanted); e != nil {
		keep = append(keep, e)
	}
	options := drawn.Options{Width: p.width, Height: p.height - p.below(), Hops: hops, Before: p.before}
	return work.Do(p.Worker, func(ctx context.Context) *found {
		around := known
		if around == nil {
			around = graph.Around(ctx, voice.KB, centre, graph.Options{Hops: hops, At: voice.Reference(), Prefer: keep})
		}
		if around == nil {
			return nil
		}
		laid := drawn.Lay(around, voice, options)
		if free && laid.Tight && laid.Hops > 1 {
			options.Hops = 1
			laid = drawn.Lay(around, voice, options)
		}
		return &found{around, laid}
	}, p.take)
}

// take shows what was found; nil is nothing.
func (p *Page) take(f *found) tea.Cmd {
	if f == nil {
		return nil
	}
	p.around, p.picture = f.around, f.picture
	if at := p.picture.Find(p.voice.KB.Follow(p.wanted)); at >= 0 {
		p.selected = at
	}
	p.wanted = ""
	p.noRoom = p.hops > p.picture.Hops
	p.fewer = p.hops == 0 && p.wantedHops() > p.picture.Hops && p.picture.HasMore()
	if p.noRoom {
		p.hops = p.picture.Hops
	}
	p.selected = max(0, min(p.selected, len(p.picture.Things)-1))
	p.reveal()
	return nil
}

// Selection returns the entity that is selected, or the centre while nothing is
// drawn.
func (p *Page) Selection() page.Selection { return page.Selection{Entity: p.selection()} }

func (p *Page) selection() *kb.Entity {
	if p.picture == nil || p.around == nil {
		return p.centre
	}
	return p.picture.Entity(p.selected)
}

// Position says how many hops are drawn, and which of what is drawn is selected.
func (p *Page) Position() string {
	if !p.isDrawn() {
		return ""
	}
	w := p.voice.Words
	return w.Count(p.picture.Hops, words.HopCount) + "  " + w.Number(p.selected+1) + "/" + w.Number(len(p.picture.Things))
}
