package overlay

import (
	"path/filepath"
	"slices"
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

// Form asks for a line of text.
type Form struct {
	noClick
	scroller
	field       widget.Field
	title, hint words.Message
	isWrong     bool // the text that was given is not accepted

	// accept returns what a text answers with, nil where it is not accepted.
	accept func(text string) page.Intent
	// lines draws the form around its field.
	lines func(t *theme.Theme, w *words.Language, field string, width int) []string
}

// longestPath is the maximum length of a file name, in characters.
const longestPath = 4096

// NewNaming returns the form that asks for the name of a file to write. It
// suggests the default name.
func NewNaming(writing page.Writing) *Form {
	f := &Form{field: widget.NewField(), title: writing.Title, hint: words.HintWrite}
	f.field.CharLimit = longestPath
	f.field.SetValue(writing.Usual)
	f.accept = func(text string) page.Intent {
		if !slices.Contains(writing.Endings, Ending(text)) {
			return nil
		}
		return page.Write{Writing: writing, Name: text}
	}
	f.lines = func(t *theme.Theme, w *words.Language, field string, width int) []string {
		lines := []string{field}
		if f.isWrong {
			lines = append(lines, styled(t.Warning, "! "+w.Say(words.WrongEnding, strings.Join(writing.Endings, w.ListComma)), width)...)
		}
		return lines
	}
	return f
}

// Ending returns the extension of a file name in lower case, with its dot.
func Ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

// NewViewNaming returns the form that asks for the label of a saved view of a
// query.
func NewViewNaming(v present.Voice, index *search.Index, text string) *Form {
	f := &Form{field: widget.NewField(), title: words.SaveViewTitle, hint: words.HintSaveView}
	reading := ""
	if q, problem := index.Parse(text); problem == nil {
		reading = querytext.Reading(v, q, nil)
	}
	f.accept = func(label string) page.Intent {
		if label = strings.TrimSpace(label); label == "" {
			return nil
		}
		return page.SaveView{View: save.NewView{Label: label, Query: text}}
	}
	f.lines = func(t *theme.Theme, w *words.Language, field string, width int) []string {
		lines := []string{t.Muted.Render(safe.Cut(w.Say(words.ViewName), width)), field, ""}
		if f.isWrong {
			lines[2] = t.Warning.Render(safe.Cut("! "+w.Say(words.NameNeeded), width))
		}
		lines = append(lines, styled(t.Match, safe.Line(text), width)...)
		return append(lines, styled(t.Muted, reading, width)...)
	}
	return f
}

// NewDay returns the form that asks for the reference day.
func NewDay(v present.Voice) *Form {
	f := &Form{field: widget.NewField(), title: words.DayTitle, hint: words.HintKeep}
	if v.Day != v.Today {
		f.field.SetValue(v.Day.String())
	}
	f.accept = func(text string) page.Intent {
		if strings.TrimSpace(text) == "" {
			return page.AsOf{}
		}
		if day, ok := present.ParseDay(text); ok {
			return page.AsOf{Day: day}
		}
		return nil
	}
	f.lines = func(t *theme.Theme, w *words.Language, field string, width int) []string {
		lines := styled(t.Muted, present.Capital(w.Say(words.DayMonthOrYear)), width)
		lines = append(append(lines, styled(t.Muted, present.Capital(w.Say(words.EmptyIsToday, v.Today.In(w))), width)...), field)
		if f.isWrong {
			lines = append(lines, styled(t.Warning, "! "+w.Say(words.WrongDate, safe.Line(f.field.Value())), width)...)
		}
		return lines
	}
	return f
}

// styled wraps a text and draws its lines in a style.
func styled(style theme.Style, text string, width int) []string {
	lines := safe.Wrap(text, width)
	for i := range lines {
		lines[i] = style.Render(lines[i])
	}
	return lines
}

// Key answers a key.
func (f *Form) Key(msg tea.KeyPressMsg) page.Answer {
	switch keys.Find(keys.InField, msg) {
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		intent := f.accept(f.field.Value())
		f.isWrong = intent == nil
		return page.Answer{Close: !f.isWrong, Intent: intent}
	case keys.None:
		return page.Answer{Cmd: f.typed(msg), Ignored: !keys.IsTyping(msg)}
	}
	return page.Ignored
}

// Paste takes pasted text into the field.
func (f *Form) Paste(msg tea.PasteMsg) tea.Cmd { return f.typed(msg) }

func (f *Form) typed(msg tea.Msg) (cmd tea.Cmd) {
	f.field, cmd = f.field.Update(msg)
	return cmd
}

// View draws the form.
func (f *Form) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := fit(widestSource, width)
	f.field.SetWidth(max(1, inner-promptWidth-1))
	lines := f.lines(t, w, t.Key.Render(palettePrompt)+f.field.View(), inner)
	length, high := f.length, f.height
	if f.set(len(lines), height-2); f.length != length || f.height != high {
		f.show(f.length - 1) // the field and what is wrong with it stand last
	}
	from, to := f.window()
	return widget.Box(t, w.Say(f.title), lines[from:to], inner, f.unseen(),
		hintLine(t, w, hint{keys.Accept, f.hint}, closeHint), hintLine(t, w, closeHint), hintLine(t, w, hint{keys.Close, words.None}))
}
