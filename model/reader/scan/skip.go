package scan

import "bytes"

var mark = []byte("\xef\xbb\xbf") // the byte order mark

// skipBlank returns the offset of the first byte that is no space or tab. A
// carriage return is taken for a blank: what may stand around it is for the
// decoder to say.
func skipBlank(text []byte, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r') {
		at++
	}
	return at
}

// lineEnd returns the offset of the next line.
func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// skipKey passes over a dotted key. It returns the offset of the first byte
// that cannot belong to it and how many parts it has.
func skipKey(text []byte, at int) (end, parts int) {
	parts = 1
	for at < len(text) {
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

// skipString passes over a string of any of the four kinds, which begins at
// its first quotation mark. A string that is not closed ends with its line or,
// where it may hold lines, with the text.
func skipString(text []byte, at int) (end int, closed bool) {
	if at+2 < len(text) && text[at+1] == text[at] && text[at+2] == text[at] {
		return skipLines(text, at)
	}
	end = skipLine(text, at)
	return end, end > at+1 && text[end-1] == text[at]
}

// skipLine passes over a string of one line.
func skipLine(text []byte, at int) int {
	quote := text[at]
	for at++; at < len(text); at++ {
		switch text[at] {
		case quote:
			return at + 1
		case '\n':
			return at
		case '\\':
			if quote == '"' && at+1 < len(text) && text[at+1] != '\n' {
				at++
			}
		}
	}
	return at
}

// skipLines passes over a string that may hold lines.
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
		// Up to two quotation marks before the closing three are the
		// string's own.
		if run >= 3 {
			return at, true
		}
	}
}

// escaped tells whether what follows a text is escaped by its end.
func escaped(text []byte) bool {
	n := 0
	for n < len(text) && text[len(text)-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

// skipNested passes over the list or inline table that begins at a bracket.
// One that is not closed ends with the text.
func skipNested(text []byte, at int) (end int, closed bool) {
	depth := 0
	for at < len(text) {
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
