package scan

import "bytes"

// Statement is the range of a key and its value in a text that may be invalid, in
// whole lines. Offsets are in bytes.
type Statement struct {
	Start, End int // of its first line, and of the line after it
	Value      int // start of the value
	ValueEnd   int // end of the value
	// Open is set if a list, an inline table or a multi-line string is not closed
	// before the end of the text.
	Open bool
}

// Next returns the first statement from the start of a line on; false if the next
// header or the end of the text precedes it.
func Next(text []byte, at int) (Statement, bool) {
	c := NewCursor(text, at)
	c.SkipSpace()
	at = c.At
	if at == len(text) || text[at] == '[' {
		return Statement{}, false
	}
	s := Statement{Start: lineStart(text, at)}
	at, _ = skipKey(text, at)
	if at < len(text) && text[at] == '=' {
		at = skipBlank(text, at+1)
		c.At, s.Value = at, at
		switch c.Byte() {
		case '"', '\'':
			end, closed := skipString(text, at)
			s.Open = !closed && bytes.IndexByte(text[at:end], '\n') >= 0
			at = end
		case '[', '{':
			end, closed := skipNested(text, at)
			s.Open = !closed
			at = end
		}
	}
	s.ValueEnd = at
	s.End = lineEnd(text, at)
	return s, true
}

// NextHeader returns the offset of the first line between two offsets that reads
// like a header without indentation; to if there is none.
func NextHeader(text []byte, from, to int) int {
	for at := from; at < to; at = lineEnd(text, at) {
		if isHeader(text[at:min(to, lineEnd(text, at))]) {
			return at
		}
	}
	return to
}

// IsStatement reports whether the line at an offset reads like a key and a value, or
// like a header.
func IsStatement(text []byte, at int) bool {
	line := text[at:lineEnd(text, at)]
	if isHeader(line) {
		return true
	}
	end, _ := skipKey(line, 0)
	key := bytes.TrimSpace(line[:end])
	return end < len(line) && line[end] == '=' && isKey(key)
}

// IsHeaderBroken reports whether the line at an offset, which is neither a header
// nor a key and a value, reads like a mistyped header.
func IsHeaderBroken(text []byte, at int) bool {
	line := bytes.TrimSpace(text[at:lineEnd(text, at)])
	name := bytes.TrimRight(line, "]")
	if len(name) == len(line) || IsStatement(text, at) {
		return false
	}
	if i := bytes.LastIndexByte(name, '['); i >= 0 {
		name = name[i+1:]
	}
	return isKey(bytes.TrimLeft(name, "\"'\\={}]"))
}

// EndsHeader reports whether only brackets and a comment follow the key of a
// section's header.
func EndsHeader(text []byte, s Section) bool {
	end, _ := skipKey(text, int(s.Name))
	rest := bytes.Trim(text[end:lineEnd(text, end)], "] \t\r\n")
	return len(rest) == 0 || rest[0] == '#'
}

func isHeader(line []byte) bool {
	if len(line) < 3 || line[0] != '[' {
		return false
	}
	name := bytes.TrimPrefix(line[1:], []byte("["))
	end, _ := skipKey(name, 0)
	rest := bytes.TrimLeft(name[end:], "]")
	closed := len(name)-end-len(rest) == len(line)-len(name)
	rest = bytes.TrimSpace(rest)
	return closed && isKey(name[:end]) && (len(rest) == 0 || rest[0] == '#')
}

// isKey reports whether a text reads like a key that a person writes: it does not
// begin with a digit, and has no white space outside of quotation marks.
func isKey(key []byte) bool {
	if len(key) == 0 || key[0] >= '0' && key[0] <= '9' {
		return false
	}
	for at := 0; at < len(key); {
		switch b := key[at]; {
		case b == '"' || b == '\'':
			at = skipLine(key, at)
		case b == '.' || b == '-' || b == '_' || b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z':
			at++
		default:
			return false
		}
	}
	return true
}

// lineStart returns the offset of the line that an offset is on.
func lineStart(text []byte, at int) int {
	return bytes.LastIndexByte(text[:at], '\n') + 1
}
