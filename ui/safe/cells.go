package safe

import (
	"iter"
	"unicode/utf8"
)

// Cells yields each character of a text with the marks that combine with it, and
// its width in cells. The widths add up to Width. The text holds no escapes.
func Cells(s string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for len(s) > 0 {
			_, n := utf8.DecodeRuneInString(s)
			width := Width(s[:n])
			for n < len(s) && s[n] >= utf8.RuneSelf {
				_, more := utf8.DecodeRuneInString(s[n:])
				if Width(s[n:n+more]) > 0 {
					break
				}
				n += more
			}
			if !yield(s[:n], width) {
				return
			}
			s = s[n:]
		}
	}
}
