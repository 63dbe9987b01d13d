package overlay

import (
	"strings"

	"rihla/model/query"
	"rihla/ui/draw/detail"
	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// paletteHead is how many lines stand above the groups: the input, and what
// it asks for.
const paletteHead = 2

// Widths of the palette, in cells: the minimum at which it shows a preview of the selected
// item, and the minimum of the preview in a wide palette.
const (
	previewFrom  = 92
	leastPreview = 72
)

// markWidth is how many cells are left free at the right of what is selected, for the
// mark that there is more.
const markWidth = 2

// divide splits inner cells between the items and the preview. The items get the width that
// they need, but at least two fifths and at most about half; more if the preview keeps
// leastPreview cells.
func (p *Palette) divide(inner int) (left int, hasPreview bool) {
	half, least := inner*11/20, inner*2/5
	item := p.selected()
	switch hasPreview = item != nil && (item.Preview != nil || entityOf(item.Do) != nil); {
	case inner < previewFrom:
		return inner, false
	case hasPreview:
		return max(least, min(p.need, max(half, inner-leastPreview))), true
	}
	return min(max(half, p.need), inner), false
}

// need returns how many cells the widest of items takes.
func need(rows []row, groups []Group) int {
	const mostLooked = 400 // of which many more are not seen
	widest := 0
	for _, at := range rows[:min(len(rows), mostLooked)] {
		if at.item == title {
			continue
		}
		item := &groups[at.group].Items[at.item]
		n := optionIndent + safe.Width(item.Title) + 1 // before the rule
		if item.Also != "" {
			n += safe.Width("  " + item.Also)
		}
		if item.Key != "" {
			n += safe.Width(" " + item.Key)
		}
		widest = max(widest, n)
	}
	return widest
}

// View draws the palette at its full size, however much is found, so that it does
// not jump while one types.
func (p *Palette) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := width - 4
	rows := max(1, height-2-paletteHead)
	left, hasPreview := p.divide(inner)
	var preview []string
	room := left
	if hasPreview {
		preview = p.preview(t, inner-left-2, rows)
		room-- // before the rule
	}
	lines := p.draw(rows, func(at int) string { return p.line(t, at, room) })
	under := querytext.Under(p.voice, p.asking(), promptWidth, inner-promptWidth-1, inner)
	if len(p.rows) == 0 {
		lines = p.nothing(t, w, inner, strings.HasSuffix(under.Text(), "…"))
	}
	p.field.SetWidth(max(1, inner-promptWidth-1))
	body := []string{
		t.Key.Render(palettePrompt) + p.field.View(),
		t.Line(under),
	}
	for row := range rows {
		line := ""
		if row < len(lines) {
			line = lines[row]
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
	hints := []hint{{keys.Accept, words.HintOpen}, {keys.NextTab, words.HintGroup}, {keys.Down, words.HintChoose}}
	if len(p.rows) == 0 {
		hints = nil
	}
	return widget.Box(t, title, body, inner, p.unseen(), p.edge(t, w, closeHint, hints...)...)
}

// nothing explains why there are no items: nothing was found, or the query is invalid, if the
// line above that says so is cut.
func (p *Palette) nothing(t *theme.Theme, w *words.Language, width int, isCut bool) []string {
	const carets = 2 // lines of the marked query, drawn above already
	switch {
	case p.problem != nil && isCut:
		var out []string
		for _, line := range querytext.FaultLines(p.voice, p.field.Value(), p.problem, width-promptWidth)[carets:] {
			out = append(out, safe.Spaces(promptWidth)+t.Line(line))
		}
		return out
	case p.found != nil:
		return []string{safe.Spaces(promptWidth) + t.Muted.Render(safe.Cut(w.Say(words.HelpNothingFound), width-promptWidth))}
	}
	return nil
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
		count := strings.TrimRight(" "+g.Count, " ")
		return t.Strong.Render(safe.Cut(g.Title, width-safe.Width(count))) + t.Muted.Render(count)
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
	light := p.light
	if item.IsRest {
		light = query.Highlighter{}
	}
	if at == p.cursor {
		return widget.Bar(t) + widget.Highlight(" "+title+also+gap+key, light.Ranges(" "+title+also), t.Selected, t.HighlightSelected)
	}
	return "  " + widget.Highlight(title, light.Ranges(title), t.Plain, t.Highlight) + widget.Highlight(also, light.Ranges(also), t.Muted, t.Highlight) + gap + t.Key.Render(key)
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
			seen.lines = detail.Of(p.voice, e, width-markWidth).Lines
		} else if item.Preview != nil {
			seen.lines = item.Preview(width - markWidth)
		}
	}
	for i, line := range p.previewed.lines[:min(height, len(p.previewed.lines))] {
		out[i] = widget.DrawHighlighted(t, line, &p.light)
	}
	widget.MarkMore(t, out, width, false, len(p.previewed.lines) > height)
	return out
}
