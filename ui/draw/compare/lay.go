package compare

import (
	"slices"
	"strings"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Layout is the position of the columns at a width. Rows are laid out on demand.
type Layout struct {
	// First is the first entity that has a column, Shown how many have one.
	First, Shown int

	comparison *Comparison
	width      int
	labels     int // width of the column of labels; 0 where they stand above
	column     int // width of each
	whole      bool
	more       int // lines that a cell may have beyond those of one that is cut
}

// Block is some lines of a comparison: the names, or a row.
type Block struct {
	Lines []rich.Line
	// Top is how many lines the label takes above the cells.
	Top   int
	Links []CellLink
}

// CellLink is one thing in a cell that can be selected.
type CellLink struct {
	present.Link
	Entity int // the place of the entity whose cell it is
}

const (
	columnGap    = 2  // cells between columns
	leastColumn  = 18 // cells; a column has no fewer
	widestColumn = 84 // and no more: longer lines are not read at a glance
	compareMark  = 2  // the mark of what differs, and a space

	foldedLines = 3 // of a cell
	foldedTexts = 2 // of a cell that is not compared
	wholeLines  = 60
)

// Lay lays the comparison out for a width in cells, down to that of a column
// and the mark: as many columns as have room, from the entity first on, or from
// an earlier one where those after it leave room. Cells are cut to a few lines,
// unless whole is set.
func (c *Comparison) Lay(width, first int, whole bool) Layout {
	l := Layout{comparison: c, width: width, labels: min(c.labels, max(12, width/5)), whole: whole}
	fit := func(room int) int { return min(len(c.names), (room+columnGap)/(leastColumn+columnGap)) }
	room := width - compareMark - l.labels - columnGap
	if fit(room) < min(2, len(c.names)) {
		l.labels, room = 0, width-compareMark
	}
	if fit(room-compareMark) == fit(room) {
		room -= compareMark // the same on the right
	}
	l.Shown = max(1, fit(room))
	l.column = max(1, min(widestColumn, (room-columnGap*(l.Shown-1))/l.Shown))
	l.First = max(0, min(first, len(c.names)-l.Shown))
	return l
}

// WithMore lets each cell that is cut have a number of further lines.
func (l Layout) WithMore(lines int) Layout {
	l.more = lines
	return l
}

// Column returns the first cell of an entity's column, and the first after it.
func (l Layout) Column(entity int) (from, to int) {
	from = compareMark + (entity-l.First)*(l.column+columnGap)
	if l.labels > 0 {
		from += l.labels + columnGap
	}
	return from, from + l.column
}

// EntityAt returns the entity whose column holds a cell, or -1.
func (l Layout) EntityAt(x int) int {
	for i := l.First; i < l.First+l.Shown && i < len(l.comparison.names); i++ {
		if from, to := l.Column(i); x >= from && x < to {
			return i
		}
	}
	return -1
}

// Title returns the kinds compared, the columns visible and the number of rows
// that differ.
func (l Layout) Title(differing bool) rich.Line {
	c, w := l.comparison, l.comparison.voice.Words
	var kinds []string
	for _, e := range c.entities {
		if label := c.voice.KindLabel(e.Kind); !slices.Contains(kinds, label) {
			kinds = append(kinds, label)
		}
	}
	all := w.Number(len(c.names))
	if l.Shown < len(c.names) {
		seen := w.Number(l.First + 1)
		if l.Shown > 1 {
			seen += "–" + w.Number(l.First+l.Shown)
		}
		all = w.Say(words.OutOf, seen, all)
	}
	parts := []string{w.Say(words.SideBySide, all), differs + " " + w.CountOf(c.Differing(), len(c.Rows), words.DifferCount)}
	if differing {
		parts = append(parts, w.Say(words.OthersHidden))
	}
	name := safe.Cut(strings.Join(kinds, w.ListComma), l.width/2)
	rest := safe.Cut(rich.Separator+strings.Join(parts, rich.Separator), l.width-compareMark-safe.Width(name))
	return rich.NewLine(rich.Blank(compareMark), rich.NewSpan(rich.Title, name), rich.NewSpan(rich.Muted, rest))
}

// Names lays out the names, each on at most most lines.
func (l Layout) Names(most int) Block {
	var b Block
	cells := make([][][]rich.Span, 0, l.Shown)
	for i := l.First; i < l.First+l.Shown && i < len(l.comparison.names); i++ {
		var lines [][]rich.Span
		for _, line := range wrapped(l.comparison.names[i], l.column, most) {
			lines = append(lines, []rich.Span{rich.NewSpan(rich.Title, line)})
		}
		cells = append(cells, lines)
	}
	mark := rich.NewSpan(rich.Plain, "")
	if l.First > 0 {
		mark = rich.NewSpan(rich.Muted, "‹")
	}
	l.beside(&b, mark, nil, cells)
	if last := &b.Lines[0]; l.First+l.Shown < len(l.comparison.names) && l.width > last.Width() {
		last.Spans = append(last.Spans, rich.Blank(l.width-1-last.Width()), rich.NewSpan(rich.Muted, "›"))
	}
	return b
}

// The marks of a row whose cells differ, and of one whose cells are the same; where some
// are empty, a row is marked as these are. That the sources of one value disagree has a
// sign of its own.
const (
	differs = "Δ"
	same    = "="
)

// Row lays out row n after the mark of its verdict: the label of one that differs is
// bold.
func (l Layout) Row(n int) Block {
	var b Block
	r := &l.comparison.Rows[n]
	mark, role := rich.NewSpan(rich.Muted, same), rich.Label
	switch r.Verdict {
	case Differs:
		mark, role = rich.NewSpan(rich.Heading, differs), rich.Heading
	case SomeMissing:
		mark = rich.NewSpan(rich.Muted, missing)
	case Same:
	}
	most := foldedLines + l.more
	switch {
	case l.whole:
		most = wholeLines
	case r.isLong:
		most = foldedTexts + l.more
	}
	width, isAbove := l.labels, safe.WidestPart(r.Label) > l.labels
	if isAbove {
		width = max(1, l.width-compareMark)
	}
	var labels [][]rich.Span
	for _, line := range wrapped(r.Label, width, wholeLines) {
		labels = append(labels, []rich.Span{rich.NewSpan(role, line)})
	}
	cells := make([][][]rich.Span, 0, l.Shown)
	for i := l.First; i < l.First+l.Shown && i < len(r.Cells); i++ {
		cells = append(cells, l.cell(&b, r, i, most))
	}
	if isAbove {
		l.beside(&b, mark, labels, nil)
		b.Top = len(b.Lines)
		mark, labels = rich.NewSpan(rich.Plain, ""), nil
	}
	l.beside(&b, mark, labels, cells)
	return b
}

// Summary describes what is hidden when only differing rows are shown: the rows
// that some entities lack, or that nothing differs.
func (l Layout) Summary() []rich.Line {
	c, w := l.comparison, l.comparison.voice.Words
	var partly []string
	for i := range c.Rows {
		if c.Rows[i].Verdict == SomeMissing {
			partly = append(partly, c.Rows[i].Label)
		}
	}
	var texts []string
	if c.Differing() == 0 {
		texts = append(texts, w.Say(words.NothingDiffers))
	}
	if len(partly) > 0 {
		texts = append(texts, w.Say(words.OnlySome, strings.Join(partly, w.ListComma)))
	}
	var out []rich.Line
	for _, text := range texts {
		for _, line := range wrapped(text, max(1, l.width-compareMark), foldedLines) {
			out = append(out, rich.NewLine(rich.Blank(compareMark), rich.NewSpan(rich.Muted, line)))
		}
	}
	return out
}

// beside appends the lines of a label and of cells side by side, after a mark.
func (l Layout) beside(b *Block, mark rich.Span, labels [][]rich.Span, cells [][][]rich.Span) {
	height := max(1, len(labels))
	for _, lines := range cells {
		height = max(height, len(lines))
	}
	for n := range height {
		var line []rich.Span
		used := 0
		put := func(at int, spans []rich.Span) {
			if len(spans) > 0 {
				line = append(append(line, rich.Blank(at-used)), spans...)
				used = at + rich.Width(spans)
			}
		}
		if n == 0 && mark.Text != "" {
			put(0, []rich.Span{mark})
		}
		if n < len(labels) {
			put(compareMark, labels[n])
		}
		for i, lines := range cells {
			if n < len(lines) {
				from, _ := l.Column(l.First + i)
				put(from, lines[n])
			}
		}
		b.Lines = append(b.Lines, rich.Line{Spans: line})
	}
}

// missing is shown in an empty cell.
const missing = "—"

// wrapped breaks a text into lines of a column, most of them at most.
func wrapped(text string, width, most int) []string {
	lines := safe.Wrap(text, width)
	if len(lines) > most {
		lines = lines[:most]
		last := &lines[most-1]
		*last = safe.Cut(*last+" …", width)
	}
	return lines
}
