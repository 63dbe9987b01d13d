package edit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/say"
)

// Set replaces the value at a path. It keeps the notation of the old one where that
// can write the new one: quotation marks, base, underscores, the lines of a list. A
// table or an array of tables with headers of its own is refused.
func (d *Document) Set(p Path, v kb.Value) ([]byte, error) {
	n, want, err := d.target(p, v)
	switch {
	case err != nil:
		return nil, err
	case n.value == nil:
		return nil, d.refuse(n, say.EditWholeTable.With(), say.EditParts)
	}
	text := d.inPlaceOf(n.value, v)
	cuts := append([]splice{{n.value.from, n.value.to, text}}, d.keepComment(n.value, text)...)
	return d.checked(n, cuts, func(root *kb.Value) bool {
		*p.in(root) = want
		return true
	})
}

// keepComment moves the comment behind a value back to where it was, if it stands in
// one column with that of a line above or below.
func (d *Document) keepComment(v *value, text string) []splice {
	end := lineEnd(d.text, v.to)
	rest := string(d.text[v.to:end])
	spaces := len(rest) - len(strings.TrimLeft(rest, " "))
	if !strings.HasPrefix(rest[spaces:], "#") || spaces == 0 || strings.Contains(text, "\n") {
		return nil
	}
	column := d.column(v.to + spaces)
	if start := d.lineStart(v.from); d.commentColumn(start-1) != column && d.commentColumn(end+1) != column {
		return nil
	}
	room := spaces + len([]rune(string(d.text[v.from:v.to]))) - len([]rune(text))
	if room < 1 || room == spaces || strings.Contains(string(d.text[v.from:v.to]), "\n") {
		return nil
	}
	return []splice{{v.to, v.to + spaces, strings.Repeat(" ", room)}}
}

// column returns the column of an offset, in characters.
func (d *Document) column(at int) int { return len([]rune(string(d.text[d.lineStart(at):at]))) }

// commentColumn returns the column of the comment behind the item that ends in the
// line of an offset; -1 if there is none.
func (d *Document) commentColumn(at int) int {
	if at <= d.start() || at >= len(d.text) {
		return -1
	}
	start, end := d.lineStart(at), lineEnd(d.text, at)
	for _, s := range d.sections {
		if s.from > end || s.end() < start {
			continue
		}
		for i := range s.lines.items {
			to := s.lines.items[i].value.to
			rest := d.text[to:lineEnd(d.text, to)]
			if to < start || to > end || !d.endsLine(to) || len(strings.TrimSpace(string(rest))) == 0 {
				continue
			}
			return d.column(to + bytes.IndexByte(rest, '#'))
		}
	}
	return -1
}

// Rename gives the value at a path another key, in every place where the key is
// written. References to it elsewhere stay as they are.
func (d *Document) Rename(p Path, key string) ([]byte, error) {
	n := d.tree.find(p)
	switch {
	case n == nil:
		return nil, d.missing(p)
	case len(p) == 0 || p[len(p)-1].isIndex:
		return nil, d.closed(n)
	case !utf8.ValidString(key):
		return nil, d.refuse(n, say.NotUTF8.With(), say.NothingWritten)
	case d.Value(p[:len(p)-1]).Has(key):
		return nil, d.refuse(n, say.EditHasKey.With(say.Text(key)), say.EditOtherKey)
	}
	var cuts []splice
	for _, at := range n.parts() {
		text := quoteKey(key, d.text[at.from] == '\'')
		if d.text[at.from] == '"' {
			text = kb.Quote(key)
		}
		cuts = append(cuts, splice{at.from, at.to, text})
	}
	for _, l := range n.items {
		i := l.item()
		before, _ := d.equals(i)
		at := i.keys[len(i.keys)-1].to
		grown := len([]rune(cutAt(cuts, i.keys[l.depth-1].from))) - len([]rune(string(d.text[i.keys[l.depth-1].from:i.keys[l.depth-1].to])))
		if l.of != nil && d.layoutOf(l.of.lines.items).column > 0 && len(before) > 0 && strings.Trim(before, " ") == "" {
			cuts = append(cuts, splice{at, at + len(before), strings.Repeat(" ", max(1, len(before)-grown))})
		}
	}
	return d.checked(n, cuts, func(root *kb.Value) bool {
		of := p[:len(p)-1].in(root)
		for i := range of.Items {
			if of.Items[i].Key == p[len(p)-1].key {
				of.Items[i].Key = key
			}
		}
		return true
	})
}

// cutAt returns what a splice at an offset writes.
func cutAt(cuts []splice, from int) string {
	for _, c := range cuts {
		if c.from == from {
			return c.with
		}
	}
	return ""
}
