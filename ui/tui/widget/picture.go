package widget

import (
	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/theme"
)

// DrawPicture draws the lines of a picture, the link that is selected on a
// ground of its own; -1 is none.
func DrawPicture(t *theme.Theme, lines []rich.Line, selected int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = drawLine(t, line, selected, new(query.Highlighter))
	}
	return out
}
