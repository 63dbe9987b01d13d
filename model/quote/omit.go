package quote

import (
	"regexp"
	"strings"
	"sync"
)

const (
	// maxOmitted is the most folded bytes that an ellipsis stands for; more would
	// join unrelated words.
	maxOmitted = 600
	// maxParts is the most parts of a quote.
	maxParts = 100
)

var ellipsis = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\[(] ?\.{3,} ?[\])]|\.{3,}`)
})

// parts returns the parts of a folded quote between its ellipses; nil if it has
// none.
func parts(q string) []string {
	all := ellipsis().Split(q, maxParts+2)
	if len(all) == 1 || len(all) > maxParts {
		return nil
	}
	kept := all[:0]
	for _, part := range all {
		if part = strings.Trim(part, " "); part != "" {
			kept = append(kept, part)
		}
	}
	return kept
}

// findParts returns the place where the parts of a quote follow each other
// closely: the one that ends first, and of these the shortest.
func (t *Text) findParts(parts []string) (span, bool) {
	if len(parts) == 0 {
		return span{}, false
	}
	if len(parts) == 1 {
		return t.first(parts[0])
	}
	for _, part := range parts {
		if _, ok := t.first(part); !ok {
			return span{}, false
		}
	}
	var found []span
	t.each(parts[0], 0, func(at span) bool {
		found = append(found, at)
		return true
	})
	for i, part := range parts[1:] {
		if found = t.extend(found, part, i == len(parts)-2); len(found) == 0 {
			return span{}, false
		}
	}
	return found[0], true
}

// extend returns the passages that continue with a part, ascending; only the
// first if that is enough.
func (t *Text) extend(passages []span, part string, enough bool) []span {
	if len(passages) == 0 {
		return nil
	}
	var longer []span
	before := 0
	t.each(part, passages[0].to, func(at span) bool {
		for before+1 < len(passages) && passages[before+1].to <= at.from {
			before++
		}
		near := at.from - passages[before].to
		if near < 0 || near > maxOmitted {
			return at.from <= passages[len(passages)-1].to+maxOmitted
		}
		longer = append(longer, span{passages[before].from, at.to})
		return !enough
	})
	return longer
}
