package safe

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// ellipsis ends a text that was cut.
const ellipsis = "…"

// maxBytes bounds the bytes that n cells can take, so that a text of a megabyte is
// not measured to its end.
func maxBytes(n int) int { return 64 * (n + 2) }

// Width returns the width of a text in cells; escapes take none. It counts as
// wcwidth does, as terminals draw sanitised text unless they grant mode 2027.
func Width(s string) int {
	if isPlain(s) {
		return len(s)
	}
	return ansi.StringWidthWc(s)
}

// Cut shortens a text to at most n cells, the last of which is an ellipsis where
// it was cut. Escapes stay whole.
func Cut(s string, n int) string {
	if n <= 0 {
		return ""
	}
	if isPlain(s) {
		if len(s) <= n {
			return s
		}
		return s[:n-1] + ellipsis
	}
	if most := maxBytes(n); len(s) > most && !strings.Contains(s, "\x1b") {
		for !utf8.RuneStart(s[most]) {
			most--
		}
		s = s[:most] + ellipsis + ellipsis
	}
	if ansi.StringWidthWc(s) <= n {
		return s
	}
	// TruncateWc cuts by clusters, which may measure more by characters.
	for most := n; most > 0; most-- {
		if cut := ansi.TruncateWc(s, most, ellipsis); ansi.StringWidthWc(cut) <= n {
			return cut
		}
	}
	return ellipsis
}

// Pad cuts a text to n cells, or pads it with spaces on the right.
func Pad(s string, n int) string {
	s = Cut(s, n)
	return s + Spaces(n-Width(s))
}

// PadLeft cuts a text to n cells, or pads it with spaces on the left.
func PadLeft(s string, n int) string {
	s = Cut(s, n)
	return Spaces(n-Width(s)) + s
}

const spaces = "                                                                "

// Spaces returns n spaces, none where n is negative.
func Spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(spaces):
		return spaces[:n]
	}
	return strings.Repeat(" ", n)
}

// Wrap breaks a text into lines of at most n cells, at spaces where it can, and words
// wider than n as Break does; n below 1 counts as 1. Of words with hyphens, dates, other
// figures and options such as --color are not broken where a line holds them. A character wider than n becomes an
// ellipsis. The text may hold escapes that set styles. There is at least one line.
func Wrap(s string, n int) []string {
	n = max(n, 1)
	var lines []string
	for line := range strings.SplitSeq(wrapped(breakWords(s, n), n), "\n") {
		line = strings.TrimRight(line, " ")
		if Width(line) <= n {
			lines = append(lines, line)
		} else {
			lines = append(lines, breakUp(line, n)...)
		}
	}
	return lines
}

// ansi.WrapWc breaks a text at the spaces that bind, which French has before signs, and
// drops them there; of a mark that stands on a space it keeps nothing. Characters for
// private use, which sanitised text does not hold, stand for the first.
var (
	bind        = strings.NewReplacer("\u2007", "\ue007", "\u202f", "\ue02f")
	unbind      = strings.NewReplacer("\ue007", "\u2007", "\ue02f", "\u202f")
	markedSpace = regexp.MustCompile(`[\x{1680}\x{2000}-\x{200a}\x{205f}\x{3000}][\p{M}\x{200c}]`)
)

// isOddSpace reports whether a character is a space that ansi.WrapWc does not treat as
// it should.
func isOddSpace(r rune) bool { return r > '\u00a0' && unicode.IsSpace(r) }

// wrapped breaks a text at spaces and hyphens, but not at those of figures and options.
func wrapped(s string, n int) string {
	if !strings.ContainsFunc(s, isOddSpace) {
		return wrappedAtHyphens(s, n)
	}
	s = markedSpace.ReplaceAllStringFunc(bind.Replace(s), func(marked string) string {
		_, size := utf8.DecodeRuneInString(marked)
		return Spaces(Width(marked[:size])) + marked[size:]
	})
	return unbind.Replace(wrappedAtHyphens(s, n))
}

func wrappedAtHyphens(s string, n int) string {
	const unbroken = "\u2011"
	joined := s
	if !strings.Contains(s, unbroken) {
		joined = joinHyphens(s, unbroken)
	}
	out := ansi.WrapWc(joined, n, "")
	if len(joined) == len(s) {
		return out
	}
	return strings.ReplaceAll(out, unbroken, "-")
}

// joinHyphens replaces the hyphens between digits, and those of options such as --color.
func joinHyphens(s, by string) string {
	isDigit := func(at int) bool { return at >= 0 && at < len(s) && s[at] >= '0' && s[at] <= '9' }
	var b strings.Builder
	from := 0
	isOption := false
	for at := range len(s) {
		if s[at] == ' ' {
			isOption = false
		}
		if s[at] != '-' {
			continue
		}
		isOption = isOption || at == 0 || s[at-1] == ' ' || s[at-1] == '('
		if isOption || isDigit(at-1) && isDigit(at+1) {
			b.WriteString(s[from:at])
			b.WriteString(by)
			from = at + 1
		}
	}
	if from == 0 {
		return s
	}
	return b.String() + s[from:]
}

// breakUp breaks a line that holds a cluster wider than n.
func breakUp(line string, n int) []string {
	var lines []string
	for Width(line) > n && !strings.Contains(line, "\x1b") {
		end := 0
		for at, r := range line {
			if end > 0 && Width(line[:at+utf8.RuneLen(r)]) > n {
				break
			}
			end = at + utf8.RuneLen(r)
		}
		lines = append(lines, Cut(line[:end], n))
		line = line[end:]
	}
	return append(lines, Cut(line, n))
}

// First returns the first n cells of a text, all of it where it has no more. Escapes stay
// whole, and a space stands for what is left of a character that is cut.
func First(s string, n int) string {
	n = max(n, 0)
	switch {
	case Width(s) <= n:
		return s
	case isPlain(s):
		return s[:n]
	}
	for most := n; most > 0; most-- {
		// TruncateWc cuts by clusters, which may measure more by characters.
		if first := ansi.TruncateWc(s, most, ""); Width(first) <= n {
			return first + Spaces(n-Width(first))
		}
	}
	return Spaces(n)
}

// CutLeft returns a text without its first n cells. Spaces stand for what is left
// of a character that is cut.
func CutLeft(s string, n int) string {
	n = max(n, 0)
	width := max(0, Width(s)-n)
	for ; ; n++ {
		// TruncateLeftWc cuts by clusters, which may measure more by characters.
		if rest := ansi.TruncateLeftWc(s, n, ""); Width(rest) <= width {
			return Spaces(width-Width(rest)) + rest
		}
	}
}

// Unbroken returns a text that is not wrapped at its spaces.
func Unbroken(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }
