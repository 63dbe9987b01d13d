package edit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/say"
)

// AddTable adds a table under a header of its own, [p], behind those that are in the same
// table; where that is an inline table or of dotted keys, as a key of it.
func (d *Document) AddTable(p Path, v kb.Value) ([]byte, error) { return d.addTable(p, v, false) }

// AddElement adds an element to an array of tables, [[p]], which need not exist, or to a
// list of inline tables.
func (d *Document) AddElement(p Path, v kb.Value) ([]byte, error) { return d.addTable(p, v, true) }

func (d *Document) addTable(p Path, v kb.Value, isElement bool) ([]byte, error) {
	if len(p) == 0 || p[len(p)-1].isIndex {
		return nil, d.closed(nil)
	}
	table, key := p[:len(p)-1], p[len(p)-1].key
	of := table
	for d.tree.find(of) == nil {
		if of[len(of)-1].isIndex {
			return nil, d.missing(of)
		}
		of = of[:len(of)-1]
	}
	n, want, err := d.target(of, v, p.String())
	present := d.tree.find(p)
	switch {
	case err != nil:
		return nil, err
	case v.Type != kb.Table || n.isList:
		return nil, d.closed(n)
	case present != nil && !isElement:
		return nil, d.refuse(present, say.EditHasKey.With(say.Text(key)), say.EditOtherKey)
	case present != nil && !present.isList:
		return nil, d.closed(present)
	case present != nil && present.value != nil:
		return d.Insert(p, len(present.children), v)
	}
	added := want
	if isElement {
		added = kb.Value{Type: kb.List, Items: []kb.Entry{{Value: want}}}
	}
	if n != d.tree && len(n.heads) == 0 {
		if len(of) < len(table) {
			return nil, d.closed(n)
		}
		if isElement {
			v = kb.Value{Type: kb.List, Items: []kb.Entry{{Value: v}}}
		}
		return d.Add(table, key, v)
	}
	cuts := d.header(n, present, p[len(of):], v, isElement)
	return d.checked(n, cuts, func(root *kb.Value) bool {
		if present != nil {
			at := p.in(root)
			at.Items = append(at.Items, added.Items...)
			return true
		}
		at := of.in(root)
		for _, step := range p[len(of) : len(p)-1] {
			at.Items = append(at.Items, kb.Entry{Key: step.key, Value: kb.Value{Type: kb.Table}})
			at = &at.Items[len(at.Items)-1].Value
		}
		at.Items = append(at.Items, kb.Entry{Key: key, Value: added})
		return true
	})
}

// header returns what adds a table with a header: below a table n, or behind the last
// element of an array.
func (d *Document) header(n, array *node, rest Path, v kb.Value, isElement bool) []splice {
	last := d.sections[len(d.sections)-1]
	var keys, indent string
	of := n
	if array != nil {
		of, rest = array, nil
	}
	if len(of.heads) > 0 {
		h := of.heads[len(of.heads)-1]
		last = h.section
		keys = strings.TrimSpace(string(d.text[h.keys[0].from:h.keys[h.depth-1].to]))
	}
	if last != d.sections[0] {
		indent = d.indent(last.from)
	}
	for _, step := range rest {
		if keys != "" {
			keys += "."
		}
		keys += quoteKey(step.key, false)
	}
	header := indent + "[" + keys + "]"
	if isElement {
		header = indent + "[[" + keys + "]]"
	}
	lines := strings.Join(append([]string{header}, d.linesLike(last, v)...), d.newline())
	_, to := d.extent(last)
	gap := d.newline()
	if n := d.number(last); n > 0 && len(d.sections) > 2 {
		gap = strings.Repeat(d.newline(), d.emptyAbove(last))
		if n == 1 {
			gap = strings.Repeat(d.newline(), d.emptyAbove(d.sections[2]))
		}
	}
	if gap == "" && d.isComment(to) {
		lines = d.newline() + lines
	}
	if to < len(d.text) {
		return []splice{{to, to, lines + d.newline() + gap}}
	}
	before := d.text[d.start():]
	switch {
	case len(bytes.TrimSpace(before)) == 0:
		return []splice{{to, to, lines + d.newline()}}
	case !bytes.HasSuffix(before, []byte("\n")):
		return []splice{{to, to, d.newline() + gap + lines}}
	case len(before)-len(bytes.TrimRight(before, "\r\n")) > len(d.newline()):
		gap = ""
	}
	return []splice{{to, to, gap + lines + d.newline()}}
}

// isComment reports whether the line that ends at an offset, before its line break or behind
// it, is a comment: a header directly below would make it its own.
func (d *Document) isComment(at int) bool {
	above := bytes.TrimSuffix(d.text[d.start():at], []byte("\n"))
	line := above[bytes.LastIndexByte(above, '\n')+1:]
	return bytes.HasPrefix(bytes.TrimLeft(line, " \t"), []byte("#"))
}

// emptyAbove returns the number of empty lines above a header and its comments.
func (d *Document) emptyAbove(s *section) int {
	n := 0
	for at := d.above(s); at > d.start(); n++ {
		at = d.lineStart(at - 1)
		if len(bytes.TrimSpace(d.text[at:lineEnd(d.text, at)])) > 0 {
			break
		}
	}
	return n
}

// linesLike returns the lines of a table, written as those of a section.
func (d *Document) linesLike(s *section, v kb.Value) []string {
	l := d.layoutNear(s)
	if d.layoutOf(s.lines.items).column > 0 {
		for i := range v.Items {
			l.column = max(l.column, utf8.RuneCountInString(quoteKey(v.Items[i].Key, false))+1)
		}
	}
	var out []string
	for i := range v.Items {
		out = append(out, l.line(quoteKey(v.Items[i].Key, false), d.onLine(v.Items[i].Value, l.literal)))
	}
	return out
}
