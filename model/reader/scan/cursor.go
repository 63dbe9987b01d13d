package scan

import (
	"bytes"
	"math"
)

// Kind is the kind of a statement.
type Kind uint8

// The kinds of statements, and the end of the text.
const (
	End Kind = iota
	Header
	ArrayHeader
	Key
)

// Span is a range of a text, in byte offsets.
type Span struct{ Start, End uint32 }

// Of returns the bytes of the span. They share the memory of text.
func (s Span) Of(text []byte) []byte { return text[s.Start:s.End] }

// Cursor is a pull parser for valid TOML. In invalid text it reaches the end as
// well, but its results are a guess. The caller bounds the depth.
//
// Statement moves to the next header or key, and Key reads it. At the value of a
// key, Byte decides: a list or an inline table is entered by Enter and left when
// More returns false, anything else is read by Scalar; Skip skips any value.
type Cursor struct {
	text []byte
	// At is the offset of the next byte to read.
	At int
}

// NewCursor returns a cursor at the offset of the start of a line. It ends after
// 4 GiB.
func NewCursor(text []byte, at int) Cursor {
	text = text[:min(uint64(len(text)), math.MaxUint32)]
	if at == 0 && bytes.HasPrefix(text, byteOrderMark) {
		at = len(byteOrderMark)
	}
	return Cursor{text, at}
}

// Statement moves to the next header or key, and returns its kind.
func (c *Cursor) Statement() Kind {
	c.SkipSpace()
	switch {
	case c.At == len(c.text):
		return End
	case c.text[c.At] != '[':
		return Key
	case c.At+1 < len(c.text) && c.text[c.At+1] == '[':
		return ArrayHeader
	}
	return Header
}

// Key reads the dotted key of a header or of a value, and appends the spans of its
// parts, including quotation marks. It moves to the value or, after a header, to
// the rest of the line.
func (c *Cursor) Key(parts []Span) []Span {
	for c.At < len(c.text) && c.text[c.At] == '[' {
		c.At++
	}
	for c.At < len(c.text) {
		c.At = skipBlank(c.text, c.At)
		start := c.At
		c.skipPart()
		end := c.At
		c.At = skipBlank(c.text, c.At)
		parts = append(parts, Span{uint32(start), uint32(end)})
		if c.At == len(c.text) {
			break
		}
		closer := c.text[c.At]
		c.At++
		switch closer {
		case '.':
			continue
		case ']':
			if c.At < len(c.text) && c.text[c.At] == ']' {
				c.At++
			}
		case '=':
			c.At = skipBlank(c.text, c.At)
		}
		break
	}
	return parts
}

// skipPart skips one part of a key.
func (c *Cursor) skipPart() {
	if c.At < len(c.text) && (c.text[c.At] == '"' || c.text[c.At] == '\'') {
		c.At = skipLine(c.text, c.At)
		return
	}
	for c.At < len(c.text) {
		switch c.text[c.At] {
		case '.', '=', ']', ' ', '\t', '\r', '\n':
			return
		}
		c.At++
	}
}

// Byte returns the next byte, or 0 at the end.
func (c *Cursor) Byte() byte {
	if c.At == len(c.text) {
		return 0
	}
	return c.text[c.At]
}

// Enter skips the opening bracket of a list or an inline table.
func (c *Cursor) Enter() { c.At++ }

// More moves to the next element of a list or the next key of an inline table, and
// returns true; without one, it skips the closing bracket and returns false.
func (c *Cursor) More() bool {
	for {
		c.SkipSpace()
		switch c.Byte() {
		case ',':
			c.At++
		case ']', '}':
			c.At++
			return false
		default:
			return c.At < len(c.text)
		}
	}
}

// Scalar reads a string, number, boolean or date. Its span has at least one byte,
// except at the end of the text.
func (c *Cursor) Scalar() Span {
	start := c.At
	if b := c.Byte(); b == '"' || b == '\'' {
		c.At, _ = skipString(c.text, c.At)
		return Span{uint32(start), uint32(c.At)}
	}
	end := c.At
scan:
	for ; c.At < len(c.text); c.At++ {
		switch c.text[c.At] {
		case ',', ']', '}', '#', '\n':
			if c.At == start {
				c.At++
				end = c.At
			}
			break scan
		case ' ', '\t', '\r':
		default:
			end = c.At + 1
		}
	}
	return Span{uint32(start), uint32(end)}
}

// SkipSpace skips white space, line breaks and comments.
func (c *Cursor) SkipSpace() {
	for c.At < len(c.text) {
		switch c.text[c.At] {
		case ' ', '\t', '\r', '\n':
			c.At++
		case '#':
			c.At = lineEnd(c.text, c.At)
		default:
			return
		}
	}
}

// Skip skips a value of any type.
func (c *Cursor) Skip() {
	if b := c.Byte(); b == '[' || b == '{' {
		c.At, _ = skipNested(c.text, c.At)
		return
	}
	c.Scalar()
}
