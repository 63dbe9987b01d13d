package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/save"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// ViewNaming asks how a view is to be called that keeps a query. It answers with
// a SaveView.
type ViewNaming struct {
	noClick
	scroller
	input   widget.Field
	query   string
	reading string
}

// NewViewNaming returns the question for a query.
func NewViewNaming(v present.Voice, index *search.Index, text string) *ViewNaming {
	n := &ViewNaming{input: widget.NewField(), query: text}
	if q, problem := index.Parse(text); problem == nil {
		n.reading = querytext.Reading(v, q, nil)
	}
	return n
}

// Key answers a key.
func (n *ViewNaming) Key(msg tea.KeyPressMsg) page.Answer {
	switch keys.Find(keys.InField, msg) {
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		label := strings.TrimSpace(n.input.Value())
		if label == "" {
			return page.Answer{}
		}
		return page.Answer{Close: true, Intent: page.SaveView{View: save.NewView{Label: label, Query: n.query}}}
	case keys.None:
		return page.Answer{Cmd: n.typeInto(msg)}
	}
	return page.Answer{}
}

// Paste takes pasted text into the name.
func (n *ViewNaming) Paste(msg tea.PasteMsg) tea.Cmd {
	return n.typeInto(msg)
}

func (n *ViewNaming) typeInto(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	n.input, cmd = n.input.Update(msg)
	return cmd
}

// View draws the question.
func (n *ViewNaming) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestSource, width-4)
	n.input.SetWidth(max(1, inner-2))
	lines := []string{t.Muted.Render(safe.Cut(w.Say(words.ViewName), inner)), n.input.View(), ""}
	for _, line := range safe.Wrap(safe.Line(n.query), inner) {
		lines = append(lines, t.Match.Render(line))
	}
	for _, line := range safe.Wrap(n.reading, inner) {
		lines = append(lines, t.Muted.Render(line))
	}
	n.set(len(lines), height-2)
	return widget.Box(t, w.Say(words.SaveViewTitle), lines[:min(len(lines), n.height)], inner,
		hintLine(t, w, hint{keys.Accept, words.HintSaveView}, closeHint), hintLine(t, w, closeHint), hintLine(t, w, hint{keys.Close, words.None}))
}
