package search

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// Match is where an entity says what a query asks for: a field, and the text
// there, as it is written.
type Match struct {
	Field string
	Text  string
}

// Explain returns where an entity that was found says what a query asks for: for
// each of its terms the first place, if it can be in a language.
func (x *Index) Explain(q *query.Query, e *kb.Entity, edits int, lang string) []Match {
	var out []Match
	q.Root.Each(func(t *query.Term, negated bool) {
		if negated || t.What == query.Kinds {
			return
		}
		if m, ok := x.explain(t, e, edits, lang); ok && !contains(out, m) {
			out = append(out, m)
		}
	})
	return out
}

func contains(all []Match, m Match) bool {
	for _, other := range all {
		if other == m {
			return true
		}
	}
	return false
}

// explain returns the first place where an entity satisfies a term.
func (x *Index) explain(t *query.Term, e *kb.Entity, edits int, lang string) (found Match, ok bool) {
	var other Match // a link, that may lead to what was asked for
	take := func(d said, is bool) {
		if is && !ok {
			found, ok = Match{d.column, d.text}, true
		}
	}
	var do func(d said)
	switch t.What {
	case query.Words:
		q := sequenceOf(t.Values[0].Than.Text, t.Values[0].How, edits)
		do = func(d said) {
			if d.zone == unsaid || t.Values[0].How != query.Holds && d.zone != inName {
				return
			}
			if d.zone == inInitials {
				if len(q.words) == 1 && query.Normal(d.text) == q.words[0].text {
					take(d, true)
				}
				return
			}
			take(d, q.in(query.Normal(d.text)))
		}
	case query.Has:
		do = func(d said) { take(d, atAny(t.Paths, d.column)) }
	default:
		do = func(d said) {
			if atAny(t.Paths, d.column) {
				take(d, takesAny(t.Values, d, edits))
				if other == (Match{}) && d.form == aLink {
					other = Match{d.column, d.text}
				}
			}
		}
	}
	teller{kb: x.kb, do: do, lang: lang}.entity(e)
	if !ok {
		found, ok = other, other != Match{}
	}
	return found, ok
}

// atAny tells whether a column is that of a path, or of the link that the path
// begins with.
func atAny(paths [][]string, column string) bool {
	for _, path := range paths {
		full := strings.Join(path, ".")
		if column == full || strings.HasPrefix(full, column+".") || query.IsQualifier(full) && strings.HasSuffix(column, "."+full) {
			return true
		}
	}
	return false
}

// takesAny tells whether one of the values compares well with what is said; of a
// link, by what it says itself.
func takesAny(values []query.Value, d said, edits int) bool {
	text := query.Normal(d.text)
	for i := range values {
		v := &values[i]
		q := sequenceOf(v.Than.Text, v.How, edits)
		switch d.form {
		case aLink:
			if q.in(text) {
				return true
			}
		case aText:
			if v.TakesText(text) || !v.IsOrder() && q.in(text) {
				return true
			}
		case aScalar:
			n, isNumber := d.value.Number()
			span, isSpan := query.NewSpan(d.value.Str)
			if isNumber && v.TakesNumber(n) || isSpan && v.TakesSpan(span) || v.TakesWritten(text) {
				return true
			}
		}
	}
	return false
}
