package graph

import (
	"slices"

	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// below is how many lines stand below the picture: the caption, and where there
// is room, what the signs mean.
func (p *Page) below() int {
	const high, low = 16, 6
	switch {
	case p.height >= high:
		return mostBelow
	case p.height >= low:
		return leastBelow
	case p.height > 2:
		return 1
	}
	return 0
}

// The lines below a picture that leaves none empty, with and without a legend.
const (
	mostBelow  = 3
	leastBelow = 2
)

// further returns how many more lines the legend and the caption take of the empty ones
// after a picture, of which one stays empty. It is the same for all that may be
// selected, so that nothing moves.
func (p *Page) further(lines []rich.Line) int {
	const least, most = 1, 4
	empty := p.frame() - len(lines)
	for n := len(lines) - 1; n >= 0 && len(lines[n].Spans) == 0; n-- {
		empty++
	}
	legend := p.picture.Legend(p.width-2, most)
	need := len(p.footOf(0, p.below()+most, legend)) - p.below()
	return max(0, min(empty-1, max(least, min(need, most))))
}

// frame is how many lines the picture has.
func (p *Page) frame() int { return max(0, p.height-p.below()) }

// reveal scrolls to what is selected, where all is in one column.
func (p *Page) reveal() {
	thing := &p.picture.Things[p.selected]
	y := thing.Y
	p.offset = max(0, min(p.offset, p.picture.Height-p.frame()))
	p.offset = max(min(p.offset, max(0, y-1)), y+thing.Height()-p.frame())
}

// View draws the page.
func (p *Page) View(t *theme.Theme) []string {
	switch {
	case p.voice.KB.Partial:
		return p.say(t, p.voice.Words.Say(words.NotReadYet))
	case p.centre == nil:
		return p.say(t, keys.Say(p.voice.Words, words.NoCentre, keys.Open))
	}
	if p.width <= 0 || p.height <= 0 {
		return nil
	}
	if !p.isDrawn() {
		// What was seen before stays until there is something else.
		if p.seen.width == p.width && len(p.seen.lines) <= p.height {
			return p.seen.lines
		}
		return nil
	}
	if p.painted.of != p.picture || p.painted.selected != p.selected {
		p.painted = painted{p.picture, p.selected, p.picture.Lines(p.selected)}
	}
	lines := p.painted.lines
	lines = lines[min(p.offset, len(lines)):]
	lines = lines[:min(p.frame(), len(lines))]
	goesOn := p.offset+len(lines) < len(p.painted.lines)
	below := p.below()
	if below >= leastBelow {
		below += p.further(lines)
		lines = lines[:min(len(lines), p.height-below)]
	}
	out := widget.DrawLines(t, lines, p.selected)
	widget.MarkMore(t, out, p.width, p.offset > 0, goesOn)
	for len(out) < p.height-below {
		out = append(out, "")
	}
	for _, line := range p.foot(below) {
		out = append(out, " "+t.Line(line))
	}
	p.seen = seen{p.width, out}
	return out
}

// mostLegend is how many lines a legend has at most that has the help to itself.
const mostLegend = 12

// Legend explains the signs and lines that are drawn, where the page has no room for it.
func (p *Page) Legend(width int) []rich.Line {
	if p.centre == nil || !p.isDrawn() || p.below() >= mostBelow {
		return nil
	}
	return p.picture.Legend(width, mostLegend)
}

// foot returns the lines below the picture: the legend where there are enough, and the
// caption.
func (p *Page) foot(lines int) []rich.Line {
	var legend []rich.Line
	if lines >= mostBelow {
		legend = p.picture.Legend(p.width-2, lines-2)
	}
	foot := p.footOf(p.selected, lines, legend)
	for len(foot) < lines {
		foot = append(foot, rich.Line{})
	}
	return foot[:lines]
}

// footOf returns a legend and the caption of a thing in at most most lines.
func (p *Page) footOf(thing, most int, legend []rich.Line) []rich.Line {
	foot := slices.Clip(legend)
	if p.noRoom {
		foot = append(foot, rich.NewLine(rich.NewSpan(rich.Accent, p.voice.Words.Say(words.NoRoomForHops))).Cut(p.width-2))
	}
	remark := ""
	if p.fewer {
		remark = keys.Say(p.voice.Words, words.TwoHopsWouldCut, keys.ZoomIn)
	}
	return append(foot, p.picture.Caption(thing, p.width-2, most-len(foot), remark)...)
}

// say says why there is nothing to draw, and what to do about it.
func (p *Page) say(t *theme.Theme, text string) []string {
	var out []string
	for _, line := range safe.Wrap(text, max(1, p.width-2)) {
		out = append(out, t.Muted.Render(" "+line))
	}
	return out[:min(len(out), max(0, p.height))]
}
