package graph

import (
	"strings"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

const (
	mostLines  = 4 // lines of a name
	leastBreak = 8 // cells from which on a name is broken into lines
)

// collectNames notes the names of all drawn entities and of all their relations.
func (p *Picture) collectNames(sides []*side) {
	p.names = make([]string, 0, len(p.drawn))
	for e := range p.drawn {
		p.names = append(p.names, p.voice.Name(e))
	}
	for _, sd := range sides {
		p.collectRelations(&sd.root)
	}
}

func (p *Picture) collectRelations(of *item) {
	for _, b := range of.branches {
		p.relations = append(p.relations, p.label(b))
		for _, it := range b.items {
			p.collectRelations(it)
		}
	}
}

// nameItems sets the lines of the names of a side's items. In spare rows, long names
// are broken into lines, first those that take the fewest; other names are cut.
func (p *Picture) nameItems(sd *side, spare int) {
	all := p.roomedItems(sd, &sd.root, 0, nil)
	for most := 1; most <= mostLines; most++ {
		for _, one := range all {
			lines := p.broken(one.item, one.room)
			if more := max(one.item.span(), len(lines)) - one.item.span(); len(lines) == most && more <= spare {
				one.item.lines = lines
				spare -= more
			}
		}
	}
	for _, one := range all {
		if one.item.lines == nil {
			one.item.lines = []string{p.oneLine(one.item, one.room)}
		}
	}
}

// roomed is an item and the cells of a line of its name.
type roomed struct {
	item *item
	room int
}

// roomedItems appends the items below one, without lines, to others.
func (p *Picture) roomedItems(sd *side, of *item, hop int, out []roomed) []roomed {
	for _, b := range of.branches {
		p.Tight = p.Tight || sd.columns[hop].label < min(b.labelWidth, fairLabel)
		for _, it := range b.items {
			it.lines = nil
			out = append(out, roomed{it, p.roomFor(sd, it, sd.columns[hop])})
			out = p.roomedItems(sd, it, hop+1, out)
		}
	}
	return out
}

// alsoGap returns the cells that the other relations of an item take, with the gap
// before them.
func (it *item) alsoGap() int {
	if it.alsoWidth == 0 {
		return 0
	}
	return tailGap + it.alsoWidth
}

// broken returns the name of an item in few lines of room cells, whole, with the last
// one empty where its other relations do not fit after the name; or nil.
func (p *Picture) broken(it *item, room int) []string {
	switch {
	case it.nameWidth+it.alsoGap() <= room:
		return []string{it.name}
	case it.fold != nil || room < leastBreak:
		return nil
	}
	lines := []string{it.name}
	if it.nameWidth > room {
		if lines = safe.Wrap(it.name, room); !isBrokenBetweenWords(it.name, lines) {
			return nil
		}
	}
	if safe.Width(lines[len(lines)-1])+it.alsoGap() > room {
		lines = append(lines, "")
	}
	if len(lines) > mostLines {
		return nil
	}
	return lines
}

// isBrokenBetweenWords reports whether no word of a text is in two lines, unless it
// has parts.
func isBrokenBetweenWords(text string, lines []string) bool {
	joined := lines[0]
	for _, line := range lines[1:] {
		if !strings.ContainsAny(joined[len(joined)-1:], "-._/") {
			joined += " "
		}
		joined += line
	}
	return joined == text
}

// oneLine returns the name of an item cut to room cells, less where its other
// relations stand after it.
func (p *Picture) oneLine(it *item, room int) string {
	if it.fold != nil {
		return safe.Cut(it.name, room)
	}
	if it.alsoWidth > 0 {
		p.isUnclear = p.isUnclear || room <= tailGap+leastTail
		room = max(room-it.alsoGap(), min(leastName, room-tailGap-leastTail))
	}
	p.Tight = p.Tight || room < min(it.nameWidth, fairName)
	text, ok := p.cut(it.name, max(1, room))
	p.isUnclear = p.isUnclear || !ok
	return text
}

// cut shortens a name to room cells so that what is left is the name of no other
// drawn entity. It reports whether there is such a cut.
func (p *Picture) cut(name string, room int) (string, bool) {
	mark := ""
	if bare, has := strings.CutPrefix(name, beforeSign+" "); has {
		mark = beforeSign + " "
		name, room = bare, max(1, room-safe.Width(mark))
	}
	text, ok := safe.CutApart(name, room, p.names)
	return mark + text, ok
}

// cutRelation shortens the label of a relation to room cells so that what is left is
// the label of no other, if it can.
func (p *Picture) cutRelation(label string, room int) string {
	text := safe.CutName(label, room)
	for _, other := range p.relations {
		if other != label && safe.CutName(other, room) == text {
			text, _ = safe.CutApart(label, room, p.relations)
			break
		}
	}
	return text
}

// setText sets the lines of a thing, and the text after the last of them.
func (t *Thing) setText(lines []string) {
	t.text, t.more = lines[0], lines[1:]
	t.Width = safe.Width(t.text) + 2
}

// lastLine returns the last line of the name of a thing.
func (t *Thing) lastLine() string {
	if len(t.more) > 0 {
		return t.more[len(t.more)-1]
	}
	return t.text
}

// Height returns the number of rows of a thing other than the centre.
func (t *Thing) Height() int { return 1 + len(t.more) }

// lineX returns the first cell of a line of a name after the first.
func (t *Thing) lineX(leftward bool, width int) int {
	if leftward {
		return t.X + t.Width - 2 - width
	}
	return t.X + 2
}

// placeTail puts the text after the last line of a name in room cells.
func (p *Picture) placeTail(it *item, t *Thing, leftward bool, room int) {
	width := safe.Width(t.lastLine())
	gap := tailGap
	if width == 0 {
		gap = 0
	}
	t.tail = p.fitting(it, room-width-gap)
	tail := rich.Line{Spans: t.tail}.Width()
	if tail == 0 {
		return
	}
	if t.tailX = t.lineX(leftward, width+gap+tail); !leftward {
		t.tailX += width + gap
	}
	if len(t.more) == 0 {
		t.beyond = gap + tail
	}
}
