package overlay

import (
	"rihla/ui/draw/detail"
	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// paletteHead is how many lines stand above the groups: what is typed, and what
// it asks for.
const paletteHead = 2

// The sizes of the palette, in cells: how wide it is at most, from how wide on
// it shows beside its items what is selected, and how high it is at most.
const (
	widestPalette  = 132
	previewFrom    = 92
	highestPalette = 32
)

// View draws the palette. It is as high whatever is found, so that it does not
// jump while one types.
func (p *Palette) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestPalette, width-4)
	rows := max(1, min(highestPalette, height-2)-paletteHead)
	left, preview := inner, []string(nil)
	if inner >= previewFrom {
		left = inner * 11 / 20
		preview = p.preview(t, inner-left-2, rows)
	}
	lines := p.draw(rows, func(at int) string { return p.line(t, at, left) })
	p.field.SetWidth(max(1, inner-promptWidth-1))
	body := []string{
		t.Key.Render(palettePrompt) + p.field.View(),
		t.Line(querytext.Under(p.voice, p.asking(), promptWidth, inner-promptWidth-1, inner)),
	}
	for row := range rows {
		line := ""
		if row < len(lines) {
			line = lines[row]
		} else if row == 0 && len(p.rows) == 0 && p.found != nil {
			line = "  " + t.Muted.Render(safe.Cut(w.Say(words.HelpNothingFound), left-2))
		}
		if row < len(preview) {
			line = widget.Fill(line, left) + t.Rule.Render(theme.Frame.Left) + " " + preview[row]
		}
		body = append(body, line)
	}
	title := w.Say(words.PaletteTitle)
	if p.choosing {
		title = w.Say(words.ChooseTitle)
	}
	return widget.Box(t, title, body, inner, p.unseen(), p.edge(t, hintLine(t, w, hint{keys.Down, words.HintChoose}, hint{keys.NextTab, words.HintGroup}, hint{keys.Accept, words.HintOpen}, closeHint), w)...)
}

// palettePrompt is drawn before the typed text; promptWidth is its width in cells.
const (
	palettePrompt = "› "
	promptWidth   = 2
)

// line draws the title of a group, or an item: its name, what else is said of
// it, and on the right the key that does the same.
func (p *Palette) line(t *theme.Theme, at, width int) string {
	line := p.rows[at]
	g := &p.groups[line.group]
	if p.isTitle(at) {
		return t.Strong.Render(safe.Cut(g.Title, width-8)) + t.Muted.Render(" "+g.Count)
	}
	item := &g.Items[line.item]
	room := width - 2
	key := ""
	if item.Key != "" {
		key = " " + item.Key
		room -= safe.Width(key)
	}
	title := safe.Cut(item.Title, room)
	also := ""
	if item.Also != "" && room-safe.Width(title) > 6 {
		also = safe.Cut("  "+item.Also, room-safe.Width(title))
	}
	gap := safe.Spaces(room - safe.Width(title) - safe.Width(also))
	if at == p.cursor {
		return widget.Bar(t) + widget.Highlight(" "+title+also+gap+key, p.light.Ranges(" "+title+also), t.Selected, t.HighlightSelected)
	}
	return "  " + widget.Highlight(title, p.light.Ranges(title), t.Plain, t.Highlight) + widget.Highlight(also, p.light.Ranges(also), t.Muted, t.Highlight) + gap + t.Key.Render(key)
}

// preview draws the beginning of what is selected.
func (p *Palette) preview(t *theme.Theme, width, height int) []string {
	out := make([]string, height)
	item := p.selected()
	if item == nil {
		return out
	}
	if seen := &p.previewed; seen.of != item.Do || seen.width != width {
		seen.of, seen.width, seen.lines = item.Do, width, nil
		if e := entityOf(item.Do); e != nil {
			seen.lines = detail.Of(p.voice, e, width).Lines
		} else if item.Preview != nil {
			seen.lines = item.Preview(width)
		}
	}
	for i, line := range p.previewed.lines[:min(height, len(p.previewed.lines))] {
		out[i] = widget.DrawHighlighted(t, line, &p.light)
	}
	widget.MarkMore(t, out, width, false, len(p.previewed.lines) > height)
	return out
}
