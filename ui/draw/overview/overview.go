// Package overview draws a knowledge base as a whole on one screen: its title and
// summary, its kinds, the most linked entities, its reliability, and how to begin. It
// surveys and checks nothing itself.
package overview

import (
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/survey"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// Data holds the computed properties of a knowledge base.
type Data struct {
	Linked   []*kb.Entity            // the most linked entities, in descending order
	Findings []kb.Finding            // in the order of the check
	Checked  bool                    // whether the check is complete, or only files were read
	Contests []evidence.Disagreement // disagreements of sources
	Survey   *survey.Survey          // nil until it is computed

	Last  Last   // where it was left before
	Begin string // how to begin
	// HowToList says how all problems are listed; empty on the command line.
	HowToList string
	Plain     bool // text for a screen reader, in one column
}

// Last is the place where a knowledge base was left before. The zero Last is none.
type Last struct{ Label, Also string }

// Target is the target of a link: a kind, an entity, a finding, a picture of the
// whole knowledge base, or where it was left.
type Target struct {
	Kind    *kb.Kind
	Entity  *kb.Entity
	Finding *kb.Finding // with its entity, if there is one
	Picture Picture
	IsLast  bool // where the knowledge base was left
}

// Picture is a picture of the whole knowledge base.
type Picture uint8

// The pictures that links lead to.
const (
	NoPicture Picture = iota
	Timeline
	Map
)

// Frame is the cells that an overview is laid out for. Where all fits its height
// with room to spare, lists are longer; a height of 0 leaves them short.
type Frame struct{ Width, Height int }

// Lay lays a knowledge base out for a frame.
func Lay(v present.Voice, d Data, f Frame) (lines []rich.Line, targets []Target) {
	l := &layout{voice: v, data: d, fallenSources: fallenSources(v)}
	lines = l.lay(f, shortest)
	for most := shortest * 3 / 2; most <= longest && l.isCut; most += most / 2 {
		longer := &layout{voice: v, data: d, fallenSources: l.fallenSources}
		more := longer.lay(f, most)
		if len(more) > f.Height {
			break
		}
		l, lines = longer, more
	}
	return lines, l.targets
}

// TwoFrom is the minimum width of two columns in cells.
const TwoFrom = 72

// The other sizes of the screen, in cells or lines.
const (
	widestText = 100 // maximum width of text, for legible lines
	between    = 4   // between two columns
	shortest   = 8   // maximum number of lines of a list at first
	longest    = 64
)

// lay lays the screen out with lists of at most a number of lines.
func (l *layout) lay(f Frame, most int) []rich.Line {
	width := f.Width
	l.most = most
	head := l.column(min(width, widestText))
	if l.data.Plain {
		head = l.column(width)
	}
	if len(l.voice.KB.Entities) == 0 {
		head.lines = detail.Outline(l.voice, head.width)
		head.problems()
		head.rest()
		return head.lines
	}
	head.head(f.Height)
	if width < TwoFrom || l.data.Plain {
		head.kinds()
		head.linked()
		head.drawExtents()
		head.health()
		head.contested()
		head.fallen()
		head.problems()
		head.rest()
		return head.lines
	}
	head.blank()
	var columns []*column
	for _, w := range l.widths(width) {
		columns = append(columns, l.column(w))
	}
	left, middle, right := columns[0], columns[1], columns[len(columns)-1]
	left.kinds()
	left.drawExtents()
	middle.linked()
	middle.health()
	right.contested()
	right.fallen()
	right.problems()
	lowest, least := left, 0
	for i, c := range columns {
		trial := (&layout{voice: l.voice, data: l.data, most: l.most}).column(c.width)
		trial.lines = slices.Clip(c.lines)
		if trial.rest(); i == 0 || len(trial.lines) <= least {
			lowest, least = c, len(trial.lines)
		}
	}
	lowest.rest()
	return append(head.lines, beside(columns)...)
}

// widths divides a width among the columns: three where no name is cut, else two. Names
// need room before bars do.
func (l *layout) widths(width int) []int {
	kinds := l.kindTable()
	linked, doubted := rowsWidth(l.linkedRows()), max(widestRow(l.contestedRows()), widestRow(l.fallenRows()))
	links, doubts := max(leastLinks, linked), max(leastDoubts, doubted)
	width -= between
	left, widest := max(leastLeft, kinds.width()), kinds.width()+apart+widestBar
	if spare := width - between - left - links - doubts; spare >= 0 && len(l.data.Linked) > 0 {
		bars := max(0, min(spare, widest-left))
		spare -= bars
		return []int{left + bars, links + spare/2, doubts + spare - spare/2}
	}
	right := max(leastRight, linked, doubted)
	if l.hasProblems() {
		right = max(right, leastDoubts)
	}
	left = min(max(left, min(width-right, widest)), width/2)
	return []int{left, width - left}
}

// The least widths of columns, in cells.
const (
	leastLeft   = 24
	leastLinks  = 44
	leastDoubts = 48
	leastRight  = 36
)

// layout is a screen under construction; its columns share the targets.
type layout struct {
	voice         present.Voice
	data          Data
	fallenSources []*kb.Entity
	targets       []Target
	most          int  // maximum number of lines of a list
	isCut         bool // a list had more
}

type column struct {
	*layout
	width int
	lines []rich.Line
}

func (l *layout) column(width int) *column { return &column{layout: l, width: max(1, width)} }

func (l *layout) target(t Target) int {
	l.targets = append(l.targets, t)
	return len(l.targets) - 1
}

// beside joins the lines of columns.
func beside(columns []*column) []rich.Line {
	height := 0
	for _, c := range columns {
		height = max(height, len(c.lines))
	}
	lines := make([]rich.Line, height)
	for y := range lines {
		var spans []rich.Span
		x, used := 0, 0
		for _, c := range columns {
			if y < len(c.lines) && len(c.lines[y].Spans) > 0 {
				if x > used {
					spans = append(spans, rich.Blank(x-used))
				}
				spans = append(spans, c.lines[y].Spans...)
				used = x + c.lines[y].Width()
			}
			x += c.width + between
		}
		lines[y].Spans = spans
	}
	return lines
}
