package browse

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// filter is the filter of the list while it is typed.
type filter struct {
	field  widget.Field
	before string   // that closing the field for the palette brings back
	prompt string   // what may be typed
	among  []string // the names of fields that the input may become
}

// filterPrompt and findPrompt stand before the input, a filter or the text that is looked
// for. They take the same number of cells.
const (
	filterPrompt = " / "
	findPrompt   = " › "
)

// beginTyping lets the filter of the list be typed.
func (p *Page) beginTyping() page.Answer {
	if p.tab.isNone() {
		return page.Answer{}
	}
	var answer page.Answer
	if p.inDetail {
		answer.Intent = page.Moved{From: p.State()}
		p.inDetail = false
		p.follow()
	}
	f := &filter{field: widget.NewField(), before: p.list().Query(), prompt: querytext.FilterPrompt(p.voice, p.list().Kind)}
	f.field.SetValue(safe.Line(f.before)) // values of files may have been chosen for it
	p.filter = f
	return answer
}

// Blur ends typing.
func (p *Page) Blur() { p.filter, p.finding = nil, nil }

// Type takes a key or pasted text into the field that is typed in.
func (p *Page) Type(msg tea.Msg) (page.Answer, bool) {
	if p.finding != nil {
		return p.typeFinding(msg), true
	}
	f := p.filter
	if f == nil {
		return page.Ignored, false
	}
	f.among = nil
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		if a := keys.Find(keys.InField, msg); a != keys.None {
			return p.typed(a), true
		}
	}
	var cmd tea.Cmd
	f.field, cmd = f.field.Update(msg)
	return page.Answer{Cmd: tea.Batch(cmd, p.setQuery(f.field.Value())), Ignored: !keys.IsTyped(msg)}, true
}

// typed does what a key asks for that is no text.
func (p *Page) typed(a keys.Action) page.Answer {
	f := p.filter
	switch a {
	case keys.Accept:
		if answer := p.takeOffer(); !answer.Ignored {
			return answer
		}
		p.filter = nil
		if text := p.inForce(); text != "" {
			return page.Answer{Intent: page.Visited{Tab: p.tab.name(), Query: text}}
		}
	case keys.Close:
		p.filter = nil
		return page.Answer{Cmd: p.setQuery("")}
	case keys.Palette:
		p.filter = nil
		return page.Answer{Intent: page.Search{Text: f.field.Value()}, Cmd: p.setQuery(f.before)}
	case keys.NextTab:
		return p.complete()
	default:
		return page.Answer{Ignored: !p.move(a)}
	}
	return page.Answer{}
}

// complete completes the name of a field at the end of the filter.
func (p *Page) complete() page.Answer {
	f, kinds := p.filter, p.voice.KB.Tabs()
	if kind := p.list().Kind; kind != nil {
		kinds = []*kb.Kind{kind}
	}
	if !f.field.IsAtEnd() {
		return page.Ignored
	}
	text, among := p.index.Names().Complete(f.field.Value(), kinds)
	if len(among) > 1 {
		f.among = among
	} else if text == f.field.Value() {
		return page.Ignored
	}
	f.field.SetValue(text)
	return page.Answer{Cmd: p.setQuery(f.field.Value())}
}

func (p *Page) setQuery(query string) tea.Cmd {
	if l := p.list(); l.Query() != query {
		return l.SetQuery(query)
	}
	return nil
}

// inForce returns what the list is filtered by, fit to be shown; nothing where the
// detail has the focus.
func (p *Page) inForce() string {
	if p.inDetail || p.tab.isNone() {
		return ""
	}
	return safe.Line(p.list().Query())
}

// IsFiltered reports whether the list has the focus and is filtered by a query.
func (p *Page) IsFiltered(query string) bool { return p.inForce() == query }

// Input returns the field that is typed in, of the filter or of what is looked for.
func (p *Page) Input(t *theme.Theme) *page.Input {
	width := max(1, p.width-len(filterPrompt)-2)
	switch {
	case p.finding != nil:
		return p.input(t, findPrompt, &p.finding.field, width, func(room int) string { return p.underFinding(t, room) })
	case p.filter != nil:
		return p.input(t, filterPrompt, &p.filter.field, width, func(room int) string {
			if among := p.filter.among; len(among) > 0 {
				return t.Line(querytext.Among(among, len(filterPrompt), room))
			}
			return t.Line(querytext.Under(p.voice, p.asking(), len(filterPrompt), width, room))
		})
	}
	return nil
}

// input draws a field, and below it how its text is understood.
func (p *Page) input(t *theme.Theme, prompt string, field *widget.Field, width int, under func(room int) string) *page.Input {
	field.SetWidth(width)
	return &page.Input{
		Line:  widget.Fill(t.Key.Render(prompt)+field.View(), p.width),
		Under: func(room int) string { return widget.Fill(under(room), room) },
	}
}

// asking returns the input, and how it was understood.
func (p *Page) asking() querytext.Asking {
	l := p.list()
	a := querytext.Asking{Text: p.filter.field.Value(), Of: l.Kind, Prompt: p.filter.prompt, Made: 1}
	a.Query, a.Problem = l.Asked()
	if f := l.Found(); f != nil {
		a.Edits = f.Edits
		if !f.IsComplete {
			a.Made = p.index.Progress()
		}
	}
	return a
}

// Status draws what marked entities come to, and the filter in force.
func (p *Page) Status(t *theme.Theme, width int) string {
	const apart = "  "
	news := ""
	if n := p.voice.News.Len(p.tab.kind); n > 0 {
		news = t.Warning.Render(present.NewsSign + " " + p.voice.Words.Count(n, words.NewsCount))
		width -= ansi.StringWidthWc(news) + len(apart)
	}
	if news != "" && width < leastHints {
		return news
	}
	rest := p.statusOfList(t, width)
	if news != "" && rest != "" {
		news += apart
	}
	return news + rest
}

// Legend explains the sign of what changed, while something has it.
func (p *Page) Legend(width int) []rich.Line {
	if p.voice.News.Len(nil) == 0 {
		return nil
	}
	return rich.Wrap(rich.Text, present.NewsSign+" "+p.voice.Words.Say(words.NewsLegend), width)
}

// statusOfList says what the list is filtered by, and what it sums up.
func (p *Page) statusOfList(t *theme.Theme, width int) string {
	filter := p.drawFilter(t, width)
	if filter == "" {
		return p.drawSums(t, width-leastHints)
	}
	const apart = "  "
	width -= leastHints
	if sums := p.drawSums(t, width-ansi.StringWidthWc(filter)-len(apart)); sums != "" {
		return filter + apart + sums
	}
	return filter
}

// leastHints is how many cells of the bottom line are left to its hints.
const leastHints = 12

// drawFilter draws the filter in force. Its sign says whether typing errors had to be
// forgiven.
func (p *Page) drawFilter(t *theme.Theme, width int) string {
	text := p.inForce()
	if text == "" {
		return ""
	}
	sign := "/"
	if f := p.list().Found(); f != nil && f.Edits > 0 {
		sign = "/≈"
	}
	return t.Key.Render(sign) + " " + t.Match.Render(safe.Cut(text, max(4, width/2)))
}
