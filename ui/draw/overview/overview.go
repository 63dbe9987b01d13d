// Package overview draws a knowledge base as a whole on one screen: its title and
// summary, its kinds, the most linked entities, its reliability, and how to begin. It
// surveys and checks nothing itself.
package overview

import (
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

	Begin string // how to begin
	Plain bool   // text for a screen reader, in one column
}

// Target is the target of a link: a kind, an entity, a finding, or a picture of the
// whole knowledge base.
type Target struct {
	Kind    *kb.Kind
	Entity  *kb.Entity
	Finding *kb.Finding // with its entity, if there is one
	Picture Picture
}

// Picture is a picture of the whole knowledge base.
type Picture uint8

// The pictures that links lead to.
const (
	NoPicture Picture = iota
	Timeline
	Map
)

// TwoFrom is the minimum width of two columns in cells.
const TwoFrom = 72

// The other sizes of the screen, in cells.
const (
	widestText  = 88 // maximum width of text, for legible lines
	widestTwo   = 132
	betweenTwo  = 4
	longestPart = 8 // maximum number of lines of a part
	mostKinds   = 16
)

// Lay lays a knowledge base out for a width in cells. The link of a span is an index
// in targets.
func Lay(v present.Voice, d Data, width int) (lines []rich.Line, targets []Target) {
	l := &layout{voice: v, data: d}
	head := l.column(min(width, widestText))
	if len(v.KB.Entities) == 0 {
		head.lines = detail.Outline(v, head.width)
		head.problems()
		head.rest()
		return head.lines, l.targets
	}
	head.head()
	if width < TwoFrom || d.Plain {
		head.kinds()
		head.linked()
		head.time()
		head.space()
		head.health()
		head.contested()
		head.fallen()
		head.problems()
		head.rest()
		return head.lines, l.targets
	}
	head.blank()
	left := l.column((min(width, widestTwo) - betweenTwo) / 2)
	left.kinds()
	left.time()
	left.space()
	left.rest()
	right := l.column(left.width)
	right.linked()
	right.health()
	right.contested()
	right.fallen()
	right.problems()
	return append(head.lines, beside(left, right)...), l.targets
}

// layout is a screen under construction; its columns share the targets.
type layout struct {
	voice   present.Voice
	data    Data
	targets []Target
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

// beside joins the lines of two columns.
func beside(left, right *column) []rich.Line {
	lines := make([]rich.Line, max(len(left.lines), len(right.lines)))
	for i := range lines {
		if i < len(left.lines) {
			lines[i] = left.lines[i]
		}
		if i < len(right.lines) && len(right.lines[i].Spans) > 0 {
			gap := left.width + betweenTwo - lines[i].Width()
			lines[i].Spans = append(append(lines[i].Spans[:len(lines[i].Spans):len(lines[i].Spans)], rich.Blank(gap)), right.lines[i].Spans...)
		}
	}
	return lines
}
