package widget

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
)

// drawLine renders a line with one of its links selected, none at -1, and what
// the highlighter finds in it.
func drawLine(t *theme.Theme, line rich.Line, selected int, h *query.Highlighter) string {
	var b strings.Builder
	for _, span := range line.Spans {
		switch {
		case span.Link >= 0 && span.Link == selected:
			b.WriteString(Focus(t, span.Text))
		case h.IsEmpty():
			b.WriteString(t.Span(span))
		default:
			b.WriteString(Highlight(span.Text, h.Ranges(span.Text), t.Role(span.Role), t.Highlight))
		}
	}
	return b.String()
}

// DrawLines renders lines with one of their links selected, none at -1.
func DrawLines(t *theme.Theme, lines []rich.Line, selected int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = drawLine(t, line, selected, new(query.Highlighter))
	}
	return out
}

// DrawMarked renders lines, with the place of the cursor at the first span of a link,
// which is drawn as it is.
func DrawMarked(t *theme.Theme, lines []rich.Line, link int) []string {
	out := DrawLines(t, lines, -1)
	for i, line := range lines {
		if at := slices.IndexFunc(line.Spans, func(s rich.Span) bool { return s.Link == link }); at >= 0 {
			out[i] = t.Line(rich.Line{Spans: line.Spans[:at]}) + atLink.mark() + t.Line(rich.Line{Spans: line.Spans[at:]})
			break
		}
	}
	return out
}

// DrawHighlighted renders a line with what the highlighter finds in it.
func DrawHighlighted(t *theme.Theme, line rich.Line, h *query.Highlighter) string {
	return drawLine(t, line, -1, h)
}

// Highlight renders a text in one style and ranges of it in another. The ranges
// are in order and do not overlap.
func Highlight(text string, ranges []query.Range, plain, highlight theme.Style) string {
	if len(ranges) == 0 {
		return plain.Render(text)
	}
	var b strings.Builder
	at := 0
	for _, r := range ranges {
		b.WriteString(plain.Render(text[at:r.From]))
		b.WriteString(highlight.Render(text[r.From:r.To]))
		at = r.To
	}
	b.WriteString(plain.Render(text[at:]))
	return b.String()
}

// Fill cuts or pads a rendered line to a width in cells.
func Fill(line string, width int) string {
	line = safe.First(line, width)
	return line + safe.Spaces(width-safe.Width(line))
}

// More returns the mark at the edge of a line that says where there is more: above it
// if it is the first that is seen, below if it is the last.
func More(above, below bool) string {
	switch {
	case above && below:
		return theme.MoreBoth
	case above:
		return theme.MoreAbove
	case below:
		return theme.MoreBelow
	}
	return ""
}

// MarkMore marks, at the right edge of the first and of the last of some lines of a
// width, that there is more above and below.
func MarkMore(t *theme.Theme, lines []string, width int, above, below bool) {
	last := len(lines) - 1
	if last < 0 || width < 2 {
		return
	}
	put := func(at int, sign string) {
		if sign != "" {
			lines[at] = Fill(lines[at], width-1) + ansi.ResetStyle + t.Muted.Render(sign)
		}
	}
	if last == 0 {
		put(0, More(above, below))
		return
	}
	put(0, More(above, false))
	put(last, More(false, below))
}
