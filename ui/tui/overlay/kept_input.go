package overlay

import (
	"slices"
	"strings"

	"rihla/ui/safe"
	"rihla/ui/words"
)

// inputRow is a row of a form that starts from a text of the files, and what identifies it
// across readings of them.
type inputRow struct {
	id  string
	row *formRow
}

// keptInput is what a row held and started from.
type keptInput struct {
	inputRow
	name, had, text string
	isTyped         bool
}

// rowChange is a row that starts from another text than before.
type rowChange struct{ name, was, is string }

// keepInput returns what rows hold, before they are made anew.
func keepInput(w *words.Language, all []inputRow) []keptInput {
	out := make([]keptInput, len(all))
	for i, r := range all {
		out[i] = keptInput{r, r.row.name(w), r.row.had, r.row.text(), r.row.text() != r.row.had}
	}
	return out
}

// restoreInput puts what was typed before into rows that were made anew, and returns the rows
// that start from other texts than before, and the input for which there is no row.
func restoreInput(w *words.Language, kept []keptInput, now []inputRow) (changed []rowChange, left []keptInput) {
	isKept := func(r inputRow) bool {
		return slices.ContainsFunc(kept, func(k keptInput) bool { return k.id == r.id })
	}
	var unpaired []inputRow
	for _, r := range now {
		if !isKept(r) {
			unpaired = append(unpaired, r)
		}
	}
	for _, k := range kept {
		at := slices.IndexFunc(now, func(r inputRow) bool { return r.id == k.id })
		var row *formRow
		if at >= 0 {
			row = now[at].row
		} else if other := slices.IndexFunc(unpaired, func(r inputRow) bool { return r.sort() == k.sort() }); other >= 0 {
			row = unpaired[other].row
			unpaired = slices.Delete(unpaired, other, other+1)
		}
		switch {
		case row == nil && k.isTyped && k.text != "":
			left = append(left, k)
		case row == nil && k.had != "":
			changed = append(changed, rowChange{k.name, k.had, ""})
		case row == nil:
		default:
			if row.had != k.had {
				changed = append(changed, rowChange{row.name(w), k.had, row.had})
			}
			if k.isTyped {
				row.set(k.text)
			}
		}
	}
	for _, r := range unpaired {
		if r.row.had != "" {
			changed = append(changed, rowChange{r.row.name(w), "", r.row.had})
		}
	}
	return changed, left
}

// sort returns what the row has in common with others of which it may take the place.
func (r inputRow) sort() string {
	sort, _, _ := strings.Cut(r.id, " ")
	return sort
}

// relay shows rows that were made anew, as many as before, with the focus on the same one.
func (f *WriteForm) relay(kept []keptInput, now []inputRow, wasUnfolded bool, focused *formRow) {
	id := ""
	for _, k := range kept {
		if k.row == focused {
			id = k.id
		}
	}
	row := focused
	for _, r := range now {
		if r.id == id && id != "" {
			row = r.row
		}
	}
	if wasUnfolded || slices.Contains(f.folded, row) {
		f.rows, f.folded = slices.Concat(f.rows, f.folded), nil
	}
	if at := slices.Index(f.rows, row); at >= 0 {
		f.row = at
	}
	f.row = min(f.row, len(f.rows)-1)
}

// widestChange bounds, in cells, a text that is named as changed.
const widestChange = 40

// sayChanged says which rows start from other texts than before.
func sayChanged(w *words.Language, rows []rowChange) string {
	brief := func(text string) string { return safe.Cut(safe.Line(strings.TrimSpace(text)), widestChange) }
	parts := make([]string, len(rows))
	for i, r := range rows {
		switch {
		case r.was == "":
			parts[i] = w.Say(words.RowIsNow, r.name, brief(r.is))
		case r.is == "":
			parts[i] = w.Say(words.RowIsEmpty, r.name, brief(r.was))
		default:
			parts[i] = w.Say(words.RowWasIs, r.name, brief(r.was), brief(r.is))
		}
	}
	return w.Say(words.FormChanged, strings.Join(parts, w.Semicolon))
}
