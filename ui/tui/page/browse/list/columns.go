package list

import (
	"slices"
	"strings"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

const (
	gap         = 2  // cells between two columns
	margin      = 2  // the bar and the mark, or the space in its place
	edge        = 1  // kept free on the right
	widestName  = 48 // cells that a name may ask for before other columns have all
	widestCell  = 28 // and another text
	widestWish  = 64 // and a name where there is room for all
	usualName   = 32 // cells of a name that come before half of the other texts
	leastBeside = 16 // that the columns of a sheet keep beside the name
	leastCell   = 14 // under it, a cut text says nothing
	widestLeast = 24 // cells up to which a number or a date is not cut
	mark        = 2  // the mark of a column that is sorted by
)

// leastName is the cells of a name that are worth more than a second column, a third, and
// further ones.
var leastName = [...]int{16, 24, 32}

// need is how many cells a column asks for: those under which it is not shown, what
// serves half of its texts, nine in ten, and all that have been seen.
type need struct {
	least, half, most, all int
	texts                  int // the widest text that has been seen
	wish                   int // what a list without a bound would give it
	isKnown                bool
}

// setColumns takes columns, whose needs are measured when they are first laid out, on a
// sample, so that they hardly move while the list does.
func (p *Page) setColumns(columns []present.Column) {
	p.columns, p.titles = columns, shortTitles(columns)
	p.needs = make([]need, len(columns))
	p.sample = p.voice.SampleOf(p.entities())
	p.noted = span{}
	p.revealColumn()
}

// need returns what a column asks for.
func (p *Page) need(column int) need {
	n := &p.needs[column]
	if n.isKnown {
		return *n
	}
	c := p.columns[column]
	title := safe.Width(p.titles[column]) + mark
	found := make([]int, 0, len(p.sample)+1)
	isDated := false
	for _, e := range p.sample {
		cell := p.voice.Cell(e, c.Field)
		found = append(found, max(safe.Width(cell), min(title, leastCell)))
		isDated = isDated || strings.HasSuffix(cell, ")") && cell != p.voice.Value(e, c.Field)
	}
	if len(found) == 0 {
		found = append(found, min(title, leastCell))
	}
	slices.Sort(found)
	last := len(found) - 1
	widest, wish := widestCell, widestName
	if column == 0 {
		widest, wish = widestName, widestWish
	}
	*n = need{half: min(widest, found[len(found)/2]), texts: found[last], all: max(title, found[last]), isKnown: true}
	n.least = min(n.texts, leastCell)
	n.half = max(n.half, n.least)
	n.most = max(n.half, min(widest, max(title, found[last*9/10])))
	if isDated {
		n.most = max(n.most, min(n.all, widestName))
	}
	n.wish = min(n.all, wish)
	p.keepWhole(column)
	return *n
}

// keepWhole has a column of numbers, of dates or of short texts ask for all that it
// has shown so far: cut, they say nothing.
func (p *Page) keepWhole(column int) {
	n := &p.needs[column]
	if c := p.columns[column]; column > 0 && (c.Numeric || isDate(c) || n.texts <= leastCell) {
		n.least = max(n.least, min(n.texts, widestLeast))
		n.half, n.most = max(n.half, n.least), max(n.most, n.least)
	}
}

// isDate reports whether a column has the dates of entities.
func isDate(c present.Column) bool { return c.Field == "date" }

// span is rows: from and without to.
type span struct{ from, to int }

// note widens the columns by the cells of the rows that are seen, each row once.
func (p *Page) note() {
	places := p.places(p.width)
	seen := span{p.offset, min(p.offset+p.height, p.rows.len())}
	for row := seen.from; row < seen.to; row++ {
		if row >= p.noted.from && row < p.noted.to {
			continue
		}
		e := p.rows.entity(row)
		for i := range p.needs {
			if n := &p.needs[i]; n.isKnown {
				n.texts = max(n.texts, safe.Width(p.voice.Cell(e, p.columns[i].Field)))
				n.all = max(n.all, n.texts)
				p.keepWhole(i)
			}
		}
		if p.rows.found == nil {
			continue
		}
		if unsure := p.unsure(e, p.texts(e, places)); unsure != "" {
			p.reason = max(p.reason, safe.Width(p.voice.Cell(e, "")+rich.Separator+unsure))
		}
	}
	p.noted = seen
}

// shortTitles returns the titles of columns: of a field in a table, the last part of
// its path, unless another column has the same.
func shortTitles(columns []present.Column) []string {
	last := func(c present.Column) string {
		title := safe.Line(c.Title)
		if at := strings.LastIndexByte(title, '.'); at >= 0 && at+1 < len(title) && strings.EqualFold(title, safe.Line(c.Field)) {
			return present.Capital(title[at+1:])
		}
		return title
	}
	uses := make(map[string]int)
	for _, c := range columns {
		uses[last(c)]++
	}
	out := make([]string, len(columns))
	for i, c := range columns {
		if out[i] = last(c); uses[out[i]] > 1 {
			out[i] = safe.Line(c.Title)
		}
	}
	return out
}

// place is where a column stands in a row.
type place struct{ column, x, width int }

// places returns where the columns stand that a row has room for, from left to right:
// the name, the columns that the list is sorted by, then the others in their order, as
// long as each has what it needs at least. Then all widen in their order to what half
// of their texts need, the name to what all of them do within reason, and the others to
// what nine in ten do, then all.
func (p *Page) places(width int) []place {
	if p.isSheet {
		return p.sheetPlaces(width)
	}
	name := p.need(0)
	left := width - margin - edge
	widths := make([]int, len(p.columns))
	shown := 1
	for _, i := range p.byImportance() {
		n := p.need(i)
		isSortedBy := p.order.Mark(p.columns[i].Field) != ""
		floor := leastName[min(shown, len(leastName))-1]
		if isSortedBy {
			floor = leastName[0]
		}
		floor = max(min(name.half, floor), p.reason)
		if least := max(1, n.least); left-gap-least >= floor {
			widths[i] = least
			left -= gap + least
			shown++
		} else if !isSortedBy {
			break
		}
	}
	widths[0] = min(left, max(1, min(name.half, leastName[0])))
	left -= widths[0]
	give := func(column, want int) {
		more := max(0, min(left, want-widths[column]))
		widths[column] += more
		left -= more
	}
	give(0, max(min(name.all, usualName), p.reason))
	for _, want := range []func(need) int{
		func(n need) int { return n.half },
		func(n need) int { return n.most },
		func(n need) int { return n.all },
	} {
		for i := range widths {
			if widths[i] > 0 {
				give(i, want(p.need(i)))
			}
		}
		give(0, min(name.all, widestName))
	}
	out := make([]place, 0, shown)
	x := margin
	for i, w := range widths {
		if w > 0 {
			out = append(out, place{i, x, w})
			x += w + gap
		}
	}
	return out
}

// byImportance returns the columns beside the name, those that the list is sorted by
// first.
func (p *Page) byImportance() []int {
	var out []int
	for _, by := range p.order {
		if at := slices.IndexFunc(p.columns, func(c present.Column) bool { return c.Field == by.Field }); at > 0 {
			out = append(out, at)
		}
	}
	for i := 1; i < len(p.columns); i++ {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// HasRoom reports whether a column stands in the rows.
func (p *Page) HasRoom(field string) bool {
	return slices.ContainsFunc(p.places(p.width), func(at place) bool { return p.columns[at.column].Field == field })
}

// Want returns the cells in which a row shows nearly all of its texts.
func (p *Page) Want() int {
	want := margin + edge + (len(p.columns)-1)*gap + max(0, p.reason-p.need(0).wish)
	for i := range p.columns {
		want += p.need(i).wish
	}
	return want
}

// ColumnAt returns the field of the column at a cell of the header.
func (p *Page) ColumnAt(x, width int) (field string, ok bool) {
	for _, at := range p.places(width) {
		if x >= at.x && x < at.x+at.width+gap {
			return p.columns[at.column].Field, true
		}
	}
	return "", false
}
