package overlay

import (
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// NewFieldChooser asks whose column's values to count.
func NewFieldChooser(columns []present.Column) *Choice {
	items := make([]Item, len(columns))
	for i, c := range columns {
		items[i] = Item{Title: safe.Line(c.Title), Called: c.Field, Do: page.CountValues{Column: c}}
	}
	return newChoice(words.FrequencyOf, words.HintChoose, items)
}
