package compare

import (
	"strings"

	"rihla/ui/draw/compare"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/widget"
)

// View draws what is seen.
func (p *Page) View(t *theme.Theme) []string {
	out := make([]string, 0, p.height)
	for _, line := range p.title {
		out = append(out, t.Line(line))
	}
	for _, line := range p.head.Lines {
		out = append(out, p.drawHead(t, line))
	}
	for at := p.top; at.row <= p.last() && len(out) < p.height; at = (spot{at.row + 1, 0}) {
		b := p.block(at.row)
		link := p.linkOf(b)
		for n := at.line; n < len(b.Lines) && len(out) < p.height; n++ {
			if at.row == p.row && n >= b.Top {
				out = append(out, p.drawCell(t, b, b.Lines[n], link))
			} else {
				out = append(out, t.Line(b.Lines[n]))
			}
		}
	}
	rows := out[min(len(out), len(p.title)+len(p.head.Lines)):]
	widget.MarkMore(t, rows, p.width, p.top != spot{}, p.goesOn())
	return out
}

// linkOf returns the place of the selected link among those of its row.
func (p *Page) linkOf(b compare.Block) int {
	at := p.link
	for i, link := range b.Links {
		if link.Entity != p.entity {
			continue
		}
		if at == 0 {
			return i
		}
		at--
	}
	return -1
}

// drawHead draws a line of the names, that of the selected column as that of
// the place where one is.
func (p *Page) drawHead(t *theme.Theme, line rich.Line) string {
	if p.row == names {
		return p.draw(t, line, true, true, func(rich.Span) theme.Style { return t.Selected })
	}
	return p.draw(t, line, false, false, func(s rich.Span) theme.Style {
		if strings.TrimSpace(s.Text) == "" {
			return t.Plain
		}
		return t.TabActive
	})
}

// drawCell draws a line of the selected row: a bar before the selected cell, and
// on a ground of its own what is selected in it, or all of it where that leads
// nowhere.
func (p *Page) drawCell(t *theme.Theme, b compare.Block, line rich.Line, link int) string {
	if link < 0 || b.Links[link].To == nil {
		return p.draw(t, line, true, true, func(rich.Span) theme.Style { return t.Selected })
	}
	return p.draw(t, line, true, false, func(s rich.Span) theme.Style {
		if s.Link == link {
			return t.Focus
		}
		return t.Role(s.Role)
	})
}

// draw draws a line, what stands in the selected column in styles of its own:
// with a bar before it, with a ground to the end of the column.
func (p *Page) draw(t *theme.Theme, line rich.Line, bar, ground bool, inside func(rich.Span) theme.Style) string {
	var b strings.Builder
	from, to := p.laid.Column(p.entity)
	x := 0
	put := func(s rich.Span) {
		w := safe.Width(s.Text)
		switch {
		case bar && x+w == from && w > 0:
			b.WriteString(s.Text[:w-1])
			b.WriteString(widget.Bar(t))
		case x >= from && x+w <= to:
			b.WriteString(inside(s).Render(s.Text))
		default:
			b.WriteString(t.Role(s.Role).Render(s.Text))
		}
		x += w
	}
	// gap puts n blank cells, each in the column in which it stands.
	gap := func(n int) {
		for _, edge := range []int{from, to} {
			if x < edge && x+n > edge {
				n -= edge - x
				put(rich.Span{Text: safe.Spaces(edge - x), Link: -1})
			}
		}
		put(rich.Span{Text: safe.Spaces(n), Link: -1})
	}
	for _, s := range line.Spans {
		if strings.Trim(s.Text, " ") == "" {
			gap(len(s.Text))
		} else {
			put(s)
		}
	}
	if bar && x < from {
		gap(from - x)
	}
	if ground && x < to {
		gap(to - x)
	}
	return b.String()
}
