package edit

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// layout is how the lines of a table are written.
type layout struct {
	indent        string
	before, after string // the white space round the equals sign
	column        int    // of aligned equals signs, in characters behind the indent; 0 if they are not
	literal       bool   // strings
	spaced        bool   // an empty line between the lines
}

var plain = layout{before: " ", after: " "}

// layoutOf returns the layout of the last items of some that belong together: no empty
// line is between them.
func (d *Document) layoutOf(items []item) layout {
	if len(items) == 0 {
		return plain
	}
	l := layout{literal: d.isLiteral(items), spaced: len(items) > 1}
	for i := 1; i < len(items); i++ {
		l.spaced = l.spaced && d.isApart(&items[i-1], &items[i])
	}
	first := len(items) - 1
	for first > 0 && !d.isApart(&items[first-1], &items[first]) {
		first--
	}
	last := &items[len(items)-1]
	l.indent = d.indent(last.from())
	group := items[first:]
	before, after := d.equals(last)
	l.before, l.after = before, after
	widest, isPadded := 0, false
	for i := range group {
		before, _ := d.equals(&group[i])
		column := d.width(&group[i]) + utf8.RuneCountInString(before)
		isPadded = isPadded || len(before) > 1
		if i > 0 && column != widest {
			widest = -1
			break
		}
		widest = column
	}
	if isPadded && widest > 0 && len(group) > 1 {
		l.column = widest
	}
	if len(before) > 1 {
		l.before = " "
	}
	return l
}

// width returns the width of the keys of an item, in characters.
func (d *Document) width(i *item) int {
	return utf8.RuneCount(d.text[i.from():i.keys[len(i.keys)-1].to])
}

// equals returns the white space before and behind the equals sign of an item.
func (d *Document) equals(i *item) (before, after string) {
	before, after, _ = strings.Cut(string(d.text[i.keys[len(i.keys)-1].to:i.value.from]), "=")
	return before, after
}

// isApart reports whether there is an empty line between two items.
func (d *Document) isApart(a, b *item) bool {
	between := d.text[a.value.to:b.from()]
	for {
		at := bytes.IndexByte(between, '\n')
		if at < 0 {
			return false
		}
		between = between[at+1:]
		next := bytes.IndexByte(between, '\n')
		if next >= 0 && len(bytes.TrimSpace(between[:next])) == 0 {
			return true
		}
	}
}

// line returns a key and a value in a layout.
func (l layout) line(key, value string) string {
	before := l.before
	if l.column > 0 {
		before = strings.Repeat(" ", max(1, l.column-utf8.RuneCountInString(key)))
	}
	return l.indent + key + before + "=" + l.after + value
}

// newline returns the line break of the file.
func (d *Document) newline() string {
	if at := bytes.IndexByte(d.text, '\n'); at > 0 && d.text[at-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// lineEnd returns the offset of the line break behind an offset, or the length.
func lineEnd(text []byte, at int) int {
	if end := bytes.IndexByte(text[at:], '\n'); end >= 0 {
		return at + end
	}
	return len(text)
}

// nextLine returns the offset of the line below the one of an offset.
func (d *Document) nextLine(at int) int { return min(len(d.text), lineEnd(d.text, at)+1) }

func (d *Document) lineStart(at int) int {
	return max(bytes.LastIndexByte(d.text[:at], '\n')+1, d.start())
}

// start returns the offset behind a byte order mark.
func (d *Document) start() int { return d.sections[0].from }

// indent returns the white space at the start of the line of an offset.
func (d *Document) indent(at int) string {
	line := d.text[d.lineStart(at):at]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// beginsLine reports whether there is only white space before an offset in its line.
func (d *Document) beginsLine(at int) bool {
	start := d.lineStart(at)
	return len(bytes.TrimLeft(d.text[start:at], " \t")) == 0 && (start == d.start() || d.text[start-1] == '\n')
}

// endsLine reports whether only white space and a comment follow in the line of an
// offset.
func (d *Document) endsLine(at int) bool {
	rest := bytes.TrimLeft(d.text[at:lineEnd(d.text, at)], " \t\r")
	return len(rest) == 0 || rest[0] == '#'
}

// below adds lines below the one of an offset. They end with a line break if the file
// does.
func (d *Document) below(at int, lines string) splice {
	end := lineEnd(d.text, at)
	if end == len(d.text) {
		return splice{end, end, d.newline() + lines}
	}
	return splice{end + 1, end + 1, lines + d.newline()}
}

// top returns the offset of the first line of comments directly above an offset, or of
// its own line. The comments at the top of the file belong to the file.
func (d *Document) top(at int) int {
	top := d.lineStart(at)
	for above := top; above > d.start(); {
		above = d.lineStart(above - 1)
		if !bytes.HasPrefix(bytes.TrimLeft(d.text[above:], " \t"), []byte("#")) {
			break
		}
		if above == d.start() {
			return d.lineStart(at)
		}
		top = above
	}
	return top
}

// end returns where the last line of a section ends.
func (s *section) end() int {
	if n := len(s.lines.items); n > 0 {
		return s.lines.items[n-1].value.to
	}
	return s.to
}

// number returns the number of a section in the file.
func (d *Document) number(s *section) int { return slices.Index(d.sections, s) }

// extent returns the range of lines that belong to a section: the comments above its
// header, and all to those of the next header.
func (d *Document) extent(s *section) (from, to int) {
	to = len(d.text)
	if n := d.number(s); n+1 < len(d.sections) {
		to = d.above(d.sections[n+1])
	}
	return d.above(s), to
}

// above returns where the comments directly above a header begin, which do not belong to the section before.
func (d *Document) above(s *section) int {
	n := d.number(s)
	if n == 0 {
		return d.start()
	}
	return max(d.top(s.from), min(d.lineStart(s.from), d.nextLine(d.sections[n-1].end())))
}
