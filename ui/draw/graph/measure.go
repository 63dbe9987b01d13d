package graph

import (
	"slices"

	"rihla/model/graph"
	"rihla/ui/safe"
)

// column holds the widths of the labels and names of a hop and the distance of its
// bus from the bus of the centre, in cells.
type column struct{ bus, label, name int }

// The cells of a column beside label and name: bus, head, space, label, space,
// trunk, line, head, space, sign, space, name; and from there to the next bus.
const (
	beforeLabel = 3
	besides     = 10
	toNextBus   = 2
)

func (c column) trunk() int { return c.bus + beforeLabel + c.label + 1 }
func (c column) sign() int  { return c.trunk() + 4 }
func (c column) names() int { return c.sign() + 2 }
func (c column) end() int   { return c.names() + c.name }

// gap is the number of cells between the buses of both sides.
const gap = 1

// measure divides the width among names and labels. It reports whether it suffices.
func (p *Picture) measure(sides []*side) bool {
	for _, sd := range sides {
		sd.columns = make([]column, p.Hops)
		p.widths(sd, &sd.root, 0)
		for len(sd.columns) > 1 && sd.columns[len(sd.columns)-1].name == 0 {
			sd.columns = sd.columns[:len(sd.columns)-1]
		}
		for d, c := range sd.columns {
			sd.want += besides + c.label + c.name
			if d > 0 {
				sd.want += toNextBus
			}
		}
		sd.want = max(sd.want, p.tails(sd, &sd.root, 0))
	}
	room := p.Width
	if len(sides) == 2 {
		room -= gap
	} else {
		for _, sd := range sides {
			room -= max(p.boxWidth()/2+1, p.boxWidth()-beforeLabel-sd.columns[0].label)
		}
	}
	for i, width := range p.shareWidth(room, sides) {
		sides[i].width = width
		wanted := slices.Clone(sides[i].columns)
		if !sides[i].share() {
			return false
		}
		sides[i].refine(wanted, p.Height)
	}
	return true
}

// shareWidth divides room cells between the sides so that the least is cut.
func (p *Picture) shareWidth(room int, sides []*side) []int {
	got, all := make([]int, len(sides)), 0
	for i, sd := range sides {
		got[i] = sd.want
		all += sd.want
	}
	if all <= room {
		return got
	}
	if len(sides) == 1 {
		return []int{room}
	}
	best := unbounded
	for left := 1; left < room; left++ {
		loss := sides[0].loss(left, p.Height) + sides[1].loss(room-left, p.Height)
		if loss < best {
			best, got[0], got[1] = loss, left, room-left
		}
	}
	return got
}

// height returns the number of rows of an item's branches.
func (it *item) height() int {
	n := 0
	for _, b := range it.branches {
		n += b.rows()
	}
	return n
}

// The widths of labels and names in cells.
const (
	leastLabel = 10 // that labels keep before names are cut
	shortLabel = 5  // the least in which a hop is drawn
	leastName  = 12
	fairLabel  = 12 // a picture with labels or names cut to less is tight
	fairName   = 18
	mostLabel  = 28
	mostName   = 44
)

// share divides the width of a side among its labels and names.
func (sd *side) share() bool {
	room := sd.width - besides*len(sd.columns) - toNextBus*(len(sd.columns)-1)
	want, least := sd.least(leastLabel)
	if least > room {
		want, least = sd.least(shortLabel)
	}
	if least > room && len(sd.columns) > 1 || room < (leastLabel+leastName)/2 {
		return false
	}
	if least > room {
		want = make([]int, len(want))
	}
	more := make([]int, len(want))
	for d, c := range sd.columns {
		more[2*d], more[2*d+1] = c.label-want[2*d], c.name-want[2*d+1]
		room -= want[2*d] + want[2*d+1]
	}
	for i, got := range graph.FairShares(room, more) {
		if c := &sd.columns[i/2]; i%2 == 0 {
			c.label = want[i] + got
		} else {
			c.name = want[i] + got
		}
	}
	sd.placeBuses()
	return true
}

// placeBuses puts the columns beside each other.
func (sd *side) placeBuses() {
	bus := 0
	for i := range sd.columns {
		c := &sd.columns[i]
		c.bus = bus
		bus = c.end() + toNextBus
	}
}

// refine moves cells between labels and names, by ever smaller steps, as long as less is
// cut of the whole side: a hop of few entities leaves rows in which a name can be broken,
// and its cells to one of many. None gets more than it wanted, or so little that the
// picture becomes tight.
func (sd *side) refine(wanted []column, height int) {
	var cells, most, least []*int
	for i := range sd.columns {
		c, want := &sd.columns[i], &wanted[i]
		label, name := min(c.label, fairLabel), min(c.name, fairName)
		cells, most, least = append(cells, &c.label, &c.name), append(most, &want.label, &want.name), append(least, &label, &name)
	}
	measured := func() int {
		sd.placeBuses()
		spare := sd.spare(height)
		return sd.lossBelow(&sd.root, 0, &spare)
	}
	loss := measured()
	for _, step := range []int{8, 4, 2, 1} {
		for from := range cells {
			for to := range cells {
				for from != to && *cells[from]-step >= *least[from] && *cells[to]+step <= *most[to] {
					*cells[from] -= step
					*cells[to] += step
					now := measured()
					if now < loss {
						loss = now
						continue
					}
					*cells[from] += step
					*cells[to] -= step
					break
				}
			}
		}
	}
	sd.placeBuses()
}

// least returns the least widths of all labels and names, in turn, and their sum.
func (sd *side) least(label int) (widths []int, sum int) {
	for _, c := range sd.columns {
		widths = append(widths, min(c.label, label), min(c.name, leastName))
	}
	for _, n := range widths {
		sum += n
	}
	return widths, sum
}

// widths finds the widest label and name of each hop.
func (p *Picture) widths(sd *side, of *item, hop int) {
	for _, b := range of.branches {
		c := &sd.columns[hop]
		b.labelWidth = safe.Width(p.label(b))
		c.label = max(c.label, min(mostLabel, b.labelWidth))
		for _, it := range b.items {
			p.describe(it)
			c.name = max(c.name, min(mostName, it.nameWidth+it.alsoGap()))
			p.widths(sd, it, hop+1)
		}
	}
}

// tails returns the width of the names and tails of a side from the bus.
func (p *Picture) tails(sd *side, of *item, hop int) int {
	want, from := 0, 0
	for d := range hop + 1 {
		from += besides + sd.columns[d].label
		if d < hop {
			from += sd.columns[d].name + toNextBus
		}
	}
	for _, b := range of.branches {
		for _, it := range b.items {
			if len(it.branches) > 0 {
				want = max(want, p.tails(sd, it, hop+1))
				continue
			}
			need := from + it.nameWidth
			if it.tailWidth > 0 {
				need += tailGap + it.tailWidth
			}
			want = max(want, need)
		}
	}
	return want
}

const (
	tailGap   = 2 // cells before a tail
	leastTail = 5 // minimum width of a tail in cells
)
