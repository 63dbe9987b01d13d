package detail

import (
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// manyFields is the number of fields from which on a page says how many there are
// and begins with the names of its tables.
const manyFields = 100

// extent counts the fields of sections, and the tables that they stand in.
func extent(sections []present.Section) (fields, tables int) {
	for _, s := range sections {
		for _, g := range s.Groups {
			if len(g.Items) > 0 {
				fields++
			}
		}
		if s.Heading != "" {
			tables++
		}
	}
	return fields, tables
}

// extentOf says how many fields and tables a long page has; nothing of another.
func extentOf(v present.Voice, sections []present.Section) []string {
	fields, tables := extent(sections)
	if fields < manyFields {
		return nil
	}
	out := []string{v.Words.Count(fields, words.FieldCount)}
	if tables > 0 {
		out = append(out, v.Words.Count(tables, words.TableCount))
	}
	return out
}

// tables lists the tables of a long page on one line: as many of the first as fit,
// and the last.
func (l *layout) tables(sections []present.Section) {
	var names []string
	for _, s := range sections {
		if s.Heading != "" {
			names = append(names, s.Heading)
		}
	}
	if fields, _ := extent(sections); fields < manyFields || len(names) < 2 {
		return
	}
	l.blank()
	l.add([]rich.Span{rich.NewSpan(rich.Muted, firstAndLast(names, l.width))})
}

// firstAndLast joins as many of the first names as fit in a width with the last one.
// A width too small for two shows the first.
func firstAndLast(names []string, width int) string {
	last := len(names) - 1
	out := names[0]
	for i := 1; i < last; i++ {
		next := out + rich.Separator + names[i]
		if safe.Width(next+rich.Separator+skipped+rich.Separator+names[last]) > width {
			if whole := out + rich.Separator + skipped + rich.Separator + names[last]; safe.Width(whole) <= width {
				return whole
			}
			return safe.CutName(out, width)
		}
		out = next
	}
	return safe.Cut(out+rich.Separator+names[last], width)
}

// skipped stands for the names between the first and the last.
const skipped = "…"
