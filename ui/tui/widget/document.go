package widget

import (
	"slices"

	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
)

// Document is lines that scroll and whose links can be selected. The zero
// Document is empty.
type Document struct {
	lines    []rich.Line
	linkLine []int // the first line of each link
	height   int

	Highlighter query.Highlighter // finds what is highlighted
	Offset      int               // the first visible line
	Link        int               // the selected link, or -1
}

// NewDocument returns a document of lines with a number of links, scrolled to the
// top, its first link selected.
func NewDocument(lines []rich.Line, links int) Document {
	d := Document{lines: lines, linkLine: make([]int, links), Link: -1}
	for i := range d.linkLine {
		d.linkLine[i] = -1
	}
	for n, line := range lines {
		for _, span := range line.Spans {
			if span.Link >= 0 && span.Link < links && d.linkLine[span.Link] < 0 {
				d.linkLine[span.Link] = n
			}
		}
	}
	for i := range d.linkLine {
		if d.linkLine[i] < 0 && i > 0 {
			d.linkLine[i] = d.linkLine[i-1]
		}
	}
	if links > 0 {
		d.Link = 0
	}
	return d
}

// SetHeight sets the height of the viewport, at least 1. A selected link that was
// visible stays visible.
func (d *Document) SetHeight(height int) {
	seen := d.IsLinkVisible()
	d.height = max(1, height)
	d.scrollTo(d.Offset)
	if seen {
		d.reveal()
	}
}

// IsLinkVisible reports whether the selected link is in the viewport.
func (d *Document) IsLinkVisible() bool {
	return d.Link >= 0 && d.Link < len(d.linkLine) && d.isVisible(d.linkLine[d.Link])
}

// Height returns the height of the viewport in lines.
func (d *Document) Height() int { return d.height }

// Len returns the number of lines.
func (d *Document) Len() int { return len(d.lines) }

// More reports whether lines are above or below the viewport.
func (d *Document) More() (above, below bool) {
	return d.Offset > 0, d.Offset+d.height < len(d.lines)
}

// Restore returns to a scroll position and a selected link.
func (d *Document) Restore(offset, link int) {
	d.scrollTo(offset)
	if link >= 0 && link < len(d.linkLine) {
		d.Link = link
	}
}

// Keep returns to a scroll position and a selected link that were left at another
// width; a link that was visible is scrolled into view.
func (d *Document) Keep(offset, link int, seen bool) {
	d.Restore(offset, link)
	if seen {
		d.reveal()
	}
}

// Move scrolls or moves the selection; it reports whether the action does so, at an
// end too. Links are walked only where there is another.
func (d *Document) Move(a keys.Action) bool {
	switch a {
	case keys.Up:
		d.step(-1)
	case keys.Down:
		d.step(1)
	case keys.PageUp:
		d.leap(-max(1, d.height-1))
	case keys.PageDown:
		d.leap(max(1, d.height-1))
	case keys.HalfUp:
		d.leap(-max(1, d.height/2))
	case keys.HalfDown:
		d.leap(max(1, d.height/2))
	case keys.Top:
		d.leap(-len(d.lines))
	case keys.Bottom:
		d.leap(len(d.lines))
	case keys.NextLink:
		return d.walk(1)
	case keys.PrevLink:
		return d.walk(-1)
	default:
		return false
	}
	return true
}

// Scroll scrolls by lines and leaves the selected link as it is.
func (d *Document) Scroll(lines int) { d.scrollTo(d.Offset + lines) }

// step selects the first link of the nearest line above or below that has one, if
// that line is visible; otherwise it scrolls by a line.
func (d *Document) step(by int) {
	at := d.Offset - 1
	if by < 0 {
		at = d.Offset + d.height
	}
	if d.IsLinkVisible() {
		at = d.linkLine[d.Link]
	}
	if link := d.firstBeyond(at, by); link >= 0 && d.isVisible(d.linkLine[link]) {
		d.Link = link
		return
	}
	before := d.Offset
	d.scrollTo(d.Offset + by)
	if link := d.firstBeyond(at, by); link >= 0 && (d.isVisible(d.linkLine[link]) || before == d.Offset) {
		d.Link = link
		d.reveal()
	}
}

// firstBeyond returns the first link of the nearest line with links above or below
// a line, or -1.
func (d *Document) firstBeyond(line, by int) int {
	if by > 0 {
		for i, at := range d.linkLine {
			if at > line {
				return i
			}
		}
		return -1
	}
	found := -1
	for i, at := range slices.Backward(d.linkLine) {
		switch {
		case at >= line:
		case found < 0 || at == d.linkLine[found]:
			found = i
		default:
			return found
		}
	}
	return found
}

// leap scrolls by lines and selects a visible link.
func (d *Document) leap(by int) {
	d.scrollTo(d.Offset + by)
	if d.IsLinkVisible() && by*by < len(d.lines)*len(d.lines) {
		return
	}
	first, dir := d.Offset-1, 1
	if by > 0 && d.Offset+d.height >= len(d.lines) {
		first, dir = len(d.lines), -1
	}
	if link := d.firstBeyond(first, dir); link >= 0 && d.isVisible(d.linkLine[link]) {
		d.Link = link
	}
}

// walk selects the next or the previous link, and wraps around. It reports whether
// that is another, or was out of view.
func (d *Document) walk(by int) bool {
	if len(d.linkLine) == 0 {
		return false
	}
	link, offset := d.Link, d.Offset
	d.Link = (d.Link + by + len(d.linkLine)) % len(d.linkLine)
	d.reveal()
	return d.Link != link || d.Offset != offset
}

// GoTo scrolls to a line, as little as needed or else so that it is a third of the
// viewport from the top, and selects its first link if it has one.
func (d *Document) GoTo(line int) {
	if !d.isVisible(line) {
		d.scrollTo(line - d.height/3)
	}
	if link := d.firstBeyond(line-1, 1); link >= 0 && d.linkLine[link] == line {
		d.Link = link
	}
}

// Line returns the text of a line.
func (d *Document) Line(n int) string { return d.lines[n].Text() }

// IsHeading reports whether a line is the heading of a section.
func (d *Document) IsHeading(n int) bool {
	spans := d.lines[n].Spans
	return len(spans) > 0 && spans[0].Role == rich.Heading
}

// Reveal scrolls to the selected link; it reports whether it was not visible.
func (d *Document) Reveal() bool {
	hidden := d.Link >= 0 && !d.IsLinkVisible()
	d.reveal()
	return hidden
}

// reveal scrolls as little as needed to make the selected link visible.
func (d *Document) reveal() {
	if d.Link < 0 || d.Link >= len(d.linkLine) {
		return
	}
	switch at := d.linkLine[d.Link]; {
	case at < d.Offset:
		d.scrollTo(at - min(1, d.height/3))
	case at >= d.Offset+d.height:
		d.scrollTo(at - d.height + 1 + min(1, d.height/3))
	}
}

func (d *Document) isVisible(line int) bool { return line >= d.Offset && line < d.Offset+d.height }

func (d *Document) scrollTo(line int) {
	d.Offset = max(0, min(line, len(d.lines)-d.height))
}

// LinkAt returns the link at a cell of the viewport, or -1.
func (d *Document) LinkAt(x, y int) int {
	n := d.Offset + y
	if n < 0 || n >= len(d.lines) {
		return -1
	}
	for _, span := range d.lines[n].Spans {
		w := safe.Width(span.Text)
		if x < w {
			return span.Link
		}
		x -= w
	}
	return -1
}

// View renders the visible lines. The selected link is shown only in a document
// that has the focus. A heading is not shown on the last line, below which what
// it heads goes on.
func (d *Document) View(t *theme.Theme, focused bool) []string {
	out := make([]string, 0, d.height)
	for n := d.Offset; n < len(d.lines) && n < d.Offset+d.height; n++ {
		link := -1
		if focused {
			link = d.Link
		}
		line := d.lines[n]
		if last := d.Offset + d.height - 1; n == last && n > d.Offset && n < len(d.lines)-1 {
			line = withoutHeadings(line)
		}
		out = append(out, drawLine(t, line, link, &d.Highlighter))
	}
	return out
}

// withoutHeadings leaves the cells of headings of a line empty, and those of what
// is said beside them.
func withoutHeadings(line rich.Line) rich.Line {
	spans := slices.Clone(line.Spans)
	isHeading := false
	for i, span := range spans {
		isHeading = span.Role == rich.Heading || isHeading && span.Role == rich.Muted
		if isHeading && span.Link < 0 {
			spans[i] = rich.Blank(safe.Width(span.Text))
		}
	}
	return rich.Line{Spans: spans}
}
