package graph

// stack assigns rows to all items. It reports whether they fit.
func (p *Picture) stack(sides []*side) bool {
	for _, sd := range sides {
		rows, between := 0, 0
		for _, b := range sd.root.branches {
			rows += b.rows()
		}
		if n := len(sd.root.branches) - 1; n > 0 && rows+n <= p.Height {
			between = 1
			rows += n
		}
		if !p.stackSide(sd, rows, between) && (between == 0 || !p.stackSide(sd, rows-len(sd.root.branches)+1, 0)) {
			return false
		}
	}
	return true
}

func (p *Picture) stackSide(sd *side, rows, between int) bool {
	ideal := max(0, p.box.y+p.box.h/2-rows/2)
	for start := min(ideal, max(0, p.Height-rows)); start >= 0; start-- {
		if p.stackFrom(sd, start, between) {
			return true
		}
	}
	return false
}

// stackFrom stacks the branches of the centre from row y. A label is on the first row
// of its branch that is not beside the box of the centre.
func (p *Picture) stackFrom(sd *side, y, between int) bool {
	for _, b := range sd.root.branches {
		rows := b.rows()
		if p.box.holdsRow(y) && p.box.holdsRow(y+rows-1) {
			y = p.box.y + p.box.h
		}
		stackBranch(b, y)
		for p.box.holdsRow(b.labelY) {
			b.labelY++
		}
		y += rows + between
	}
	return y-between <= p.Height
}

func stackBranch(b *branch, y int) {
	b.y, b.labelY = y, y
	for _, it := range b.items {
		it.y = y
		at := y
		for _, below := range it.branches {
			stackBranch(below, at)
			at += below.rows()
		}
		y += it.span()
	}
}
