package present

import (
	"rihla/model/say"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Sentence returns the words of a sentence in a language, safe for one line of a
// terminal.
func Sentence(w *words.Language, s say.Sentence) string { return safe.Line(w.Sentence(s)) }

// Sentence returns the words of a sentence.
func (v Voice) Sentence(s say.Sentence) string { return Sentence(v.Words, s) }
