package list

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/widget"
)

const (
	gap        = 2  // cells between two columns
	margin     = 2  // the bar and the mark, or the space in its place
	edge       = 1  // kept free on the right
	widestName = 48 // cells that a name may ask for before other columns
	widestCell = 28 // and another text
	leastCell  = 10 // under it, a cut text says nothing
	firstCell  = 16 // what a text beside the name is worth
	mark       = 2  // the mark of a column that is sorted by
)

// need is how many cells a column asks for: what serves half of its texts, nine
// in ten, and all; and the width under which it is not shown. A whole one is not cut
// where there is room: it has dates, or values with their dates.
type need struct {
	half, most, all, least int
	whole                  bool
}

// setColumns takes columns and measures them on a sample, so that they do not
// move while the list does.
func (p *Page) setColumns(columns []present.Column) {
	p.columns, p.titles = columns, shortTitles(columns)
	p.needs = make([]need, len(columns))
	entities := p.voice.SampleOf(p.entities())
	for i, c := range columns {
		widest := widestCell
		if i == 0 {
			widest = widestName
		}
		found := []int{safe.Width(p.titles[i]) + mark}
		whole := isDate(c)
		for _, e := range entities {
			cell := p.voice.Cell(e, c.Field)
			found = append(found, max(found[0], safe.Width(cell)))
			whole = whole || strings.HasSuffix(cell, ")") && cell != p.voice.Value(e, c.Field)
		}
		slices.Sort(found)
		last := len(found) - 1
		n := need{half: min(widest, found[last/2]), most: min(widest, found[(last*9+9)/10]), all: found[last], whole: whole}
		n.least = min(n.most, leastCell)
		if isDate(c) {
			for _, e := range entities {
				n.least = max(n.least, min(widest, safe.Width(p.voice.CellWithin(e, c.Field, 0))))
			}
			n.most = max(n.most, n.least)
		}
		p.needs[i] = n
	}
}

// isDate reports whether a column has the dates of entities, which are not cut.
func isDate(c present.Column) bool { return c.Field == "date" }

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

// widths returns how many cells each column has of a row; one that does not
// fit has none. The name is served first: with what serves nine in ten, or, if
// it must be for another column to be shown at all, half of its texts; a longer
// one runs over the columns beside it. What is left at the end goes to those
// that could use more.
func (p *Page) widths(width int) []int {
	out := make([]int, len(p.columns))
	left := width - margin - edge
	shown := 0
	for i, n := range p.needs {
		room, want := left, n.most
		if i > 0 {
			room -= gap
			if room < n.least {
				break
			}
			if n.whole && room >= n.all {
				want = n.all
			}
		} else if len(p.needs) > 1 {
			beside := room - gap - min(p.needs[1].most, firstCell)
			if beside < want && beside >= n.half {
				want = beside
			}
		}
		out[i] = min(want, room)
		left = room - out[i]
		shown++
	}
	for i := range shown {
		more := min(left, p.needs[i].all-out[i])
		out[i] += more
		left -= more
	}
	return out
}

// Seen returns how many of the columns there is room for.
func (p *Page) Seen() int {
	seen := 0
	for _, w := range p.widths(p.width) {
		if w > 0 {
			seen++
		}
	}
	return seen
}

// ColumnAt returns the field of the column at a cell of the header.
func (p *Page) ColumnAt(x, width int) (field string, ok bool) {
	at := margin
	for i, w := range p.widths(width) {
		if w > 0 && x >= at && x < at+w+gap {
			return p.columns[i].Field, true
		}
		at += w + gap
	}
	return "", false
}

// Header draws the titles of the columns, with a mark on the one that the list
// is sorted by.
func (p *Page) Header(t *theme.Theme, width int) string {
	var b strings.Builder
	for i, w := range p.widths(width) {
		if w == 0 {
			break
		}
		title := p.titles[i]
		way := p.order.Mark(p.columns[i].Field)
		title = safe.CutName(title, w-safe.Width(way)) + way
		b.WriteString(before(i))
		b.WriteString(set(p.columns[i], title, w))
	}
	return t.Header.Render(b.String())
}

// Mark returns the sign of the way that a field is sorted, and where there are
// several keys, the place among them; nothing where the field is none of them.
func (o Order) Mark(field string) string {
	at := slices.IndexFunc(o, func(by present.SortBy) bool { return by.Field == field })
	if at < 0 {
		return ""
	}
	way := "▲"
	if o[at].Reverse {
		way = "▼"
	}
	if len(o) > 1 {
		return way + strconv.Itoa(at+1)
	}
	return " " + way
}

func before(column int) string {
	if column == 0 {
		return safe.Spaces(margin)
	}
	return safe.Spaces(gap)
}

func set(c present.Column, text string, width int) string {
	if c.Numeric {
		return safe.PadLeft(text, width)
	}
	return safe.Pad(text, width)
}

// Rows draws the entities that are seen.
func (p *Page) Rows(t *theme.Theme, width int, focused bool) []string {
	widths := p.widths(width)
	out := make([]string, 0, p.height)
	for row := p.offset; row < p.rows.len() && row < p.offset+p.height; row++ {
		out = append(out, p.row(t, p.rows.entity(row), widths, width, row == p.cursor, focused))
	}
	return out
}

// row draws one entity. The one that is selected is set in one style, so that
// its ground runs through; what the filter asks for is lit in all.
func (p *Page) row(t *theme.Theme, e *kb.Entity, widths []int, width int, selected, focused bool) string {
	name, rest := p.cells(e, widths, width-margin-edge)
	mark, drawn := " ", " "
	if p.marks.Has(e) {
		mark, drawn = theme.MarkGlyph, t.Accent.Render(theme.MarkGlyph)
	}
	switch {
	case !selected:
		return " " + drawn + p.lit(name, t.Plain, t.Highlight) + p.lit(rest, t.Muted, t.Highlight)
	case focused:
		return t.Bar.Render(theme.Bar.Left) + p.lit(safe.Pad(mark+name+rest, width-1), t.Selected, t.HighlightSelected)
	}
	return t.Rule.Render(theme.BlurredBar.Left) + p.lit(mark+name+rest, t.SelectedBlurred, t.HighlightBlurred)
}

func (p *Page) lit(text string, plain, lit theme.Style) string {
	return widget.Highlight(text, p.light.Ranges(text), plain, lit)
}

// cells sets the name of an entity and its other columns. A name that is wider
// than its column takes the place of as many others as it needs, but not of numbers
// and dates, which are few cells and what a list is looked through for. What the entity
// is there for stands behind the name, if it does not surely hold.
func (p *Page) cells(e *kb.Entity, widths []int, room int) (name, rest string) {
	name = p.voice.Cell(e, "")
	texts := make([]string, len(widths))
	for i := 1; i < len(widths) && widths[i] > 0; i++ {
		texts[i] = p.voice.CellWithin(e, p.columns[i].Field, widths[i])
	}
	unsure := p.unsure(e, texts)
	if unsure != "" {
		name += rich.Separator + unsure
	}
	used, whole := widths[0], safe.Width(name)
	next := 1
	for ; used < whole && next < len(widths) && widths[next] > 0 && !p.columns[next].Numeric && !isDate(p.columns[next]); next++ {
		used += gap + widths[next]
	}
	if next == len(widths) || widths[next] == 0 { // nothing is beside it
		used = max(used, min(whole, room))
	}
	if whole > used && unsure == "" {
		name = p.voice.CutListName(e, used)
	}
	name = safe.Pad(safe.Cut(name, used), used)
	var b strings.Builder
	for i := next; i < len(widths) && widths[i] > 0; i++ {
		b.WriteString(safe.Spaces(gap))
		b.WriteString(set(p.columns[i], texts[i], widths[i]))
	}
	return name, b.String()
}

// unsure says what an entity is there for that does not surely hold, unless a cell
// does.
func (p *Page) unsure(e *kb.Entity, cells []string) string {
	if p.rows.found == nil || p.asked == nil {
		return ""
	}
	if p.unsureIn != p.rows.found {
		p.unsureIn, p.unsureOf = p.rows.found, make(map[*kb.Entity][]search.Match)
	}
	matches, known := p.unsureOf[e]
	if !known {
		root := query.And(p.Root, p.asked.Root)
		matches = p.index.Unsure(&root, e, p.rows.found.Edits, p.voice.Lang)
		p.unsureOf[e] = matches
	}
	return querytext.Unsure(p.voice, e, matches, cells)
}
