package widget

import "rihla/ui/rich"

// InsetWidth returns the cells that Inset leaves for text in a page of width cells. A
// narrow page has no margin on the right.
func InsetWidth(width int) int {
	const narrow = 60
	if width < narrow {
		return max(0, width-leftMargin(width))
	}
	return width - 2*leftMargin(width)
}

// Inset moves lines of at most InsetWidth cells in, so that the text around a picture
// stands below that of the top line.
func Inset(lines []rich.Line, width int) []rich.Line {
	out := make([]rich.Line, len(lines))
	for i, line := range lines {
		out[i].Spans = append([]rich.Span{rich.Blank(leftMargin(width))}, line.Spans...)
	}
	return out
}

// leftMargin returns the free cells before text: none where a page is too narrow.
func leftMargin(width int) int { return max(0, min(1, (width-1)/2)) }
