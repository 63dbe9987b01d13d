package overlay

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// FieldChooser asks of which field the values are to be counted.
type FieldChooser struct {
	picker
	columns []present.Column
	matches []int // the columns that hold what is typed
}

// NewFieldChooser returns the choice among columns.
func NewFieldChooser(columns []present.Column) *FieldChooser {
	f := &FieldChooser{columns: columns}
	f.field = widget.NewField()
	f.head = 1
	f.narrow()
	return f
}

// Countable returns the columns of a kind whose values can be counted, or of all kinds
// where it is nil: the most telling first, and of equals those that are shown.
func Countable(v present.Voice, kind *kb.Kind, shown []present.Column) []present.Column {
	all := v.AllMixedColumns()
	if kind != nil {
		all = v.AllColumns(kind)
	}
	var out []present.Column
	for _, c := range shownFirst(all, shown) {
		switch isComputed := strings.HasPrefix(c.Field, present.InternalPrefix) && c.Field != present.KindField; {
		case c.Field == "" || present.HasNoColumn(c.Field) || isComputed:
		default:
			out = append(out, c)
		}
	}
	if kind != nil {
		telling := v.Telling(kind)
		slices.SortStableFunc(out, func(a, b present.Column) int { return telling[a.Field] - telling[b.Field] })
	}
	return out
}

// narrow keeps the columns that hold what is typed.
func (f *FieldChooser) narrow() {
	typed := query.Fold(strings.TrimSpace(f.field.Value()))
	f.matches = f.matches[:0]
	for i, c := range f.columns {
		if strings.Contains(query.Fold(c.Title), typed) || strings.Contains(query.Fold(c.Field), typed) {
			f.matches = append(f.matches, i)
		}
	}
	f.cursor, f.offset = 0, 0
	f.setItems(len(f.matches))
}

// Key answers a key: letters narrow the choice.
func (f *FieldChooser) Key(msg tea.KeyPressMsg) page.Answer {
	switch a := keys.Find(keys.InField, msg); a {
	case keys.None:
		return page.Answer{Cmd: f.typed(msg)}
	case keys.Close:
		if f.field.Value() == "" {
			return page.Answer{Close: true}
		}
		f.field.SetValue("")
		f.narrow()
	case keys.Accept:
		return f.accept()
	default:
		f.act(a)
	}
	return page.Answer{}
}

func (f *FieldChooser) typed(msg tea.Msg) tea.Cmd {
	changed, cmd := f.typeInto(msg)
	if changed {
		f.narrow()
	}
	return cmd
}

// Paste takes pasted text into what the columns are narrowed by.
func (f *FieldChooser) Paste(msg tea.PasteMsg) tea.Cmd { return f.typed(msg) }

func (f *FieldChooser) accept() page.Answer {
	if !f.hasCursor() {
		return page.Answer{}
	}
	column := f.columns[f.matches[f.cursor]]
	return page.Answer{Close: true, Intent: page.CountValues{Column: column}}
}

// Click chooses the column of a line.
func (f *FieldChooser) Click(line int) page.Answer {
	if ok, _ := f.click(line); !ok {
		return page.Answer{}
	}
	return f.accept()
}

// View draws the choice.
func (f *FieldChooser) View(t *theme.Theme, w *words.Language, width, height int) []string {
	const widest = 48
	inner := min(widest, width-4)
	f.field.SetWidth(max(1, inner-promptWidth-1))
	lines := []string{t.Key.Render(palettePrompt) + f.field.View()}
	lines = append(lines, f.draw(height-2-f.head, func(at int) string {
		return option(t, safe.Pad(safe.CutName(safe.Line(f.columns[f.matches[at]].Title), inner-2), inner-2), at == f.cursor, inner)
	})...)
	if len(f.matches) == 0 {
		lines = append(lines, t.Muted.Render(safe.Cut(w.Say(words.HelpNothingFound), inner)))
	}
	hints := hintLine(t, w, hint{keys.Accept, words.HintChoose}, closeHint)
	return widget.Box(t, w.Say(words.FrequencyOf), lines, inner, f.edge(t, hints, w)...)
}
