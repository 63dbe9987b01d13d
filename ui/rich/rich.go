// Package rich is text with roles: what pages, pictures and commands are made
// of before a theme gives it colours. It knows neither what the text is about
// nor the terminal that it is shown on.
package rich

import (
	"strings"

	"rihla/ui/safe"
)

// Line is one line of styled text: spans in reading order.
type Line struct{ Spans []Span }

// Span is a run of text in one role. Text holds no control characters: it has
// passed ui/safe.
type Span struct {
	Text string
	Role Role
	// Link is the index of the link that the span belongs to, in the list that
	// comes with the lines; -1 for none.
	Link int
	// Target is the web address that the text stands for, in ASCII; empty for none.
	Target string
}

// Role is what a span is for. The theme maps it to a style.
type Role uint8

// The roles of a span.
const (
	Plain          Role = iota
	Title               // the name of an entity
	Subtitle            // the line below the name
	Muted               // addresses, notes, separators
	Label               // the name of a field or a relation
	Text                // summaries, free text
	LinkText            // the name of an entity that can be followed
	Qualifier           // since, until, role
	Note                // the number of a source: [1]
	Warning             // disputed, low confidence, an error
	Heading             // the heading of a section
	QuotedText          // words quoted from a source
	Highlight           // the part of a text that matters, such as a quotation in its source
	Strong              // the most important text of a picture
	Faint               // the background of a picture: outlines, grids, distant nodes
	Accent              // what belongs to the selection
	Emphasis            // in a text: what its author emphasised, by a little or by much
	StrongEmphasis      // both at once
	Struck              // what its author struck out
	Code                // text that is read letter by letter
	Tint                // the colour of the first kind; Tint+1 … Tint+Tints-1 are those of others
)

// Tints is the number of colours that distinguish kinds, from Tint on.
const Tints = 6

// NewSpan returns a span that belongs to no link.
func NewSpan(role Role, text string) Span { return Span{Text: text, Role: role, Link: -1} }

// Blank returns a span of n spaces; none where n is negative.
func Blank(n int) Span { return NewSpan(Plain, safe.Spaces(n)) }

// NewLine returns a line of spans.
func NewLine(spans ...Span) Line { return Line{Spans: spans} }

// Text returns the text of the line.
func (l Line) Text() string {
	var b strings.Builder
	for _, s := range l.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Width returns the number of cells that the line takes.
func (l Line) Width() int { return Width(l.Spans) }

// Cut is Cut of the line's spans.
func (l Line) Cut(width int) Line { return Line{Spans: Cut(l.Spans, width)} }

// Width returns the number of cells that spans take together.
func Width(spans []Span) int {
	n := 0
	for _, s := range spans {
		n += safe.Width(s.Text)
	}
	return n
}

// Cut shortens spans to width cells together; what is cut off is replaced by an
// ellipsis, which counts.
func Cut(spans []Span, width int) []Span {
	if Width(spans) <= width {
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

// Join concatenates groups of spans with sep between them.
func Join(groups [][]Span, sep Span) []Span {
	var out []Span
	for i, g := range groups {
		if i > 0 {
			out = append(out, sep)
		}
		out = append(out, g...)
	}
	return out
}

// Separate returns the spans with sep between them.
func Separate(spans []Span, sep Span) []Span {
	var out []Span
	for i, s := range spans {
		if i > 0 {
			out = append(out, sep)
		}
		out = append(out, s)
	}
	return out
}

// Indent returns the lines with n spaces before each.
func Indent(lines [][]Span, n int) [][]Span {
	if n <= 0 {
		return lines
	}
	out := make([][]Span, len(lines))
	for i, l := range lines {
		out[i] = append([]Span{Blank(n)}, l...)
	}
	return out
}

// Wrap returns a text of one role as lines of at most width cells, broken at
// spaces and line breaks.
func Wrap(role Role, text string, width int) []Line {
	var lines []Line
	for paragraph := range strings.SplitSeq(text, "\n") {
		for _, line := range safe.Wrap(paragraph, max(1, width)) {
			lines = append(lines, NewLine(NewSpan(role, line)))
		}
	}
	return lines
}
