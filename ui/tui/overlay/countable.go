package overlay

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// NewFieldChooser asks of which column the values are to be counted.
func NewFieldChooser(columns []present.Column) *Choice {
	items := make([]Item, len(columns))
	for i, c := range columns {
		items[i] = Item{Title: safe.Line(c.Title), Called: c.Field, Do: page.CountValues{Column: c}}
	}
	return newChoice(words.FrequencyOf, words.HintChoose, items)
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
