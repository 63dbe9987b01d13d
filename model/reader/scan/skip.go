package scan

import (
	"bytes"
	"strings"
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// skipBlank returns the offset of the first byte that is not a space, tab or
// carriage return. The decoder decides where a carriage return is valid.
func skipBlank(text []byte, at int) int {
	for at < len(text) && isBlank(text[at]) {
		at++
	}
	return at
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\r' }

// lineEnd returns the offset of the next line.
func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// skipKey skips a dotted key. It returns the offset of the first byte that cannot
// belong to it, and its number of parts.
func skipKey(text []byte, at int) (end, parts int) {
	parts = 1
	for at < len(text) {
		if inPart[text[at]] {
			at++
			continue
		}
		switch text[at] {
		case '=', ']', '\n', '#', '[', '{', '}', ',':
			return at, parts
		case '.':
			parts++
			at++
		case '"', '\'':
			at = skipLine(text, at)
		default:
			at++
		}
	}
	return at, parts
}

// The bytes that a key (inPart), and a list or an inline table outside strings and
// comments, may hold, without those that end or separate what they consist of:
// lists and tables alone (inBrackets), or also values and keys (inValue).
var inPart, inBrackets, inValue = allBut("=]\n#[{},.\"'"), allBut("\"'#[{]}"), allBut("\"'#[{]},.=")

func allBut(bytes string) (in [256]bool) {
	for b := range in {
		in[b] = strings.IndexByte(bytes, byte(b)) < 0
	}
	return in
}

// isMultiLine reports whether the quotation mark at an offset opens a multi-line
// string.
func isMultiLine(text []byte, at int) bool {
	return at+2 < len(text) && text[at+1] == text[at] && text[at+2] == text[at]
}

// skipString skips a string of any of TOML's four kinds, from its first quotation
// mark on. A string that is not closed ends with its line or, if it is a multi-line
// one, with the text.
func skipString(text []byte, at int) (end int, closed bool) {
	if isMultiLine(text, at) {
		return skipLines(text, at)
	}
	end = skipLine(text, at)
	return end, end > at+1 && text[end-1] == text[at]
}

// skipLine skips a string of one line. It looks no further than the string, unless
// that is not closed: a line may hold any number of them.
func skipLine(text []byte, at int) int {
	quote := text[at]
	from := at + 1
	for at = from; ; at++ {
		i := bytes.IndexByte(text[at:], quote)
		end := len(text)
		if i >= 0 {
			end = at + i
		}
		if line := bytes.IndexByte(text[at:end], '\n'); line >= 0 {
			return at + line
		}
		if i < 0 {
			return end
		}
		at = end
		if quote == '\'' || text[at-1] != '\\' || !escaped(text[from:at]) {
			return at + 1
		}
	}
}

// skipLines skips a multi-line string.
func skipLines(text []byte, at int) (end int, closed bool) {
	quote := text[at]
	start := at + 3
	for at = start; ; {
		i := bytes.IndexByte(text[at:], quote)
		if i < 0 {
			return len(text), false
		}
		at += i
		if quote == '"' && escaped(text[start:at]) {
			at++
			continue
		}
		run := 1
		for at+run < len(text) && text[at+run] == quote {
			run++
		}
		at += run
		// Up to two quotation marks before the closing three belong to the
		// string.
		if run >= 3 {
			return at, true
		}
	}
}

// escaped reports whether a text ends in a backslash that escapes the next byte.
func escaped(text []byte) bool {
	n := 0
	for n < len(text) && text[len(text)-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

// skipNested skips the list or inline table that begins at a bracket. One that is
// not closed ends with the text.
func skipNested(text []byte, at int) (end int, closed bool) {
	depth := 0
	for at < len(text) {
		if inBrackets[text[at]] {
			at++
			continue
		}
		switch text[at] {
		case '"', '\'':
			at, _ = skipString(text, at)
			continue
		case '#':
			at = lineEnd(text, at)
			continue
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		at++
		if depth == 0 {
			return at, true
		}
	}
	return at, false
}
