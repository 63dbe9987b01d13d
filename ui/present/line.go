package present

import (
	"strings"

	"rihla/ui/safe"
)

// Line is one line of a detail, ready to be drawn: spans in reading order.
type Line struct{ Spans []Span }

// Span is a run of text that plays one role. Text has passed ui/safe, unless
// the role is Rendered.
type Span struct {
	Text string
	Role Role
	// Link is the place in Page.Links of the link that the span is part of,
	// or -1.
	Link int
}

// Role says what a span is, for the theme to choose its style.
type Role uint8

// The roles of a span.
const (
	Plain      Role = iota
	Title           // the entity's name
	Subtitle        // the line under the name
	Muted           // addresses, notes, separators
	Label           // the name of a field or a relation
	Text            // summaries, free text
	LinkText        // the name of an entity that can be followed
	Qualifier       // since, until, role
	Note            // the number of a source: [1]
	Warning         // disputed, low confidence, what is wrong
	Heading         // of a part of the page
	QuotedText      // words quoted from a source
	Rendered        // Markdown already rendered, with its own styles
	Lit             // words relied on, in a stored copy
	Strong          // what the eye should find first in a picture
	Faint           // what a picture is drawn on: outlines, grids, what is far
	Accent          // what belongs to the thing that is selected
	Tint            // the colour of the first kind; those of others follow
)

// Tints is how many colours there are to tell kinds apart by, from Tint on.
const Tints = 6

// Text returns the line's words without their roles.
func (l Line) Text() string {
	var b strings.Builder
	for _, s := range l.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Cut shortens the line to so many cells; one that was cut ends in an ellipsis.
func (l Line) Cut(width int) Line { return Line{Spans: CutSpans(l.Spans, width)} }

// CutSpans shortens spans to so many cells together; what was cut ends in an
// ellipsis.
func CutSpans(spans []Span, width int) []Span {
	if widthOf(spans) <= width {
		return spans
	}
	var out []Span
	for _, s := range spans {
		n := safe.Width(s.Text)
		if n < width {
			out = append(out, s)
			width -= n
			continue
		}
		if len(out) > 0 && strings.HasSuffix(out[len(out)-1].Text, "…") {
			break
		}
		s.Text = safe.Cut(strings.TrimRight(s.Text, "…")+"…", width)
		return append(out, s)
	}
	return out
}

// Width returns how many cells the line takes.
func (l Line) Width() int { return widthOf(l.Spans) }

func widthOf(spans []Span) int {
	n := 0
	for _, s := range spans {
		n += safe.Width(s.Text)
	}
	return n
}

// NewSpan returns a run of text that is part of no link.
func NewSpan(role Role, text string) Span { return span(role, text) }

// Blank returns n cells of nothing.
func Blank(n int) Span { return space(n) }

func span(role Role, text string) Span { return Span{Text: text, Role: role, Link: -1} }

func space(n int) Span { return span(Plain, strings.Repeat(" ", max(0, n))) }
