package rich

import "rihla/ui/safe"

// The cells between two entries of a legend: fewer where wide gaps do not hold all.
const (
	wideGap   = 3
	narrowGap = 2
	moreMark  = " …"
)

// Legend lays out entries, each a sign and its meaning, on at most most lines of width
// cells. An entry is not divided, and cut only where it is wider than a line. The last
// line ends with an ellipsis if there are more entries.
func Legend(entries [][]Span, width, most int) []Line {
	lines, isWhole := layLegend(entries, width, most, wideGap)
	if !isWhole {
		lines, _ = layLegend(entries, width, most, narrowGap)
	}
	return lines
}

// layLegend returns Legend with given gaps, and whether it holds all entries.
func layLegend(entries [][]Span, width, most, gap int) (lines []Line, isWhole bool) {
	if width <= 0 || most <= 0 {
		return nil, len(entries) == 0
	}
	var line []Span
	for i, entry := range entries {
		entry = Cut(entry, width)
		need := Width(entry)
		if len(line) > 0 {
			need += Width(line) + gap
		}
		room := width
		if len(lines) == most-1 && i < len(entries)-1 {
			room -= safe.Width(moreMark)
		}
		switch {
		case need <= room && len(line) > 0:
			line = append(append(line, Blank(gap)), entry...)
		case need <= room:
			line = entry
		case len(lines) == most-1:
			return append(lines, Line{Spans: Cut(append(line, NewSpan(Muted, moreMark)), width)}), false
		default:
			lines = append(lines, Line{Spans: line})
			line = entry
		}
	}
	return append(lines, Line{Spans: line}), true
}
