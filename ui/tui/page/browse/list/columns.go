package list

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

const (
	gap         = 2  // cells between two columns
	margin      = 2  // the bar and the mark, or the space in its place
	edge        = 2  // kept free on the right: a blank, and the mark that rows go on
	widestName  = 48 // cells that a name has in a sheet, unless half of it is more
	widestCell  = 28 // cells up to which most of the texts count as needed
	widestWish  = 64 // cells that a text may ask for if there is room for all columns
	usualName   = 32 // cells of a name that come before more than the least of other texts
	nameWeight  = 2  // texts of other columns that a whole name is worth
	leastBeside = 16 // that the columns of a sheet keep beside the name
	leastCell   = 14 // under it, a cut text says nothing
	widestLeast = 24 // cells up to which a number or a date is not cut
	mark        = 2  // the mark of a column that is sorted by
)

// leastName is the cells of a name that are worth more than a second column, a third, and
// further ones.
var leastName = [...]int{16, 32, 40}

// need is how many cells a column asks for: those under which it is not shown, what
// serves most of its texts (two names in three, half of other texts), and all that have
// been seen.
type need struct {
	least, most, all int
	texts            int   // the widest text that has been seen
	sample           []int // the widths of the texts of the sample and of the title, ascending
	wish             int   // what a list without a bound would give it
	isKnown          bool
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
	found, sample := make([]int, 0, len(p.sample)+1), make([]int, 0, len(p.sample)+1)
	dated, brief := 0, p.voice // the width of the widest cell with abbreviated dates
	brief.Brief = true
	for _, e := range p.sample {
		cell := p.voice.Cell(e, c.Field)
		found = append(found, max(safe.Width(cell), min(title, leastCell)))
		if cell != "" {
			sample = append(sample, safe.Width(cell))
		}
		if strings.HasSuffix(cell, ")") && cell != p.voice.Value(e, c.Field) {
			dated = max(dated, safe.Width(brief.Cell(e, c.Field)))
		}
	}
	if len(found) == 0 {
		found = append(found, min(title, leastCell))
	}
	slices.Sort(found)
	sample = append(sample, title-mark)
	slices.Sort(sample)
	last := len(found) - 1
	widest, served := widestCell, len(found)/2
	if column == 0 {
		widest, served = widestName, (len(found)-1)*2/3
	}
	*n = need{most: min(widest, found[served]), texts: found[last], all: max(title, found[last]), sample: sample, isKnown: true}
	n.least = min(n.texts, leastCell)
	if dated > 0 {
		n.least = max(n.least, min(dated, widestLeast))
	}
	n.most = max(n.most, n.least)
	n.wish = min(n.all, widestWish)
	p.keepWhole(column)
	return *n
}

// keepWhole has a column of measures, of roles or of short texts ask for all that it has
// shown so far: cut, they say nothing.
func (p *Page) keepWhole(column int) {
	n := &p.needs[column]
	if c := p.columns[column]; column > 0 && (p.isMeasure(c) || present.IsRole(c.Field) || n.texts <= leastCell) {
		n.least = max(n.least, min(n.texts, widestLeast))
		n.most = max(n.most, n.least)
	}
}

// isMeasure reports whether a column has numbers, the dates of entities or coordinates.
func (p *Page) isMeasure(c present.Column) bool {
	if c.Numeric || c.Field == "date" || c.Field == "location" {
		return true
	}
	kind := p.columnsKind()
	if kind == nil {
		return false
	}
	field := kind.FindField(c.Field)
	return field != nil && field.Type == kb.FieldLocation
}

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

// places returns where the columns stand that a row has room for. The title of the last
// has room beside the number of those that have none.
func (p *Page) places(width int) []place {
	if p.isSheet {
		return p.besideNumber(p.sheetPlaces(width), width)
	}
	return p.besideNumber(p.listPlaces(width), width)
}

// besideNumber has the widest columns of words give up the cells that the title of the
// last one lacks.
func (p *Page) besideNumber(places []place, width int) []place {
	for range p.lackOfTitle(places, width) {
		widest := -1
		for i, at := range places[:len(places)-1] {
			if p.canGive(at) && (widest < 0 || at.width > places[widest].width) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		places[widest].width--
		for i := widest + 1; i < len(places); i++ {
			places[i].x--
		}
	}
	return places
}

// canGive reports whether a column says as much with a cell less.
func (p *Page) canGive(at place) bool {
	c, least := p.columns[at.column], leastName[0]
	if at.column == 0 {
		least = max(least, p.reason)
	}
	return at.width > least && !p.isMeasure(c) && p.widths[c.Field] == 0
}

// lackOfTitle returns how many cells the title of the last column lacks.
func (p *Page) lackOfTitle(places []place, width int) int {
	if len(places) == 0 {
		return 0
	}
	last := places[len(places)-1]
	count, _ := p.unplacedCount(places)
	beside := append(p.hiddenKeys(places), count)
	if p.isSheet {
		beside = beside[len(beside)-1:] // it has room for the signs of the others
	}
	hidden := strings.TrimSpace(strings.Join(beside, " "))
	if hidden == "" {
		return 0
	}
	title := safe.Width(p.titles[last.column] + p.order.Mark(p.columns[last.column].Field))
	if p.columns[last.column].Numeric {
		title = last.width // it stands at the right end
	}
	return max(0, last.x+min(title, last.width)+gap+safe.Width(hidden)-(width-edge))
}

// listPlaces returns where the columns of a list stand, from left to right: the name,
// the columns that the list is sorted by, then the others in their order, as long as
// each has what it needs at least. Then most names are whole, within reason, and
// the cells that are left go where they let the most texts be shown whole.
func (p *Page) listPlaces(width int) []place {
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
		floor = max(min(name.most, floor), p.reason)
		least := max(1, n.least)
		if shown == 1 && left-gap-least < floor && !p.isMeasure(p.columns[i]) { // a cut column is better than none
			least = min(least, leastCell)
		}
		if left-gap-least >= floor {
			widths[i] = least
			left -= gap + least
			shown++
		} else if !isSortedBy {
			break
		}
	}
	widths[0] = min(left, max(1, min(name.most, leastName[0])))
	left -= widths[0]
	give := func(column, want int) {
		more := max(0, min(left, want-widths[column]))
		widths[column] += more
		left -= more
	}
	give(0, max(min(name.most, usualName), p.reason))
	left = p.fill(widths, left)
	for i := range widths {
		if widths[i] > 0 {
			give(i, p.need(i).all)
		}
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

// fill gives spare cells to the columns that are shown, each time where the most texts
// of the sample become whole per cell, and returns how many cells are left.
func (p *Page) fill(widths []int, left int) int {
	for {
		best, cells, texts := -1, 1, 0
		for i, width := range widths {
			if width == 0 {
				continue
			}
			sample, weight := p.need(i).sample, 1
			if i == 0 {
				weight = nameWeight
			}
			fit, _ := slices.BinarySearch(sample, width+1)
			for at := fit; at < len(sample) && sample[at]-width <= left; at++ {
				if more := weight * (at + 1 - fit); more*cells > texts*(sample[at]-width) {
					best, cells, texts = i, sample[at]-width, more
				}
			}
		}
		if best < 0 {
			return left
		}
		widths[best] += cells
		left -= cells
	}
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

// Want returns the cells in which a row shows nearly all of its texts; beyond a usual
// number of cells, only what names and columns of short texts lack there.
func (p *Page) Want(usual int) int {
	want := margin + edge + (len(p.columns)-1)*gap + max(0, p.reason-p.need(0).wish)
	for i := range p.columns {
		want += p.need(i).wish
	}
	if want <= usual {
		return want
	}
	lack, places := 0, p.listPlaces(usual)
	if len(places) == 0 {
		return want
	}
	for _, at := range places {
		if all := p.need(at.column).all; at.column == 0 || all <= widestCell {
			lack += max(0, all-at.width)
		}
	}
	return min(want, usual+lack)
}

// EdgeBefore returns the right edge of the last column that ends before a cell, or of the
// names.
func (p *Page) EdgeBefore(x, width int) int {
	edge := 0
	for i, at := range p.places(width) {
		if end := at.x + at.width; i == 0 || end <= x {
			edge = end
		}
	}
	return edge
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
