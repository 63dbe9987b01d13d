package markdown

import "strings"

// The parser takes time that grows with the square of what is nested in a line, or
// bracketed in a paragraph. What has more than these is shown as it is written.
const (
	mostNested    = 40
	mostBracketed = 4000
)

// isExcessive reports whether a text would take the parser long.
func isExcessive(source string) bool {
	brackets := 0
	for line := range strings.SplitSeq(source, "\n") {
		text := strings.TrimLeft(line, " \t>-+*0123456789.)")
		marks := line[:len(line)-len(text)]
		if text == "" {
			brackets = 0
		}
		if strings.Count(marks, ">")+strings.Count(marks, "- ")+strings.Count(marks, "+ ")+strings.Count(marks, "* ")+
			strings.Count(marks, ". ")+strings.Count(marks, ") ") > mostNested {
			return true
		}
		if brackets += strings.Count(line, "[") + strings.Count(line, "]"); brackets > mostBracketed {
			return true
		}
	}
	return false
}
