package overlay

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// What a form shows at most: offers of a row, and lines that would be written or
// taken away.
const (
	mostOffers   = 5
	mostPreviews = 6
)

// formLine is what a line of a form stands for: a row, or one of the offers of the row
// that is typed in; nothing where row is -1.
type formLine struct{ row, offer int }

// Click goes to a row, or takes an offer.
func (f *WriteForm) Click(line int) page.Answer {
	at := f.offset + line
	if at < 0 || at >= len(f.lines) {
		return page.Answer{}
	}
	switch l := f.lines[at]; {
	case l.row < 0:
	case l.offer >= 0:
		f.rows[f.row].at = l.offer
		return page.Answer{Cmd: f.take()}
	case l.row != f.row:
		return page.Answer{Cmd: f.goTo(l.row)}
	}
	return page.Answer{}
}

// View draws the form.
func (f *WriteForm) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestList, width-4)
	lines, from, to := f.draw(t, w, inner, height-2)
	if size := [2]int{width, height}; size != f.size {
		f.size, f.highest = size, 0
	}
	f.highest = max(f.highest, min(len(lines), height-2))
	for len(lines) < f.highest { // so that rows do not move when offers appear and disappear
		lines, f.lines = append(lines, ""), append(f.lines, formLine{-1, -1})
	}
	f.set(len(lines), height-2)
	f.show(to)
	f.show(from)
	first, last := f.window()
	hints := []hint{{keys.Write, words.HintWrite}}
	switch r := f.rows[f.row]; {
	case r.field.IsLong():
		hints = append(hints, hint{keys.Accept, words.HintNewLine}, hint{keys.NextTab, words.HintNextRow})
	case f.row < len(f.rows)-1:
		hints = append(hints, hint{keys.Accept, words.HintNextRow})
	default:
		hints = append(hints, hint{keys.Accept, words.HintWrite})
	}
	if len(f.rows[f.row].choices) > 1 {
		hints = append(hints, hint{keys.Toggle, words.HintOtherThing})
	}
	if r := f.rows[f.row]; r.isOffering() {
		choose := hint{keys.NextOffer, words.HintChoose}
		if r.at >= 0 {
			choose.hint = words.HintOtherThing
		}
		hints = append(hints, choose)
	}
	if len(f.folded) > 0 {
		hints = append(hints, hint{keys.MoreRows, words.HintMoreRows})
	}
	if f.canRemove {
		remove := hint{keys.Remove, words.HintRemove}
		if f.isRemoval {
			remove.hint = words.HintKeepIt
		}
		hints = append(hints, remove)
	}
	if r := f.rows[f.row]; r.multiline && r.offers == nil && !r.field.IsLong() {
		hints = append(hints, hint{keys.NewLine, words.HintNewLine})
	}
	if f.IsLost() {
		hints = nil
	}
	edges := f.edge(t, w, closeHint, hints...)
	if len(hints) > 0 { // on a narrow form, the keys that write and close come before all others
		edges = slices.Insert(edges, len(hints), hintLine(t, w, hints[0], closeHint))
	}
	return widget.Box(t, f.title(w), lines[first:last], inner, f.unseen(), edges...)
}

// draw draws all lines of the form, and returns the range of lines of the row with the focus.
// A blank line separates the rows from the preview, if everything is still visible with it.
func (f *WriteForm) draw(t *theme.Theme, w *words.Language, width, height int) (lines []string, from, to int) {
	f.lines = f.lines[:0]
	add := func(line string, of formLine) {
		lines, f.lines = append(lines, line), append(f.lines, of)
	}
	label := f.labelWidth(w, width)
	for i, r := range f.rows {
		if i == f.row {
			from = len(lines)
		}
		for _, line := range r.draw(t, w, i == f.row, label, width, max(1, min(mostAreaRows, height-1))) {
			add(line, formLine{i, -1})
		}
		if i != f.row {
			continue
		}
		if r.isOffering() {
			first, last := r.seen()
			for at := first; at < last; at++ {
				name, also := r.offered(w, at)
				indent := label + rowGap
				add(safe.Spaces(indent)+entityLine(t, safe.Line(name), safe.Line(also), at == r.at, width-indent), formLine{i, at})
			}
		}
		to = len(lines) - 1
	}
	preview := f.drawPreview(t, w, width)
	if len(lines)+1+len(preview) <= height {
		add("", formLine{-1, -1})
	}
	for _, line := range preview {
		add(line, formLine{-1, -1})
	}
	return lines, from, to
}

// labelWidth returns the width of the label column, in cells. It is the same in all modes of
// the form.
func (f *WriteForm) labelWidth(w *words.Language, width int) int {
	rows := slices.Concat(f.rows, f.folded)
	for _, m := range f.modes {
		rows = slices.Concat(rows, m.rows, m.folded)
	}
	label := 0
	for _, r := range rows {
		label = max(label, safe.Width(r.name(w)))
	}
	return min(label, width/3)
}

// seen returns the range of matching offers that is visible.
func (r *formRow) seen() (first, last int) {
	first = max(0, min(r.at-mostOffers/2, len(r.left)-mostOffers))
	return first, min(len(r.left), first+mostOffers)
}

// rowGap is the cells before the label of a row, and after it.
const rowGap = 4

// draw draws a row, whose label has a number of cells: a line, or several of a text of several
// while the row has the focus, at most most.
func (r *formRow) draw(t *theme.Theme, w *words.Language, isFocused bool, label, width, most int) []string {
	const apart = 2
	if r.field.IsLong() {
		return r.drawLong(t, w, isFocused, label, width, most)
	}
	name, room := safe.Pad(r.name(w), label), max(1, width-label-rowGap)
	note := ""
	switch {
	case isFocused && r.isOffering() && len(r.left) > mostOffers:
		first, last := r.seen()
		note = w.Say(words.OutOf, w.Number(first+1)+"–"+w.Number(last), w.Number(r.countLeft()))
	case isFocused && r.example != words.None && r.field.Value() == "":
		note = safe.Cut(w.Say(r.example), max(0, room-apart-2))
	case r.note != nil && !r.isOffering():
		spare := room - safe.Width(safe.Line(r.field.Value())) - 1 - apart // beside the caret
		note = safe.Cut(safe.Line(r.note(r.text())), min(room/2, max(room/4, spare)))
	}
	if note != "" {
		room -= safe.Width(note) + apart
	}
	text := safe.Pad(safe.Line(cmp.Or(r.field.Value(), r.preset)), room)
	if r.choices != nil {
		text = r.drawChoices(t, w, room)
	}
	before := safe.Spaces(apart) + t.Muted.Render(name)
	if isFocused {
		if r.field.SetWidth(max(1, room-1)); r.choices == nil {
			text = r.field.ViewOver(t, r.preset)
		}
		before = t.Bar.Render(theme.Bar.Left) + " " + t.Strong.Render(name)
	}
	line := before + safe.Spaces(apart) + text
	if note != "" {
		line += safe.Spaces(apart) + t.Muted.Render(note)
	}
	return []string{line}
}

// drawLong draws the lines of a text round the caret, or without the focus its first line and
// how many it has.
func (r *formRow) drawLong(t *theme.Theme, w *words.Language, isFocused bool, label, width, most int) []string {
	const apart = 2
	name, room := safe.Pad(r.name(w), label), max(1, width-label-rowGap)
	r.field.SetWidth(max(1, room-1))
	if !isFocused {
		note := w.Count(strings.Count(strings.TrimSuffix(r.field.Value(), "\n"), "\n")+1, words.TextLines)
		first, _, _ := strings.Cut(strings.TrimLeft(r.field.Value(), "\n"), "\n")
		text := safe.Pad(safe.Line(first), max(0, room-safe.Width(note)-apart))
		return []string{safe.Spaces(apart) + t.Muted.Render(name) + safe.Spaces(apart) + text + safe.Spaces(apart) + t.Muted.Render(note)}
	}
	rows, first, all := r.field.Rows(most)
	seen := ""
	if all > len(rows) {
		seen = safe.Cut(w.Number(first+1)+"–"+w.Number(first+len(rows))+"/"+w.Number(all), label)
	}
	for i := range rows {
		before := safe.Spaces(label)
		switch i {
		case 0:
			before = t.Strong.Render(name)
		case 1:
			before = t.Muted.Render(safe.Pad(seen, label))
		}
		rows[i] = t.Bar.Render(theme.Bar.Left) + " " + before + safe.Spaces(apart) + rows[i]
	}
	return rows
}

// drawChoices draws what can be chosen, and between marks what is.
func (r *formRow) drawChoices(t *theme.Theme, w *words.Language, width int) string {
	text, used := "", 0
	for i, choice := range r.choices {
		label, style := w.Say(choice), t.Muted
		if i == r.choice {
			label, style = "‹ "+label+" ›", t.Strong
		}
		if i > 0 {
			label = "  " + label
		}
		text, used = text+style.Render(label), used+safe.Width(label)
	}
	if used > width {
		return t.Strong.Render(safe.Cut("‹ "+w.Say(r.choices[r.choice])+" ›", width))
	}
	return text
}

// drawPreview draws what would be written, and where, or why nothing is.
func (f *WriteForm) drawPreview(t *theme.Theme, w *words.Language, width int) []string {
	var lines []string
	for _, text := range []string{f.lost, f.changed, f.failure} {
		if text != "" {
			lines = append(lines, styled(t.Warning, "! "+text, width)...)
		}
	}
	if f.said != "" {
		lines = append(lines, styled(t.Muted, f.said, width)...)
	}
	p := f.shown
	switch {
	case p.missing != "" && f.failure != "":
	case p.missing != "":
		lines = append(lines, styled(t.Muted, p.missing, width)...)
	case p.refusal != "" && p.refusal != f.failure:
		lines = append(lines, styled(t.Warning, "! "+p.refusal, width)...)
	}
	if p.says != "" {
		lines = append(lines, styled(t.Warning, p.says, width)...)
	}
	for i, file := range p.files {
		if i == mostFiles {
			lines = append(lines, t.Muted.Render(safe.Cut(w.Count(len(p.files)-i, words.MoreFiles), width)))
			break
		}
		lines = append(lines, file.draw(t, w, width)...)
	}
	return lines
}

// mostFiles bounds the files in the preview of a form.
const mostFiles = 3

// draw draws the file, the line and the diff.
func (p previewed) draw(t *theme.Theme, w *words.Language, width int) []string {
	said := ""
	if p.isNew {
		said = safe.Cut("  "+w.Say(words.NewFile), width/2)
	}
	lines := []string{t.Strong.Render(safe.CutPath(safe.Line(p.at), width-safe.Width(said))) + t.Muted.Render(said)}
	lines = append(lines, diffLines(t, w, "- ", p.removed, p.added, width)...)
	return append(lines, diffLines(t, w, "+ ", p.added, p.removed, width)...)
}

// mostWrapped is the number of lines that one of a diff without a counterpart is wrapped to.
const mostWrapped = 4

// diffLines draws the removed or added lines of a diff, each after a sign. Long lines are cut
// on the left so that the difference from their counterpart is visible; without one, they
// are wrapped.
func diffLines(t *theme.Theme, w *words.Language, sign string, all, beside []string, width int) []string {
	style := t.Plain
	if sign == "- " {
		style = t.Muted
	}
	var lines []string
	for i, line := range all {
		if i == mostPreviews-1 && len(all) > mostPreviews {
			return append(lines, t.Muted.Render(safe.Cut(sign+w.Count(len(all)-i, words.More), width)))
		}
		line, room := safe.Line(line), width-len(sign)
		if i < len(beside) {
			if out := leftOut(line, safe.Line(beside[i]), room); out > 0 {
				line = "…" + safe.CutLeft(line, out+1)
			}
		}
		parts := []string{line}
		if i >= len(beside) {
			parts = safe.Wrap(line, room)
		}
		mark := sign
		for n, part := range parts[:min(len(parts), mostWrapped)] {
			if n == mostWrapped-1 && len(parts) > mostWrapped {
				part += "…"
			}
			lines = append(lines, t.Key.Render(mark)+style.Render(safe.Cut(part, room)))
			mark = safe.Spaces(len(sign))
		}
	}
	return lines
}

// leftOut returns the number of cells to cut from the left of two lines so that their first
// difference is visible; 0 if it is visible anyway.
func leftOut(a, b string, width int) int {
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	for same > 0 && same < len(a) && !utf8.RuneStart(a[same]) {
		same--
	}
	column, before := safe.Width(a[:same]), width/3
	if column < width-before || max(safe.Width(a), safe.Width(b)) <= width {
		return 0
	}
	return column - before
}
