package check

import (
	"bytes"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// QualifierPos returns the position of a qualifier's value, given the position
// of its statement or fact; that position itself if it is not found.
func QualifierPos(k *kb.KB, qualifier string, of kb.Pos) kb.Pos {
	if int(of.File) >= len(k.Files) {
		return of
	}
	text := k.Files[of.File].Text
	if at, ok := qualifierAt(text, int(of.Offset), qualifier); ok {
		return kb.Pos{File: of.File, Offset: uint32(at)}
	}
	return of
}

// maxScanBytes bounds the distance from a statement at which its qualifiers are
// searched, so that a file with many mistakes takes no longer than any other.
const maxScanBytes = 16 << 10

// qualifierAt finds the value of a qualifier from the position of its
// statement: at its key, at the brace or the header of its table if it is one
// of several, or within the table's list.
func qualifierAt(text []byte, at int, qualifier string) (int, bool) {
	if at >= len(text) {
		return 0, false
	}
	text = text[:min(len(text), at+maxScanBytes)]
	switch c := scan.NewCursor(text, at); text[at] {
	case '{':
		c.Enter()
		return valueIn(c, text, qualifier)
	case '[':
		c.Key(nil)
		return valueIn(c, text, qualifier)
	}
	if bytes.LastIndexByte(text[max(0, at-maxScanBytes):at], '\n') < 0 && at > maxScanBytes {
		return 0, false
	}
	key, brace := enclosing(text, at)
	c := scan.NewCursor(text, key)
	isHeader := brace < 0 && c.Statement() != scan.Key
	parts := c.Key(nil)
	last := len(parts) - 1
	for i, part := range parts {
		switch {
		case int(part.Start) != at:
		case i < last && !isHeader:
			return valueIn(scan.NewCursor(text, key), text, append(keyParts(text, parts[:i+1]), qualifier)...)
		case i == last && isHeader:
			return valueIn(c, text, qualifier)
		case i == last && c.Byte() == '{' && string(bytes.TrimSpace(text[part.End:c.At])) == "=":
			c.Enter()
			return valueIn(c, text, qualifier)
		default:
			return 0, false
		}
	}
	if brace < 0 {
		return 0, false
	}
	return valueIn(scan.NewCursor(text, brace+1), text, qualifier)
}

// enclosing scans a line up to an offset, and returns where the last key before
// it begins, and the brace of the innermost inline table around it, or -1.
func enclosing(text []byte, at int) (key, brace int) {
	type open struct{ key, brace int }
	line := bytes.LastIndexByte(text[:at], '\n') + 1
	in := []open{{line, -1}}
	lists := 0
	c := scan.NewCursor(text, line)
	for c.At < at {
		top := &in[len(in)-1]
		switch c.Byte() {
		case '"', '\'':
			if end := c.Scalar().End; int(end) > at {
				return top.key, top.brace
			}
			continue
		case '{':
			in, lists = append(in, open{c.At + 1, c.At}), 0
		case '}':
			in = in[:max(1, len(in)-1)]
		case '[':
			lists++
		case ']':
			lists--
		case ',':
			if lists <= 0 {
				top.key = c.At + 1
			}
		}
		c.At++
	}
	top := in[len(in)-1]
	return top.key, top.brace
}

// valueIn scans the rest of a table, in braces or below a header, and returns
// the offset of the value of a dotted key.
func valueIn(c scan.Cursor, text []byte, key ...string) (int, bool) {
	var parts []scan.Span
	for c.More() && c.Byte() != '[' {
		parts = c.Key(parts[:0])
		if equalKeys(text, parts, key) {
			return c.At, true
		}
		c.Skip()
	}
	return 0, false
}

func keyParts(text []byte, parts []scan.Span) []string {
	out := make([]string, len(parts))
	for i, part := range parts {
		out[i] = decode.KeyPart(part.Of(text))
	}
	return out
}

func equalKeys(text []byte, parts []scan.Span, key []string) bool {
	if len(parts) != len(key) {
		return false
	}
	for i, part := range parts {
		if decode.KeyPart(part.Of(text)) != key[i] {
			return false
		}
	}
	return true
}
