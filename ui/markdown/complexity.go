package markdown

import "strings"

// The time of the parser is quadratic in the containers that a line opens, in the
// brackets of a paragraph, and in the columns and rows of a table. Texts with more
// than this are laid out unparsed.
const (
	maxNesting  = 40
	maxBrackets = 4000
	maxCells    = 100_000 // of one table, the missing ones included
)

// isTooComplex reports whether a text would take the parser long.
func isTooComplex(source string) bool {
	brackets, columns, rows := 0, 0, 0
	for line := range strings.SplitSeq(source, "\n") {
		text := strings.TrimLeft(line, " \t>-+*0123456789.)")
		marks := line[:len(line)-len(text)]
		if strings.Trim(line, " \t>") == "" {
			brackets, columns, rows = 0, 0, 0
		}
		if strings.Trim(text, "|:- ") == "" {
			columns = max(columns, strings.Count(line, "|")+1)
		}
		if rows++; columns*rows > maxCells {
			return true
		}
		if strings.Count(marks, ">")+strings.Count(marks, "- ")+strings.Count(marks, "+ ")+strings.Count(marks, "* ")+
			strings.Count(marks, ". ")+strings.Count(marks, ") ") > maxNesting {
			return true
		}
		if brackets += strings.Count(line, "[") + strings.Count(line, "]"); brackets > maxBrackets {
			return true
		}
	}
	return false
}
