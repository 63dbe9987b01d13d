package overlay

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
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
}

// NewFieldChooser returns the choice among columns.
func NewFieldChooser(columns []present.Column) *FieldChooser {
	f := &FieldChooser{columns: columns}
	f.field = widget.NewField()
	f.setItems(len(columns))
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

// Key answers a key.
func (f *FieldChooser) Key(msg tea.KeyPressMsg) page.Answer {
	t := f.choose(msg, 0)
	if t.changed {
		f.narrow()
	}
	switch t.action {
	case keys.None:
		return t.answer()
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		return f.accept()
	}
	return page.Ignored
}

// Paste takes pasted text into what the columns are narrowed by.
func (f *FieldChooser) Paste(msg tea.PasteMsg) tea.Cmd {
	_, cmd := f.typeInto(msg)
	f.narrow()
	return cmd
}

func (f *FieldChooser) narrow() {
	f.narrowItems(len(f.columns), func(i int) string { return f.columns[i].Title + " " + f.columns[i].Field })
}

func (f *FieldChooser) accept() page.Answer {
	i := f.item()
	if i < 0 {
		return page.Answer{}
	}
	return page.Answer{Close: true, Intent: page.CountValues{Column: f.columns[i]}}
}

// Click selects the column of a line, and chooses it if it is selected already.
func (f *FieldChooser) Click(line int) page.Answer {
	if _, again := f.click(line); again {
		return f.accept()
	}
	return page.Answer{}
}

// View draws the choice.
func (f *FieldChooser) View(t *theme.Theme, w *words.Language, width, height int) []string {
	const widest = 48
	inner := min(widest, width-4)
	lines := f.narrowed(t, w, inner, height-2, func(i int) string {
		return option(t, safe.Pad(safe.CutName(safe.Line(f.columns[i].Title), inner-2), inner-2), i == f.item(), inner)
	})
	return widget.Box(t, w.Say(words.FrequencyOf), lines, inner, f.unseen(), f.narrowEdge(t, w, hint{keys.Accept, words.HintChoose})...)
}
