package overlay

import (
	"slices"
	"strings"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/ui/words"
)

// textRow is the row of one translation of a text, or of a text without a language.
type textRow struct {
	had kb.Translation
	row *formRow
}

// isLine reports whether a text has no line breaks.
func isLine(text string) bool { return !strings.ContainsAny(text, "\n\r") }

// newTextRows returns the rows of a text: one for each of its languages, and, folded behind a
// key, one for each other language of the knowledge base. Texts that are too long get none.
func newTextRows(label words.Message, t kb.Text, languages []string) (shown, folded []textRow) {
	all := edit.Translations(t)
	for _, had := range all {
		if fits(had.Text) {
			shown = append(shown, newTextRow(label, had))
		}
	}
	if all[0].Lang == "" {
		return shown, nil
	}
	for _, lang := range languages {
		if !slices.ContainsFunc(all, func(t kb.Translation) bool { return t.Lang == lang }) {
			folded = append(folded, newTextRow(label, kb.Translation{Lang: lang}))
		}
	}
	return shown, folded
}

func newTextRow(label words.Message, had kb.Translation) textRow {
	row := newLongRow(label)
	row.of = had.Lang
	row.begin(had.Text)
	return textRow{had, row}
}

// rowsOf returns the form rows of text rows.
func rowsOf(all []textRow) []*formRow {
	out := make([]*formRow, len(all))
	for i, r := range all {
		out[i] = r.row
	}
	return out
}

// changedTexts returns the translations that were changed in the form.
func changedTexts(all []textRow) []kb.Translation {
	var out []kb.Translation
	for _, r := range all {
		if now := r.row.meant(); now != r.had.Text {
			out = append(out, kb.Translation{Lang: r.had.Lang, Text: now})
		}
	}
	return out
}

// isEmptied reports whether there are rows and all of them are empty.
func isEmptied(all []textRow) bool {
	return len(all) > 0 && !slices.ContainsFunc(all, func(r textRow) bool { return r.row.meant() != "" })
}
