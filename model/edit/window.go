package edit

import (
	"bytes"
	"iter"
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/decode"
)

// wholeThreshold is the size in bytes up to which a file is decoded whole for a change.
const wholeThreshold = 256 << 10

// around returns the document of what a file says of an entity: of a long file, only the
// sections of the entity with those of a neighbour on either side, provided that
// nothing outside of them concerns the entity, or the table of a key beside its own.
func (b Base) around(e *kb.Entity, file uint32, beside string) (*Document, error) {
	if b.kb.Dir == "" || file != e.Pos.File {
		return b.document(file)
	}
	f := b.kb.Files[file]
	_ = f.Line(1) // a lazy file is read whole
	if place := b.placeOf(e.Kind, file); len(f.Text) <= b.longestWhole || b.kb.IsBroken(file) || place != nil && place.Layout == kb.WholeFiles {
		return b.document(file)
	}
	own, ok := headerAt(f.Text, int(e.Pos.Offset))
	if !ok {
		return b.document(file)
	}
	to := b.headersAfter(e, own)
	from := int(e.Pos.Offset)
	for range mostBefore {
		from = b.headerBefore(e.Pos.File, from)
		d, err := Parse(f.Path, f.Text[from:to])
		if err == nil {
			d.ownBreaks, d.outer, d.from = true, f.Text, from
			header, ok := b.headerOf(d, e, own)
			if !ok || !d.holds(b.kb.Record(e), file) || isNamedOutside(f.Text, from, to, header, beside) {
				break
			}
			return d, nil
		}
	}
	return b.document(file)
}

// headerOf returns the header of the table of an entity, whose first header may be that
// of a table in it.
func (b Base) headerOf(d *Document, e *kb.Entity, first *section) (header *section, ok bool) {
	at, err := b.entity(d, e)
	n := len(keysOf(at))
	if err != nil || n == 0 || n >= len(first.keys) {
		return first, n > 0
	}
	return &section{keys: first.keys[:n]}, true
}

// mostBefore is the number of entities before another one of which it is tried whether
// the sections from there on can be decoded by themselves: those of a nested list cannot.
const mostBefore = 4

// isHeader reports whether a bracket at an offset is the first of its line.
func isHeader(text []byte, at int) bool {
	return at < len(text) && text[at] == '[' && len(bytes.TrimLeft(text[lineStart(text, at):at], " \t")) == 0
}

// headerAt returns the header that begins a line at an offset of a valid text.
func headerAt(text []byte, at int) (*section, bool) {
	if !isHeader(text, at) {
		return nil, false
	}
	sections := sectionsOf(text[at:lineEnd(text, at)])
	return sections[len(sections)-1], len(sections) == 2
}

func lineStart(text []byte, at int) int { return bytes.LastIndexByte(text[:at], '\n') + 1 }

// names reports whether a header leads to a table or into it: to that of its own keys,
// or of others in place of the last.
func (s *section) names(keys []part, last string) bool {
	n := len(keys)
	if len(s.keys) < n || s.keys[n-1].name != last {
		return false
	}
	for i := range n - 1 {
		if s.keys[i].name != keys[i].name {
			return false
		}
	}
	return true
}

// headerBefore returns the start of the line of the last header of an entity before an
// offset; the start of the file if there is none.
func (b Base) headerBefore(file uint32, before int) int {
	text, best := b.kb.Files[file].Text, 0
	for _, e := range slices.Backward(b.kb.Entities) { // the last ones first: most others are then skipped
		if at := int(e.Pos.Offset); e.Pos.File == file && at < before && at > best && isHeader(text, at) {
			best = at
		}
	}
	return lineStart(text, best)
}

// headersAfter returns the start of the line of the second header of another entity
// after e, of those that lead to no part of e; the end of the file if there are fewer.
func (b Base) headersAfter(e *kb.Entity, own *section) int {
	text := b.kb.Files[e.Pos.File].Text
	first, second := len(text), len(text)
	for _, other := range b.kb.Entities {
		at := int(other.Pos.Offset)
		if other.Pos.File != e.Pos.File || at <= int(e.Pos.Offset) || at >= second || at == first {
			continue
		}
		s, ok := headerAt(text, at)
		if !ok || len(s.keys) > len(own.keys) && s.names(own.keys, own.keys[len(own.keys)-1].name) {
			continue
		}
		if at < first {
			first, second = at, first
		} else {
			second = at
		}
	}
	if second == len(text) { // the last line may have no end
		return second
	}
	return lineStart(text, second)
}

// has reports whether a position in the file of a document is in its text.
func (d *Document) has(at kb.Pos) bool {
	return int(at.Offset) >= d.from && int(at.Offset) < d.from+len(d.text)
}

// holds reports whether all that an entity says stands in the text of a document.
func (d *Document) holds(r *kb.Record, file uint32) bool {
	isOutside := func(at kb.Pos) bool { return at.File != file || !d.has(at) }
	return !slices.ContainsFunc(r.Statements, func(s kb.Statement) bool { return isOutside(s.Pos) }) &&
		!slices.ContainsFunc(r.Facts, func(f kb.Fact) bool { return isOutside(f.Pos) })
}

// isNamedOutside reports whether a header outside of a window may lead to the table of
// one of its headers or into it, or to that of a key beside its last one.
func isNamedOutside(text []byte, from, to int, own *section, beside string) bool {
	last := own.keys[len(own.keys)-1].name
	for at := range bracketsIn(text, to, len(text)) {
		s, ok := namedAt(text, at, last, beside)
		switch {
		case !ok:
		case beside != "" && s.names(own.keys, beside):
			return true
		case !s.names(own.keys, last):
		case own.isArray && s.isArray && len(s.keys) == len(own.keys):
			last = "" // the next element of the array: what follows is not of the one before
		case last != "":
			return true
		}
	}
	if own.isArray {
		last = "" // an element before has its own parts
	}
	for at := range bracketsIn(text, 0, from) {
		if s, ok := namedAt(text, at, last, beside); ok && (last != "" && s.names(own.keys, last) || beside != "" && s.names(own.keys, beside)) {
			return true
		}
	}
	return false
}

// bracketsIn yields the offsets of the brackets that begin lines.
func bracketsIn(text []byte, from, to int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := from; at < to; at++ {
			next := bytes.IndexByte(text[at:to], '[')
			if next < 0 {
				return
			}
			if at += next; isHeader(text, at) && !yield(at) {
				return
			}
		}
	}
}

// namedAt returns the header at a bracket that begins a line, if it may hold one of two
// keys. Of a line of a text or a list, which may begin with a bracket too, it may be
// mistaken.
func namedAt(text []byte, at int, one, other string) (*section, bool) {
	line := text[at:lineEnd(text, at)]
	if (one == "" || !bytes.Contains(line, []byte(one))) && (other == "" || !bytes.Contains(line, []byte(other))) {
		return nil, false
	}
	if _, problems := decode.File(line, 0, nil); len(problems) > 0 {
		return nil, false
	}
	return headerAt(text, at)
}

// whole returns the text of the file with another text of the document.
func (d *Document) whole(text []byte) []byte {
	if d.outer == nil {
		return text
	}
	out := make([]byte, 0, len(d.outer)-len(d.text)+len(text))
	out = append(append(out, d.outer[:d.from]...), text...)
	return append(out, d.outer[d.from+len(d.text):]...)
}

// isLast reports whether a document ends where its file does.
func (d *Document) isLast() bool { return d.outer == nil || d.from+len(d.text) == len(d.outer) }

// file returns the text of the file.
func (d *Document) file() []byte {
	if d.outer == nil {
		return d.text
	}
	return d.outer
}

// change returns the change of a document to another text of it.
func (d *Document) change(text []byte) Change { return Change{d.name, d.file(), d.whole(text)} }

// within returns the offset in the text of a document of one in the file.
func (d *Document) within(at kb.Pos) uint32 { return at.Offset - uint32(d.from) }
