package search

import (
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// Match is a text of an entity that satisfies a term of a query, as it is
// written, with its field; for a link, the name of its target.
type Match struct {
	Field string
	Text  string
	// Claim says when the match holds, or that it is deprecated; on the way to it, the
	// claim of the first link that does not surely hold on the day. It may be nil.
	Claim *kb.Claim
}

// Explain returns why a query selects an entity: for each of its terms the most
// telling match, in a language if possible; one that holds on the day before others.
func (x *Index) Explain(q *query.Query, e *kb.Entity, edits int, lang string) []Match {
	var out []Match
	r := explainer{x, edits, lang}
	q.Root.Each(func(t *query.Term, negated bool) {
		if negated {
			return
		}
		if m, ok := r.term(t, e); ok && !slices.Contains(out, m) {
			out = append(out, m)
		}
	})
	return out
}

// Unsure returns the matches of Explain that do not surely hold on the day.
func (x *Index) Unsure(root *query.Node, e *kb.Entity, edits int, lang string) []Match {
	if x.day.isAlways || !x.kb.HasDates() {
		return nil
	}
	matches := x.Explain(&query.Query{Root: *root}, e, edits, lang)
	return slices.DeleteFunc(matches, func(m Match) bool { return x.holding(m.Claim) == kb.Holds })
}

// holding says whether a claim holds on the day.
func (x *Index) holding(c *kb.Claim) kb.Holding {
	if x.day.isAlways {
		return kb.Holds
	}
	return c.HoldsAt(x.day.span)
}

// better keeps the better of two matches, the first of equals.
func (x *Index) better(m *Match, ok *bool, other Match) {
	if !*ok || x.holding(other.Claim) > x.holding(m.Claim) {
		*m, *ok = other, true
	}
}

// explainer finds matches.
type explainer struct {
	x     *Index
	edits int
	lang  string
}

func (r *explainer) eachText(e *kb.Entity, do func(fieldText)) {
	textWalker{kb: r.x.kb, visit: do, lang: r.lang}.entity(e)
}

func (r *explainer) label(e *kb.Entity) string { return e.Label(r.lang, r.x.kb.Languages...) }

func (r *explainer) term(t *query.Term, e *kb.Entity) (m Match, ok bool) {
	switch t.Condition {
	case query.Words:
		return r.words(&t.Values[0], e)
	case query.HasField:
		r.eachText(e, func(d fieldText) {
			for i, path := range t.Paths {
				if r.isAround(path, t.TimesOf(i), &d) {
					r.x.better(&m, &ok, Match{d.column, d.text, d.claim})
				}
			}
		})
	case query.Compare:
		for i := range t.Paths {
			if other, found := r.compare(t.Paths[i], t.TimesOf(i), t.Values, e); found {
				r.x.better(&m, &ok, other)
			}
		}
	}
	return m, ok
}

// words returns the match of some words: in the name that they match best, else
// in the first text.
func (r *explainer) words(v *query.Value, e *kb.Entity) (m Match, ok bool) {
	q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
	best := tier(0)
	r.eachText(e, func(d fieldText) {
		if ok && r.x.holding(d.claim) < r.x.holding(m.Claim) {
			return
		}
		text, t := query.Normalize(d.text), textWord
		switch {
		case d.zone == fieldOnly || v.Operator != query.Contains && d.zone != inName:
			return
		case d.zone == inInitials:
			if text != v.Operand.Text || v.Operator != query.Contains {
				return
			}
			t = nameInitials
		case !q.matches(text):
			return
		case d.zone == inName && text == v.Operand.Text:
			t = exactName
		case d.zone == inName && strings.HasPrefix(text, v.Operand.Text):
			t = namePrefix
		case d.zone == inName:
			t = partOfName
		}
		if t > best || r.x.holding(d.claim) > r.x.holding(m.Claim) {
			best, m, ok = t, Match{d.column, d.text, d.claim}, true
			if d.zone == inInitials {
				m.Text = d.of
			}
		}
	})
	if !ok && v.Operand.Written == string(e.Address()) {
		m, ok = Match{Field: query.KeyPath, Text: e.Key}, true
	}
	return m, ok
}

// isAround reports whether a text that holds when a path asks for it belongs to the
// path, or to a link that it begins with.
func (r *explainer) isAround(path []string, times []query.Time, d *fieldText) bool {
	full := strings.Join(path, ".")
	switch {
	case r.isAt(full, d.column), strings.HasPrefix(d.column, full+"."):
		return d.holds(full, r.x.moment(times, len(path)-1))
	case strings.HasPrefix(full, d.column+"."):
		return d.holds(d.column, r.x.moment(times, strings.Count(d.column, ".")))
	}
	return false
}

// holds reports whether a text holds when a path asks for it.
func (d *fieldText) holds(path string, at moment) bool {
	if d.field != "" && namesQualifier(path, d.column, d.field) {
		at = at.forQualifiers()
	}
	return at.holds(d.claim)
}

func (r *explainer) isAt(path, column string) bool {
	return column == path || query.IsQualifier(path) && strings.HasSuffix(column, "."+path) ||
		r.x.Names().IsGroup(path) && strings.HasPrefix(column, path+".")
}

// compare returns the match of a comparison at a path.
func (r *explainer) compare(path []string, times []query.Time, values []query.Value, e *kb.Entity) (m Match, ok bool) {
	if query.IsOnEvidence(path) {
		return r.onEvidence(path, times, values, e)
	}
	full, last := strings.Join(path, "."), r.x.moment(times, len(path)-1)
	isAddress := slices.ContainsFunc(values, func(v query.Value) bool { return isCitedAddress(full, &v) })
	r.eachText(e, func(d fieldText) {
		isAt := r.isAt(full, d.column) || isAddress && strings.HasSuffix(d.column, "."+full)
		if d.form != linkForm && isAt && d.holds(full, last) && r.matchesAny(values, d) {
			r.x.better(&m, &ok, Match{d.column, d.said(), d.claim})
		}
	})
	if span, is := periodOf(r.x.kb.Record(e)); !ok && full == "date" && is &&
		slices.ContainsFunc(values, func(v query.Value) bool { return v.MeetsSpan(span) }) {
		return Match{Field: full, Text: span.String()}, true
	}
	if ok {
		return m, ok
	}
	if m, ok = r.linked(full, values, e, last); ok {
		return m, ok
	}
	for i := 1; i < len(path) && !ok; i++ {
		head, rest := strings.Join(path[:i], "."), path[i:]
		if isOfClaims(head, rest) {
			return r.cited(e, head, r.x.moment(times, i), func(source *kb.Entity) bool {
				if len(rest) == 1 {
					return r.isNamed(source, values, true) || r.isNamed(source, values, false)
				}
				_, ok := r.compare(rest[1:], from(times, i+1), values, source)
				return ok
			})
		}
		r.eachLink(e, head, r.x.moment(times, i-1), func(l link) bool {
			if beyond, found := r.compare(rest, from(times, i), values, l.to); found {
				r.x.better(&m, &ok, r.match(l, beyond.Claim))
			}
			return !ok || r.x.holding(m.Claim) < kb.Holds
		})
	}
	return m, ok
}

// match returns the match that is a link, beyond which a claim holds.
func (r *explainer) match(l link, beyond *kb.Claim) Match {
	m := Match{l.field, r.label(l.to), l.claim}
	if r.x.holding(l.claim) > r.x.holding(beyond) {
		m.Claim = beyond
	}
	return m
}

// said returns the text, and of a number that is a day or a time the day.
func (d fieldText) said() string {
	if _, isNumber := d.value.Number(); isNumber {
		if on, ok := d.value.Date(d.dates); ok && on.Precision > date.Year {
			return on.DayOf().String()
		}
	}
	return d.text
}

// matchesAny reports whether a text satisfies one of some comparisons.
func (r *explainer) matchesAny(values []query.Value, d fieldText) bool {
	text := query.Normalize(d.text)
	return slices.ContainsFunc(values, func(v query.Value) bool {
		if span, ok := spanOf(d.value, d.dates); ok && v.MatchesSpan(span) {
			return true
		}
		if d.form == textForm {
			q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
			return v.MatchesText(text) || !v.IsOrder() && q.matches(text)
		}
		n, isNumber := numberOf(d.value, d.dates)
		return isNumber && v.MatchesNumber(n) || v.MatchesWritten(text)
	})
}
