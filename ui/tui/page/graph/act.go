package graph

import (
	"cmp"
	"slices"

	"rihla/model/graph"
	"rihla/model/kb"
	drawn "rihla/ui/draw/graph"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/picture"
	"rihla/ui/words"
)

var ignored = picture.Answer{Ignored: true}

// directions are where keys lead.
var directions = map[keys.Action]drawn.Direction{keys.Left: drawn.Left, keys.Right: drawn.Right, keys.Up: drawn.Up, keys.Down: drawn.Down}

// Act answers what a key asks for.
func (p *Page) Act(a keys.Action) picture.Answer {
	if p.centre == nil {
		if a == keys.Open {
			return picture.Answer{Choose: p.voice.Words.Say(words.ChooseCentre)}
		}
		return ignored
	}
	if !p.isDrawn() {
		return ignored
	}
	p.noRoom = false
	if d, ok := directions[a]; ok {
		p.choose(p.picture.Toward(p.selected, d))
		return picture.Answer{}
	}
	last := len(p.picture.Things) - 1
	switch a {
	case keys.NextLink:
		p.choose((p.selected + 1) % (last + 1))
	case keys.PrevLink:
		p.choose((p.selected + last) % (last + 1))
	case keys.Top:
		p.far(drawn.Up, last)
	case keys.Bottom:
		p.far(drawn.Down, last)
	case keys.PageUp, keys.HalfUp, keys.PanUp:
		p.far(drawn.Up, p.leap())
	case keys.PageDown, keys.HalfDown, keys.PanDown:
		p.far(drawn.Down, p.leap())
	case keys.ZoomIn:
		return p.zoom(1)
	case keys.ZoomOut:
		return p.zoom(-1)
	case keys.Whole:
		p.selected, p.hops = 0, 0
		return picture.Answer{Job: p.again()}
	case keys.Open:
		return p.open()
	case keys.Details:
		if e := p.Selected(); e != nil {
			return picture.Answer{Open: e}
		}
		return p.open()
	case keys.Source:
		return p.source()
	default:
		return ignored
	}
	return picture.Answer{}
}

func (p *Page) choose(thing int) {
	p.selected = thing
	p.reveal()
}

// leap is how many things a page is.
func (p *Page) leap() int { return max(1, p.frame()/2) }

// far goes so many steps in a direction, as far as there is anything.
func (p *Page) far(d drawn.Direction, steps int) {
	for range steps {
		next := p.picture.Toward(p.selected, d)
		if next == p.selected {
			break
		}
		p.selected = next
	}
	p.reveal()
}

// zoom draws more or fewer hops.
func (p *Page) zoom(by int) picture.Answer {
	hops := p.picture.Hops + by
	if hops < 1 || hops > graph.MaxHops {
		return picture.Answer{Notice: p.voice.Words.Count(p.picture.Hops, words.HopCount)}
	}
	p.hops = hops
	return picture.Answer{Job: p.again()}
}

// open recentres on what is selected; the centre itself opens, a crowd is
// listed.
func (p *Page) open() picture.Answer {
	e := p.Selected()
	switch {
	case p.selected == 0:
		return picture.Answer{Open: p.centre}
	case e == nil:
		fold := p.picture.Things[p.selected].Fold
		entities := p.picture.Folded(fold)
		k := p.voice.KB
		slices.SortStableFunc(entities, func(a, b *kb.Entity) int { return cmp.Compare(k.Degree(b), k.Degree(a)) })
		return picture.Answer{List: &picture.Listing{Title: p.picture.FoldTitle(p.selected), Entities: entities}}
	}
	return p.recentre(e)
}

func (p *Page) recentre(e *kb.Entity) picture.Answer {
	p.before, p.centre = p.centre, e
	if p.before == e {
		p.before = nil
	}
	p.selected, p.wanted, p.offset = 0, e.Address(), 0
	return picture.Answer{Left: true, Job: p.seek()}
}

// source shows what the edge to what is selected rests on.
func (p *Page) source() picture.Answer {
	if p.selected == 0 {
		return picture.Answer{Notice: p.voice.Words.Say(words.AtCentre)}
	}
	if c := p.picture.Claim(p.selected); c != nil {
		return picture.Answer{Claim: c}
	}
	return picture.Answer{Notice: p.voice.Words.Say(words.NoSourceHere)}
}

// Chosen makes an entity the centre.
func (p *Page) Chosen(e *kb.Entity) picture.Answer {
	if e == nil || e == p.centre {
		return picture.Answer{}
	}
	return p.recentre(e)
}

// Click selects what stands at a cell.
func (p *Page) Click(x, y int) picture.Answer {
	if !p.isDrawn() || y >= p.frame() {
		return ignored
	}
	thing := p.picture.At(x, y+p.offset)
	if thing < 0 {
		return ignored
	}
	p.choose(thing)
	return picture.Answer{}
}

// Wheel goes up or down.
func (p *Page) Wheel(_, _ int, up bool) picture.Answer {
	if !p.isDrawn() {
		return ignored
	}
	d := drawn.Down
	if up {
		d = drawn.Up
	}
	p.far(d, 1)
	return picture.Answer{}
}
