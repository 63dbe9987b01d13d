package frequency

import (
	"strings"

	"rihla/model/frequency"
	drawfrequency "rihla/ui/draw/frequency"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

const (
	margin     = 2 // the bar of the selected row and the mark of a chosen one
	gap        = 2
	leastBar   = 6  // cells of the longest bar; under it there are none
	barPart    = 4  // bars keep at least 1/barPart of the cells that they share with values
	widestBar  = 60 // beyond it, a bar says no more
	leastName  = 16 // cells of a value that are kept before bars are
	widestName = 60
)

// name returns the label of a row.
func (p *Page) name(r *frequency.Row) string {
	return drawfrequency.Name(p.voice, p.subject.Kind, p.column.Field, r)
}

// head returns the lines above the rows.
func (p *Page) head(t *theme.Theme) []string {
	w := p.voice.Words
	var said []string
	if p.table != nil {
		said = []string{w.Count(p.table.Of, words.EntityCount), w.Count(p.table.Distinct, words.DistinctCount)}
	}
	title := safe.Cut(present.Capital(safe.Line(p.column.Title)), max(1, p.width-2*margin))
	line := safe.Spaces(margin) + t.Strong.Render(title)
	room := p.width - margin - safe.Width(title) - 1
	if text := strings.Join(said, rich.Separator); text != "" {
		text = safe.Cut(rich.Separator+text, room)
		line += t.Muted.Render(text)
		room -= safe.Width(text)
	}
	lines := []string{line}
	if filter := p.subject.Query; filter != "" {
		const sign = "/ "
		if safe.Width(filter)+safe.Width(rich.Separator+sign) <= room {
			lines[0] += t.Muted.Render(rich.Separator) + t.Key.Render(sign) + t.Match.Render(filter)
		} else {
			lines = append(lines, safe.Spaces(margin)+t.Key.Render(sign)+t.Match.Render(safe.Cut(filter, max(1, p.width-margin-len(sign)-1))))
		}
	}
	return lines
}

// foot returns the lines below the rows: what is not seen of the table, and how to read
// it.
func (p *Page) foot(t *theme.Theme) []string {
	if p.table == nil {
		return nil
	}
	w := p.voice.Words
	lines := []string{""}
	add := func(text string) {
		for _, line := range safe.Wrap(text, max(1, p.width-2*margin)) {
			lines = append(lines, safe.Spaces(margin)+t.Muted.Render(line))
		}
	}
	if p.table.Rest > 0 {
		add(w.Count(p.table.Rest, words.MoreValues))
	}
	if p.table.Several && p.height >= roomy {
		add(w.Say(words.SharesOverlap, w.Say(words.Percent, "100")))
	}
	if len(lines) == 1 || p.height < roomy {
		return lines[1:]
	}
	return lines
}

// roomy is the number of lines from which on the page says how to read it.
const roomy = 12

// View draws the table.
func (p *Page) View(t *theme.Theme) []string {
	lines := p.head(t)
	say := func(m words.Message) []string {
		return append(lines, "", safe.Spaces(margin)+t.Muted.Render(safe.Cut(p.voice.Words.Say(m), p.width-2*margin)))
	}
	switch {
	case p.table == nil:
		return say(words.Counting)
	case p.table.Of == 0:
		return say(words.NothingToCount)
	}
	c := p.cells()
	lines = append(lines, p.titles(t, c))
	last := min(len(p.rows), p.offset+p.room()) - 1
	seen := make([]string, 0, last-p.offset+1) // the names that one may be taken for
	for at := p.offset; at <= last; at++ {
		seen = append(seen, p.rows[at].name)
	}
	for at := p.offset; at <= last; at++ {
		lines = append(lines, p.row(t, c, at, seen, widget.More(at == p.offset && at > 0, at == last && at < len(p.rows)-1)))
	}
	return append(lines, p.foot(t)...)
}

// cells are the widths of the columns.
type cells struct{ name, count, share, bar, most int }

// measure returns what the columns need: so that they do not move, by rows of all the
// table.
func (p *Page) measure(table *frequency.Table, rows []row) cells {
	w := p.voice.Words
	c := cells{name: safe.Width(p.nameTitle(table)), count: safe.Width(w.Say(words.NumberOfColumn)), share: safe.Width(w.Say(words.ShareColumn))}
	const sampled = 500
	for i := range rows {
		c.most = max(c.most, rows[i].Count)
		if i < sampled {
			c.name = max(c.name, safe.Width(rows[i].name))
			c.share = max(c.share, safe.Width(p.share(rows[i].Count, table.Of)))
		}
	}
	c.count = max(c.count, safe.Width(w.Number(c.most))) + sortMark
	c.name = min(c.name+sortMark, widestName)
	return c
}

// cells divides the width of the page among the columns.
func (p *Page) cells() cells {
	c := p.widest
	room := p.width - margin - gap - c.count - 1
	if room-gap-c.share < min(c.name, leastName/2) {
		c.share = 0
	} else {
		room -= gap + c.share
	}
	name := min(c.name, max(leastName, room-gap-max(leastBar, room/barPart)))
	if bar := room - name - gap; bar >= leastBar {
		c.name, c.bar = name, min(bar, widestBar)
	} else {
		c.name = max(1, min(c.name, room)) // no bar to make way for
	}
	return c
}

// sortMark is how many cells the mark of the column takes that the rows are sorted by.
const sortMark = 2

func (p *Page) nameTitle(table *frequency.Table) string {
	if table.Ranged {
		return p.voice.Words.Say(words.RangeColumn)
	}
	return p.voice.Words.Say(words.ValueColumn)
}

// titles draws the titles of the columns.
func (p *Page) titles(t *theme.Theme, c cells) string {
	w := p.voice.Words
	name, count := p.nameTitle(p.table), w.Say(words.NumberOfColumn)
	if p.byValue {
		name += " ▲"
	} else {
		count += " ▼"
	}
	return t.Header.Render(safe.Spaces(margin) + safe.Pad(name, c.name) + safe.Spaces(gap) + safe.PadLeft(count, c.count) + after(safe.PadLeft(w.Say(words.ShareColumn), c.share)))
}

// row draws one row, with a mark at its end where more are above or below. Its name is
// cut so that it is told from the others that are seen.
func (p *Page) row(t *theme.Theme, c cells, at int, seen []string, more string) string {
	r := &p.rows[at]
	name, _ := safe.CutApart(r.name, c.name, seen)
	name = safe.Pad(name, c.name) + safe.Spaces(gap)
	numbers := safe.PadLeft(p.voice.Words.Number(r.Count), c.count)
	share := after(safe.PadLeft(p.share(r.Count, p.table.Of), c.share))
	bar := after(bar(r.Count, c.most, c.bar))
	mark, drawn := " ", " "
	if p.chosen[r.key()] {
		mark, drawn = theme.MarkGlyph, t.Accent.Render(theme.MarkGlyph)
	}
	if at == p.cursor {
		return widget.Bar(t) + t.Selected.Render(safe.Pad(mark+name+numbers+share+bar, p.width-1-safe.Width(more))+more)
	}
	style, ink := t.Plain, t.Accent
	if r.What == frequency.Missing || r.What == frequency.Other {
		style, ink = t.Muted, t.Muted
	}
	line := " " + drawn + style.Render(name+numbers) + t.Muted.Render(share) + ink.Render(bar)
	if more != "" {
		line = widget.Fill(line, p.width-safe.Width(more)) + t.Muted.Render(more)
	}
	return line
}

// after puts a gap before a cell, unless there is none.
func after(cell string) string {
	if cell == "" {
		return ""
	}
	return safe.Spaces(gap) + cell
}

// bar draws a number as a part of the largest, to half a cell.
func bar(n, most, width int) string {
	if width == 0 || most == 0 {
		return ""
	}
	halves := max(1, (2*n*width+most/2)/most)
	return strings.Repeat("━", halves/2) + strings.Repeat("╸", halves%2)
}

// share writes a part of some entities in percent.
func (p *Page) share(n, of int) string { return drawfrequency.Share(p.voice.Words, n, of) }

// room returns how many rows are seen.
func (p *Page) room() int {
	t := new(theme.Theme)
	const titles = 1
	return max(1, p.height-len(p.head(t))-titles-len(p.foot(t)))
}

// move moves as a key asks, and reports whether the key is one that moves.
func (p *Page) move(a keys.Action) bool {
	room := p.room()
	switch a {
	case keys.Up:
		p.moveTo(p.cursor - 1)
	case keys.Down:
		p.moveTo(p.cursor + 1)
	case keys.PageUp:
		p.moveTo(p.cursor - room)
	case keys.PageDown:
		p.moveTo(p.cursor + room)
	case keys.HalfUp:
		p.moveTo(p.cursor - max(1, room/2))
	case keys.HalfDown:
		p.moveTo(p.cursor + max(1, room/2))
	case keys.Top:
		p.moveTo(0)
	case keys.Bottom:
		p.moveTo(len(p.rows) - 1)
	default:
		return false
	}
	return true
}

// moveTo moves the cursor, and the viewport no further than it must.
func (p *Page) moveTo(at int) {
	if p.table == nil {
		return
	}
	room := p.room()
	p.cursor = max(0, min(at, len(p.rows)-1))
	p.offset = max(min(p.offset, p.cursor), p.cursor-room+1)
	p.offset = max(0, min(p.offset, len(p.rows)-room))
}

// Wheel scrolls, and moves the cursor no further than it must.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	if p.table == nil {
		return page.Answer{}
	}
	room := p.room()
	p.offset = max(0, min(p.offset+lines, len(p.rows)-room))
	p.moveTo(max(p.offset, min(p.cursor, p.offset+room-1)))
	return page.Answer{}
}

// Click selects the row at a cell, or sorts by the column whose title stands there.
func (p *Page) Click(x, y int) page.Answer {
	if p.table == nil || p.table.Of == 0 {
		return page.Ignored
	}
	titles := len(p.head(new(theme.Theme)))
	switch at := p.offset + y - titles - 1; {
	case y == titles:
		if isName := x < margin+p.cells().name; isName != p.byValue {
			p.Act(keys.Sort)
		}
		return page.Ignored // nothing is selected
	case y < titles || y-titles-1 >= p.room() || at >= len(p.rows):
		return page.Ignored
	default:
		p.moveTo(at)
	}
	return page.Answer{}
}

// Position says which row is selected.
func (p *Page) Position() string {
	if len(p.rows) == 0 {
		return ""
	}
	w := p.voice.Words
	return w.Number(p.cursor+1) + "/" + w.Number(len(p.rows))
}

// Status says how many rows are chosen.
func (p *Page) Status(t *theme.Theme, _ int) string {
	if len(p.chosen) == 0 {
		return ""
	}
	return t.Accent.Render(theme.MarkGlyph + " " + p.voice.Words.Count(len(p.chosen), words.ChosenCount))
}

// Selection returns the table, to be copied.
func (p *Page) Selection() page.Selection {
	if len(p.rows) == 0 {
		return page.Selection{}
	}
	return page.Selection{Copied: &page.Copy{Label: words.FrequencyTable, Text: p.text}}
}

// text returns the table in Markdown.
func (p *Page) text() string {
	w := p.voice.Words
	var b strings.Builder
	line := func(name, count, share string) {
		b.WriteString("| " + strings.ReplaceAll(name, "|", `\|`) + " | " + count + " | " + share + " |\n")
	}
	line(present.Capital(safe.Line(p.column.Title)), w.Say(words.NumberOfColumn), w.Say(words.ShareColumn))
	b.WriteString("|---|---:|---:|\n")
	for i := range p.rows {
		line(p.rows[i].name, w.Number(p.rows[i].Count), p.share(p.rows[i].Count, p.table.Of))
	}
	return b.String()
}
