package graph

import (
	"slices"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

// describe sets the texts of an item and their widths.
func (p *Picture) describe(it *item) {
	it.name = p.name(it)
	it.nameWidth = safe.Width(it.name)
	it.tailWidth = rich.Line{Spans: p.tail(it)}.Width()
	if it.fold == nil && it.edge >= 0 {
		it.alsoWidth = rich.Line{Spans: p.alsoBy(it)}.Width()
	}
}

// The loss of a side at a width is the sum of these.
const (
	lossOfLine  = 2  // a further line of a name
	lossOfCut   = 6  // a cut name, and one more for every two cells
	lossOfShort = 20 // a name cut to less than leastName
	lossOfLabel = 6  // a cut relation, and one more for every cell
	lossOfTail  = 3  // what does not fit after a name
	unbounded   = 1 << 40
	wordRest    = 3 // cells of a line that its words leave, about
)

// loss measures what is cut of a side of width cells in a frame of height rows.
func (sd *side) loss(width, height int) int {
	trial := side{root: sd.root, columns: slices.Clone(sd.columns), width: width}
	if !trial.share() {
		return unbounded
	}
	spare := sd.spare(height)
	return trial.lossBelow(&trial.root, 0, &spare)
}

func (sd *side) lossBelow(of *item, hop int, spare *int) int {
	loss, c := 0, sd.columns[min(hop, len(sd.columns)-1)]
	for _, b := range of.branches {
		if b.labelWidth > c.label {
			loss += lossOfLabel + b.labelWidth - c.label
		}
		for _, it := range b.items {
			room := c.name
			if len(it.branches) == 0 {
				room = max(1, sd.width-c.names())
			}
			loss += it.loss(room, spare) + sd.lossBelow(it, hop+1, spare)
		}
	}
	return loss
}

// loss measures what is cut of an item, and takes the rows of a name of several lines
// from those to spare.
func (it *item) loss(room int, spare *int) int {
	loss, need := 0, it.nameWidth+it.alsoGap()
	if it.nameWidth+tailGap+it.tailWidth > room && it.tailWidth > 0 {
		loss += lossOfTail
	}
	if it.alsoWidth > room {
		loss += lossOfLabel + it.alsoWidth - room
		if room <= tailGap+leastTail {
			loss += lossOfShort
		}
	}
	// Words leave some cells of each line empty.
	switch lines := 1 + (need-1)/max(1, room-wordRest); {
	case need <= room:
	case it.fold != nil:
		loss += lossOfTail + (need-room)/4
	case room >= leastName && lines <= mostLines && *spare >= lines-1:
		*spare -= lines - 1
		loss += lossOfLine * (lines - 1)
	default:
		loss += lossOfCut + (need-room)/2
		if room < leastName {
			loss += lossOfShort
		}
	}
	return loss
}
