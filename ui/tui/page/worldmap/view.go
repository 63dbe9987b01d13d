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
	titled        = 12
	explained     = 16 // minimum height at which the legend gets its own line
	captioned     = 6
	bothLines     = 9
	leastPosition = 32   // minimum width for both parts of the position, in cells
	longCaption   = 24   // minimum height at which the caption may take a second line
	marginWide    = 8    // the margin on either side is 1/marginWide of the width
	marginHigh    = 10   // the margin above and below is 1/marginHigh of the height
	closestFit    = 0.15 // degrees per dot when a single place is shown
	closestPart   = 2 * geo.Finest
)

// rows returns how many lines the title, the map and the caption have.
func (p *Page) rows() (title, rows, caption int) {
	if p.height >= titled {
		title = 1 + explainedLines(p.height)
	}
	switch {
	case p.height >= longCaption:
		caption = 3
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
		return p.note(t, []rich.Line{unread})
	case !p.isReady():
		return nil
	case p.isEmpty():
		return p.note(t, draw.Nothing(p.voice))
	}
	title, _, captionLines := p.rows()
	d := p.drawn()
	lines := make([]rich.Line, 0, p.height)
	width := widget.InsetWidth(p.width)
	if title > 0 {
		lines = append(lines, widget.Inset([]rich.Line{p.m.Title(p.title(), d, width)}, p.width)...)
	}
	lines = append(lines, widget.Inset(p.m.Legend(d, width, title-1), p.width)...)
	lines = append(lines, d.Lines...)
	caption := p.m.Caption(d, width, captionLines)
	lines = append(lines, widget.Inset(caption, p.width)...)
	for range captionLines - len(caption) {
		lines = append(lines, rich.Line{})
	}
	out := widget.DrawLines(t, lines, d.Selected)
	if at := len(out) - captionLines; captionLines > 0 {
		out[at] = widget.Here() + out[at] // the cursor, where no place is selected
	}
	return out
}

// mostLegend is how many lines a legend has at most that has the help to itself.
const mostLegend = 12

// Legend explains the signs and lines that are drawn, where the page has no room for it.
func (p *Page) Legend(width int) []rich.Line {
	if title, _, _ := p.rows(); title > 1 || !p.isReady() || p.isEmpty() {
		return nil
	}
	return p.m.Legend(p.drawn(), width, mostLegend)
}

// note draws wrapped text with a margin.
func (p *Page) note(t *theme.Theme, lines []rich.Line) []string {
	const indent = 2
	lines = rich.Fit(lines, max(1, p.width-2*indent), 0, max(p.height, 2*len(lines)))
	for i := range lines {
		lines[i].Spans = rich.Cut(append([]rich.Span{rich.Blank(indent)}, lines[i].Spans...), p.width)
	}
	return widget.DrawLines(t, lines[:min(len(lines), p.height)], -1)
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

// Position returns the number of the selected place, counted from the west, and of all places;
// if there is no title to say it, also the number of places beyond the edges.
func (p *Page) Position() string {
	if !p.isReady() || len(p.m.Sites.All) == 0 {
		return ""
	}
	w := p.voice.Words
	out := w.Number(len(p.m.Sites.All))
	if p.m.Selected >= 0 && p.m.Tied < 0 {
		out = fmt.Sprintf("%s/%s", w.Number(p.m.Selected+1), out)
	}
	title, _, _ := p.rows()
	if title > 0 || p.drawn().Beyond == 0 {
		return out
	}
	beyond := w.Count(p.drawn().Beyond, words.BeyondFrame)
	if p.width < leastPosition {
		return beyond
	}
	return out + w.ListComma + beyond
}
