package timeline

import (
	"rihla/model/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// fewestMore is the minimum width of the text after a name, in cells.
const fewestMore = 8

// drawRow draws an item and its name.
func (d *drawing) drawRow(y, item int) {
	i := &d.Items[item]
	first, last := d.drawMark(y, i)
	name, more := d.voice.Name(i.Entity), d.itemText(i)
	warn := ""
	if i.Has(timeline.Disputed) {
		warn = " ≠"
	}
	when := " · " + d.When(i)
	width := safe.Width(name) + safe.Width(more) + safe.Width(warn)
	x, room := d.position(first, last, width+safe.Width(when))
	leastMore := min(safe.Width(more), fewestMore)
	if isOn := x > first && x < last; isOn || room-safe.Width(name+warn+when) < leastMore {
		when = "" // the caption says it
		x, room = d.position(first, last, width)
	}
	width += safe.Width(when)
	role := rich.Text
	if item == d.selected {
		role = rich.Strong
	}
	d.on.Clear(x-1, y, min(width, room)+2, 1)
	// The warning is cut last.
	nameRoom := min(safe.Width(name), max(room-safe.Width(warn), 1))
	moreRoom := room - nameRoom - safe.Width(warn+when)
	if moreRoom < leastMore {
		moreRoom = 0 // the caption shows it
	}
	at := d.text(x, y, nameRoom, name, role, item)
	at = d.text(at, y, moreRoom, more, rich.Muted, item)
	at = d.text(at, y, x+room-at, warn, rich.Warning, item)
	d.text(at, y, x+room-at, when, rich.Muted, item)
}

// drawMark draws the mark of an item and returns its first and last column.
func (d *drawing) drawMark(y int, i *timeline.Item) (first, last int) {
	role := d.voice.KindRole(i.Entity.Kind)
	put := func(x int, sign rune) { d.on.Put(x, y, sign, role, -1) }
	fill := func(s timeline.Span, sign rune) {
		from, to := d.scale.reach(s)
		for x := max(0, from); x <= min(to, d.width-1); x++ {
			put(x, sign)
		}
	}
	sign := []rune(d.voice.KindSign(i.Entity.Kind))[0]
	first, last = d.scale.reach(i.Span())
	isDate := i.Has(timeline.Point) && i.Start == i.End
	switch {
	case isDate && markOf(i.Start) == sure && d.scale.isWithinCell(i.Start):
		// A day that is partly in one cell and partly in the next is no span.
		first = d.scale.middle(i.Start)
		last = first
		put(first, sign)
	case isDate:
		fill(i.Start, markOf(i.Start))
		put((first+last)/2, sign)
	case i.Has(timeline.Point):
		fill(i.Span(), rough)
		put(d.scale.middle(i.Start), sign)
		put(d.scale.middle(i.End), sign)
	case i.Has(timeline.OpenStart):
		// No start is stated: a short stretch before the end is drawn.
		const back = 2
		fill(i.End, markOf(i.End))
		put((first+last)/2, sign)
		for x := max(0, first-back); x < first; x++ {
			put(x, rough)
		}
		if first > 0 {
			first = max(0, first-back)
			put(first, backward)
		}
	default:
		fill(i.Span(), rough)
		if core, ok := i.Core(); ok {
			fill(core, sure)
		}
		put(first, sign)
		if i.Has(timeline.OpenEnd) {
			last = max(last, first+1)
			put(last, onwards)
		}
	}
	span := i.Span()
	d.drawBreaks(y, span, role)
	if float64(span.From) < d.window.From && first < 0 {
		put(0, backward)
	}
	if float64(span.To)+1 > d.window.to() && last >= d.width {
		put(d.width-1, onwards)
	}
	return max(0, first), min(d.width-1, last)
}

// markOf returns the character for a date: sure if its day is known.
func markOf(date timeline.Span) rune {
	if timeline.PrecisionOf(date) == timeline.DayPrecision {
		return sure
	}
	return rough
}

// isWithinCell reports whether a span is no longer than a cell.
func (s scale) isWithinCell(span timeline.Span) bool {
	return s.x(float64(span.To)+1)-s.x(float64(span.From)) <= 1+sliver
}

// middle returns the cell in the middle of a span.
func (s scale) middle(span timeline.Span) int {
	first, last := s.reach(span)
	return (first + last) / 2
}

// position returns the column of a label beside a mark and the cells it may take:
// after a mark in the left half, before one in the right half, else on the other
// side, else on the mark. A label that fits nowhere is cut; it covers the mark only
// where that gives it more than twice the room.
func (d *drawing) position(first, last, width int) (x, room int) {
	behind, before, on := d.labelEnd()-last-2, min(first, d.labelEnd()+1)-1, min(last, d.labelEnd()-1)-first-4
	onRight := first+last > d.width
	switch {
	case width <= before && (onRight || width > behind):
		return first - 1 - width, width
	case width <= behind:
		return last + 2, width
	case width <= on:
		return first + 3, width
	case on > 2*max(behind, before):
		return first + 3, on
	case behind >= before:
		return last + 2, max(0, behind)
	case before > 0:
		return 0, before
	}
	return first + 3, max(0, on)
}
