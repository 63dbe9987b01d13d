package edit

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// Add adds a key to a table, below its other ones, written as they are.
func (d *Document) Add(table Path, key string, v kb.Value) ([]byte, error) {
	n, want, err := d.target(table, v, key)
	switch {
	case err != nil:
		return nil, err
	case d.Value(table).Type != kb.Table:
		return nil, d.closed(n)
	case d.Value(table).Has(key):
		return nil, d.refuse(n, say.EditHasKey.With(say.Text(key)), say.EditOtherKey)
	}
	return d.checked(n, d.addition(n, key, v), func(root *kb.Value) bool {
		of := table.in(root)
		of.Items = append(of.Items, kb.Entry{Key: key, Value: want})
		return true
	})
}

// addition returns what adds a key to a table.
func (d *Document) addition(n *node, key string, v kb.Value) []splice {
	switch {
	case n.value != nil:
		return d.insert(n.value.inner, len(n.value.inner.items), d.inlineEntry(n.value.inner, quoteKey(key, false), v))
	case n.header != nil:
		return d.addLine(n.header, quoteKey(key, false), v)
	case len(n.items) > 0:
		// A table of dotted keys goes on below the last of them.
		last := n.items[len(n.items)-1]
		i := last.item()
		dotted := string(d.text[i.from():i.keys[last.depth-1].to]) + "." + quoteKey(key, false)
		if last.value != nil {
			return d.insert(last.block, last.index+1, d.inlineEntry(last.block, dotted, v))
		}
		l := d.layoutOf(last.items[:last.index+1])
		return []splice{d.below(i.value.to, l.line(dotted, d.onLine(v, l.literal)))}
	}
	// A table that is named in the headers of others gets one of its own.
	h := n.heads[0]
	l := d.layoutOf(h.lines.items)
	header := d.indent(h.from) + "[" + strings.TrimSpace(string(d.text[h.keys[0].from:h.keys[h.depth-1].to])) + "]"
	at := d.above(h.section)
	return []splice{{at, at, header + d.newline() + l.line(quoteKey(key, false), d.onLine(v, l.literal)) + d.newline() + d.newline()}}
}

// inlineEntry returns a key and a value for an inline table.
func (d *Document) inlineEntry(b *block, key string, v kb.Value) string {
	l := d.layoutOf(b.items)
	return key + l.before + "=" + l.after + inline(v, l.literal)
}

// addLine adds a line to those of a section.
func (d *Document) addLine(s *section, key string, v kb.Value) []splice {
	items := s.lines.items
	if len(items) == 0 {
		l := d.layoutNear(s)
		text := l.line(key, d.onLine(v, l.literal))
		switch {
		case s != d.sections[0]:
			return []splice{d.below(s.to, text)}
		case len(d.sections) > 1:
			at := d.above(d.sections[1])
			return []splice{{at, at, text + d.newline() + d.newline()}}
		case len(d.text) > d.start() && d.text[len(d.text)-1] != '\n':
			return []splice{{len(d.text), len(d.text), d.newline() + text}}
		}
		return []splice{{len(d.text), len(d.text), text + d.newline()}}
	}
	l := d.layoutOf(items)
	text := l.line(key, d.onLine(v, l.literal))
	if l.spaced {
		text = d.newline() + text
	}
	return []splice{d.below(s.end(), text)}
}

// layoutNear returns the layout of the section nearest before a section that has lines,
// else behind it.
func (d *Document) layoutNear(s *section) layout {
	n := d.number(s)
	for i := n; i > 0; i-- {
		if len(d.sections[i].lines.items) > 0 {
			return d.layoutAnew(d.sections[i])
		}
	}
	for _, other := range d.sections {
		if len(other.lines.items) > 0 {
			return d.layoutAnew(other)
		}
	}
	return plain
}

// layoutAnew returns the layout of a section for lines of another one.
func (d *Document) layoutAnew(s *section) layout {
	l := d.layoutOf(s.lines.items)
	l.column, l.spaced = 0, false
	return l
}

// Insert adds an element to a list, before the one of an index or, if the index is the
// length of the list, at its end. An array of tables is extended at its end only: see
// AddElement.
func (d *Document) Insert(list Path, index int, v kb.Value) ([]byte, error) {
	n, want, err := d.target(list, v)
	switch {
	case err != nil:
		return nil, err
	case d.Value(list).Type != kb.List || index < 0 || index > len(d.Value(list).Items):
		return nil, d.closed(n)
	case n.value == nil && v.Type == kb.Table && index == len(n.children):
		return d.AddElement(list, v)
	case n.value == nil:
		return nil, d.closed(n)
	}
	b := n.value.inner
	return d.checked(n, d.insert(b, index, inline(v, d.isLiteral(b.items))), func(root *kb.Value) bool {
		of := list.in(root)
		of.Items = append(of.Items[:index:index], append([]kb.Entry{{Value: want}}, of.Items[index:]...)...)
		return true
	})
}

// Append adds a value to what is at a path: to the end of a list, or to a single value,
// which becomes the first element of one.
func (d *Document) Append(p Path, v kb.Value) ([]byte, error) {
	if had := d.Value(p); had.Type == kb.List {
		return d.Insert(p, len(had.Items), v)
	}
	n, want, err := d.target(p, v)
	switch {
	case err != nil:
		return nil, err
	case n.value == nil:
		return nil, d.closed(n)
	}
	literal := d.text[n.value.from] == '\''
	cuts := []splice{{n.value.from, n.value.from, "["}, {n.value.to, n.value.to, ", " + inline(v, literal) + "]"}}
	return d.checked(n, cuts, func(root *kb.Value) bool {
		at := p.in(root)
		*at = kb.Value{Type: kb.List, Items: []kb.Entry{{Value: *at}, {Value: want}}}
		return true
	})
}

// insert puts a text before an item of a list or an inline table, or behind the last.
func (d *Document) insert(b *block, at int, text string) []splice {
	items := b.items
	open, close := b.value.from+1, b.value.to-1
	if len(items) == 0 {
		switch inside := string(d.text[open:close]); {
		case strings.Trim(inside, " \t") != "":
			return []splice{{open, open, text}}
		case inside != "" || d.text[close] == '}':
			return []splice{{open, close, " " + text + " "}}
		}
		return []splice{{open, close, text}}
	}
	if at < len(items) {
		next := items[at].from()
		between := " "
		if d.beginsLine(next) {
			between = d.newline() + d.indent(next)
		}
		return []splice{{next, next, text + "," + between}}
	}
	last := &items[len(items)-1]
	comma := ","
	if last.comma < 0 {
		comma = ""
	}
	if !d.beginsLine(last.from()) {
		between := " "
		if len(items) > 1 {
			if gap := string(d.text[items[0].comma+1 : items[1].from()]); strings.Trim(gap, " \t") == "" {
				between = gap
			}
		}
		if last.comma >= 0 {
			return []splice{{last.comma + 1, last.comma + 1, between + text + ","}}
		}
		return []splice{{last.value.to, last.value.to, "," + between + text}}
	}
	line := d.newline() + d.indent(last.from()) + text + comma
	behind := max(last.value.to, last.comma+1)
	end := lineEnd(d.text, behind)
	if end > 0 && d.text[end-1] == '\r' {
		end--
	}
	if end >= close || !d.endsLine(behind) {
		end = behind
	}
	if last.comma >= 0 {
		return []splice{{end, end, line}}
	}
	if end == behind {
		return []splice{{end, end, "," + line}}
	}
	cuts := []splice{{last.value.to, last.value.to, ","}, {end, end, line}}
	if strings.HasPrefix(string(d.text[last.value.to:]), "  ") && strings.HasPrefix(strings.TrimLeft(string(d.text[last.value.to:end]), " "), "#") {
		cuts[0].to++ // the comment stays where it is
	}
	return cuts
}
