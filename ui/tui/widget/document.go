// Package widget holds what several pages draw with: a document with links to
// walk, tabs, boxes laid over a screen. A widget knows no knowledge base.
package widget

import (
	"strings"

	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
)

// Document is lines that scroll, and links in them that can be walked. The
// zero Document is empty.
type Document struct {
	lines  []rich.Line
	anchor []int // the line that each link begins on
	height int

	Light  query.Highlighter // what is lit of the lines
	Offset int               // the first line that is seen
	Link   int               // the link that is selected, or -1
}

// NewDocument returns a document that shows its beginning, with its first link
// selected.
func NewDocument(lines []rich.Line, links int) Document {
	d := Document{lines: lines, anchor: make([]int, links), Link: -1}
	for i := range d.anchor {
		d.anchor[i] = -1
	}
	for n, line := range lines {
		for _, span := range line.Spans {
			if span.Link >= 0 && span.Link < links && d.anchor[span.Link] < 0 {
				d.anchor[span.Link] = n
			}
		}
	}
	for i := range d.anchor {
		if d.anchor[i] < 0 && i > 0 {
			d.anchor[i] = d.anchor[i-1]
		}
	}
	if links > 0 {
		d.Link = 0
	}
	return d
}

// SetHeight tells how many lines are seen. A selected link that was seen stays
// so.
func (d *Document) SetHeight(height int) {
	seen := d.SeesLink()
	d.height = max(1, height)
	d.scrollTo(d.Offset)
	if seen {
		d.reveal()
	}
}

// SeesLink tells whether the selected link is among what is seen.
func (d *Document) SeesLink() bool {
	return d.Link >= 0 && d.Link < len(d.anchor) && d.isSeen(d.anchor[d.Link])
}

// Height returns how many lines are seen.
func (d *Document) Height() int { return d.height }

// Len returns how many lines there are.
func (d *Document) Len() int { return len(d.lines) }

// Restore brings back a place that was left.
func (d *Document) Restore(offset, link int) {
	d.scrollTo(offset)
	if link >= 0 && link < len(d.anchor) {
		d.Link = link
	}
}

// Keep brings back a place that was left at another width, the selected link
// being seen if it was.
func (d *Document) Keep(offset, link int, seen bool) {
	d.Restore(offset, link)
	if seen {
		d.reveal()
	}
}

// Act moves as a key asks; it tells whether the key was one that moves.
func (d *Document) Act(a keys.Action) bool {
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
		d.walk(1)
	case keys.PrevLink:
		d.walk(-1)
	default:
		return false
	}
	return true
}

// Scroll moves what is seen, and leaves the selected link where it is.
func (d *Document) Scroll(lines int) { d.scrollTo(d.Offset + lines) }

// step goes to the nearest line with a link above or below, as far as it is
// seen; where none is, it scrolls by a line.
func (d *Document) step(by int) {
	at := d.Offset - 1
	if by < 0 {
		at = d.Offset + d.height
	}
	if d.SeesLink() {
		at = d.anchor[d.Link]
	}
	if link := d.firstBeyond(at, by); link >= 0 && d.isSeen(d.anchor[link]) {
		d.Link = link
		return
	}
	before := d.Offset
	d.scrollTo(d.Offset + by)
	if link := d.firstBeyond(at, by); link >= 0 && (d.isSeen(d.anchor[link]) || before == d.Offset) {
		d.Link = link
		d.reveal()
	}
}

// firstBeyond returns the first link of the nearest line above or below a
// line, or -1.
func (d *Document) firstBeyond(line, by int) int {
	if by > 0 {
		for i, at := range d.anchor {
			if at > line {
				return i
			}
		}
		return -1
	}
	found := -1
	for i := len(d.anchor) - 1; i >= 0; i-- {
		switch {
		case d.anchor[i] >= line:
		case found < 0 || d.anchor[i] == d.anchor[found]:
			found = i
		default:
			return found
		}
	}
	return found
}

// leap scrolls by many lines and takes the selection along.
func (d *Document) leap(by int) {
	d.scrollTo(d.Offset + by)
	if d.SeesLink() && by*by < len(d.lines)*len(d.lines) {
		return
	}
	first, dir := d.Offset-1, 1
	if by > 0 && d.Offset+d.height >= len(d.lines) {
		first, dir = len(d.lines), -1
	}
	if link := d.firstBeyond(first, dir); link >= 0 && d.isSeen(d.anchor[link]) {
		d.Link = link
	}
}

// walk selects the next link or the one before, round and round.
func (d *Document) walk(by int) {
	if len(d.anchor) == 0 {
		return
	}
	d.Link = (d.Link + by + len(d.anchor)) % len(d.anchor)
	d.reveal()
}

// Reveal shows the selected link; it tells whether it was not seen before.
func (d *Document) Reveal() bool {
	hidden := d.Link >= 0 && !d.SeesLink()
	d.reveal()
	return hidden
}

// reveal scrolls as little as shows the selected link.
func (d *Document) reveal() {
	if d.Link < 0 || d.Link >= len(d.anchor) {
		return
	}
	switch at := d.anchor[d.Link]; {
	case at < d.Offset:
		d.scrollTo(at - min(1, d.height/3))
	case at >= d.Offset+d.height:
		d.scrollTo(at - d.height + 1 + min(1, d.height/3))
	}
}

func (d *Document) isSeen(line int) bool { return line >= d.Offset && line < d.Offset+d.height }

func (d *Document) scrollTo(line int) {
	d.Offset = max(0, min(line, len(d.lines)-d.height))
}

// LinkAt returns the link at a cell of what is seen, or -1.
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

// View draws what is seen, a line for each row; the selected link shows only
// where the focus is.
func (d *Document) View(t *theme.Theme, focused bool) []string {
	out := make([]string, 0, d.height)
	for n := d.Offset; n < len(d.lines) && n < d.Offset+d.height; n++ {
		link := -1
		if focused {
			link = d.Link
		}
		out = append(out, drawLine(t, d.lines[n], link, &d.Light))
	}
	return out
}

// drawLine draws a line, one link of it as selected.
func drawLine(t *theme.Theme, line rich.Line, selected int, light *query.Highlighter) string {
	var b strings.Builder
	for _, span := range line.Spans {
		switch {
		case span.Link >= 0 && span.Link == selected:
			b.WriteString(t.Focus.Render(span.Text))
		case light.IsEmpty() || span.Role == rich.Rendered:
			b.WriteString(t.Role(span.Role).Render(span.Text))
		default:
			b.WriteString(Lit(span.Text, light.Ranges(span.Text), t.Role(span.Role), t.Lit))
		}
	}
	return b.String()
}

// DrawLine draws a line of which nothing is selected.
func DrawLine(t *theme.Theme, line rich.Line) string {
	return drawLine(t, line, -1, new(query.Highlighter))
}

// DrawLit draws a line of which nothing is selected, and some of it lit.
func DrawLit(t *theme.Theme, line rich.Line, light *query.Highlighter) string {
	return drawLine(t, line, -1, light)
}
