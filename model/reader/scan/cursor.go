package scan

import (
	"bytes"
	"math"
)

// Kind is what a cursor stands at.
type Kind uint8

// What a cursor stands at: the end of its text, a header, or the key of a
// value.
const (
	End Kind = iota
	Header
	ArrayHeader
	Key
)

// Span is a stretch of a text, in byte offsets.
type Span struct{ Start, End uint32 }

// Of returns the bytes of the stretch.
func (s Span) Of(text []byte) []byte { return text[s.Start:s.End] }

// Cursor reads a text construct by construct. It is made for text that a
// decoder has accepted; in any other it goes on to the end, and what it says
// on the way is a guess. Its depth is the caller's to bound.
//
// A reader asks for the next Statement, then for its Key, and for a Key's
// value looks at the byte it stands at: a bracket is entered with Enter and
// left when More says so, anything else is a Scalar.
type Cursor struct {
	text []byte
	// At is the offset of the next byte to be read.
	At int
}

// NewCursor returns a cursor at an offset where a line begins. Only the first
// 4 GB of a text can be read.
func NewCursor(text []byte, at int) Cursor {
	text = text[:min(uint64(len(text)), math.MaxUint32)]
	if at == 0 && bytes.HasPrefix(text, mark) {
		at = len(mark)
	}
	return Cursor{text, at}
}

// Statement goes on to the next header or key and says which it is.
func (c *Cursor) Statement() Kind {
	c.space()
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

// Key reads the dotted key of a header or a value, appends the stretches of
// its parts, quotation marks included, and goes on to what follows it: the
// value or, after a header, the rest of the line.
func (c *Cursor) Key(parts []Span) []Span {
	for c.At < len(c.text) && c.text[c.At] == '[' {
		c.At++
	}
	for c.At < len(c.text) {
		c.At = skipBlank(c.text, c.At)
		start := c.At
		c.part()
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

// part passes over one part of a key.
func (c *Cursor) part() {
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

// Byte returns the byte the cursor stands at, or 0 at the end.
func (c *Cursor) Byte() byte {
	if c.At == len(c.text) {
		return 0
	}
	return c.text[c.At]
}

// Enter goes past the bracket that the cursor stands at.
func (c *Cursor) Enter() { c.At++ }

// More goes on to the next element of a list or the next key of an inline
// table. Where there is none it goes past the closing bracket and says so.
func (c *Cursor) More() bool {
	for {
		c.space()
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

// Scalar reads a string, number, truth value or date and returns its stretch,
// which holds at least one byte before the end of the text.
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

// space passes over blanks, newlines and comments.
func (c *Cursor) space() {
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

// Skip passes over a value of any kind.
func (c *Cursor) Skip() {
	if b := c.Byte(); b == '[' || b == '{' {
		c.At, _ = skipNested(c.text, c.At)
		return
	}
	c.Scalar()
}
