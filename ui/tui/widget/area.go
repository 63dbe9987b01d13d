package widget

import (
	"strings"

	"rihla/ui/safe"
)

// SetLong has the field hold line breaks, and its lines be wrapped.
func (f *Field) SetLong() { f.isLong = true }

// IsLong reports whether the field holds line breaks.
func (f *Field) IsLong() bool { return f.isLong }

// BreakLine puts a line break at the caret of a long field.
func (f *Field) BreakLine() { f.insert("\n") }

// lines returns pasted text with line breaks and tabs as they are.
func lines(text string) string {
	parts := strings.Split(text, "\t")
	for i := range parts {
		parts[i] = safe.Text(parts[i])
	}
	return strings.Join(parts, "\t")
}

// wrappedRow is a wrapped line of a long field, in bytes: without the line break, or the space at
// which it is wrapped.
type wrappedRow struct{ from, to int }

// wrapping is the rows of a text at a width, which are kept between keys.
type wrapping struct {
	of    string
	width int
	rows  []wrappedRow
}

// rows returns the text wrapped at the width of the field. The caret may stand in the cell
// behind it.
func (f *Field) rows() []wrappedRow {
	w := &f.wrapped
	if len(w.rows) > 0 && w.width == f.width && w.of == f.text {
		return w.rows
	}
	w.of, w.width, w.rows = f.text, f.width, nil
	for from := 0; from <= len(f.text); {
		end := len(f.text)
		if at := strings.IndexByte(f.text[from:], '\n'); at >= 0 {
			end = from + at
		}
		f.wrapLine(from, end)
		from = end + 1
	}
	return w.rows
}

// wrapLine adds the rows of one line of the text.
func (f *Field) wrapLine(from, end int) {
	w := &f.wrapped
	used, space := 0, -1
	for at := from; at < end; {
		next := f.after(at)
		cells := safe.Width(safe.Line(f.text[at:next]))
		switch {
		case used+cells <= max(1, f.width):
			if used += cells; f.text[at] == ' ' {
				space = at
			}
			at = next
			continue
		case f.text[at] == ' ':
			w.rows = append(w.rows, wrappedRow{from, at})
			at = next
		case space > from:
			w.rows = append(w.rows, wrappedRow{from, space})
			at = space + 1
		default:
			if at == from { // wider than the field
				at = next
			}
			w.rows = append(w.rows, wrappedRow{from, at})
		}
		from, used, space = at, 0, -1
	}
	w.rows = append(w.rows, wrappedRow{from, end})
}

// rowOf returns the index of the row of the caret.
func (f *Field) rowOf() int {
	rows := f.rows()
	n := 0
	for n+1 < len(rows) && rows[n+1].from <= f.caret {
		n++
	}
	return n
}

// MoveRows moves the caret by rows. It reports false at the first or last row.
func (f *Field) MoveRows(by int) bool {
	rows, at := f.rows(), f.rowOf()
	to := max(0, min(len(rows)-1, at+by))
	if to == at {
		return false
	}
	column := f.cells(rows[at].from, f.caret)
	f.caret = rows[to].from
	for f.caret < rows[to].to {
		next := f.after(f.caret)
		if f.cells(rows[to].from, next) > column {
			break
		}
		f.caret = next
	}
	return true
}

// Rows draws the rows of a long field round the caret, at most most of them, in a cell more
// than its width. It returns the number of the first and of all rows.
func (f *Field) Rows(most int) (lines []string, first, all int) {
	rows, at := f.rows(), f.rowOf()
	f.top = max(min(f.top, at), at-most+1)
	f.top = max(0, min(f.top, len(rows)-most))
	for n := f.top; n < min(len(rows), f.top+most); n++ {
		r := rows[n]
		text, mark, rest := safe.Line(f.text[r.from:r.to]), "", ""
		if n == at {
			caret := min(f.caret, r.to)
			text, mark, rest = safe.Line(f.text[r.from:caret]), atCaret.mark(), safe.Line(f.text[caret:r.to])
		}
		lines = append(lines, text+mark+rest+safe.Spaces(f.width+1-safe.Width(text)-safe.Width(rest)))
	}
	return lines, f.top, len(rows)
}

// lineStart returns the beginning of the line of an offset.
func (f *Field) lineStart(at int) int { return strings.LastIndexByte(f.text[:at], '\n') + 1 }

// lineEnd returns the end of the line of an offset.
func (f *Field) lineEnd(at int) int {
	if end := strings.IndexByte(f.text[at:], '\n'); end >= 0 {
		return at + end
	}
	return len(f.text)
}
