package cli

import (
	"strings"

	"rihla/model/query"
	"rihla/ui/words"
)

// meaning is a name that may have been meant, and the text to suggest for it.
type meaning struct{ written, instead string }

// itself is a meaning that is suggested by its name.
func itself(name string) meaning { return meaning{name, name} }

// leastBeginning is the minimal length, in bytes, of a prefix to match.
const leastBeginning = 3

// didYouMean suggests the name with the smallest edit distance, ignoring case and
// accents; else the first with the written text as a prefix; else nothing.
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
