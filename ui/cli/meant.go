package cli

import (
	"strings"

	"rihla/model/query"
	"rihla/ui/words"
)

// meaning is what may have been written, and what is to be written for it.
type meaning struct{ written, instead string }

// itself is what is written as it is called.
func itself(name string) meaning { return meaning{name, name} }

// leastBeginning is how many letters, in bytes, tell a name by its beginning.
const leastBeginning = 3

// didYouMean suggests the nearest of what may have been meant, case and accents
// ignored; where none is near, the first that begins with what was written, or
// nothing.
func (a *app) didYouMean(written string, among []meaning) string {
	best, nearest := "", query.EditLimit(written)+1
	beginning := ""
	written = query.Fold(written)
	for _, m := range among {
		name := query.Fold(m.written)
		if d := query.Distance(written, name, nearest-1); d < nearest {
			best, nearest = m.instead, d
		}
		if beginning == "" && len(written) >= leastBeginning && strings.HasPrefix(name, written) {
			beginning = m.instead
		}
	}
	if best == "" {
		best = beginning
	}
	if best == "" {
		return ""
	}
	return a.words.Say(words.DidYouMean, best)
}
