package search

import "rihla/model/kb"

// EachText calls do for the texts of an entity in which words are searched,
// each with its field.
func EachText(k *kb.KB, e *kb.Entity, do func(field, text string)) {
	textWalker{kb: k, do: func(s fieldText) {
		if s.zone != fieldOnly && s.zone != inInitials {
			do(s.column, s.text)
		}
	}}.entity(e)
}
