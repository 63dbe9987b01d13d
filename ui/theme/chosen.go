package theme

import (
	"image/color"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Palettes are the colours of terminals with at least 256, on both backgrounds.
type Palettes struct{ Dark, Light Palette }

// Usual are the palettes where nobody has chosen others.
func Usual() Palettes { return Palettes{Dark, Light} }

// New returns the theme for a dark or a light background and the colours of a
// terminal. Those with sixteen colours keep their own.
func (p Palettes) New(isDark bool, profile colorprofile.Profile) *Theme {
	switch {
	case profile <= colorprofile.ANSI:
		return New(isDark, profile)
	case isDark:
		return coloured(isDark, p.Dark)
	}
	return coloured(isDark, p.Light)
}

// Parts are the names of the colours that a terminal shows, in the order of Palette.
var Parts = []string{"accent", "muted", "note", "warning", "selection", "rule", "tints"}

// Part returns the colours of a name of Parts: one, or all tints.
func (p *Palette) Part(name string) []*color.Color {
	switch name {
	case "accent":
		return []*color.Color{&p.Accent}
	case "muted":
		return []*color.Color{&p.Muted}
	case "note":
		return []*color.Color{&p.Note}
	case "warning":
		return []*color.Color{&p.Warning}
	case "selection":
		return []*color.Color{&p.Selection}
	case "rule":
		return []*color.Color{&p.Rule}
	}
	out := make([]*color.Color, len(p.Tints))
	for i := range p.Tints {
		out[i] = &p.Tints[i]
	}
	return out
}

// ParseHex returns the colour that #rrggbb is.
func ParseHex(text string) (c color.Color, ok bool) {
	digits, ok := strings.CutPrefix(text, "#")
	if _, err := strconv.ParseUint(digits, 16, 24); !ok || err != nil || len(digits) != 6 {
		return nil, false
	}
	return lipgloss.Color(text), true
}
