package widget

import (
	"charm.land/bubbles/v2/progress"

	"rihla/ui/theme"
)

// Progress draws a bar of width cells, of which a part from 0 to 1 is done.
func Progress(t *theme.Theme, part float64, width int) string {
	bar := progress.New(progress.WithoutPercentage(), progress.WithWidth(width), progress.WithFillCharacters('━', '─'), progress.WithColors(t.Palette.Accent))
	bar.EmptyColor = t.Palette.Rule
	return bar.ViewAs(part)
}
