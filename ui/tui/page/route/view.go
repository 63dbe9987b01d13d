package route

import (
	"strings"

	draw "rihla/ui/draw/route"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// margin stands on either side of the picture.
const margin = 2

// Heights in lines.
const (
	captioned   = 9 // from which on there is a caption
	captionSize = 3 // with the space above it
)

// room returns how many lines the picture has.
func (p *Page) room() int {
	if p.height < captioned {
		return p.height
	}
	return p.height - captionSize
}

// last returns the last offset that fills the screen.
func (p *Page) last() int { return max(0, len(p.drawing.Lines)-p.room()) }

// lay draws anew, with what is wanted selected.
func (p *Page) lay() {
	width := max(1, p.width-2*margin)
	switch {
	case p.answer != nil:
		p.drawing = draw.Draw(p.voice, p.answer, width, p.room())
	case p.failed != nil:
		p.drawing = &draw.Drawing{Lines: rich.Wrap(rich.Muted, p.voice.Words.Say(words.NotReadForPath), width)}
	case p.offered != nil || p.ends[1] == nil:
		p.drawing = p.asking(width)
	default:
		p.cut(width)
		return
	}
	p.at = 0
	if p.wanted != nil {
		p.choose(*p.wanted)
	}
	p.wanted = nil
	p.offset = max(0, min(p.offset, p.last()))
	p.reveal()
}

// cut cuts what was drawn for another width, which stays until the path is found.
func (p *Page) cut(width int) {
	lines := make([]rich.Line, len(p.drawing.Lines))
	for i, line := range p.drawing.Lines {
		lines[i] = line.Cut(width)
	}
	p.drawing.Lines = lines
}

// choose selects the thing at a spot, or the one before it.
func (p *Page) choose(at spot) {
	for i, t := range p.drawing.Things {
		if t.Side < at.Side || t.Side == at.Side && (t.Place < at.Place || t.Place == at.Place && t.Link <= at.Link) {
			p.at = i
		}
	}
}

// asking draws the entities that are offered for the other end.
func (p *Page) asking(width int) *draw.Drawing {
	v := p.voice
	title, role := v.Words.Say(words.ChooseFirst), rich.Strong
	if p.ends[0] != nil {
		title = v.Words.Say(words.OneEnd, v.Name(p.ends[0]))
	}
	d := new(draw.Drawing)
	add := func(spans ...rich.Span) { d.Lines = append(d.Lines, rich.Line{Spans: spans}) }
	for _, line := range safe.Wrap(title, width) {
		add(rich.Span{Text: line, Role: role, Link: -1})
	}
	how := keys.Say(v.Words, words.HowToChooseEnd, keys.Open, keys.Mark)
	if len(p.offered) == 0 {
		for _, line := range rich.Wrap(rich.Text, v.Words.Say(words.Unlinked), width) {
			add(line.Spans...)
		}
		how = v.Words.Say(words.HowToLink)
	}
	for _, line := range rich.Wrap(rich.Muted, how, width) {
		add(line.Spans...)
	}
	add()
	for i, e := range p.offered {
		d.Things = append(d.Things, draw.Thing{Entity: e, Place: i, Y: len(d.Lines), Width: width, Height: 1})
		name := safe.Cut(v.Name(e), max(1, width-3))
		add(rich.Span{Text: v.KindSign(e.Kind), Role: v.KindRole(e.Kind), Link: -1}, rich.Span{Text: "  ", Link: -1},
			rich.Span{Text: name, Role: rich.LinkText, Link: i},
			rich.Span{Text: safe.Cut("  "+v.KindOne(e.Kind), max(0, width-3-safe.Width(name))), Role: rich.Muted, Link: -1})
	}
	return d
}

// reveal scrolls to what is selected, no further than it must.
func (p *Page) reveal() {
	t := p.thing()
	if t == nil {
		return
	}
	top := t.Y
	if p.at == 0 && t.Y < p.room() {
		top = 0 // with the title
	}
	if end := t.Y + t.Height; end > p.offset+p.room() {
		p.offset = end - p.room()
	}
	p.offset = max(0, min(p.offset, top))
}

// View draws the visible part of the page.
func (p *Page) View(t *theme.Theme) []string {
	lines := p.drawing.Lines
	from := min(p.offset, len(lines))
	to := min(len(lines), from+p.room())
	out := widget.DrawLines(t, lines[from:to], p.at)
	widget.MarkMore(t, out, p.width-margin, from > 0, to < len(lines))
	if p.height >= captioned {
		for len(out) < p.room()+1 {
			out = append(out, "")
		}
		for _, line := range p.caption() {
			out = append(out, t.Line(line))
		}
	}
	if p.width > 2*margin {
		for i := range out {
			if out[i] != "" {
				out[i] = safe.Spaces(margin) + out[i]
			}
		}
	}
	return out[:min(len(out), p.height)]
}

// caption says of what is selected what matters here, in two lines.
func (p *Page) caption() []rich.Line {
	t, v, w := p.thing(), p.voice, p.voice.Words
	width := max(1, p.width-2*margin)
	if t == nil {
		return nil
	}
	line := func(role rich.Role, text string) rich.Line {
		return rich.Line{Spans: []rich.Span{{Text: safe.Cut(text, width), Role: role, Link: -1}}}
	}
	if t.Entity != nil {
		what := v.Name(t.Entity) + " · " + v.KindOne(t.Entity.Kind) + " · " + w.Count(v.KB.Degree(t.Entity), words.LinkCount)
		return []rich.Line{line(rich.Text, what), line(rich.Muted, v.Say(v.KB.Record(t.Entity).Summary))}
	}
	link := t.Claim()
	said := []string{draw.StatementOf(v, t.Hop, link)}
	if c := link.Claim.Qualification(); c != nil {
		for _, q := range v.Qualifiers(c) {
			said = append(said, q.Text)
		}
	}
	return []rich.Line{line(rich.Text, strings.Join(said, " · ")), line(rich.Muted, p.behind(t))}
}

// behind names the sources of a hop that is selected.
func (p *Page) behind(t *draw.Thing) string {
	v, w := p.voice, p.voice.Words
	all := t.Hop.Evidence(t.Claim())
	if len(all) == 0 {
		return w.Say(words.NoSource)
	}
	var names []string
	for i := range all {
		name := rich.Line{Spans: v.SourceName(&all[i])}.Text()
		if at := safe.Line(all[i].Locator); at != "" {
			name += w.ListComma + at
		}
		names = append(names, name)
	}
	return strings.Join(names, w.Semicolon)
}

// Position says which of what can be selected is.
func (p *Page) Position() string {
	if len(p.drawing.Things) == 0 {
		return ""
	}
	return p.voice.Words.Number(p.at+1) + "/" + p.voice.Words.Number(len(p.drawing.Things))
}
