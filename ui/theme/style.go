package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is the escapes of a Lip Gloss style, taken from it once. The zero Style
// leaves a text as it is.
type Style struct{ open, close string }

// NewStyle takes the escapes of a style that sets attributes and colours; its
// sizes, padding, margins and borders do not count.
func NewStyle(s lipgloss.Style) Style {
	const sentinel = "█" // in no address
	open, end, _ := strings.Cut(s.Inline(true).Render(sentinel), sentinel)
	return Style{open, end}
}

// Render sets a text in the style. The text is one line and holds no escapes.
func (s Style) Render(text string) string {
	if s.open == "" || text == "" {
		return text
	}
	return s.open + text + s.close
}
