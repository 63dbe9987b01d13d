// Package theme holds every colour, style and border, as Lip Gloss has them,
// for the terminal, SVG, DOT and HTML; nothing else names a colour. It lays
// nothing out.
//
// Frames are drawn with the escapes of a style, taken from it once (see
// [Style]), since the Render of Lip Gloss lays out each text anew. 60 rows of 8
// spans took 59 µs so, 1,384 µs by Render, and 77 µs with escapes written in the
// program (go test -run '^$' -bench Frame ./ui/theme, one run on two cores).
package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"rihla/ui/rich"
)

// Theme is the styles of one sort of terminal. Nothing is told by colour alone:
// whatever has a colour has a weight, a mark or a place too.
type Theme struct {
	Palette Palette // zero where there are no colours
	Dark    bool
	Plain   Style // no style at all

	Brand           Style // the program's name
	Strong          Style // what the eye should find first
	Muted           Style
	Accent          Style
	Warning         Style
	Rule            Style
	Key             Style // a key in a hint
	Tab             Style
	TabActive       Style // the active tab
	Header          Style // titles of columns
	Selected        Style // the selected row, where the focus is
	SelectedBlurred Style // the same where the focus is elsewhere
	Bar             Style // the bar left of the selected row
	Focus           Style // the selected link
	Match           Style // the input
	Highlight       Style // the words that were searched, highlighted

	HighlightSelected Style // the same in the selected row
	HighlightBlurred  Style

	// FollowsLinks is whether the terminal knows what web address a text stands for,
	// if it is told (OSC 8).
	FollowsLinks bool

	roles [rich.Tint + rich.Tints]Style
}

// New returns the theme for a dark or a light background and the colours of a
// terminal.
func New(isDark bool, profile colorprofile.Profile) *Theme {
	switch {
	case profile < colorprofile.ANSI:
		return colourless(isDark)
	case profile == colorprofile.ANSI && isDark:
		return coloured(isDark, darkSixteen)
	case profile == colorprofile.ANSI:
		return coloured(isDark, lightSixteen)
	case isDark:
		return coloured(isDark, Dark)
	}
	return coloured(isDark, Light)
}

var (
	plain     = lipgloss.NewStyle()
	bold      = plain.Bold(true)
	faint     = plain.Faint(true)
	italic    = plain.Italic(true)
	reverse   = plain.Reverse(true)
	underline = plain.Underline(true)
)

func ink(c color.Color) lipgloss.Style { return plain.Foreground(c) }

func coloured(isDark bool, p Palette) *Theme {
	accent, muted := ink(p.Accent), ink(p.Muted)
	note, code, selected, lit := accent, accent, bold.Reverse(true), bold.Reverse(true)
	if p.Selection != nil {
		note, code, selected, lit = ink(p.Note), plain.Background(p.Selection), bold.Background(p.Selection), accent.Bold(true).Background(p.Selection)
	}
	t := &Theme{
		Palette: p, Dark: isDark,
		Brand: NewStyle(accent.Bold(true)), Strong: NewStyle(bold), Muted: NewStyle(muted), Accent: NewStyle(accent),
		Warning: NewStyle(ink(p.Warning)), Rule: NewStyle(ink(p.Rule)), Key: NewStyle(accent),
		Tab: NewStyle(muted), TabActive: NewStyle(accent.Bold(true).Underline(true)), Header: NewStyle(muted),
		Selected: NewStyle(selected), SelectedBlurred: NewStyle(bold), Bar: NewStyle(accent),
		Focus: NewStyle(accent.Bold(true).Reverse(true)), Match: NewStyle(accent),
		Highlight: NewStyle(accent.Bold(true).Underline(true)), HighlightSelected: NewStyle(lit.Underline(true)), HighlightBlurred: NewStyle(bold.Underline(true)),
	}
	t.setRoles(accent, note, code)
	for i, tint := range p.Tints {
		t.roles[rich.Tint+rich.Role(i)] = NewStyle(ink(tint))
	}
	return t
}

func colourless(isDark bool) *Theme {
	t := &Theme{
		Dark: isDark, Brand: NewStyle(bold), Strong: NewStyle(bold), Muted: NewStyle(faint), Accent: NewStyle(bold),
		Warning: NewStyle(bold), Rule: NewStyle(faint), Key: NewStyle(bold), TabActive: NewStyle(reverse.Bold(true)),
		Header: NewStyle(faint), Selected: NewStyle(reverse), SelectedBlurred: NewStyle(bold), Bar: NewStyle(bold),
		Focus: NewStyle(reverse), Match: NewStyle(bold),
		Highlight: NewStyle(bold.Underline(true)), HighlightSelected: NewStyle(reverse.Underline(true)), HighlightBlurred: NewStyle(bold.Underline(true)),
	}
	t.setRoles(underline, plain, faint)
	return t
}

// setRoles gives the roles of a page the styles of the theme.
func (t *Theme) setRoles(link, note, code lipgloss.Style) {
	t.roles = [...]Style{
		rich.Title:      t.Strong,
		rich.Subtitle:   t.Muted,
		rich.Muted:      t.Muted,
		rich.Label:      t.Muted,
		rich.LinkText:   NewStyle(link),
		rich.Qualifier:  t.Muted,
		rich.Note:       NewStyle(note),
		rich.Warning:    t.Warning,
		rich.Heading:    t.Strong,
		rich.QuotedText: NewStyle(italic),
		rich.Highlight:  t.Highlight,
		rich.Strong:     t.Strong,
		rich.Faint:      t.Rule,
		rich.Accent:     t.Accent,

		rich.Emphasis:       NewStyle(italic),
		rich.StrongEmphasis: NewStyle(italic.Bold(true)),
		rich.Struck:         NewStyle(plain.Strikethrough(true)),
		rich.Code:           NewStyle(code),

		rich.Tint + rich.Tints - 1: {},
	}
}

// Role returns the style of a span's role.
func (t *Theme) Role(r rich.Role) Style { return t.roles[r] }

// Line renders a line, each span in the style of its role.
func (t *Theme) Line(line rich.Line) string {
	var b strings.Builder
	for _, span := range line.Spans {
		b.WriteString(t.Span(span))
	}
	return b.String()
}

// Span renders a span in the style of its role.
func (t *Theme) Span(s rich.Span) string {
	text := t.Role(s.Role).Render(s.Text)
	if t.FollowsLinks && s.Target != "" {
		return NewStyle(lipgloss.NewStyle().Hyperlink(s.Target)).Render(text)
	}
	return text
}
