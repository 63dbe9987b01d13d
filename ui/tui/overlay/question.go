package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Question asks whether to do something, which a key of its own does. Enter is no
// answer, since it may still be held down from the dialog before.
type Question struct {
	noClick
	noPaste
	scroller
	title, text words.Message
	of          []any // what the text is of
	answer      hint
	intent      page.Intent
}

// NewReplace asks whether to write over a file.
func NewReplace(write page.Write) *Question {
	write.Replace = true
	return &Question{title: words.ReplaceTitle, text: words.FileExists, of: []any{safe.Line(write.Name)}, answer: hint{keys.Replace, words.HintReplace}, intent: write}
}

// NewAddress asks whether to open a web address that may be taken for another, or for
// what a text says that stands in its place; "" for none.
func NewAddress(address, text string) *Question {
	q := &Question{title: words.AddressTitle, text: words.AddressMisleads, of: []any{safe.Line(address)}, answer: hint{keys.Web, words.HintOpen}, intent: page.OpenAddress{Address: address}}
	if text != "" {
		q.text, q.of = words.AddressBehind, []any{safe.Line(text), safe.Line(address)}
	}
	return q
}

// Key answers a key.
func (q *Question) Key(msg tea.KeyPressMsg) page.Answer {
	switch {
	case keys.Find(keys.InQuestion, msg) == q.answer.action:
		return page.Answer{Close: true, Intent: q.intent}
	case keys.Find(keys.InDialog, msg) == keys.Close:
		return page.Answer{Close: true}
	}
	return page.Answer{Ignored: !q.act(keys.Find(keys.InDialog, msg))}
}

// View draws the question.
func (q *Question) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := fit(widestSource, width)
	var lines []string
	for line := range strings.SplitSeq(w.Say(q.text, q.of...), "\n") {
		lines = append(lines, safe.Wrap(line, inner)...)
	}
	q.set(len(lines), height-2)
	from, to := q.window()
	return widget.Box(t, w.Say(q.title), lines[from:to], inner, q.unseen(),
		hintLine(t, w, q.answer, closeHint), hintLine(t, w, q.answer), hintLine(t, w, hint{q.answer.action, words.None}, hint{keys.Close, words.None}))
}
