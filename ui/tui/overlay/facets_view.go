package overlay

import (
	"slices"

	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// facetsHead is how many lines stand above the values: what narrows them, the query,
// and what it asks for.
const facetsHead = 3

// leastFacets is how many cells the facets are wide at least, where there is room.
const leastFacets = 64

// width returns how many cells the widest line takes.
func (f *Facets) width() int {
	const besideText = optionIndent + len("[x] ") + 2
	widest := max(leastFacets, safe.Width(f.prompt))
	for _, line := range f.rows {
		if facet := &f.facets[line.group]; line.item >= 0 && line.item < len(facet.Values) {
			v := &facet.Values[line.item]
			widest = max(widest, besideText+safe.Width(querytext.FacetValue(f.voice, facet, v))+safe.Width(f.voice.Words.Number(v.Count)))
		}
	}
	return widest
}

// View draws the facets.
func (f *Facets) View(t *theme.Theme, w *words.Language, width, height int) []string {
	hints := []hint{{keys.Toggle, words.HintChoose}, {keys.NextTab, words.HintGroup}, {keys.Clear, words.HintNoChoice}}
	inner := hinted(w, max(leastFacets, f.want), width, hints...)
	rows := max(1, height-2-facetsHead)
	body := append([]string{f.fieldLine(t, w, inner)}, f.asked(t, inner)...)
	switch {
	case !f.counted:
		body = append(body, t.Muted.Render(w.Say(words.Counting)))
	case len(f.rows) == 0 && f.field.Value() != "":
		body = append(body, t.Muted.Render(safe.Cut(w.Say(words.HelpNothingFound), inner)))
	case len(f.rows) == 0:
		body = append(body, t.Muted.Render(safe.Cut(w.Say(words.FacetsNone), inner)))
	}
	f.most = max(f.most, len(f.rows), 1)
	rows = min(rows, f.most) // as high as before, while values are counted anew
	body = append(body, f.draw(rows, func(at int) string { return f.line(t, w, at, inner) })...)
	if f.counted && len(f.rows) == 0 && f.field.Value() == "" {
		hints, rows = nil, 1 // nothing to choose, nor to wait for
	}
	for len(body) < rows+facetsHead {
		body = append(body, "")
	}
	return widget.Box(t, w.Say(words.FacetsTitle), body, inner, f.unseen(), f.narrowEdge(t, w, hints...)...)
}

// asked draws the query and what it asks for, or what may be asked for.
func (f *Facets) asked(t *theme.Theme, width int) []string {
	if f.query == "" {
		return []string{t.Muted.Render(querytext.FitPrompt(f.prompt, width)), ""}
	}
	reading := ""
	if q, problem := f.index.Parse(f.query); problem == nil && !q.IsEmpty() {
		reading = querytext.Reading(f.voice, q, f.of)
	}
	return []string{t.Key.Render("/ ") + t.Match.Render(safe.Cut(safe.Line(f.query), width-2)), t.Muted.Render(safe.Cut(reading, width))}
}

func (f *Facets) line(t *theme.Theme, w *words.Language, at, width int) string {
	line := f.rows[at]
	facet := &f.facets[line.group]
	switch line.item {
	case title:
		return t.Strong.Render(safe.CutName(querytext.FacetTitle(f.voice, facet), width-8)) + t.Muted.Render("  "+w.Number(facet.Having))
	case more:
		left := len(facet.Values) - shown
		return option(t, "… "+w.Count(left+facet.MoreValues, words.FacetMore), at == f.cursor, width)
	}
	v := &facet.Values[line.item]
	box := "[ ] "
	if slices.Contains(f.index.Names().Values(f.query, facet.Path), v.Query) {
		box = "[x] "
	}
	count := w.Number(v.Count)
	room := width - 2 - len(box) - safe.Width(count) - 2
	text := box + safe.Pad(querytext.FacetValue(f.voice, facet, v), room) + "  " + count
	return option(t, text, at == f.cursor, width)
}
