package edit

import (
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// section is a header and the lines below it, up to the next header. The first one of
// a file has no header.
type section struct {
	from, to int    // of the header, with its brackets
	keys     []part // of the header
	isArray  bool   // [[…]]
	lines    block
}

// part is one key of a dotted key.
type part struct {
	from, to int // with its quotation marks
	name     string
}

// block is what holds items: the lines of a section, a list or an inline table.
type block struct {
	items []item
	value *value // the list or the inline table; nil for the lines of a section
	of    *section
}

// item is a key and its value, or an element of a list, which has no keys.
type item struct {
	keys  []part
	value value
	comma int // offset of the comma behind it, or -1
}

func (i *item) from() int {
	if len(i.keys) > 0 {
		return i.keys[0].from
	}
	return i.value.from
}

// value is a value that stands behind an equals sign or in a list.
type value struct {
	from, to int
	inner    *block // of a list or an inline table; nil for others
}

// cursor reads a text that the decoder has read without a problem.
type cursor struct {
	scan.Cursor
	text []byte
}

// sectionsOf returns the sections of a text; the first one begins behind a byte order
// mark.
func sectionsOf(text []byte) []*section {
	c := cursor{scan.NewCursor(text, 0), text}
	last := &section{from: c.At, to: c.At}
	last.lines.of = last
	out := []*section{last}
	for kind := c.Statement(); kind != scan.End; kind = c.Statement() {
		if kind == scan.Key {
			last.lines.items = append(last.lines.items, c.entry())
			continue
		}
		last = &section{from: c.At, isArray: kind == scan.ArrayHeader}
		last.lines.of = last
		last.keys = c.keys()
		last.to = c.At
		out = append(out, last)
	}
	return out
}

func (c *cursor) keys() []part {
	var buffer [8]scan.Span
	spans := c.Key(buffer[:0])
	out := make([]part, len(spans))
	for i, s := range spans {
		out[i] = part{int(s.Start), int(s.End), decode.KeyPart(s.Of(c.text))}
	}
	return out
}

// entry reads a key and its value.
func (c *cursor) entry() item {
	return item{keys: c.keys(), value: c.value(), comma: -1}
}

func (c *cursor) value() value {
	open, from := c.Byte(), c.At
	if open != '[' && open != '{' {
		return value{from: from, to: int(c.Scalar().End)}
	}
	inner := &block{}
	c.Enter()
	for c.More() {
		i := item{comma: -1}
		if open == '{' {
			i = c.entry()
		} else {
			i.value = c.value()
		}
		if c.SkipSpace(); c.Byte() == ',' {
			i.comma = c.At
		}
		inner.items = append(inner.items, i)
	}
	return value{from: from, to: c.At, inner: inner}
}
