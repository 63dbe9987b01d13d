// Package overview draws a knowledge base as a whole on one screen: what it is
// about, its kinds, what is linked most, how sound it is, how to begin.
package overview

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/survey"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// Data is what is known of a knowledge base beside what it holds.
type Data struct {
	Linked   []*kb.Entity            // those that are linked most, first
	Findings []kb.Finding            // what is wrong
	Checked  bool                    // whether that is all, and not only what kept files from being read
	Contests []evidence.Disagreement // of what sources disagree
	Survey   *survey.Survey          // nil while nobody has looked

	Begin string // how to begin
	Plain bool   // words alone, one below the other
}

// Target is what something on the screen leads to: a kind, an entity, what is
// wrong with a file, or a picture of everything.
type Target struct {
	Kind    *kb.Kind
	Entity  *kb.Entity
	Finding *kb.Finding // what is wrong, with the entity where there is one
	Picture Picture
}

// Picture is one that shows everything.
type Picture uint8

// The pictures that the screen leads to.
const (
	NoPicture Picture = iota
	Timeline
	Map
)

// TwoFrom is the width, in cells, from which on there are two columns.
const TwoFrom = 72

// The other sizes of the screen, in cells.
const (
	widestText  = 88 // text is no wider, so that it can be read
	widestTwo   = 132
	betweenTwo  = 4
	longestPart = 8 // lines that a part has at most
	mostKinds   = 16
)

// Lay lays a knowledge base out for a width in cells. Links of the lines are
// places in the targets, in the order in which they are read.
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
	right.problems()
	return append(head.lines, beside(left, right)...), l.targets
}

// layout is a screen on its way, and column a part of it that is so wide.
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

// beside sets two columns side by side.
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
