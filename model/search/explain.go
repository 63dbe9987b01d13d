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
}

// Explain returns why a query selects an entity: for each of its terms the most
// telling match, in a language if possible.
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
			if !ok && r.isAtAny(t.Paths, d.column) {
				m, ok = Match{d.column, d.text}, true
			}
		})
	case query.Compare:
		for i := 0; i < len(t.Paths) && !ok; i++ {
			m, ok = r.compare(t.Paths[i], t.Values, e)
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
		if t > best {
			best, m, ok = t, Match{d.column, d.text}, true
			if d.zone == inInitials {
				m.Text = d.of
			}
		}
	})
	if !ok && v.Operand.Written == string(e.Address()) {
		m, ok = Match{query.KeyPath, e.Key}, true
	}
	return m, ok
}

// isAtAny reports whether a column belongs to one of some paths, or to a link
// that one begins with.
func (r *explainer) isAtAny(paths [][]string, column string) bool {
	return slices.ContainsFunc(paths, func(path []string) bool {
		full := strings.Join(path, ".")
		return r.isAt(full, column) || strings.HasPrefix(full, column+".") || strings.HasPrefix(column, full+".")
	})
}

func (r *explainer) isAt(path, column string) bool {
	return column == path || query.IsQualifier(path) && strings.HasSuffix(column, "."+path) ||
		r.x.Names().IsGroup(path) && strings.HasPrefix(column, path+".")
}

// compare returns the match of a comparison at a path.
func (r *explainer) compare(path []string, values []query.Value, e *kb.Entity) (m Match, ok bool) {
	if query.IsOnEvidence(path) {
		return r.onEvidence(path, values, e)
	}
	full := strings.Join(path, ".")
	r.eachText(e, func(d fieldText) {
		if !ok && d.form != linkForm && r.isAt(full, d.column) && r.matchesAny(values, d) {
			m, ok = Match{d.column, d.said()}, true
		}
	})
	if ok {
		return m, ok
	}
	if m, ok = r.linked(full, values, e); ok {
		return m, ok
	}
	for i := 1; i < len(path) && !ok; i++ {
		head, rest := strings.Join(path[:i], "."), path[i:]
		r.eachLink(e, head, func(to *kb.Entity, field string) bool {
			if _, ok = r.compare(rest, values, to); ok {
				m = Match{field, r.label(to)}
			}
			return !ok
		})
	}
	return m, ok
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

// linked returns the link of a relation to an entity named as one of the values
// says: by a whole name, else by a part.
func (r *explainer) linked(relation string, values []query.Value, e *kb.Entity) (m Match, ok bool) {
	for _, exactly := range []bool{true, false} {
		r.eachLink(e, relation, func(to *kb.Entity, field string) bool {
			if ok = r.isNamed(to, values, exactly); ok {
				m = Match{field, r.label(to)}
			}
			return !ok
		})
		if ok {
			break
		}
	}
	return m, ok
}

func (r *explainer) isNamed(e *kb.Entity, values []query.Value, exactly bool) bool {
	for i := range values {
		how := values[i].Operator
		if how == query.Contains && exactly {
			how = query.Equals
		}
		if how > query.StartsWith {
			continue
		}
		if how == query.Equals && values[i].Operand.Written == string(e.Address()) {
			return true
		}
		q := sequenceOf(values[i].Operand.Text, how, r.edits)
		is := false
		textWalker{kb: r.x.kb, visit: func(d fieldText) { is = is || d.zone == inName && q.matches(query.Normalize(d.text)) }}.names(e)
		if is {
			return true
		}
	}
	return false
}

// maxBacklinks bounds the links to an entity that are searched.
const maxBacklinks = 1000

// eachLink calls do for the targets of a relation from an entity, each with its
// field, until do returns false.
func (r *explainer) eachLink(e *kb.Entity, relation string, do func(to *kb.Entity, field string) bool) {
	k, names := r.x.kb, r.x.Names()
	if k.Partial || !names.IsRelation(relation) {
		return
	}
	record := k.Record(e)
	for _, link := range record.Links {
		if (relation == query.Link || link.Field.Path == relation) && !do(link.To, link.Field.Path) {
			return
		}
	}
	if relation == "source" {
		for c := range record.Claims() {
			for i := range c.Evidence {
				if source := c.Evidence[i].Source; source != nil && !do(source, relation) {
					return
				}
			}
		}
	}
	if !names.IsSymmetric(relation) {
		return
	}
	left := maxBacklinks
	k.EachLinkTo(e.Number(), func(from int, f *kb.Field) {
		if left > 0 && (relation == query.Link || f.Path == relation) {
			if left--; !do(k.Entities[from], f.Path) {
				left = 0
			}
		}
	})
}
