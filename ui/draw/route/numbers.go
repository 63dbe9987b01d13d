package route

import (
	"slices"
	"strconv"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// numbers numbers the sources of a drawing from 1 in order of their first use.
type numbers struct {
	of   map[any]int
	uses [][]kb.Evidence // by source: its distinct locators and quotations
}

// notes returns the numbers of the sources of some evidence: "[1][4]".
func (n *numbers) notes(behind []kb.Evidence) string {
	text := ""
	seen := make(map[int]bool)
	for i := range behind {
		if at := n.number(behind[i]); !seen[at] {
			seen[at] = true
			text += "[" + strconv.Itoa(at) + "]"
		}
	}
	return text
}

func (n *numbers) number(ev kb.Evidence) int {
	var source any = ev.Ref
	if ev.Source != nil {
		source = ev.Source
	}
	at := n.of[source]
	if at == 0 {
		if n.of == nil {
			n.of = make(map[any]int)
		}
		n.uses = append(n.uses, nil)
		at = len(n.uses)
		n.of[source] = at
	}
	same := func(other kb.Evidence) bool { return other.Locator == ev.Locator && other.Quote == ev.Quote }
	if uses := n.uses[at-1]; !slices.ContainsFunc(uses, same) {
		n.uses[at-1] = append(uses, ev)
	}
	return at
}

// sources returns the numbered sources.
func (n *numbers) sources() []present.Source {
	out := make([]present.Source, len(n.uses))
	for i, uses := range n.uses {
		out[i] = present.Source{Number: i + 1, Entity: uses[0].Source, Ref: uses[0].Ref}
		for u := range uses {
			out[i].Evidence = append(out[i].Evidence, &uses[u])
		}
	}
	return out
}

// quotedUses returns the first uses of a source with a quotation, or with a locator
// that no quotation has.
func quotedUses(uses []kb.Evidence) []kb.Evidence {
	var out []kb.Evidence
	for i, use := range uses {
		isThere := func(other kb.Evidence) bool { return other.Locator == use.Locator && other.Quote != "" }
		if use.Quote != "" || use.Locator != "" && !slices.ContainsFunc(uses, isThere) {
			out = append(out, uses[i])
		}
	}
	return out[:min(mostUses, len(out))]
}

// mostUses is the maximum number of listed uses of a source.
const mostUses = 3

// column lists the sources with their locators and quotations.
func (n *numbers) column(v present.Voice, width int) *column {
	c := &column{width: width}
	if len(n.uses) == 0 {
		return c
	}
	c.add(rich.NewSpan(rich.Heading, v.Words.Say(words.Sources)))
	for i, uses := range n.uses {
		number := "[" + strconv.Itoa(i+1) + "] "
		spans := []rich.Span{rich.NewSpan(rich.Note, number)}
		for _, s := range v.SourceName(&uses[0]) {
			if s.Role == rich.LinkText {
				s.Role = rich.Text
			}
			spans = append(spans, s)
		}
		for _, use := range quotedUses(uses) {
			if at := safe.Line(use.Locator); at != "" {
				spans = append(spans, rich.NewSpan(rich.Muted, v.Words.ListComma+at))
			}
			if quote := safe.Line(use.Quote); quote != "" {
				spans = append(spans, rich.NewSpan(rich.Plain, " "), rich.NewSpan(rich.QuotedText, v.Words.Quote(safe.Cut(quote, mostQuoted))))
			}
		}
		for _, line := range rich.Flow(spans, width, len(number)) {
			c.add(line...)
		}
	}
	return c
}

// mostQuoted is the maximum width of a quotation in cells.
const mostQuoted = 200
