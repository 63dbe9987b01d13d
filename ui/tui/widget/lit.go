package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"rihla/model/query"
	"rihla/ui/safe"
	"rihla/ui/theme"
)

// Lit sets a text in a style, and some stretches of it in another.
func Lit(text string, stretches []query.Range, plain, lit theme.Style) string {
	if len(stretches) == 0 {
		return plain.Render(text)
	}
	var b strings.Builder
	at := 0
	for _, s := range stretches {
		b.WriteString(plain.Render(text[at:s.From]))
		b.WriteString(lit.Render(text[s.From:s.To]))
		at = s.To
	}
	b.WriteString(plain.Render(text[at:]))
	return b.String()
}

// Fill brings a line to a width.
func Fill(line string, width int) string {
	w := ansi.StringWidthWc(line)
	if w > width {
		return ansi.TruncateWc(line, width, "")
	}
	return line + safe.Spaces(width-w)
}
