package matrix

import (
	"fmt"
	"strings"

	draw "rihla/ui/draw/matrix"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// lay lays the table out between the title and the captions.
func (p *Page) lay() {
	if !p.isFilled() {
		return
	}
	p.layout = p.sizes.Lay(p.width, max(0, p.height-p.above()-p.below()))
	p.reveal()
}

// The heights from which on the page has a title, a caption and a legend.
const (
	captionFrom = 3
	titleFrom   = 6
	legendFrom  = 9
	highFrom    = 18 // from which on the legend may take a second line
	higherFrom  = 26 // from which on the caption may, too
)

// above is how many lines the title takes.
func (p *Page) above() int {
	if p.height < titleFrom {
		return 0
	}
	return 1
}

// below is how many lines the caption and the legend take.
func (p *Page) below() int {
	switch {
	case p.height < captionFrom:
		return 0
	case p.height < legendFrom:
		return 1
	}
	return p.captionLines() + p.legendLines()
}

// captionLines is how many lines are kept for the caption.
func (p *Page) captionLines() int {
	if p.height < higherFrom {
		return 1
	}
	return 2
}

// legendLines is how many lines the legend of the cells takes.
func (p *Page) legendLines() int {
	if p.height < highFrom || !p.isFilled() {
		return 1
	}
	return max(1, min(2, len(rich.Flow(p.legend().Spans, p.textWidth(), 0))))
}

// textWidth is the width of the lines above and below the table, between margins.
func (p *Page) textWidth() int { return max(1, widget.InsetWidth(p.width)) }

// View draws the page.
func (p *Page) View(t *theme.Theme) []string {
	if p.made == nil {
		return nil
	}
	if !p.isFilled() {
		return widget.DrawLines(t, p.clip(widget.Inset(p.nothing(), p.width)), -1)
	}
	var lines []rich.Line
	if p.above() > 0 {
		lines = append(lines, p.inset(p.heading(), 1)...)
	}
	if p.whole != nil {
		lines = append(lines, p.whole.Draw(p.voice, p.made.table, p.viewport)...)
	} else {
		lines = append(lines, draw.Draw(p.voice, p.made.table, p.shading, p.layout, p.viewport)...)
	}
	if p.below() > 0 {
		lines = append(lines, p.inset(p.caption(), p.captionLines())...)
		if p.below() > 1 {
			lines = append(lines, p.inset(p.legend(), p.legendLines())...)
		}
	}
	return widget.DrawMarked(t, p.clip(lines), draw.Lit)
}

// inset flows a line into a number of lines between margins, the first of which are
// empty where it takes fewer.
func (p *Page) inset(line rich.Line, lines int) []rich.Line {
	out := rich.Fit([]rich.Line{line}, p.textWidth(), 0, lines)
	return append(make([]rich.Line, max(0, lines-len(out))), widget.Inset(out, p.width)...)
}

// heading names the two sides, and says which part of the table is seen.
func (p *Page) heading() rich.Line {
	line := p.made.sides.Heading(p.voice)
	if p.whole != nil {
		return line
	}
	w := p.voice.Words
	add := func(message words.Message, from, seen, all int) {
		if seen >= all || seen == 0 {
			return
		}
		text := separator + w.Say(message, w.Number(from+1), w.Number(from+seen), w.Number(all))
		if line.Width()+safe.Width(text) <= p.textWidth() {
			line.Spans = append(line.Spans, span(rich.Muted, text))
		}
	}
	add(words.RowsSeen, p.viewport.Top, p.layout.Rows, len(p.made.table.Rows))
	add(words.ColumnsSeen, p.viewport.Left, p.layout.Columns, len(p.made.table.Columns))
	return line
}

// clip cuts lines to the frame.
func (p *Page) clip(lines []rich.Line) []rich.Line {
	lines = lines[:min(len(lines), max(0, p.height))]
	out := make([]rich.Line, len(lines))
	for i, line := range lines {
		room := p.width
		for _, s := range line.Spans {
			s.Text = safe.Cut(s.Text, room)
			if room -= safe.Width(s.Text); s.Text != "" {
				out[i].Spans = append(out[i].Spans, s)
			}
		}
	}
	return out
}

func span(role rich.Role, text string) rich.Span {
	return rich.Span{Text: text, Role: role, Link: -1}
}

// separator stands between the parts of a line.
const separator = " · "

// caption says what is in the cell that is lit.
func (p *Page) caption() rich.Line {
	w, t, at := p.voice.Words, p.made.table, p.viewport
	row, column := t.Rows[at.Row].Entity, t.Columns[at.Column].Entity
	said := strings.Join(draw.InCell(p.voice, t, at.Row, at.Column), separator)
	const lost = 12 // cells that words leave at the end of a line
	room := p.captionLines()*p.textWidth() - (p.captionLines()-1)*lost
	title := p.pair(p.voice.Name(row), p.voice.Name(column), max(room/2, room-safe.Width(w.Colon)-safe.Width(said)))
	return rich.NewLine(span(rich.Strong, title), span(rich.Muted, w.Colon), span(rich.Text, said))
}

// pair names a row and a column in at most room cells. The caption of the cell
// has the full names.
func (p *Page) pair(row, column string, room int) string {
	room -= safe.Width(p.voice.Words.Say(words.Against, "", ""))
	a, b := safe.Width(row), safe.Width(column)
	if a+b > room {
		a = max(min(a, room/2), room-b)
		row, column = safe.Cut(row, a), safe.Cut(column, max(1, room-a))
	}
	return p.voice.Words.Say(words.Against, row, column)
}

// legend says what cells are drawn as, and what was left out.
func (p *Page) legend() rich.Line {
	line := rich.Line{Spans: p.shading.Key()}
	w, t := p.voice.Words, p.made.table
	if p.whole != nil {
		rows, columns, least := p.whole.Scale()
		line.Spans = []rich.Span{span(rich.Muted, w.Say(words.DotStands, w.Number(rows), w.Number(columns), w.Number(least)))}
	}
	for _, text := range p.made.sides.Left(p.voice, t) {
		line.Spans = append(line.Spans, span(rich.Muted, separator+text))
	}
	return line
}

// nothing says why there is no cell, and what to do about it.
func (p *Page) nothing() []rich.Line {
	w, m := p.voice.Words, p.made
	lines := []rich.Line{{Spans: []rich.Span{span(rich.Heading, w.Say(words.MatrixTitle))}}, {}}
	add := func(role rich.Role, text string) {
		for _, text := range safe.Wrap(text, p.textWidth()) {
			lines = append(lines, rich.NewLine(span(role, text)))
		}
	}
	if m.against == nil {
		add(rich.Text, w.Say(words.Unlinked))
		add(rich.Muted, w.Say(words.HowToLink))
		return lines
	}
	add(rich.Text, w.Say(words.NothingLinks, w.Quote(m.sides.Rows), w.Quote(m.sides.Columns)))
	add(rich.Muted, keys.Say(w, words.HowToReach, keys.ZoomIn, keys.NextKind, keys.NextRelation))
	return lines
}

// Position says on which row and column the cell that is lit stands.
func (p *Page) Position() string {
	if !p.isFilled() {
		return ""
	}
	w, t := p.voice.Words, p.made.table
	return fmt.Sprintf("%s/%s × %s/%s", w.Number(p.viewport.Row+1), w.Number(len(t.Rows)), w.Number(p.viewport.Column+1), w.Number(len(t.Columns)))
}
