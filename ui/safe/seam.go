package safe

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// seams are the characters after which a word that is too long for a line may be
// broken: the separators of dotted names, paths and addresses.
const seams = "/-._&?"

// Break splits a word that is wider than a line of n cells: head takes at most n
// cells and ends after a separator, so that no part of a name is broken, unless a
// part is itself wider than a line. The head of a word that fits is all of it; one
// whose first character does not fit is empty. The cost is that of one line.
func Break(word string, n int) (head, rest string) {
	end := len(Prefix(word, n))
	if end == len(word) {
		return word, ""
	}
	at := strings.LastIndexAny(word[:end], seams) + 1
	if at == 0 || at < end/2 && Width(word[at:partEnd(word, at, n)]) > n {
		return word[:end], word[end:]
	}
	return word[:at], word[at:]
}

// Prefix returns the longest prefix of s that takes at most n cells and divides no
// cluster of code points, as a flag. Its cost does not depend on the length of s.
func Prefix(s string, n int) string {
	end, used := 0, 0
	for n >= 0 && end < len(s) {
		cluster, _ := ansi.FirstGraphemeCluster(s[end:min(len(s), end+maxBytes(n))], ansi.WcWidth)
		if used += Width(cluster); used > n {
			break
		}
		end += len(cluster)
	}
	return s[:end]
}

// partEnd returns the end of the part of a word that begins at an offset, or a
// place beyond n cells.
func partEnd(word string, from, n int) int {
	to := min(len(word), from+maxBytes(n))
	if at := strings.IndexAny(word[from:to], seams); at >= 0 {
		return from + at + 1
	}
	return to
}

// WidestPart returns the width in cells of the widest part of a name that is never
// broken: what stands between spaces and separators, with the separator after it.
func WidestPart(name string) int {
	widest := 0
	for word := range strings.FieldsSeq(name) {
		for word != "" {
			end := strings.IndexAny(word, seams) + 1
			if end == 0 {
				end = len(word)
			}
			widest = max(widest, Width(word[:end]))
			word = word[end:]
		}
	}
	return widest
}

// CutName shortens a dotted name to n cells. What remains is its last parts, which
// tell the fields of one table apart, after an ellipsis; a name whose last part does
// not fit is cut as any text. Dots of a value after the name do not part it.
func CutName(name string, n int) string {
	if Width(name) <= n {
		return name
	}
	for rest := name; ; {
		at := strings.IndexAny(rest, ". ")
		if at < 0 || rest[at] == ' ' || at == len(rest)-1 {
			return Cut(name, n)
		}
		rest = rest[at+1:]
		if cut := ellipsis + rest; Width(cut) <= n {
			return cut
		}
	}
}

// breakWords sets line breaks into the words of a text that are wider than n cells
// and have parts. A text with escapes is left as it is.
func breakWords(s string, n int) string {
	if len(s) <= n || strings.Contains(s, "\x1b") {
		return s
	}
	var b strings.Builder
	for s != "" {
		end := strings.IndexAny(s, " \n")
		if end < 0 {
			end = len(s)
		}
		word := s[:end]
		for len(word) > n && strings.ContainsAny(word, seams) {
			head, rest := Break(word, n)
			if head == "" || rest == "" {
				break
			}
			b.WriteString(head)
			b.WriteByte('\n')
			word = rest
		}
		b.WriteString(word)
		after := min(end+1, len(s))
		b.WriteString(s[end:after])
		s = s[after:]
	}
	return b.String()
}
