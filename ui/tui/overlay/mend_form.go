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

// Mended is what a form mends.
type Mended struct {
	Name  func(w *words.Language) string
	File  string     // in which a position is changed; or empty
	Shows kb.Address // selected afterwards; or empty
}

// MendedBy returns what the remedies of a finding mend.
func MendedBy(f kb.Finding) Mended {
	return Mended{func(w *words.Language) string { return w.Sentence(f.Problem) }, f.Position.File, f.Address}
}

// NewMendForm returns the form that mends something by one of several remedies.
func NewMendForm(v present.Voice, of Mended, remedies []Remedy, refused func(error) string) (*WriteForm, tea.Cmd) {
	form := &WriteForm{refused: refused, renewed: func() {}}
	form.gone = words.RemedyOutdated
	form.find = func(before *kb.KB, _, _ *kb.Entity) ([]rowChange, bool) {
		// Its place is one in the text that was read then.
		return nil, string(textOf(before, of.File)) == string(textOf(form.voice.KB, of.File))
	}
	choice := newFormRow(words.RowRemedy, nil)
	choice.chosen = form.setMode
	title := func(w *words.Language) string { return present.Capital(of.Name(w)) }
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
				Deed: words.Fixed, What: of.Name(form.voice.Words), Shows: page.Written{Entity: of.Shows},
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
