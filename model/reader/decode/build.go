package decode

import (
	"bytes"
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// fragment is the decoded content of a chunk: the entries of the root table, and
// how each of them is written.
type fragment struct {
	items    []kb.Entry
	kinds    []kind // of items
	problems []Problem
}

// builder scans the text of a chunk in step with the decoder's result: the text
// gives the order and the positions of keys, the decoder the values.
type builder struct {
	text     []byte // from the start of the file to the end of the chunk
	file     uint32
	cursor   scan.Cursor
	parts    []scan.Span
	names    map[string]string // key parts by their source text
	problems []Problem
}

// build gives the decoded values of a chunk their order and positions.
func build(text []byte, start, end int, file uint32, values map[string]any) fragment {
	b := builder{
		text:   text[:end],
		file:   file,
		cursor: scan.NewCursor(text[:end], start),
		names:  make(map[string]string),
	}
	root := newTable(values)
	for t := root; ; {
		switch kind := b.cursor.Statement(); kind {
		case scan.Header, scan.ArrayHeader:
			t = b.header(root, kind == scan.ArrayHeader)
			continue
		case scan.Key:
			b.entry(t)
			continue
		}
		break
	}
	p := fragment{items: b.finish(root), problems: b.problems}
	p.kinds = make([]kind, len(p.items))
	if len(root.items) == len(values) {
		for _, s := range root.subs {
			p.kinds[s.item] = s.kind
		}
	}
	return p
}

// header reads a header and returns the table it opens.
func (b *builder) header(t *table, isArray bool) *table {
	pos := b.pos(b.cursor.At)
	b.parts = b.cursor.Key(b.parts[:0])
	last := len(b.parts) - 1
	for i, part := range b.parts {
		key, keyPos := b.name(part), b.pos(int(part.Start))
		switch {
		case i < last:
			t = t.child(key, keyPos, pos)
		case isArray:
			t = b.element(t, key, keyPos, pos)
		default:
			t = t.header(key, keyPos, pos)
		}
	}
	return t
}

// entry reads a key and its value into a table.
func (b *builder) entry(t *table) {
	b.parts = b.cursor.Key(b.parts[:0])
	last := len(b.parts) - 1
	if last < 0 {
		return
	}
	for _, part := range b.parts[:last] {
		pos := b.pos(int(part.Start))
		t = t.child(b.name(part), pos, pos)
	}
	key, keyPos := b.name(b.parts[last]), b.pos(int(b.parts[last].Start))
	value := b.value(t.values[key])
	t.items = append(t.items, kb.Entry{Key: key, KeyPos: keyPos, Value: value})
}

// value reads a value. scan.Sections has checked its depth.
func (b *builder) value(decoded any) kb.Value {
	pos := b.pos(b.cursor.At)
	switch b.cursor.Byte() {
	case '[':
		before := b.cursor
		list := b.list(pos, decoded)
		if !isDecodedAs(list.Items, decoded) {
			b.cursor = before
			list = b.list(pos, nil)
		}
		return list
	case '{':
		values, _ := decoded.(map[string]any)
		t := newTable(values)
		b.cursor.Enter()
		for b.cursor.More() {
			b.entry(t)
		}
		return kb.Value{Type: kb.Table, Pos: pos, Items: b.finish(t)}
	}
	span := b.cursor.Scalar()
	v := scalar(decoded)
	switch v.Type {
	case kb.Null:
		v = b.decodeAlone(span)
	case kb.String:
		v.Str = shareText(v.Str, span.Of(b.text))
	}
	v.Pos = pos
	return v
}

// list reads a list.
func (b *builder) list(pos kb.Pos, decoded any) kb.Value {
	list := kb.Value{Type: kb.List, Pos: pos}
	if n := lengthOf(decoded); n > 0 {
		list.Items = make([]kb.Entry, 0, n)
	}
	b.cursor.Enter()
	for b.cursor.More() {
		v := b.value(elementOf(decoded, len(list.Items)))
		list.Items = append(list.Items, kb.Entry{KeyPos: v.Pos, Value: v})
	}
	return list
}

// isDecodedAs reports whether the decoder's list has the elements of a list. It loses those
// before an inline table with an empty key: ["a", {"" = 1}].
func isDecodedAs(items []kb.Entry, decoded any) bool {
	_, areTables := decoded.([]map[string]any)
	return len(items) == lengthOf(decoded) && (!areTables || !slices.ContainsFunc(items, func(e kb.Entry) bool { return e.Value.Type != kb.Table }))
}

// decodeAlone decodes one scalar again that is missing in the decoder's result.
func (b *builder) decodeAlone(span scan.Span) kb.Value {
	values, _ := parse(append([]byte("v = "), span.Of(b.text)...))
	return scalar(values["v"])
}

func (b *builder) pos(offset int) kb.Pos {
	return kb.Pos{File: b.file, Offset: uint32(offset)}
}

const (
	maxNames      = 4096
	maxNameLength = 40
)

// name returns the key part at a span. Entities of a kind repeat the same keys, so
// that each string is allocated once.
func (b *builder) name(part scan.Span) string {
	raw := part.Of(b.text)
	if name, ok := b.names[string(raw)]; ok {
		return name
	}
	name := unquote(raw)
	if len(b.names) < maxNames && len(raw) < maxNameLength {
		b.names[string(raw)] = name
	}
	return name
}

// unquote returns the value of a key part: bare, basic or literal (TOML 1.0,
// "Keys").
func unquote(raw []byte) string {
	if len(raw) < 2 || !quoted(raw) {
		return string(raw)
	}
	inner := raw[1 : len(raw)-1]
	if raw[0] == '"' && bytes.IndexByte(inner, '\\') >= 0 {
		values, _ := parse(append([]byte("v = "), raw...))
		if s, ok := values["v"].(string); ok {
			return s
		}
	}
	return string(inner)
}
