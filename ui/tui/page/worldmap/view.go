package worldmap

import (
	"fmt"

	"rihla/model/geo"
	"rihla/ui/draw/canvas"
	draw "rihla/ui/draw/worldmap"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// The lines beside the map, and from which height on there are any.
const (
	titled      = 12
	explained   = 16 // the legend has a line of its own
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
		title = 1 + explainedLines(p.height)
	}
	switch {
	case p.height >= bothLines:
		caption = 2
	case p.height >= captioned:
		caption = 1
	}
	return title, max(0, p.height-title-caption), caption
}

// explainedLines returns how many lines of their own the legend takes.
func explainedLines(height int) int {
	if height >= explained {
		return 1
	}
	return 0
}

// dots returns the size of the map in dots.
func (p *Page) dots() (width, height int) {
	_, rows, _ := p.rows()
	return p.width * canvas.DotsAcross, rows * canvas.DotsDown
}

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
		lines = append(lines, p.m.Title(p.title(), d, p.width))
	}
	if title > 1 {
		lines = append(lines, p.m.Legend(p.width))
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
	if p.Shown.Kind != nil {
		what = p.voice.KindLabel(p.Shown.Kind)
	}
	if p.Shown.Query != "" {
		what += " · " + p.Shown.Query
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
