// Package theme holds every colour and style of the explorer. Nothing else
// names a colour.
package theme

import (
	"image/color"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/present"
)

// Style is what stands before a text and after it. The zero Style leaves a
// text as it is.
type Style struct{ open, close string }

// Render sets a text in the style. The text holds no style of its own.
func (s Style) Render(text string) string {
	if s.open == "" || text == "" {
		return text
	}
	return s.open + text + s.close
}

// Theme is how everything looks on one sort of terminal. A theme says nothing
// by colour alone: whatever has one has a weight, a mark or a place too.
type Theme struct {
	Dark  bool
	Plain Style // no style at all

	Brand    Style // the program's name
	Strong   Style // what the eye should find first
	Muted    Style
	Accent   Style
	Warning  Style
	Rule     Style
	Key      Style // a key among the hints
	Tab      Style
	TabOn    Style // the tab that is shown
	Header   Style // titles of columns
	Selected Style // the row that is selected, where the focus is
	Resting  Style // the same where the focus is elsewhere
	Bar      Style // the bar before the selected row
	Focus    Style // the link that is selected
	Match    Style // what is typed
	Lit      Style // what was asked for, where it is said

	LitSelected Style // the same in the row that is selected
	LitResting  Style

	roles [present.Tint + present.Tints]Style
}

// Bar marks the selected row, RestingBar where the focus is elsewhere.
const (
	BarGlyph        = "▌"
	RestingBarGlyph = "│"
	MarkGlyph       = "•" // before what the user has marked
)

// palette is the few colours that a theme is made of; nil leaves the
// terminal's own.
type palette struct {
	accent, muted, warning, ground, rule color.Color

	tints [present.Tints]color.Color // by which kinds are told apart, beside their signs
}

var (
	dark = palette{
		hex(0x6CB8A8), hex(0x8A8F9E), hex(0xE3A857), hex(0x263238), hex(0x4A5060),
		tints(0x7FB4E6, 0xE6A07F, 0xB9A3EB, 0x9CC46B, 0xE38FB4, 0xD6C26A),
	}
	light = palette{
		hex(0x0B6B5D), hex(0x6A6F7B), hex(0x9A4B00), hex(0xDDEBE6), hex(0xC2C6CC),
		tints(0x1F5FA8, 0xA8461F, 0x6B46B0, 0x4B7316, 0xA8306B, 0x7A6200),
	}
	sixteen = palette{
		ansi.Cyan, ansi.BrightBlack, ansi.Yellow, nil, ansi.BrightBlack,
		[...]color.Color{ansi.BrightBlue, ansi.BrightRed, ansi.BrightMagenta, ansi.BrightGreen, ansi.BrightYellow, ansi.BrightWhite},
	}
	sixteenDay = palette{
		ansi.Blue, ansi.BrightBlack, ansi.Red, nil, ansi.BrightBlack,
		[...]color.Color{ansi.Blue, ansi.Red, ansi.Magenta, ansi.Green, ansi.Cyan, ansi.Black},
	}
)

func hex(rgb uint32) color.Color {
	return color.RGBA{R: uint8(rgb >> 16), G: uint8(rgb >> 8), B: uint8(rgb), A: 0xFF}
}

func tints(rgb ...uint32) (out [present.Tints]color.Color) {
	for i := range out {
		out[i] = hex(rgb[i])
	}
	return out
}

// New returns the theme for a dark or a light background and for what colours
// the terminal has.
func New(isDark bool, profile colorprofile.Profile) *Theme {
	switch {
	case profile < colorprofile.ANSI:
		return colourless(isDark)
	case profile == colorprofile.ANSI && isDark:
		return coloured(isDark, sixteen)
	case profile == colorprofile.ANSI:
		return coloured(isDark, sixteenDay)
	case isDark:
		return coloured(isDark, dark)
	}
	return coloured(isDark, light)
}

func coloured(isDark bool, p palette) *Theme {
	accent := ansi.NewStyle().ForegroundColor(p.accent)
	muted := ansi.NewStyle().ForegroundColor(p.muted)
	warning := ansi.NewStyle().ForegroundColor(p.warning)
	bold := ansi.NewStyle().Bold()
	selected := bold.Reverse(true)
	if p.ground != nil {
		selected = bold.BackgroundColor(p.ground)
	}
	t := &Theme{
		Dark: isDark, Brand: style(accent.Bold()), Strong: style(bold), Muted: style(muted), Accent: style(accent),
		Warning: style(warning), Rule: style(ansi.NewStyle().ForegroundColor(p.rule)), Key: style(accent),
		Tab: style(muted), TabOn: style(accent.Bold().Underline(true)), Header: style(muted),
		Selected: style(selected), Resting: style(bold), Bar: style(accent),
		Focus: style(accent.Bold().Reverse(true)), Match: style(accent),
		Lit: style(accent.Bold().Underline(true)), LitSelected: style(litGround(p).Underline(true)), LitResting: style(bold.Underline(true)),
	}
	t.setRoles(style(ansi.NewStyle().Italic(true)))
	t.roles[present.LinkText] = style(accent)
	t.roles[present.Accent] = style(accent)
	for i, tint := range p.tints {
		t.roles[present.Tint+present.Role(i)] = style(ansi.NewStyle().ForegroundColor(tint))
	}
	t.roles[present.Note] = style(accent.Faint())
	if p.ground == nil {
		t.roles[present.Note] = style(accent)
	}
	return t
}

// litGround is how what was asked for is set in the row that is selected.
func litGround(p palette) ansi.Style {
	bold := ansi.NewStyle().Bold()
	if p.ground == nil {
		return bold.Reverse(true)
	}
	return bold.ForegroundColor(p.accent).BackgroundColor(p.ground)
}

func colourless(isDark bool) *Theme {
	bold, faint, reverse := ansi.NewStyle().Bold(), ansi.NewStyle().Faint(), ansi.NewStyle().Reverse(true)
	t := &Theme{
		Dark: isDark, Brand: style(bold), Strong: style(bold), Muted: style(faint), Accent: style(bold),
		Warning: style(bold), Rule: style(faint), Key: style(bold), Tab: Style{}, TabOn: style(reverse.Bold()),
		Header: style(faint), Selected: style(reverse), Resting: style(bold), Bar: style(bold),
		Focus: style(reverse), Match: style(bold),
		Lit: style(bold.Underline(true)), LitSelected: style(reverse.Underline(true)), LitResting: style(bold.Underline(true)),
	}
	t.setRoles(style(ansi.NewStyle().Italic(true)))
	t.roles[present.LinkText] = style(ansi.NewStyle().Underline(true))
	t.roles[present.Accent] = style(bold)
	t.roles[present.Note] = Style{}
	return t
}

// setRoles gives the roles of a page the styles that the theme has for them.
func (t *Theme) setRoles(quoted Style) {
	t.roles[present.Title] = t.Strong
	t.roles[present.Subtitle] = t.Muted
	t.roles[present.Muted] = t.Muted
	t.roles[present.Label] = t.Muted
	t.roles[present.Qualifier] = t.Muted
	t.roles[present.Warning] = t.Warning
	t.roles[present.Heading] = t.Strong
	t.roles[present.QuotedText] = quoted
	t.roles[present.Lit] = t.Lit
	t.roles[present.Strong] = t.Strong
	t.roles[present.Faint] = t.Rule
}

func style(s ansi.Style) Style { return Style{s.String(), ansi.ResetStyle} }

// Role returns the style of a span's role.
func (t *Theme) Role(r present.Role) Style { return t.roles[r] }

// Markdown returns the colours that a Markdown body is set in, as #rrggbb;
// empty ones where the terminal's own serve.
func (t *Theme) Markdown() (accent, muted string) {
	if t.roles[present.LinkText].open == ansi.NewStyle().Underline(true).String() {
		return "", ""
	}
	if t.Dark {
		return "#6CB8A8", "#8A8F9E"
	}
	return "#0B6B5D", "#6A6F7B"
}
