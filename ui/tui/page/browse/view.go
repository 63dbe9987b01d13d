package browse

import (
	"strings"

	"rihla/model/query"
	"rihla/ui/theme"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// showsList reports whether the list is on the screen.
func (p *Page) showsList() bool { return !p.tab.isNone() && (p.layout.isWide || !p.inDetail) }

// showsDetail reports whether the detail is on the screen.
func (p *Page) showsDetail() bool { return p.layout.isWide || p.inDetail }

// View draws the list, the detail, or both.
func (p *Page) View(t *theme.Theme) []string {
	switch {
	case !p.showsDetail():
		return p.drawList(t)
	case !p.layout.isWide:
		return p.drawDetail(t)
	}
	left, right := p.drawList(t), p.drawDetail(t)
	divider := t.Rule.Render(theme.Frame.Left)
	out := make([]string, p.height)
	for i := range out {
		if i < len(left) {
			out[i] = left[i]
		}
		out[i] = widget.Fill(out[i], p.layout.list.width) + divider
		if i < len(right) {
			out[i] += right[i]
		}
	}
	return out
}

// drawDetail draws the detail, with a mark before its first line where the entity
// is marked and the line that was found is another. Each begins with a cell that is free
// otherwise.
func (p *Page) drawDetail(t *theme.Theme) []string {
	lines := p.detail.View(t, p.inDetail, p.highlighter())
	above, below := p.detail.More()
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	widget.MarkMore(t, lines, 1+p.layout.detail.width+besideMark, above, below)
	at := p.detail.FoundLine()
	if at >= 0 && at < len(lines) {
		lines[at] = widget.Bar(t) + strings.TrimPrefix(lines[at], " ")
	}
	if p.marks.Has(p.detail.Entity) && len(lines) > 0 && at != 0 {
		lines[0] = t.Accent.Render(theme.MarkGlyph) + strings.TrimPrefix(lines[0], " ")
	}
	if p.inDetail && at < 0 && len(lines) > 0 {
		lines[0] = widget.Here() + lines[0] // the cursor, where no link is selected
	}
	return lines
}

// highlighter finds what the filter of the list asks for, in an entity that it
// found.
func (p *Page) highlighter() query.Highlighter {
	if p.tab.isNone() || p.list().Selected() != p.detail.Entity {
		return query.Highlighter{}
	}
	return p.list().Light()
}

func (p *Page) drawList(t *theme.Theme) []string {
	if p.tab.isNone() {
		return nil
	}
	l, width := p.list(), p.layout.list.width
	lines := []string{l.Header(t, width)}
	shown, _ := l.Len()
	switch {
	case l.IsPending() && shown == 0:
		return append(lines, "  "+t.Muted.Render(p.voice.Words.Say(words.Sorting)))
	case shown == 0:
		lines = append(lines, "")
		said, offer, _ := p.noRows(l, width)
		for i, line := range said {
			here := ""
			if i == offer && !p.inDetail {
				here = widget.Here()
			}
			lines = append(lines, "  "+here+t.Line(line))
		}
		return lines
	}
	return append(lines, l.Rows(t, width, !p.inDetail)...)
}

// Click selects what stands at a cell: an entity, a link, or a column to sort by.
func (p *Page) Click(x, y int) page.Answer {
	l := p.layout
	p.dragged = nothing
	switch {
	case l.isWide && x >= l.list.width && x < l.detail.x:
		p.dragged = divider
	case p.showsList() && l.columns.holds(x, y):
		if column, ok := p.list().EdgeAt(x); ok {
			p.dragged = dragged(column)
			return page.Ignored
		}
		p.list().SelectColumn(x)
		if field, ok := p.list().ColumnAt(x, l.list.width); ok {
			answer := p.sort(p.list().OrderBy(field))
			answer.Ignored = true // nothing is selected
			return answer
		}
	case p.showsList() && l.rows.holds(x, y):
		p.list().SelectColumn(x)
		return p.clickRow(y - l.rows.y)
	case p.showsDetail() && l.detail.holds(x, y):
		return p.clickDetail(x-l.detail.x, y-l.detail.y)
	}
	return page.Ignored
}

func (p *Page) clickRow(row int) page.Answer {
	if p.isFruitless() {
		_, from, to := p.noRows(p.list(), p.layout.list.width)
		row-- // a blank line comes before
		return page.Answer{Ignored: row < from || row >= to}
	}
	var answer page.Answer
	if p.inDetail {
		answer.Intent = page.Moved{From: p.State()}
		p.inDetail = false
	}
	answer.Ignored = !p.list().SelectRow(row)
	p.follow()
	return answer
}

func (p *Page) clickDetail(x, y int) page.Answer {
	var answer page.Answer
	if !p.inDetail {
		answer.Intent = page.Moved{From: p.State()}
		p.inDetail = true
	}
	answer.Ignored = !p.detail.Click(x, y)
	return answer
}

// Wheel scrolls the list where the pointer is on it, else the detail.
func (p *Page) Wheel(x, y, lines int) page.Answer {
	switch {
	case p.showsList() && p.layout.list.holds(x, y):
		p.list().Scroll(lines)
		p.follow()
	case p.showsDetail():
		p.detail.Scroll(lines)
	}
	return page.Answer{}
}
