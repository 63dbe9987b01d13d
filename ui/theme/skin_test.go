package theme_test

import (
	"image/color"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"rihla/ui/theme"
)

// TestEverySkinIsRead checks the contrast of text on the background and on the selection: 4.5,
// or 7 in the high-contrast skins (WCAG 2.2, criteria 1.4.3 and 1.4.6).
func TestEverySkinIsRead(t *testing.T) {
	for _, s := range theme.Skins() {
		if s.IsTerminals {
			continue // the terminal defines its colours
		}
		least := theme.TextContrast
		if s.Name == theme.HighContrastSkin {
			least = 7
		}
		for _, p := range []theme.Palette{s.Dark, s.Light} {
			for _, paper := range []color.Color{p.Paper, p.Selection} {
				for _, c := range append([]color.Color{p.Ink, p.Accent, p.Muted, p.Note, p.Warning}, p.Tints[:]...) {
					if got := theme.Contrast(c, paper); got < least {
						t.Errorf("%s: %s on %s has a contrast of %.2f, not %.1f", s.Name, theme.Hex(c), theme.Hex(paper), got, least)
					}
				}
			}
			if got := theme.Contrast(p.Wire, p.Paper); got < lineContrast {
				t.Errorf("%s: lines that connect have a contrast of %.2f", s.Name, got)
			}
		}
	}
}

func TestASkinKnowsItsBackground(t *testing.T) {
	accents := map[string][2]color.Color{ // for a dark and a light background
		theme.UsualSkin: {theme.Dark.Accent, theme.Light.Accent}, theme.DarkSkin: {theme.Dark.Accent, theme.Dark.Accent}, theme.LightSkin: {theme.Light.Accent, theme.Light.Accent},
		theme.HighContrastSkin: {lipgloss.Color("#6FFFE9"), lipgloss.Color("#004B40")}, theme.TerminalSkin: {lipgloss.Cyan, lipgloss.Blue},
	}
	for _, s := range theme.Skins() {
		want := accents[s.Name]
		if dark, light := s.Theme(true, colorprofile.TrueColor), s.Theme(false, colorprofile.TrueColor); dark.Palette.Accent != want[0] || light.Palette.Accent != want[1] {
			t.Errorf("%s: the accents are %v and %v", s.Name, dark.Palette.Accent, light.Palette.Accent)
		}
		if bare := s.Theme(true, colorprofile.ASCII); bare.Palette != (theme.Palette{}) {
			t.Errorf("%s has colours where there are none", s.Name)
		}
	}
}
