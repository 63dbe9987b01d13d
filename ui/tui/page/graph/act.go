package graph

import (
	"cmp"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/model/order"
	drawn "rihla/ui/draw/graph"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// directions are where keys lead.
var directions = map[keys.Action]drawn.Direction{keys.Left: drawn.Left, keys.Right: drawn.Right, keys.Up: drawn.Up, keys.Down: drawn.Down}

// Hint offers nothing but to choose an entity while there is none.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	switch {
	case p.centre != nil:
		return p.Defaults.Hint(a, usual)
	case a == keys.Open:
		return p.voice.Words.Say(words.HintChoose), true
	}
	return p.EmptyHint(a, usual)
}

// Act answers what a key asks for.
func (p *Page) Act(a keys.Action) page.Answer {
	if p.centre == nil {
		if a == keys.Open {
			return page.Answer{Intent: page.Choose{Prompt: p.voice.Words.Say(words.ChooseCentre)}}
		}
		return page.Ignored
	}
	if !p.isDrawn() {
		return page.Ignored
	}
	p.noRoom = false
	if d, ok := directions[a]; ok {
		p.choose(p.picture.Toward(p.selected, d))
		return page.Answer{}
	}
	last := len(p.picture.Things) - 1
	switch a {
	case keys.NextLink:
		p.choose((p.selected + 1) % (last + 1))
		return page.Answer{Ignored: last == 0}
	case keys.PrevLink:
		p.choose((p.selected + last) % (last + 1))
		return page.Answer{Ignored: last == 0}
	case keys.Top:
		p.moveSteps(drawn.Up, last)
	case keys.Bottom:
		p.moveSteps(drawn.Down, last)
	case keys.PageUp, keys.HalfUp, keys.PanUp:
		p.moveSteps(drawn.Up, p.leap())
	case keys.PageDown, keys.HalfDown, keys.PanDown:
		p.moveSteps(drawn.Down, p.leap())
	case keys.ZoomIn:
		return p.zoom(1)
	case keys.ZoomOut:
		return p.zoom(-1)
	case keys.Fit:
		if p.selected == 0 && p.hops == 0 {
			return page.Ignored
		}
		p.selected, p.hops = 0, 0
		return page.Answer{Cmd: p.again()}
	case keys.Open:
		return p.open()
	case keys.Details:
		if e := p.selection(); e != nil {
			return page.Answer{Intent: page.Open{Entity: e}}
		}
		return p.open()
	case keys.Source:
		return p.source()
	default:
		return page.Ignored
	}
	return page.Answer{}
}

func (p *Page) choose(thing int) {
	p.selected = thing
	p.reveal()
}

// leap is how many things a page is.
func (p *Page) leap() int { return max(1, p.frame()/2) }

// moveSteps moves the selection by a number of steps in a direction, fewer where
// the picture ends.
func (p *Page) moveSteps(d drawn.Direction, steps int) {
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
func (p *Page) zoom(by int) page.Answer {
	hops := p.picture.Hops + by
	if hops < 1 || hops > graph.MaxHops {
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Count(p.picture.Hops, words.HopCount)}}
	}
	p.hops = hops
	return page.Answer{Cmd: p.again()}
}

// open recentres on what is selected; the centre itself opens, a crowd is
// listed.
func (p *Page) open() page.Answer {
	e := p.selection()
	switch {
	case p.selected == 0:
		return page.Answer{Intent: page.Open{Entity: p.centre}}
	case e == nil:
		fold := p.picture.Things[p.selected].Fold
		entities := p.picture.Folded(fold)
		k := p.voice.KB
		order.Stable(entities, func(a, b *kb.Entity) int { return cmp.Compare(k.Degree(b), k.Degree(a)) })
		return page.Answer{Intent: page.List{Title: p.picture.FoldTitle(p.selected), Entities: entities}}
	}
	return p.recentre(e)
}

func (p *Page) recentre(e *kb.Entity) page.Answer {
	from := p.State()
	p.before, p.centre = p.centre, e
	if p.before == e {
		p.before = nil
	}
	p.selected, p.wanted, p.offset = 0, e.Address(), 0
	return page.Answer{Intent: page.Moved{From: from}, Cmd: p.seek()}
}

// source shows what the edges to what is selected rest on.
func (p *Page) source() page.Answer {
	if p.selected == 0 {
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.AtCentre)}}
	}
	if claims := p.picture.Claims(p.selected); len(claims) > 0 {
		return page.Answer{Intent: page.ShowSource{Claims: claims}}
	}
	return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.NoSourceHere)}}
}

// Take makes an entity the centre that was chosen.
func (p *Page) Take(i page.Intent) page.Answer {
	chosen, ok := i.(page.Chosen)
	if !ok || chosen.Entity == nil || chosen.Entity == p.centre {
		return page.Ignored
	}
	return p.recentre(chosen.Entity)
}

// Click selects what stands at a cell.
func (p *Page) Click(x, y int) page.Answer {
	if !p.isDrawn() || y >= p.frame() {
		return page.Ignored
	}
	thing := p.picture.At(x, y+p.offset)
	if thing < 0 {
		return page.Ignored
	}
	p.choose(thing)
	return page.Answer{}
}

// Wheel goes up or down.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	if !p.isDrawn() {
		return page.Ignored
	}
	d := drawn.Down
	if lines < 0 {
		d = drawn.Up
	}
	p.moveSteps(d, 1)
	return page.Answer{}
}
