package plain

import (
	"strings"

	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// unwrapped is a width, in cells, that holds all but the longest lines.
const unwrapped = 1 << 14

// The indentation of lines, in cells: of those after the first of a wrapped one, and at
// most of any. What is further to the right stands in a column below others.
const (
	hang       = 2
	mostIndent = 8
)

// linear returns a line as lines of text of a width, in cells. What is set in columns is
// said one after the other: a label with a colon, values with commas.
func linear(w *words.Language, line rich.Line, width int) []string {
	var out []rich.Span
	indent, gap, isLabel := 0, false, true
	for _, s := range line.Spans {
		if s.Role == rich.Muted || s.Text == rich.Separator { // rich.Flow merges a separator with what is beside it
			s.Text = strings.ReplaceAll(s.Text, strings.TrimRight(rich.Separator, " "), strings.TrimRight(w.Semicolon, " "))
		}
		if s.Role == rich.Warning { // a screen reader says the sign as "not equal to"
			s.Text = strings.Replace(s.Text, "≠ ", w.Say(words.Disputed)+w.Colon, 1)
		}
		text := strings.TrimLeft(s.Text, " ")
		blank := len(s.Text) - len(text)
		if len(out) == 0 {
			indent += blank
			s.Text = text
		}
		gap = gap || blank > 1
		if text == "" {
			if !gap && len(out) > 0 {
				out = append(out, s)
			}
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, rich.NewSpan(rich.Plain, joint(w, out[len(out)-1].Text, s, isLabel)))
			isLabel, s.Text = false, text
		}
		isLabel = isLabel && (s.Role == rich.Label || s.Role == rich.Muted && len(out) > 0)
		s.Text = strings.TrimRight(s.Text, " ")
		trailing := len(text) - len(strings.TrimRight(text, " "))
		gap = trailing > 1
		if trailing == 1 {
			s.Text += " "
		}
		out = append(out, s)
	}
	if len(out) == 0 {
		return []string{""}
	}
	if indent > min(mostIndent, width/4) {
		indent = hang
	}
	further := hang
	switch out[0].Role {
	case rich.Text, rich.Subtitle, rich.Title, rich.Heading:
		if len(out) == 1 {
			further = 0 // a paragraph
		}
	}
	var lines []string
	for _, l := range rich.FlowWhole(out, width-indent, further) {
		lines = append(lines, safe.Spaces(indent)+rich.NewLine(l...).Text())
	}
	return lines
}

// joint returns the separator of two columns.
func joint(w *words.Language, before string, next rich.Span, isLabel bool) string {
	switch {
	case next.Role == rich.Note || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ","):
		return " "
	case isLabel:
		return w.Colon
	}
	return w.ListComma
}
