package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Replace asks whether to write over a file. Enter is no answer, since it
// may still be held down from the dialog before.
type Replace struct {
	noClick
	noPaste
	scroller
	name string
}

// NewReplace returns the question for a file.
func NewReplace(name string) *Replace { return &Replace{name: name} }

// Key answers a key.
func (r *Replace) Key(msg tea.KeyPressMsg) page.Answer {
	switch {
	case keys.Find(keys.InQuestion, msg) == keys.Replace:
		return page.Answer{Close: true, Intent: page.Write{Name: r.name, Replace: true}}
	case keys.Find(keys.InDialog, msg) == keys.Close:
		return page.Answer{Close: true}
	}
	return page.Answer{Ignored: !r.act(keys.Find(keys.InDialog, msg))}
}

// View draws the question.
func (r *Replace) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestSource, width-4)
	lines := safe.Wrap(w.Say(words.FileExists, safe.Line(r.name)), inner)
	r.set(len(lines), height-2)
	from, to := r.window()
	return widget.Box(t, w.Say(words.ReplaceTitle), lines[from:to], inner, r.unseen(),
		hintLine(t, w, hint{keys.Replace, words.HintReplace}, closeHint), hintLine(t, w, hint{keys.Replace, words.HintReplace}), hintLine(t, w, hint{keys.Replace, words.None}, hint{keys.Close, words.None}))
}
