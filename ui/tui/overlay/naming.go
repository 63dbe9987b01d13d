package overlay

import (
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Naming asks for the name of a file.
type Naming struct {
	noClick
	scroller
	input   widget.Field
	endings []string
	wrong   bool // a name was given that has none of the endings
}

// longestPath bounds, in characters, the name that is typed.
const longestPath = 4096

// NewNaming returns the question for a name, which is the one given unless
// another is typed. It has to have one of the endings.
func NewNaming(name string, endings []string) *Naming {
	in := widget.NewField()
	in.CharLimit = longestPath
	in.SetValue(name)
	in.CursorEnd()
	return &Naming{input: in, endings: endings}
}

// Key answers a key.
func (n *Naming) Key(msg tea.KeyPressMsg) page.Answer {
	switch a := keys.Find(keys.InField, msg); a {
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		if n.wrong = !slices.Contains(n.endings, Ending(n.input.Value())); n.wrong {
			return page.Answer{}
		}
		return page.Answer{Close: true, Intent: page.Write{Name: n.input.Value()}}
	case keys.None:
		var cmd tea.Cmd
		n.input, cmd = n.input.Update(msg)
		return page.Answer{Cmd: cmd}
	}
	return page.Answer{}
}

// Ending returns how the name of a file ends, from its last dot on.
func Ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

// Paste takes pasted text into the name.
func (n *Naming) Paste(msg tea.PasteMsg) tea.Cmd {
	var cmd tea.Cmd
	n.input, cmd = n.input.Update(msg)
	return cmd
}

// View draws the question.
func (n *Naming) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestSource, width-4)
	n.input.SetWidth(max(1, inner-2))
	lines := []string{n.input.View()}
	if n.wrong {
		for _, line := range safe.Wrap("! "+w.Say(words.WrongEnding, strings.Join(n.endings, w.ListComma)), inner) {
			lines = append(lines, t.Warning.Render(line))
		}
	}
	n.set(len(lines), height-2)
	return widget.Box(t, w.Say(words.ExportTitle), lines[:min(len(lines), n.height)], inner,
		hintLine(t, w, hint{keys.Accept, words.HintWrite}, closeHint), hintLine(t, w, closeHint), hintLine(t, w, hint{keys.Close, words.None}))
}

// Replace asks whether to write over a file. Enter is no answer: whoever holds
// it down has not read the question.
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
	case keys.Find(keys.InMarked, msg) == keys.Write:
		return page.Answer{Close: true, Intent: page.Write{Name: r.name, Replace: true}}
	case keys.Find(keys.InDialog, msg) == keys.Close:
		return page.Answer{Close: true}
	}
	r.act(keys.Find(keys.InDialog, msg))
	return page.Answer{}
}

// View draws the question.
func (r *Replace) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestSource, width-4)
	lines := safe.Wrap(w.Say(words.FileExists, safe.Line(r.name)), inner)
	r.set(len(lines), height-2)
	from, to := r.window()
	return widget.Box(t, w.Say(words.ReplaceTitle), lines[from:to], inner,
		hintLine(t, w, hint{keys.Write, words.HintReplace}, closeHint), hintLine(t, w, hint{keys.Write, words.HintReplace}), hintLine(t, w, hint{keys.Write, words.None}, hint{keys.Close, words.None}))
}
