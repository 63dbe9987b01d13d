package theme

import (
	"fmt"
	"image/color"

	"charm.land/lipgloss/v2"

	"rihla/ui/rich"
)

// Palette is the colours of one background. A nil colour leaves the reader's
// own.
type Palette struct {
	Ink, Paper color.Color // text and its background, where they are set
	Accent     color.Color
	Muted      color.Color
	Note       color.Color // signs of evidence
	Warning    color.Color
	Selection  color.Color // background of what is selected
	Rule       color.Color // lines that divide
	Wire       color.Color // lines that connect
	Tints      [rich.Tints]color.Color
}

// The palettes of everything that is written: terminals with at least 256
// colours, SVG, DOT and HTML.
var (
	Dark = Palette{
		Ink: lipgloss.Color("#DCDFE4"), Paper: lipgloss.Color("#16181D"),
		Accent: lipgloss.Color("#6CB8A8"), Muted: lipgloss.Color("#959AA9"), Note: lipgloss.Color("#6AA99B"), Warning: lipgloss.Color("#E3A857"),
		Selection: lipgloss.Color("#263238"), Rule: lipgloss.Color("#4A5060"), Wire: lipgloss.Color("#646B7A"),
		Tints: [...]color.Color{
			lipgloss.Color("#7FB4E6"), lipgloss.Color("#E6A07F"), lipgloss.Color("#B9A3EB"),
			lipgloss.Color("#9CC46B"), lipgloss.Color("#E38FB4"), lipgloss.Color("#D6C26A"),
		},
	}
	Light = Palette{
		Ink: lipgloss.Color("#1F2430"), Paper: lipgloss.Color("#FFFFFF"),
		Accent: lipgloss.Color("#0B6B5D"), Muted: lipgloss.Color("#636872"), Note: lipgloss.Color("#1F7466"), Warning: lipgloss.Color("#9A4B00"),
		Selection: lipgloss.Color("#DDEBE6"), Rule: lipgloss.Color("#C2C6CC"), Wire: lipgloss.Color("#8C939F"),
		Tints: [...]color.Color{
			lipgloss.Color("#1F5FA8"), lipgloss.Color("#A8461F"), lipgloss.Color("#6B46B0"),
			lipgloss.Color("#4B7316"), lipgloss.Color("#A8306B"), lipgloss.Color("#7A6200"),
		},
	}
)

// Print returns the palette of a printed page.
func Print() Palette {
	p := Light
	p.Ink, p.Muted, p.Rule = lipgloss.Color("#000000"), lipgloss.Color("#444444"), lipgloss.Color("#AAAAAA")
	return p
}

// The palettes of terminals with sixteen colours, whose background is theirs.
var (
	darkSixteen = Palette{
		Accent: lipgloss.Cyan, Muted: lipgloss.BrightBlack, Warning: lipgloss.Yellow, Rule: lipgloss.BrightBlack,
		Tints: [...]color.Color{lipgloss.BrightBlue, lipgloss.BrightRed, lipgloss.BrightMagenta, lipgloss.BrightGreen, lipgloss.BrightYellow, lipgloss.BrightWhite},
	}
	lightSixteen = Palette{
		Accent: lipgloss.Blue, Muted: lipgloss.BrightBlack, Warning: lipgloss.Red, Rule: lipgloss.BrightBlack,
		Tints: [...]color.Color{lipgloss.Blue, lipgloss.Red, lipgloss.Magenta, lipgloss.Green, lipgloss.Cyan, lipgloss.Black},
	}
)

// Hex returns a colour as CSS and Graphviz write it, #rrggbb.
func Hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
