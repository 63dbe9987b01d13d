package querytext

import (
	"strings"

	"rihla/model/search"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Relaxed says which words of a query would have to be left out for it to find
// something: "Without “who”, “the”: 3 results"; nothing where that does not help.
func Relaxed(w *words.Language, r search.Relaxed) string {
	if len(r.Words) == 0 {
		return ""
	}
	quoted := make([]string, len(r.Words))
	for i, word := range r.Words {
		quoted[i] = w.Quote(safe.Line(word))
	}
	return w.Say(words.WithoutWords, strings.Join(quoted, w.ListComma), w.Count(r.Count, words.ResultCount))
}
