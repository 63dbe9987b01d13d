// Package route is the page that shows how two entities are connected.
package route

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/route"
	draw "rihla/ui/draw/route"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page shows the best route between two entities, and the next best.
type Page struct {
	page.Picture
	voice         present.Voice
	width, height int

	ends    [2]*kb.Entity // nil where none has been chosen
	options route.Options
	network *route.Network
	answer  *route.Answer // nil while there is none
	failed  error

	offered []*kb.Entity // for the other end
	drawing *draw.Drawing
	at      int // the thing that is selected
	offset  int // the first line that is seen
	wanted  *spot
}

// spot is a thing, wherever it is drawn.
type spot struct{ Side, Place, Link int }

// state is what brings a page back to where it was left.
type state struct {
	Ends     [2]kb.Address
	Options  route.Options
	Selected spot
	Offset   int
}

// found is what a search returns.
type found struct {
	network *route.Network
	answer  *route.Answer
	err     error
}

// New returns a page that shows nothing yet.
func New(v present.Voice) *Page {
	return &Page{Picture: page.NewPicture(), voice: v, drawing: new(draw.Drawing)}
}

// Scope is that of paths.
func (p *Page) Scope() keys.Scope { return keys.InPath }

// Leave lets go of the routes. It keeps what is known of all links, which takes
// long to find and is the same for every route.
func (p *Page) Leave() bool {
	worked := p.Clear()
	*p = Page{Picture: p.Picture, voice: p.voice, network: p.network, drawing: new(draw.Drawing)}
	return worked
}

// Show shows how the first two that are marked are connected, or else what is
// marked and what is selected; where there is one alone, it asks for the other.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	p.Shown = s
	if place, ok := at.(state); ok {
		p.ends = [2]*kb.Entity{p.voice.KB.Follow(place.Ends[0]), p.voice.KB.Follow(place.Ends[1])}
		p.options, p.offset = place.Options, place.Offset
		p.wanted = &place.Selected
	} else {
		p.ends = ends(s)
	}
	return page.Answer{Cmd: p.find()}
}

func ends(s page.Subject) (out [2]*kb.Entity) {
	all := s.Marked
	if s.Entity != nil && !slices.Contains(all, s.Entity) {
		all = append(slices.Clip(all), s.Entity)
	}
	copy(out[:], all)
	return out
}

// find returns the work of finding the routes between the ends.
func (p *Page) find() tea.Cmd {
	p.answer, p.failed = nil, nil
	if p.ends[0] == nil {
		p.ends[0], p.ends[1] = p.ends[1], nil
	}
	if p.ends[0] == nil || p.ends[1] == nil {
		p.offer()
		p.lay()
		return nil
	}
	p.offered = nil
	k, at, network, ends, options := p.voice.KB, p.voice.Reference(), p.network, p.ends, p.options
	return work.Do(p.Worker, func(ctx context.Context) found {
		out := found{network: network}
		if out.network == nil {
			if out.network, out.err = route.NewNetwork(ctx, k, at); out.err != nil {
				return out
			}
		}
		out.answer, out.err = out.network.Find(ctx, ends[0], ends[1], options)
		return out
	}, p.take)
}

// mostOffered bounds the entities that are offered for an end.
const mostOffered = 8

// offer finds the best known of those that an end could be.
func (p *Page) offer() {
	p.offered = nil
	k := p.voice.KB
	for _, e := range k.Entities {
		if k.IsSource(e) || e == p.ends[0] || k.Degree(e) == 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(p.offered, e, func(a, b *kb.Entity) int {
			if d := k.Degree(b) - k.Degree(a); d != 0 {
				return d
			}
			return a.Number() - b.Number()
		})
		if at < mostOffered {
			p.offered = slices.Insert(p.offered, at, e)
			p.offered = p.offered[:min(len(p.offered), mostOffered)]
		}
	}
}

// take draws what was found.
func (p *Page) take(f found) tea.Cmd {
	if !errors.Is(f.err, context.Canceled) {
		p.network, p.answer, p.failed = f.network, f.answer, f.err
		p.lay()
	}
	return nil
}

// SetSize gives the page its cells; what is selected stays.
func (p *Page) SetSize(width, height int) tea.Cmd {
	if width != p.width || height != p.height {
		p.width, p.height = width, max(1, height)
		p.wanted = p.spot()
		p.lay()
	}
	return nil
}

// SetVoice shows the same in another voice; what is selected stays.
func (p *Page) SetVoice(v present.Voice) tea.Cmd {
	if v.Day != p.voice.Day {
		p.network = nil
	}
	p.voice = v
	p.wanted = p.spot()
	p.lay()
	return nil
}

// State returns where the page is.
func (p *Page) State() any {
	out := state{Options: p.options, Offset: p.offset}
	for i, e := range p.ends {
		if e != nil {
			out.Ends[i] = e.Address()
		}
	}
	if at := p.spot(); at != nil {
		out.Selected = *at
	}
	return out
}

// Selection returns the entity that is selected; of a hop, the one that states it.
func (p *Page) Selection() page.Selection { return page.Selection{Entity: p.selection()} }

func (p *Page) selection() *kb.Entity {
	t := p.thing()
	switch {
	case t == nil:
		return p.ends[0]
	case t.Entity != nil:
		return t.Entity
	}
	return t.Claim().Claim.Entity
}

// Take takes an end that was chosen.
func (p *Page) Take(i page.Intent) page.Answer {
	if chosen, ok := i.(page.Chosen); ok {
		return p.setEnd(chosen.Entity)
	}
	return page.Ignored
}

func (p *Page) setEnd(e *kb.Entity) page.Answer {
	from := p.State()
	if p.ends[0] == nil {
		p.ends[0] = e
	} else {
		p.ends[1] = e
	}
	p.at, p.offset = 0, 0
	return page.Answer{Intent: page.Moved{From: from}, Cmd: p.find()}
}

// Act answers a key.
func (p *Page) Act(a keys.Action) page.Answer {
	w := p.voice.Words
	switch a {
	case keys.Swap:
		if p.ends[1] == nil {
			return page.Answer{Intent: page.Notice{Text: w.Say(words.NothingToSwap)}}
		}
		p.ends[0], p.ends[1] = p.ends[1], p.ends[0]
		p.at, p.offset = 0, 0
		return page.Answer{Cmd: p.find()}
	case keys.ChooseEnd:
		return page.Answer{Intent: page.Choose{Prompt: p.prompt()}}
	case keys.ZoomIn, keys.ZoomOut:
		return p.bound(a == keys.ZoomIn)
	case keys.MinConfidence:
		p.options.MinLevel = (p.options.MinLevel + 1) % (route.High + 1)
		return p.limited()
	case keys.Open:
		return p.open()
	case keys.Details:
		if e := p.selection(); e != nil {
			return page.Answer{Intent: page.Open{Entity: e}}
		}
		return page.Ignored
	case keys.Source:
		return p.source()
	}
	return p.move(a)
}

// mostHops is the most hops that a key bounds a route to.
const mostHops = 6
