package graph

import (
	"cmp"
	"slices"

	"rihla/model/graph"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// boxWidth returns the preferred width of the centre: that of its name, or less if
// the name may be broken into lines.
func (p *Picture) boxWidth() int {
	const least = 26
	want := safe.Width(p.centreName()) + 4
	if p.Height >= high {
		want = min(want, max(least, p.Width/4))
	}
	return want
}

// high is the height from which the name of the centre may take several lines.
const high = 16

func (p *Picture) centreName() string {
	e := p.s.Nodes[0].Entity
	return p.voice.KindSign(e.Kind) + " " + p.voice.Name(e)
}

// centre puts the centre in the middle, its name in at most most lines, with the sides
// beside it. It covers no more than their labels.
func (p *Picture) centre(sides []*side, height, most int) {
	var left, right *side
	for _, sd := range sides {
		if sd.toward == leftward {
			left = sd
		} else {
			right = sd
		}
	}
	want := p.boxWidth()
	b := &p.box
	b.h, b.y = height, max(0, (p.Height-height)/2)
	reach := func(sd *side) int { return sd.columns[0].trunk() - 1 } // cells outward from the bus, free for the box
	switch {
	case left != nil && right != nil:
		spare := p.Width - left.width - right.width - gap
		if short := min(spare, want-reach(left)-reach(right)-gap); short > 0 {
			left.lengthen(short / 2)
			right.lengthen(short - short/2)
			spare -= short
		}
		margin := spare / 2
		left.bus = margin + left.width - 1
		right.bus = left.bus + gap + 1
		from, to := left.bus-reach(left)+1, right.bus+reach(right)-1
		b.w = max(gap+4, min(want, to-from+1))
		b.x = max(from, min((left.bus+right.bus)/2-b.w/2, to-b.w+1))
		b.x = min(b.x, left.bus-1)
	case left != nil || right != nil:
		sd := cmp.Or(left, right)
		most := p.Width - sd.width // cells for the part of the box beyond the bus
		b.w = max(5, min(want, 2*most+1, most+reach(sd), p.Width*2/3))
		out := max(b.w/2, b.w-reach(sd))
		margin := max(0, (p.Width-sd.width-out)/2)
		if sd == right {
			b.x, sd.bus = margin, margin+out
		} else {
			sd.bus = margin + sd.width - 1
			b.x = sd.bus + out - b.w + 1
		}
	default:
		b.w = max(5, min(want, p.Width))
		b.x = (p.Width - b.w) / 2
	}
	b.lines = p.centreLines(b.w-4, most)
	if b.h > 1 {
		b.h = len(b.lines) + 2
		b.y = max(0, (p.Height-b.h)/2)
	}
}

// lengthen adds cells to the labels of the first hop, so that there is more room beside
// the bus.
func (sd *side) lengthen(cells int) {
	sd.width += cells
	sd.columns[0].label += cells
	for i := range sd.columns[1:] {
		sd.columns[1+i].bus += cells
	}
}

// mostCentre is the maximum number of lines of the name of the centre, where these
// displace no entity.
const mostCentre = 5

// centreLines breaks the sign and name of the centre into at most most lines of at most
// width cells.
func (p *Picture) centreLines(width, most int) []string {
	name := p.centreName()
	const signed = "  " // under the sign
	bare := name[len(p.voice.KindSign(p.s.Nodes[0].Entity.Kind)+" "):]
	if safe.Width(name) <= width {
		return []string{name}
	}
	lines := safe.Wrap(bare, max(1, width-len(signed)))
	switch {
	case most == 1 || width < 12:
		text, _ := p.cut(bare, max(1, width-len(signed)))
		lines = []string{text}
	case len(lines) > most:
		lines[most-1] = safe.Cut(lines[most-1]+" "+lines[most], width-len(signed))
		lines = lines[:most]
	}
	for i := range lines {
		lines[i] = signed + lines[i]
	}
	lines[0] = p.voice.KindSign(p.s.Nodes[0].Entity.Kind) + " " + lines[0][len(signed):]
	return lines
}

// placeThings makes things of items with their paths from the centre.
func (p *Picture) placeThings(sides []*side) {
	p.Things = []Thing{{Node: 0, Parent: -1, Edge: -1, X: p.box.x, Y: p.box.y + (p.box.h-1)/2, Width: p.box.w, text: p.box.lines[0], label: -1}}
	for _, sd := range sides {
		p.placeBranches(sd, &sd.root, 0, 0)
	}
}

// placeBranches makes things of the branches of an item.
func (p *Picture) placeBranches(sd *side, of *item, parent, hop int) {
	if len(of.branches) == 0 {
		return
	}
	c := sd.columns[hop]
	at := func(out int) int { return sd.bus + sd.toward*out }
	for _, b := range of.branches {
		label := -1
		if b.named {
			label = p.setLabel(sd, c, b)
		}
		for _, it := range b.items {
			t := Thing{Node: it.node, Fold: it.fold, Twin: it.twin, Parent: parent, Column: sd.toward * (hop + 1), Edge: it.edge, Also: it.also, Y: it.y}
			t.setText(it.lines)
			t.X = at(c.sign())
			if sd.toward == leftward {
				t.X -= t.Width - 1
			}
			p.placeTail(it, &t, sd.toward == leftward, p.roomFor(sd, it, c))
			t.turn, t.label = point{at(c.bus), b.labelY}, label
			t.path = p.route(sd, &p.Things[parent], parent, c, b.labelY, it.y)
			t.stroke = p.strokeOf(t.Edge)
			t.arrows = [2]bool{b.direction != graph.Out && (b.named || b.direction != graph.Both), b.direction != graph.In && (b.named || b.direction != graph.Both)}
			if t.stroke == ringed {
				t.arrows = [2]bool{}
			}
			it.thing = len(p.Things)
			p.Things = append(p.Things, t)
			p.placeBranches(sd, it, it.thing, hop+1)
		}
	}
}

// roomFor returns the width for the name of an item: that of the column, or up to the
// edge if the item has no branches.
func (p *Picture) roomFor(sd *side, it *item, c column) int {
	if len(it.branches) > 0 {
		return c.name
	}
	return max(1, p.freeBeyond(sd, c))
}

// freeBeyond returns the number of cells from the beginning of names to the edge.
func (p *Picture) freeBeyond(sd *side, c column) int {
	from := sd.bus + sd.toward*c.names()
	if sd.toward == leftward {
		return from + 1
	}
	return p.Width - from
}

// fitting returns the tail of an item, shortened to room cells. The tail of a fold is cut. In
// the tail of an entity, dates are abbreviated, then whole spans are replaced by an ellipsis;
// other relations stay, cut if necessary.
func (p *Picture) fitting(it *item, room int) []rich.Span {
	if room < leastTail {
		return nil
	}
	if it.fold != nil {
		return rich.Cut(p.tail(it), room)
	}
	tail, also := p.tailParts(it, p.voice)
	if (rich.Line{Spans: joinTail(tail, also)}).Width() > room {
		brief := p.voice
		brief.Brief = true
		tail, also = p.tailParts(it, brief)
	}
	for n := len(tail); ; n-- {
		all := joinTail(tail[:n], also)
		switch {
		case n < len(tail) && len(all) > 0:
			all = append(all, rich.NewSpan(rich.Muted, " …"))
		case n < len(tail):
			all = []rich.Span{rich.NewSpan(rich.Muted, "…")}
		}
		if n == 0 || (rich.Line{Spans: all}).Width() <= room {
			return rich.Cut(all, room)
		}
	}
}

// setLabel adds the label of a branch and returns its index.
func (p *Picture) setLabel(sd *side, c column, b *branch) int {
	text := p.cutRelation(p.label(b), c.label)
	l := label{text: text, y: b.labelY, width: safe.Width(text)}
	l.x = sd.bus + sd.toward*(c.bus+beforeLabel)
	if sd.toward == leftward {
		l.x -= l.width - 1
	}
	p.labels = append(p.labels, l)
	return len(p.labels) - 1
}

// route returns the path from a thing to one of its children: out to the bus, along
// the bus to the row of the label, out to the trunk, along the trunk to the row of the
// child, and out to its sign.
func (p *Picture) route(sd *side, from *Thing, parent int, c column, labelY, y int) []point {
	at := func(out int) int { return sd.bus + sd.toward*out }
	var corners []point
	switch {
	case parent > 0:
		start := from.X + from.Width + from.beyond + 1
		if sd.toward == leftward {
			start = from.X - from.beyond - 2
		}
		corners = append(corners, point{start, from.Y}, point{at(c.bus), from.Y})
	case labelY < p.box.y:
		corners = append(corners, point{at(c.bus), p.box.y - 1})
	default:
		corners = append(corners, point{at(c.bus), p.box.y + p.box.h})
	}
	corners = append(corners, point{at(c.bus), labelY}, point{at(c.trunk()), labelY}, point{at(c.trunk()), y}, point{at(c.sign() - 2), y})
	return along(corners)
}

// along returns all points of a line through corners, each once.
func along(corners []point) []point {
	out := []point{corners[0]}
	for _, to := range corners[1:] {
		for at := out[len(out)-1]; at != to; {
			at.x += sign(to.x - at.x)
			at.y += sign(to.y - at.y)
			out = append(out, at)
		}
	}
	return slices.Clip(out)
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}
