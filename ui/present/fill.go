package present

import (
	"strconv"
	"strings"

	"rihla/ui/rich"
	"rihla/ui/words"
)

// Fill returns a message in a role, with spans in the places of its verbs, each %s.
func (v Voice) Fill(role rich.Role, m words.Message, args ...rich.Span) []rich.Span {
	const mark = "\x00" // no text of a knowledge base holds it
	places := make([]any, len(args))
	for i := range args {
		places[i] = mark + strconv.Itoa(i) + mark
	}
	var out []rich.Span
	for i, part := range strings.Split(v.Words.Say(m, places...), mark) {
		switch {
		case i%2 == 1:
			n, _ := strconv.Atoi(part)
			out = append(out, args[n])
		case part != "":
			out = append(out, rich.NewSpan(role, part))
		}
	}
	return out
}
