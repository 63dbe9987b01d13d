package route

import (
	"slices"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/model/evidence"
	draw "rihla/ui/draw/route"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// prompt asks for the end that is missing.
func (p *Page) prompt() string {
	if p.ends[0] == nil {
		return p.voice.Words.Say(words.ChooseFirst)
	}
	return p.voice.Words.Say(words.ChooseEnd, p.voice.Name(p.ends[0]))
}

// isAsking reports whether an end is yet to be chosen.
func (p *Page) isAsking() bool { return p.ends[0] == nil || p.ends[1] == nil }

// Hint offers no letters while they begin a name.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	switch a {
	case keys.Open, keys.Back, keys.Filter, keys.Palette, keys.Help:
	default:
		if p.isAsking() {
			return "", false
		}
	}
	return p.Defaults.Hint(a, usual)
}

// Type begins to look for an end that is yet to be chosen, with a letter that
// is typed or a text that is pasted.
func (p *Page) Type(msg tea.Msg) (answer page.Answer, typed bool) {
	text := ""
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if r, size := utf8.DecodeRuneInString(msg.Text); unicode.IsLetter(r) && size == len(msg.Text) {
			text = msg.Text
		}
	case tea.PasteMsg:
		text = safe.Line(msg.Content)
	}
	if text == "" || !p.isAsking() {
		return page.Ignored, false
	}
	return page.Answer{Intent: page.Choose{Prompt: p.prompt(), Text: text}}, true
}

// limited finds anew, and says within which limits.
func (p *Page) limited() page.Answer {
	limits := draw.Limits(p.voice, p.options)
	if limits == "" {
		limits = p.voice.Words.Say(words.AnyHops) + p.voice.Words.ListComma + p.voice.Words.Say(words.AnyConfidence)
	}
	p.wanted = p.spot()
	return page.Answer{Intent: page.Notice{Text: limits}, Cmd: p.find()}
}

// bound allows a hop more, or a hop less than there are.
func (p *Page) bound(more bool) page.Answer {
	most := p.options.MaxHops
	switch {
	case more && most == 0:
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.AnyHops)}}
	case more && most == mostHops:
		most = 0
	case more:
		most++
	case most > 0:
		most = max(1, most-1)
	case p.answer != nil && p.answer.Best != nil:
		most = max(1, min(mostHops, len(p.answer.Best.Hops)-1))
	default:
		most = mostHops
	}
	p.options.MaxHops = most
	return p.limited()
}

// open opens an entity, shows what is behind a hop, or takes the end that is
// offered.
func (p *Page) open() page.Answer {
	t := p.thing()
	switch {
	case t == nil && p.ends[1] == nil:
		return page.Answer{Intent: page.Choose{Prompt: p.prompt()}}
	case t == nil:
		return page.Ignored
	case p.offered != nil:
		return p.setEnd(t.Entity)
	case t.Entity != nil:
		return page.Answer{Intent: page.Open{Entity: t.Entity}}
	}
	return p.source()
}

func (p *Page) source() page.Answer {
	t := p.thing()
	if t == nil || t.Hop == nil {
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.SourcesOfHops)}}
	}
	return page.Answer{Intent: page.ShowSource{Claims: []evidence.Claim{t.Claim().Claim}}}
}

// thing returns what is selected, or nil.
func (p *Page) thing() *draw.Thing {
	if p.at < 0 || p.at >= len(p.drawing.Things) {
		return nil
	}
	return &p.drawing.Things[p.at]
}

func (p *Page) spot() *spot {
	if t := p.thing(); t != nil {
		return &spot{t.Side, t.Place, t.Link}
	}
	return p.wanted
}

// move moves the selection.
func (p *Page) move(a keys.Action) page.Answer {
	things := p.drawing.Things
	if len(things) == 0 {
		return page.Ignored
	}
	screenful, at := max(1, p.room()-2), p.at
	switch a {
	case keys.NextLink, keys.PrevLink:
		by := 1
		if a == keys.PrevLink {
			by = len(things) - 1
		}
		if p.at = (p.at + by) % len(things); p.at == at {
			return page.Ignored
		}
	case keys.Down:
		p.along(1)
	case keys.Up:
		p.along(-1)
	case keys.Left:
		p.across(0)
	case keys.Right:
		p.across(1)
	case keys.Top:
		p.edge(-1)
	case keys.Bottom:
		p.edge(1)
	case keys.PageDown:
		p.jump(screenful)
	case keys.PageUp:
		p.jump(-screenful)
	case keys.HalfDown:
		p.jump(screenful / 2)
	case keys.HalfUp:
		p.jump(-screenful / 2)
	default:
		return page.Ignored
	}
	p.reveal()
	if a == keys.Bottom && p.isLowest() {
		t := p.thing()
		p.offset = max(p.offset, min(p.last(), t.Y+t.Height-1)) // with what is said below it
	}
	return page.Answer{}
}

// isLowest reports whether nothing that can be selected begins below what is.
func (p *Page) isLowest() bool {
	y := p.thing().Y
	return !slices.ContainsFunc(p.drawing.Things, func(t draw.Thing) bool { return t.Y > y })
}

// along goes to the thing before or after, on the same side; where both sides
// stand below each other, from the one to the other.
func (p *Page) along(by int) {
	side := p.thing().Side
	for i := p.at + by; i >= 0 && i < len(p.drawing.Things); i += by {
		if p.drawing.Things[i].Side == side || !p.isWide() {
			p.at = i
			return
		}
	}
	if by < 0 {
		p.offset = 0
	} else {
		p.offset = p.last()
	}
}

// isWide reports whether two sides stand beside each other.
func (p *Page) isWide() bool {
	for _, t := range p.drawing.Things {
		if t.X > 0 {
			return true
		}
	}
	return false
}

// across goes to what stands nearest on a side.
func (p *Page) across(side int) {
	here := *p.thing()
	best := -1
	far := func(t *draw.Thing) int {
		d := t.Y - here.Y
		if !p.isWide() {
			d = t.Place - here.Place
		}
		return max(d, -d)
	}
	for i := range p.drawing.Things {
		t := &p.drawing.Things[i]
		if t.Side == side && here.Side != side && (best < 0 || far(t) < far(&p.drawing.Things[best])) {
			best = i
		}
	}
	if best >= 0 {
		p.at = best
	}
}

// edge goes to the first thing of a side, or to the last.
func (p *Page) edge(by int) {
	for {
		before := p.at
		if p.along(by); p.at == before {
			return
		}
	}
}

// jump moves the selection by a number of lines, up if it is negative.
func (p *Page) jump(lines int) {
	by := 1
	if lines < 0 {
		by = -1
	}
	from := p.thing().Y
	for {
		before := p.at
		p.along(by)
		if d := p.thing().Y - from; p.at == before || max(d, -d) >= max(lines, -lines) {
			return
		}
	}
}

// Click selects what stands at a cell.
func (p *Page) Click(x, y int) page.Answer {
	if y < 0 || y >= p.room() {
		return page.Ignored
	}
	y += p.offset
	for i, t := range p.drawing.Things {
		if x >= t.X && x < t.X+t.Width && y >= t.Y && y < t.Y+t.Height {
			p.at = i
			return page.Answer{}
		}
	}
	return page.Ignored
}

// Wheel scrolls.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	p.offset = max(0, min(p.offset+lines, p.last()))
	return page.Answer{}
}
