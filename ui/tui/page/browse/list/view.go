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
	"rihla/ui/words"
)

// Header draws the titles of the columns, with a mark on those that the list is sorted
// by. At its right end it says by which others the list is sorted, and how many columns
// have no room.
func (p *Page) Header(t *theme.Theme, width int) string {
	places := p.places(width)
	line := p.titlesAt(places, width-edge)
	most := max(0, width-edge)
	hidden := safe.Cut(p.unseen(places, width-edge-safe.Width(line)-gap), most)
	if hidden != "" {
		room := most - safe.Width(hidden)
		line = safe.Pad(p.titlesAt(places, room-1), room)
	}
	before, title, after := p.parts(line, places, 0)
	return t.Header.Render(before) + t.TabActive.Render(title) + t.Header.Render(after+hidden)
}

// parts divides a line, without its first cells, at the column under the cursor.
func (p *Page) parts(line string, places []place, from int) (before, under, after string) {
	for _, at := range places {
		if p.isSheet && at.column == p.column {
			x := at.x - from
			rest := safe.CutLeft(line, x)
			return safe.First(line, x), safe.First(rest, at.width), safe.CutLeft(rest, at.width)
		}
	}
	return line, "", ""
}

// titlesAt sets the titles of the columns in the cells up to an end.
func (p *Page) titlesAt(places []place, end int) string {
	var b strings.Builder
	x := 0
	for _, at := range places {
		way := p.order.Mark(p.columns[at.column].Field)
		room := max(0, min(at.width, end-at.x))
		title := safe.CutName(p.titles[at.column], room-safe.Width(way)) + way
		space := safe.Spaces(at.x - x)
		if p.isSheet && at.column == p.first && p.first > 1 && space != "" {
			space = space[1:] + theme.MoreLeft
		}
		b.WriteString(space)
		b.WriteString(set(p.columns[at.column], title, room))
		x = at.x + room
	}
	return strings.TrimRight(b.String(), " ")
}

// unseen says by which columns that have no room the list is sorted, and how many have
// none, in words where there is room for them.
func (p *Page) unseen(places []place, room int) string {
	count, inWords := p.unplacedCount(places)
	keys := p.hiddenKeys(places)
	if safe.Width(strings.TrimSpace(strings.Join(keys, " ")+" "+count)) > room {
		for i, key := range keys {
			keys[i] = key[strings.LastIndexByte(key, ' ')+1:]
		}
	}
	out := strings.Join(keys, " ")
	if out != "" && count != "" {
		out += " "
	}
	if safe.Width(out+inWords) <= room {
		return out + inWords
	}
	return out + count
}

// hiddenKeys names the columns that have no room and by which the list is sorted, with
// the signs of how.
func (p *Page) hiddenKeys(places []place) []string {
	var out []string
	for _, by := range p.order {
		if !slices.ContainsFunc(places, func(at place) bool { return p.columns[at.column].Field == by.Field }) {
			out = append(out, p.voice.ColumnTitle(p.columnsKind(), by.Field)+" "+strings.TrimSpace(p.order.Mark(by.Field)))
		}
	}
	return out
}

// unplacedCount says how many columns have no room, as a number and in words; nothing
// where all have.
func (p *Page) unplacedCount(places []place) (number, inWords string) {
	n, more := p.unplaced(places)
	if n == 0 {
		return "", ""
	}
	return "+" + p.voice.Words.Number(n) + more, "+" + p.voice.Words.Count(n, words.ColumnCount) + more
}

// unplaced returns how many columns have no room, or come after the last of a sheet, and
// the sign of where they are.
func (p *Page) unplaced(places []place) (n int, sign string) {
	if p.isSheet {
		return len(p.columns) - 1 - places[len(places)-1].column, " " + theme.MoreRight
	}
	return len(p.columns) - len(places), ""
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

func set(c present.Column, text string, width int) string {
	if c.Numeric {
		return safe.PadLeft(text, width)
	}
	return safe.Pad(text, width)
}

// Rows draws the entities that are seen, with a mark at the edge of the first and of
// the last where more are above or below.
func (p *Page) Rows(t *theme.Theme, width int, focused bool) []string {
	places := p.places(width)
	p.beside = nil
	out := make([]string, 0, p.height)
	last := min(p.rows.len(), p.offset+p.height) - 1
	for row := p.offset; row <= last; row++ {
		more := widget.More(row == p.offset && row > 0, row == last && row < p.rows.len()-1)
		out = append(out, p.row(t, p.rows.entity(row), places, width, more, row == p.cursor, focused))
	}
	return out
}

// row draws one entity. The one that is selected is set in one style, so that
// its ground runs through; what the filter asks for is lit in all.
func (p *Page) row(t *theme.Theme, e *kb.Entity, places []place, width int, more string, selected, focused bool) string {
	name, rest := p.cells(e, places, width-edge)
	mark, drawn := " ", " "
	if p.marks.Has(e) {
		mark, drawn = theme.MarkGlyph, t.Accent.Render(theme.MarkGlyph)
	}
	if more != "" {
		rest = safe.Pad(rest, width-margin-safe.Width(more)-safe.Width(name))
	}
	switch {
	case !selected:
		news := " "
		if p.voice.News.Has(e.Address()) {
			news = t.Warning.Render(present.NewsSign)
		}
		return news + drawn + p.lit(name, t.Plain, t.Highlight) + p.lit(rest, t.Muted, t.Highlight) + t.Muted.Render(more)
	case focused:
		return widget.Bar(t) + p.underCursor(t, safe.Pad(mark+name+rest, width-1-safe.Width(more))+more, places)
	}
	return t.Rule.Render(theme.BlurredBar.Left) + p.lit(mark+name+rest, t.SelectedBlurred, t.HighlightBlurred) + t.Muted.Render(more)
}

// underCursor draws the selected row of a list that has the focus, without its bar.
func (p *Page) underCursor(t *theme.Theme, line string, places []place) string {
	before, under, after := p.parts(line, places, margin-1)
	return p.lit(before, t.Selected, t.HighlightSelected) + widget.Focus(t, under) + p.lit(after, t.Selected, t.HighlightSelected)
}

func (p *Page) lit(text string, plain, lit theme.Style) string {
	return widget.Highlight(text, p.light.Ranges(text), plain, lit)
}

// cells sets the name of an entity and its other columns, up to the cell end. A name
// that is wider than its column goes on where the columns beside it have nothing. What
// the entity is there for stands behind the name, if it does not surely hold.
func (p *Page) cells(e *kb.Entity, places []place, end int) (name, rest string) {
	name = p.voice.Cell(e, "")
	texts := p.texts(e, places)
	unsure := p.unsure(e, texts)
	if unsure != "" {
		name += rich.Separator + unsure
	}
	next, x := 1, places[0].x+places[0].width
	whole := places[0].x + safe.Width(name)
	for ; x < whole && next < len(places) && texts[next] == "" && !p.isSheet; next++ {
		x = places[next].x + places[next].width
	}
	if next == len(places) && !p.isSheet {
		x = max(x, min(whole, end))
	}
	room := x - places[0].x
	if whole > x && unsure == "" {
		name = p.voice.CutListName(e, room, p.namesSeen())
	}
	name = safe.Pad(name, room)
	var b strings.Builder
	for i := next; i < len(places); i++ {
		b.WriteString(safe.Spaces(places[i].x - x))
		b.WriteString(set(p.columns[places[i].column], texts[i], places[i].width))
		x = places[i].x + places[i].width
	}
	return name, b.String()
}

// namesSeen returns the names of the visible entities. They are collected once per drawing.
func (p *Page) namesSeen() []string {
	if p.beside != nil {
		return p.beside
	}
	for row := p.offset; row < min(p.rows.len(), p.offset+p.height); row++ {
		p.beside = append(p.beside, p.voice.Name(p.rows.entity(row)))
	}
	return p.beside
}

// texts returns the cells of an entity beside its name.
func (p *Page) texts(e *kb.Entity, places []place) []string {
	texts := make([]string, len(places))
	for i, at := range places {
		if at.column > 0 {
			texts[i] = p.voice.CellWithin(e, p.columns[at.column].Field, at.width)
		}
	}
	return texts
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
	inBrief := p.voice // abbreviated dates leave room for whole names in other columns
	inBrief.Brief = true
	return querytext.Unsure(inBrief, e, matches, cells)
}
