package overlay

import (
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
