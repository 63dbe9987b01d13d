package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Skin is a named colour scheme of the explorer.
type Skin struct {
	Name string
	Palettes
	// On is the background that the skin is designed for; AnyBackground follows the terminal.
	On Background
	// IsTerminals is whether the skin uses the sixteen ANSI colours of the terminal.
	IsTerminals bool
}

// Background is the background that a skin is designed for.
type Background uint8

// The backgrounds.
const (
	AnyBackground Background = iota
	DarkBackground
	LightBackground
)

// The names of the built-in skins. UsualSkin is dark or light, depending on the background of
// the terminal.
const (
	UsualSkin        = "auto"
	DarkSkin         = "dark"
	LightSkin        = "light"
	HighContrastSkin = "high-contrast"
	TerminalSkin     = "terminal"
)

// Skins returns the built-in skins, the default first.
func Skins() []Skin {
	return []Skin{
		{Name: UsualSkin, Palettes: Usual()},
		{Name: DarkSkin, Palettes: Usual(), On: DarkBackground},
		{Name: LightSkin, Palettes: Usual(), On: LightBackground},
		{Name: HighContrastSkin, Palettes: Palettes{highDark, highLight}},
		{Name: TerminalSkin, Palettes: Usual(), IsTerminals: true},
	}
}

// Theme returns the theme of the skin for a terminal with a dark or light background and a
// colour profile.
func (s Skin) Theme(isDark bool, profile colorprofile.Profile) *Theme {
	if s.On != AnyBackground {
		isDark = s.On == DarkBackground
	}
	if s.IsTerminals {
		profile = min(profile, colorprofile.ANSI)
	}
	return s.New(isDark, profile)
}

// The high-contrast palettes: text has a ratio of at least 7, by WCAG 2.2, criterion 1.4.6.
var (
	highDark = Palette{
		Ink: lipgloss.Color("#FFFFFF"), Paper: lipgloss.Color("#000000"),
		Accent: lipgloss.Color("#6FFFE9"), Muted: lipgloss.Color("#D5D9E0"), Note: lipgloss.Color("#8CF5DF"), Warning: lipgloss.Color("#FFD166"),
		Selection: lipgloss.Color("#003650"), Rule: lipgloss.Color("#9AA3B5"), Wire: lipgloss.Color("#B4BCCB"),
		Tints: [...]color.Color{
			lipgloss.Color("#8FD0FF"), lipgloss.Color("#FFB38A"), lipgloss.Color("#D9C2FF"),
			lipgloss.Color("#B9F27C"), lipgloss.Color("#FFA8D5"), lipgloss.Color("#FFE97A"),
		},
	}
	highLight = Palette{
		Ink: lipgloss.Color("#000000"), Paper: lipgloss.Color("#FFFFFF"),
		Accent: lipgloss.Color("#004B40"), Muted: lipgloss.Color("#363B44"), Note: lipgloss.Color("#004B42"), Warning: lipgloss.Color("#6B2E00"),
		Selection: lipgloss.Color("#CFE8DF"), Rule: lipgloss.Color("#6A717D"), Wire: lipgloss.Color("#565D69"),
		Tints: [...]color.Color{
			lipgloss.Color("#003E7E"), lipgloss.Color("#7A2400"), lipgloss.Color("#42207F"),
			lipgloss.Color("#2C4A00"), lipgloss.Color("#75104A"), lipgloss.Color("#4A3B00"),
		},
	}
)
