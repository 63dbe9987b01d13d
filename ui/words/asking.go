package words

import "strings"

// Asking is something that a query may be, and what it selects.
type Asking struct{ Written, Meaning string }

// Asking returns what SearchLong teaches.
func (l *Language) Asking() []Asking {
	var out []Asking
	for line := range strings.SplitSeq(l.Say(SearchLong), "\n") {
		if written, meaning, ok := strings.Cut(line, "\t"); ok {
			out = append(out, Asking{written, meaning})
		}
	}
	return out
}
