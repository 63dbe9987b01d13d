// Package timeline is the page that shows what is dated of a selection, in order
// of time. It keeps what was gathered for as long as it is shown.
package timeline

import (
	"context"
	"reflect"

	tea "charm.land/bubbletea/v2"

	"rihla/model/evidence"
	"rihla/model/kb"
	model "rihla/model/timeline"
	"rihla/ui/draw/timeline"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page is a timeline of a selection.
type Page struct {
	page.Picture
	voice         present.Voice
	width, height int

	chart *timeline.Chart // nil until what is dated has been gathered
	want  any             // the place to come to then, or nil
}

// New returns an empty page.
func New(v present.Voice) *Page { return &Page{Picture: page.NewPicture(), voice: v} }

// Scope is that of timelines.
func (p *Page) Scope() keys.Scope { return keys.InTimeline }

// Leave lets go of what was gathered.
func (p *Page) Leave() bool {
	worked := p.Clear()
	*p = Page{Picture: p.Picture, voice: p.voice}
	return worked
}

// state is where the page is: the window, the selected item by what it is of, and
// the line that it is on.
type state struct {
	Window   timeline.Window
	Selected mark
	Row      int
	IsEven   bool // the scale of the axis
}

// mark names an item in a knowledge base that may have been read again.
type mark struct {
	Entity kb.Address
	Field  string
	To     kb.Address
	Span   model.Span
}

func markOf(i *model.Item) mark {
	m := mark{Entity: i.Entity.Address(), Span: i.Span()}
	if i.Field != nil {
		m.Field = i.Field.Path
	}
	if i.To != nil {
		m.To = i.To.Address()
	}
	return m
}

// Show gathers what is dated of a subject.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	p.Shown, p.chart, p.want = s, nil, at
	v, entities, today := p.voice, s.Entities, model.LastDay(p.voice.Day.Span())
	gather := func(ctx context.Context) *timeline.Chart {
		t := model.Gather(ctx, v.KB, entities, today)
		if t == nil {
			return nil
		}
		return timeline.New(v, t)
	}
	return page.Answer{Cmd: work.Do(p.Worker, gather, p.take)}
}

// take shows what was gathered; nil is nothing.
func (p *Page) take(c *timeline.Chart) tea.Cmd {
	if c == nil {
		return nil
	}
	p.chart = c
	p.chart.SetVoice(p.voice)
	p.chart.SetSize(p.width, p.height)
	if at, ok := p.want.(state); ok && p.comeTo(at) {
		return nil
	}
	p.begin()
	return nil
}

// begin selects the entity that was selected elsewhere, and else what took place
// last.
func (p *Page) begin() {
	items := p.chart.Items
	latest := timeline.None
	for n := range items {
		if items[n].Entity == p.Shown.Entity {
			p.chart.SelectFitted(n)
			return
		}
		if items[n].Start.From <= p.chart.Today {
			latest = n
		}
	}
	if latest != timeline.None {
		p.chart.SelectFitted(latest)
	}
}

// comeTo brings back a place; false where what was selected there is gone.
func (p *Page) comeTo(at state) bool {
	p.chart.SetEven(at.IsEven)
	p.chart.SetWindow(at.Window)
	for n := range p.chart.Items {
		if markOf(&p.chart.Items[n]) == at.Selected {
			p.chart.Select(n)
			p.chart.ScrollTo(at.Row)
			return true
		}
	}
	return len(p.chart.Items) == 0
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	if p.chart != nil {
		p.chart.SetSize(width, height)
	}
	return nil
}

// SetVoice shows the same in another voice.
func (p *Page) SetVoice(v present.Voice) tea.Cmd {
	p.voice = v
	if p.chart != nil {
		p.chart.SetVoice(v)
	}
	return nil
}

// Selection returns the entity of the item that is selected.
func (p *Page) Selection() page.Selection { return page.Selection{Entity: p.selection()} }

func (p *Page) selection() *kb.Entity {
	if i := p.item(); i != nil {
		return i.Entity
	}
	return nil
}

func (p *Page) item() *model.Item {
	if p.chart == nil {
		return nil
	}
	return p.chart.Selected()
}

// State returns what brings the page back to where it is.
func (p *Page) State() any {
	i := p.item()
	if i == nil {
		return p.want
	}
	return state{Window: p.chart.Window(), Selected: markOf(i), Row: p.chart.Top(), IsEven: p.chart.IsEven()}
}

// Position says which of all dated things is selected.
func (p *Page) Position() string {
	if p.chart == nil {
		return ""
	}
	return p.chart.Position()
}

// View draws the page.
func (p *Page) View(t *theme.Theme) []string {
	if p.chart == nil {
		return nil
	}
	if len(p.chart.Items) == 0 {
		return widget.DrawLines(t, timeline.Nothing(p.voice, p.Shown.Query, p.width, p.height), timeline.None)
	}
	return widget.DrawLines(t, p.chart.Draw(), p.chart.SelectedLink())
}

// Act answers what a key asks for.
func (p *Page) Act(a keys.Action) page.Answer {
	if p.item() == nil {
		return page.Ignored
	}
	switch a {
	case keys.Open, keys.Details:
		return page.Answer{Intent: page.Open{Entity: p.selection()}}
	case keys.Source:
		return p.source()
	}
	if keys.IsMove(a) || len(p.chart.Items) > few {
		return page.Answer{Ignored: !p.move(a)}
	}
	before := p.chart.Draw()
	return page.Answer{Ignored: !p.move(a) || reflect.DeepEqual(before, p.chart.Draw())}
}

// few is how many dated things there are at most where a window that looks like the one
// before is told from others by drawing both.
const few = 2000

// source shows what stands behind the dates of what is selected.
func (p *Page) source() page.Answer {
	var sourced []evidence.Claim
	for _, c := range p.chart.Claims(p.item()) {
		if c.IsSourced() {
			sourced = append(sourced, c)
		}
	}
	if len(sourced) == 0 {
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.NoSource)}}
	}
	return page.Answer{Intent: page.ShowSource{Claims: sourced}}
}

// far is how many ticks the window moves at once.
const far = 5

func (p *Page) move(a keys.Action) bool {
	c := p.chart
	page := max(1, c.RowCount()-1)
	switch a {
	case keys.Up, keys.PrevLink:
		c.Step(-1)
	case keys.Down, keys.NextLink:
		c.Step(1)
	case keys.PageUp, keys.PanUp:
		c.Step(-page)
	case keys.PageDown, keys.PanDown:
		c.Step(page)
	case keys.HalfUp:
		c.Step(-max(1, page/2))
	case keys.HalfDown:
		c.Step(max(1, page/2))
	case keys.Top:
		c.Select(0)
	case keys.Bottom:
		c.Select(len(c.Items) - 1)
	case keys.Left:
		c.Pan(-1)
	case keys.Right:
		c.Pan(1)
	case keys.PanLeft:
		c.Pan(-far)
	case keys.PanRight:
		c.Pan(far)
	case keys.ZoomIn:
		c.Zoom(0.5, timeline.None)
	case keys.ZoomOut:
		c.Zoom(2, timeline.None)
	case keys.Fit:
		c.Fit()
	case keys.Today:
		c.ShowToday()
	case keys.Gaps:
		if !c.HasGaps() {
			return false
		}
		c.SetEven(!c.IsEven())
	default:
		return false
	}
	return true
}

// Click selects what is on a row, or moves the window to a place of the strip.
func (p *Page) Click(x, y int) page.Answer {
	if p.item() == nil {
		return page.Ignored
	}
	if n := p.chart.ItemAt(y); n != timeline.None {
		p.chart.Select(n)
		return page.Answer{}
	}
	return page.Answer{Ignored: !p.chart.ClickStrip(x, y)}
}

// Wheel scrolls the rows, as the wheel does in lists; on the axis it zooms, around
// where it is.
func (p *Page) Wheel(x, y, lines int) page.Answer {
	switch c := p.chart; {
	case p.item() == nil:
		return page.Ignored
	case c.IsAxis(y) && lines < 0:
		c.Zoom(0.5, x)
	case c.IsAxis(y):
		c.Zoom(2, x)
	default:
		c.Scroll(lines)
	}
	return page.Answer{}
}

// Hint names the day that a key goes to, and offers to shorten gaps where there are
// some.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	if p.chart != nil && len(p.chart.Items) == 0 {
		return p.EmptyHint(a, usual)
	}
	if a == keys.Gaps && (p.chart == nil || !p.chart.HasGaps()) {
		return "", false
	}
	if a == keys.Today && p.voice.AsOf() != "" {
		usual = p.voice.Day.In(p.voice.Words)
	}
	return p.Defaults.Hint(a, usual)
}
