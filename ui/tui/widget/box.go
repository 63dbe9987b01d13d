package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
)

// Unseen tells on which sides lines go on that are not seen.
type Unseen struct{ Above, Below bool }

// markWidth is what the mark in an edge of a box takes, with the rule after it.
const markWidth = 2

// Box frames lines under a title, with the first hint that fits in its lower edge,
// and a mark in each edge beyond which lines go on. Lines are cut to width cells; the
// box is four cells wider and two lines higher.
func Box(t *theme.Theme, title string, lines []string, width int, unseen Unseen, hints ...string) []string {
	edge := theme.Frame
	left, right := t.Rule.Render(edge.Left+" "), t.Rule.Render(" "+edge.Right)
	out := make([]string, 0, len(lines)+2)
	above, below := edgeMark(t, unseen.Above, theme.MoreAbove), edgeMark(t, unseen.Below, theme.MoreBelow)
	if unseen.Above {
		title = safe.Cut(title, width-2-markWidth)
	} else {
		title = safe.Cut(title, width-2)
	}
	out = append(out, t.Rule.Render(edge.TopLeft+edge.Top+" ")+t.Strong.Render(title)+t.Rule.Render(" "+rule(width-1-safe.Width(title)-ansi.StringWidthWc(above)))+above+t.Rule.Render(edge.TopRight))
	for _, line := range lines {
		out = append(out, left+Fill(line, width)+right)
	}
	for _, h := range hints {
		if w := ansi.StringWidthWc(h) + ansi.StringWidthWc(below); w <= width-2 {
			return append(out, t.Rule.Render(edge.BottomLeft+edge.Bottom+" ")+h+t.Rule.Render(" "+rule(width-1-w))+below+t.Rule.Render(edge.BottomRight))
		}
	}
	return append(out, t.Rule.Render(edge.BottomLeft+rule(width+2-ansi.StringWidthWc(below)))+below+t.Rule.Render(edge.BottomRight))
}

// edgeMark draws the mark of an edge, and a piece of the edge after it.
func edgeMark(t *theme.Theme, goesOn bool, sign string) string {
	if !goesOn {
		return ""
	}
	return t.Muted.Render(sign) + t.Rule.Render(rule(markWidth-1))
}

func rule(n int) string { return strings.Repeat(theme.Frame.Top, max(0, n)) }

// Rule renders a horizontal line, width cells wide.
func Rule(t *theme.Theme, width int) string { return t.Rule.Render(rule(width)) }

// margin is the number of blank cells on either side of a box.
const margin = 1

// BoxAt returns the top left cell at which Overlay puts a box, and the width of the
// box with its margins.
func BoxAt(box []string, height, left, top, width int) (x, y, boxWidth int) {
	boxWidth = min(ansi.StringWidthWc(box[0])+2*margin, width)
	return left + (width-boxWidth)/2, max(top, (height-len(box))/2), boxWidth
}

// Overlay lays a box over a screen, centred in width columns from left on, and
// vertically in the screen, but not above the line top. The screen keeps its size.
func Overlay(screen, box []string, left, top, width int) []string {
	if len(box) == 0 {
		return screen
	}
	x, y, boxWidth := BoxAt(box, len(screen), left, top, width)
	blank := ""
	if w := ansi.StringWidthWc(box[0]) + 2*margin; w <= width && w < left+width {
		blank = safe.Spaces(margin)
	}
	out := append([]string(nil), screen...)
	for i, line := range box {
		if y+i >= len(out) {
			break
		}
		under := out[y+i]
		left := safe.First(under, x)
		right := safe.CutLeft(under, x+boxWidth)
		out[y+i] = left + ansi.ResetStyle + safe.Spaces(x-safe.Width(left)) + blank + line + blank + ansi.ResetStyle + right
	}
	return out
}
