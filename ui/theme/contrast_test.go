package theme_test

import (
	"image/color"
	"math"
	"testing"

	"charm.land/lipgloss/v2"

	"rihla/ui/theme"
)

// lineContrast is the minimum contrast ratio of connecting lines by WCAG 2.2, criterion 1.4.11.
// Separators are exempt.
const lineContrast = 3

func TestContrastIsThatOfTheStandard(t *testing.T) {
	black, white, grey := lipgloss.Color("#000000"), lipgloss.Color("#FFFFFF"), lipgloss.Color("#767676")
	for _, c := range []struct {
		a, b color.Color
		want float64
	}{{black, white, 21}, {white, black, 21}, {grey, white, 4.54}, {white, white, 1}} {
		if got := theme.Contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("contrast of %s on %s: %.2f, want %.2f", theme.Hex(c.a), theme.Hex(c.b), got, c.want)
		}
	}
}

func TestTextIsReadOnEveryBackground(t *testing.T) {
	for name, p := range map[string]theme.Palette{"dark": theme.Dark, "light": theme.Light, "print": theme.Print()} {
		text := map[string]color.Color{"ink": p.Ink, "accent": p.Accent, "muted": p.Muted, "note": p.Note, "warning": p.Warning}
		for i, tint := range p.Tints {
			text["tint "+string(rune('1'+i))] = tint
		}
		for on, paper := range map[string]color.Color{"paper": p.Paper, "selection": p.Selection} {
			for role, c := range text {
				if got := theme.Contrast(c, paper); got < theme.TextContrast {
					t.Errorf("%s: %s %s on %s: %.2f, want %.1f", name, role, theme.Hex(c), on, got, theme.TextContrast)
				}
			}
		}
		if got := theme.Contrast(p.Wire, p.Paper); got < lineContrast {
			t.Errorf("%s: wire %s: %.2f, want %d", name, theme.Hex(p.Wire), got, lineContrast)
		}
	}
}
