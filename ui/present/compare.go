package present

import (
	"strings"

	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Comparison is what some entities say, field by field.
type Comparison struct {
	Rows []Compared

	names  []string
	labels int // width of the widest label
	voice  Voice
}

// Compared is what the entities say in one field.
type Compared struct {
	// Field is the field's dotted path; empty for what the entities are.
	Field string
	Label string
	// Cells holds what each entity says, as a list shows it, or nothing.
	Cells   []string
	Differs bool // not all say the same
}

// Compare sets what entities say side by side.
func (v Voice) Compare(entities []*kb.Entity) *Comparison {
	c := &Comparison{voice: v}
	fields := v.saidBy(entities)
	c.add("", v.Words.OfKind, len(entities))
	for _, f := range fields {
		c.add(f.path, f.label, len(entities))
	}
	for i, e := range entities {
		c.names = append(c.names, v.Name(e))
		c.Rows[0].take(i, v.KindOne(e.Kind), func() bool { return true })
		for at, f := range fields {
			same := func() bool { return v.Value(e, f.path) == v.Value(entities[0], f.path) }
			c.Rows[at+1].take(i, v.Cell(e, f.path), same)
		}
	}
	return c
}

func (c *Comparison) add(field, label string, entities int) {
	c.Rows = append(c.Rows, Compared{Field: field, Label: label, Cells: make([]string, entities)})
	c.labels = max(c.labels, safe.Width(label))
}

// take takes the cell of an entity. Of cells that may have been cut, same tells
// whether the whole is the same.
func (r *Compared) take(at int, cell string, same func() bool) {
	r.Cells[at] = cell
	if !r.Differs {
		r.Differs = cell != r.Cells[0] || strings.HasSuffix(cell, "…") && at > 0 && !same()
	}
}

// Differing counts the fields in which not all say the same.
func (c *Comparison) Differing() int {
	n := 0
	for i := range c.Rows {
		if c.Rows[i].Differs {
			n++
		}
	}
	return n
}

// Laid is a comparison laid out for a width.
type Laid struct {
	Head  []Line // the names
	Lines []Line
	Rows  []int // of which row of the comparison each line is a part
	// First is the first entity that has a column, Shown how many have one.
	First, Shown int
}

const (
	leastColumn  = 18 // cells; a column has no fewer
	widestColumn = 56 // and no more: longer lines are not read at a glance
	compareMark  = 2  // the mark of what differs, and a space
	mostOfCell   = 12 // lines of one cell
)

// Lay lays the comparison out for a width in cells, down to that of a column
// and the mark: as many columns as have room, from the entity first on, or from
// an earlier one where those after it leave room. Names take heads lines at
// most. Where differing is set, what all say alike is left out.
func (c *Comparison) Lay(width, first int, differing bool, heads int) Laid {
	g := c.grid(width)
	g.first = max(0, min(first, len(c.names)-g.columns))
	out := Laid{First: g.first, Shown: g.columns}
	for _, spans := range g.beside(span(Plain, ""), nil, c.names, Title, heads) {
		out.Head = append(out.Head, Line{Spans: spans})
	}
	for i := range c.Rows {
		r := &c.Rows[i]
		if differing && !r.Differs {
			continue
		}
		for _, spans := range g.row(r) {
			out.Lines = append(out.Lines, Line{Spans: spans})
			out.Rows = append(out.Rows, i)
		}
	}
	if len(out.Lines) == 0 {
		for _, line := range safe.Wrap(c.voice.Words.NothingDiffers, max(1, width-compareMark)) {
			out.Lines = append(out.Lines, Line{Spans: []Span{space(compareMark), span(Muted, line)}})
			out.Rows = append(out.Rows, 0)
		}
	}
	return out
}

// compareGrid is where the columns of a comparison stand.
type compareGrid struct {
	labels  int // width of the column of labels; 0 where they stand above
	columns int // how many entities are seen
	words   *words.Words
	column  int // width of each
	first   int
}

// grid gives labels a column of their own where two entities have room beside
// it, or the only one has.
func (c *Comparison) grid(width int) compareGrid {
	fit := func(room int) int { return min(len(c.names), (room+apart)/(leastColumn+apart)) }
	g := compareGrid{words: c.voice.Words, labels: min(c.labels, max(12, width/5))}
	room := width - compareMark - g.labels - apart
	if fit(room) < min(2, len(c.names)) {
		g.labels, room = 0, width-compareMark
	}
	g.columns = max(1, fit(room))
	g.column = max(1, min(widestColumn, (room-apart*(g.columns-1))/g.columns))
	return g
}

// row lays out what is said in one field: what differs with a mark and its
// label bold, what does not muted.
func (g compareGrid) row(r *Compared) [][]Span {
	mark, label, role := span(Plain, ""), Label, Muted
	if r.Differs {
		mark, label, role = span(Heading, "≠"), Heading, Plain
	}
	if g.labels > 0 {
		labels := wrapped(r.Label, g.labels, mostOfCell)
		return g.beside(mark, labelled(labels, label), r.Cells, role, mostOfCell)
	}
	var out [][]Span
	for i, text := range wrapped(r.Label, max(1, g.width()), mostOfCell) {
		if i > 0 {
			mark = span(Plain, "")
		}
		out = append(out, []Span{mark, space(compareMark - safe.Width(mark.Text)), span(label, text)})
	}
	return append(out, g.beside(span(Plain, ""), nil, r.Cells, role, mostOfCell)...)
}

func labelled(lines []string, role Role) []Span {
	out := make([]Span, len(lines))
	for i, line := range lines {
		out[i] = span(role, line)
	}
	return out
}

// width returns how many cells the columns take.
func (g compareGrid) width() int { return g.columns*(g.column+apart) - apart }

// beside sets the texts of the entities that are seen side by side, after a
// mark and the lines of a label.
func (g compareGrid) beside(mark Span, labels []Span, texts []string, role Role, most int) [][]Span {
	cells := make([][]string, 0, g.columns)
	height := max(1, len(labels))
	for _, text := range texts[min(g.first, len(texts)):min(g.first+g.columns, len(texts))] {
		if text != "" && strings.TrimSpace(text) == "" {
			text = g.words.Quote(text)
		}
		lines := wrapped(text, g.column, most)
		height = max(height, len(lines))
		cells = append(cells, lines)
	}
	out := make([][]Span, height)
	for n := range out {
		line, at, used := []Span{}, 0, 0
		put := func(s Span) {
			if s.Text != "" {
				line = append(line, space(at-used), s)
				used = at + safe.Width(s.Text)
			}
		}
		if n == 0 {
			put(mark)
		}
		at = compareMark
		if n < len(labels) {
			put(labels[n])
		}
		if g.labels > 0 {
			at += g.labels + apart
		}
		for _, lines := range cells {
			if n < len(lines) {
				s := span(role, lines[n])
				if lines[n] == missing {
					s.Role = Muted
				}
				put(s)
			}
			at += g.column + apart
		}
		out[n] = line
	}
	return out
}

// missing stands where an entity says nothing.
const missing = "—"

// wrapped breaks a text into lines of a column, most of them at most.
func wrapped(text string, width, most int) []string {
	if text == "" {
		return []string{missing}
	}
	lines := safe.Wrap(text, width)
	if len(lines) > most {
		lines = lines[:most]
		last := &lines[most-1]
		*last = safe.Cut(*last+" …", width)
	}
	return lines
}
