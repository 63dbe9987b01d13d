package edit

import (
	"bytes"
	"strings"

	"rihla/model/kb"
)

// Remove removes what is at a path: a key with its line and the comment behind it, an
// element of a list with its comma, a table or an element of an array of tables with
// everything in it and the comments directly above its header. A table that was there
// only because of it, such as a of [a.b], is gone then too.
func (d *Document) Remove(p Path) ([]byte, error) {
	n := d.tree.find(p)
	if n == nil {
		return nil, d.missing(p)
	}
	if len(p) == 0 {
		return nil, d.closed(n)
	}
	var cuts []splice
	for _, h := range n.heads {
		from, to := d.extent(h.section)
		if to == len(d.text) {
			from = d.endAbove(from)
			to -= d.lastBreak(from)
		}
		if len(cuts) > 0 && cuts[len(cuts)-1].to >= from {
			cuts[len(cuts)-1].to = to
			continue
		}
		cuts = append(cuts, splice{from, to, ""})
	}
	blocks := make(map[*block][]int)
	for _, l := range n.items {
		blocks[l.block] = append(blocks[l.block], l.index)
	}
	for b, indices := range blocks {
		switch {
		case b.value == nil:
			for _, i := range indices {
				cuts = append(cuts, d.cutLine(&b.items[i]))
			}
		case len(indices) > 1:
			return d.removeByOne(n, p)
		default:
			cuts = append(cuts, d.cutItem(b, indices[0])...)
		}
	}
	return d.checked(n, cuts, func(root *kb.Value) bool { return d.drop(root, n, p) })
}

// endAbove returns where the last line above an offset ends that is not empty.
func (d *Document) endAbove(at int) int {
	last := max(d.start(), len(bytes.TrimRight(d.text[:at], " \t\r\n")))
	if last == d.start() {
		return last
	}
	end := min(at, lineEnd(d.text, last))
	if end > last && d.text[end-1] == '\r' {
		end--
	}
	return end
}

// lastBreak returns the length of the line break at the end of the file if a range that
// begins at an offset is to leave one.
func (d *Document) lastBreak(from int) int {
	switch {
	case from == d.start():
		return 0
	case bytes.HasSuffix(d.text, []byte("\r\n")):
		return 2
	case bytes.HasSuffix(d.text, []byte("\n")):
		return 1
	}
	return 0
}

// removeByOne removes what a dotted key has in an inline table, one value at a time.
func (d *Document) removeByOne(n *node, p Path) ([]byte, error) {
	last := n.items[len(n.items)-1].item()
	leaf := p
	for _, key := range last.keys[n.items[len(n.items)-1].depth:] {
		leaf = leaf.Then(Key(key.name))
	}
	text, err := d.Remove(leaf)
	if err != nil {
		return nil, err
	}
	rest, err := Parse(d.name, text)
	if err != nil || rest.tree.find(p) == nil {
		return text, err
	}
	return rest.Remove(p)
}

// drop removes the value at a path from a decoded file.
func (d *Document) drop(root *kb.Value, n *node, p Path) bool {
	of := p[:len(p)-1].in(root)
	for i := range of.Items {
		if step := p[len(p)-1]; step.isIndex && i == step.index || !step.isIndex && of.Items[i].Key == step.key {
			of.Items = append(of.Items[:i], of.Items[i+1:]...)
			break
		}
	}
	if len(of.Items) == 0 && n.parent.isImplicit() {
		return d.drop(root, n.parent, p[:len(p)-1])
	}
	return true
}

// cutLine cuts the lines of an item.
func (d *Document) cutLine(i *item) splice {
	from, to := d.lineStart(i.from()), d.nextLine(i.value.to)
	if to == len(d.text) && d.text[to-1] != '\n' && from > d.start() {
		from = d.endAbove(from) // the file goes on to end without a line break
	}
	return splice{from, to, ""}
}

// cutItem cuts an item of a list or an inline table.
func (d *Document) cutItem(b *block, at int) []splice {
	i := &b.items[at]
	from, to, close := i.from(), i.value.to, b.value.to-1
	behind := to
	if i.comma >= 0 {
		behind = i.comma + 1
	}
	isPlain := func(from, to int) bool { return strings.Trim(string(d.text[from:to]), " \t") == "" }
	pieces := []splice{{from, to, ""}}
	if i.comma >= 0 {
		pieces = append(pieces, splice{i.comma, i.comma + 1, ""})
		if isPlain(to, i.comma) {
			pieces = []splice{{from, i.comma + 1, ""}}
		}
	}
	isLast := at == len(b.items)-1
	switch {
	case len(b.items) == 1 && isPlain(b.value.from+1, from) && isPlain(behind, close) && len(pieces) == 1:
		return []splice{{b.value.from + 1, close, ""}}
	case len(pieces) == 1 && d.beginsLine(from) && d.endsLine(behind) && lineEnd(d.text, behind) < close:
		pieces = []splice{{d.lineStart(from), d.nextLine(behind), ""}}
	case len(pieces) == 1 && !isLast && isPlain(behind, b.items[at+1].from()):
		return []splice{{from, b.items[at+1].from(), ""}}
	case len(pieces) == 1 && isLast && at > 0 && i.comma >= 0 && isPlain(b.items[at-1].comma+1, from):
		return []splice{{b.items[at-1].comma + 1, behind, ""}}
	case isLast && at > 0 && i.comma < 0 && isPlain(b.items[at-1].value.to, b.items[at-1].comma) && isPlain(b.items[at-1].comma+1, from):
		return []splice{{b.items[at-1].value.to, to, ""}}
	}
	if isLast && at > 0 && i.comma < 0 {
		pieces = append(pieces, splice{b.items[at-1].comma, b.items[at-1].comma + 1, ""})
	}
	return pieces
}
