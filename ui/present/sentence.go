package present

import (
	"errors"

	"rihla/model/reader"
	"rihla/model/say"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Sentence returns the words of a sentence in a language, safe for one line of a
// terminal.
func Sentence(w *words.Language, s say.Sentence) string { return safe.Line(w.Sentence(s)) }

// Failure returns why a knowledge base cannot be opened, safe for one line.
func Failure(w *words.Language, err error) string {
	if failed, ok := errors.AsType[*reader.Error](err); ok {
		return Sentence(w, failed.Says())
	}
	return safe.Line(err.Error())
}

// Sentence returns the words of a sentence.
func (v Voice) Sentence(s say.Sentence) string { return Sentence(v.Words, s) }
