package quote

import (
	"regexp"
	"strings"
	"sync"
)

const (
	// mostLeftOut is how many folded bytes an ellipsis stands for at most: more
	// would join words that have nothing to do with each other.
	mostLeftOut = 600
	// mostParts is how many parts a quote has at most.
	mostParts = 100
)

var ellipsis = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\[(] ?\.{3,} ?[\])]|\.{3,}`)
})

// parts returns what stands before, between and after the ellipses of folded
// words; nothing where there is none.
func parts(q string) []string {
	all := ellipsis().Split(q, mostParts+2)
	if len(all) == 1 || len(all) > mostParts {
		return nil
	}
	said := all[:0]
	for _, part := range all {
		if part = strings.Trim(part, " "); part != "" {
			said = append(said, part)
		}
	}
	return said
}

// findParts finds the parts of a quote one after the other, not too far from
// each other: what ends first, and of that what begins last.
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
		if found = t.follow(found, part, i == len(parts)-2); len(found) == 0 {
			return span{}, false
		}
	}
	return found[0], true
}

// follow returns the passages that go on with a part, in order; the first of
// them alone where that is enough.
func (t *Text) follow(passages []span, part string, enough bool) []span {
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
		if near < 0 || near > mostLeftOut {
			return at.from <= passages[len(passages)-1].to+mostLeftOut
		}
		longer = append(longer, span{passages[before].from, at.to})
		return !enough
	})
	return longer
}
