package graph

import (
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
		return 3
	case p.height >= low:
		return 2
	case p.height > 2:
		return 1
	}
	return 0
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
	out := widget.DrawLines(t, lines, p.selected)
	widget.MarkMore(t, out, p.width, p.offset > 0, p.offset+len(lines) < len(p.painted.lines))
	for len(out) < p.frame() {
		out = append(out, "")
	}
	foot := make([]rich.Line, 0, 3)
	if p.below() == 3 {
		foot = append(foot, p.picture.Legend(p.width-1))
	}
	if p.noRoom {
		foot = append(foot, rich.Line{Spans: []rich.Span{{Text: safe.Cut(p.voice.Words.Say(words.NoRoomForHops), p.width-2), Role: rich.Accent, Link: -1}}})
	}
	foot = append(foot, p.caption()...)
	for _, line := range foot[:p.below()] {
		out = append(out, " "+t.Line(line))
	}
	p.seen = seen{p.width, out}
	return out
}

// caption describes what is selected, in two lines. That of the centre says first if
// another hop would cut names.
func (p *Page) caption() []rich.Line {
	width := p.width - 2
	lines := p.picture.Caption(p.selected, width)
	if !p.fewer || p.selected != 0 {
		return lines
	}
	note := []rich.Span{rich.NewSpan(rich.Muted, keys.Say(p.voice.Words, words.TwoHopsWouldCut, keys.ZoomIn))}
	if len(lines[1].Spans) > 0 {
		note = append(note, rich.NewSpan(rich.Muted, rich.Separator))
	}
	lines[1] = rich.Line{Spans: append(note, lines[1].Spans...)}.Cut(width)
	return lines
}

// say says why there is nothing to draw, and what to do about it.
func (p *Page) say(t *theme.Theme, text string) []string {
	var out []string
	for _, line := range safe.Wrap(text, max(1, p.width-2)) {
		out = append(out, t.Muted.Render(" "+line))
	}
	return out[:min(len(out), max(0, p.height))]
}
