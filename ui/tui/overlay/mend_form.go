package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// Remedy is one way to fix a finding.
type Remedy struct {
	Label words.Message
	Text  string        // the suggested input; empty if the remedy needs none
	Row   words.Message // the label of the input; None: a key
	Make  func(text string) (edit.Change, error)
}

// NewMendForm returns the form that fixes a finding by one of several remedies.
func NewMendForm(v present.Voice, f kb.Finding, remedies []Remedy, refused func(error) string) (*WriteForm, tea.Cmd) {
	form := &WriteForm{refused: refused, renewed: func() {}}
	form.gone = words.RemedyOutdated
	form.find = func(before *kb.KB, _, _ *kb.Entity) ([]rowChange, bool) {
		// Its place is one in the text that was read then.
		return nil, string(textOf(before, f.Position.File)) == string(textOf(form.voice.KB, f.Position.File))
	}
	choice := newFormRow(words.RowRemedy, nil)
	choice.chosen = form.setMode
	title := func(w *words.Language) string { return present.Capital(w.Sentence(f.Problem)) }
	for _, r := range remedies {
		choice.choices = append(choice.choices, r.Label)
		rows, text := []*formRow{choice}, newFormRow(words.RowKey, nil)
		if r.Row != words.None {
			text.label = r.Row
		}
		if text.set(r.Text); r.Text != "" {
			rows = append(rows, text)
		}
		form.modes = append(form.modes, formMode{label: r.Label, title: title, rows: rows, make: func() (page.Alter, string) {
			now := text.meant()
			if now == "" && r.Text != "" {
				return page.Alter{}, form.voice.Words.Say(words.KeyNeeded)
			}
			return page.Alter{
				Deed: words.Fixed, What: form.voice.Words.Sentence(f.Problem), Shows: page.Written{Entity: f.Address},
				Make: func() ([]edit.Change, error) { return one(r.Make(now)) },
			}, ""
		}})
	}
	form.setMode(0)
	form.row = len(form.rows) - 1
	return form, form.Renew(v, nil)
}

// textOf returns the text of a file of a knowledge base, or nil.
func textOf(k *kb.KB, path string) []byte {
	for _, f := range k.Files {
		if f.Path == path {
			return f.Text
		}
	}
	return nil
}
