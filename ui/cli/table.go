package cli

import (
	"rihla/model/export"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// printRows prints a table in the chosen format.
func (a *app) printRows(titles []string, rows [][]string, numeric map[int]bool) error {
	switch a.format {
	case asCSV, asTSV:
		return a.printSeparated(titles, rows)
	}
	widths := make([]int, len(titles))
	for i, title := range titles {
		widths[i] = safe.Width(title)
		for _, row := range rows {
			widths[i] = max(widths[i], safe.Width(row[i]))
		}
	}
	const gap = 2
	if a.isTerminal() {
		fit(widths, a.screen()-gap*(len(widths)-1))
	}
	var lines []rich.Line
	row := func(cells []string, role rich.Role) {
		var spans []rich.Span
		for i, cell := range cells {
			text := safe.Pad(cell, widths[i])
			if numeric[i] {
				text = safe.PadLeft(cell, widths[i])
			}
			if i > 0 {
				text = safe.Spaces(gap) + text
			}
			spans = append(spans, rich.Span{Text: text, Role: role, Link: -1})
		}
		lines = append(lines, rich.Line{Spans: spans})
	}
	header := make([]string, len(titles))
	for i, title := range titles {
		header[i] = safe.CutName(title, widths[i])
	}
	if !a.noHeader {
		row(header, rich.Muted)
	}
	for _, cells := range rows {
		row(cells, rich.Plain)
	}
	return a.print(lines)
}

// fit narrows columns to a total width: the widest after the second first, then
// the first column, the second, with the name, last.
func fit(widths []int, room int) {
	const least = 12
	over := -room
	for _, w := range widths {
		over += w
	}
	for over > 0 {
		widest := -1
		for i := 2; i < len(widths); i++ {
			if widths[i] > least && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		switch {
		case widest >= 0:
		case widths[0] > least:
			widest = 0
		case len(widths) > 1 && widths[1] > least:
			widest = 1
		default:
			return
		}
		widths[widest]--
		over--
	}
}

func (a *app) printSeparated(titles []string, rows [][]string) error {
	if !a.noHeader {
		rows = append([][]string{titles}, rows...)
	}
	rows = safe.Values(rows)
	if a.format == asTSV {
		return export.TSV(a.out, rows)
	}
	return export.CSV(a.out, rows)
}
