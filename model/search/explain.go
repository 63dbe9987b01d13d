package search

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// Match is where an entity says what a query asks for: a field, and the text
// there, as it is written; of a link, what it leads to.
type Match struct {
	Field string
	Text  string
}

// Explain returns where an entity that was found says what a query asks for: for
// each of its terms the most telling place, if it can be in a language.
func (x *Index) Explain(q *query.Query, e *kb.Entity, edits int, lang string) []Match {
	var out []Match
	r := reason{x, edits, lang}
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

// reason finds out why entities were found.
type reason struct {
	x     *Index
	edits int
	lang  string
}

// tell tells what an entity says.
func (r *reason) tell(e *kb.Entity, do func(said)) {
	teller{kb: r.x.kb, do: do, lang: r.lang}.entity(e)
}

func (r *reason) label(e *kb.Entity) string { return e.Label(r.lang, r.x.kb.Languages...) }

func (r *reason) term(t *query.Term, e *kb.Entity) (m Match, ok bool) {
	switch t.Condition {
	case query.Words:
		return r.words(&t.Values[0], e)
	case query.Has:
		r.tell(e, func(d said) {
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

// words finds where an entity says some words: the name that they name best, or
// else the first place.
func (r *reason) words(v *query.Value, e *kb.Entity) (m Match, ok bool) {
	q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
	best := tier(0)
	r.tell(e, func(d said) {
		text, t := query.Normalize(d.text), elsewhere
		switch {
		case d.zone == unsaid || v.Operator != query.Holds && d.zone != inName:
			return
		case d.zone == inInitials:
			if text != v.Operand.Text || v.Operator != query.Holds {
				return
			}
			t = initials
		case !q.in(text):
			return
		case d.zone == inName && text == v.Operand.Text:
			t = isIt
		case d.zone == inName && strings.HasPrefix(text, v.Operand.Text):
			t = beginsIt
		case d.zone == inName:
			t = inItsName
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

// isAtAny tells whether a column is that of a path, or of the link that the path
// begins with.
func (r *reason) isAtAny(paths [][]string, column string) bool {
	return slices.ContainsFunc(paths, func(path []string) bool {
		full := strings.Join(path, ".")
		return r.isAt(full, column) || strings.HasPrefix(full, column+".") || strings.HasPrefix(column, full+".")
	})
}

func (r *reason) isAt(path, column string) bool {
	return column == path || query.IsQualifier(path) && strings.HasSuffix(column, "."+path) ||
		r.x.Names().IsGroup(path) && strings.HasPrefix(column, path+".")
}

// compare finds where an entity has one of some values at a path.
func (r *reason) compare(path []string, values []query.Value, e *kb.Entity) (m Match, ok bool) {
	full := strings.Join(path, ".")
	r.tell(e, func(d said) {
		if !ok && d.form != aLink && r.isAt(full, d.column) && r.takesAny(values, d) {
			m, ok = Match{d.column, d.text}, true
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

// takesAny tells whether one of the values compares well with what is said.
func (r *reason) takesAny(values []query.Value, d said) bool {
	text := query.Normalize(d.text)
	return slices.ContainsFunc(values, func(v query.Value) bool {
		if d.form == aText {
			q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
			return v.MatchesText(text) || !v.IsOrder() && q.in(text)
		}
		n, isNumber := d.value.Number()
		span, isSpan := query.NewSpan(d.value.Str)
		return isNumber && v.MatchesNumber(n) || isSpan && v.MatchesSpan(span) || v.MatchesWritten(text)
	})
}

// linked finds the link of a relation that leads to what is called as one of the
// values say: so exactly, or else in part.
func (r *reason) linked(relation string, values []query.Value, e *kb.Entity) (m Match, ok bool) {
	for _, exactly := range []bool{true, false} {
		r.eachLink(e, relation, func(to *kb.Entity, field string) bool {
			if ok = r.isCalled(to, values, exactly); ok {
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

func (r *reason) isCalled(e *kb.Entity, values []query.Value, exactly bool) bool {
	for i := range values {
		how := values[i].Operator
		if how == query.Holds && exactly {
			how = query.Is
		}
		if how > query.Begins {
			continue
		}
		if how == query.Is && values[i].Operand.Written == string(e.Address()) {
			return true
		}
		q := sequenceOf(values[i].Operand.Text, how, r.edits)
		is := false
		teller{kb: r.x.kb, do: func(d said) { is = is || d.zone == inName && q.in(query.Normalize(d.text)) }}.names(e)
		if is {
			return true
		}
	}
	return false
}

// mostBacklinks is how many of the links to an entity are looked at for the one
// that a query means.
const mostBacklinks = 1000

// eachLink calls do for what a relation leads to from an entity, and by which
// field, until do says that this is enough.
func (r *reason) eachLink(e *kb.Entity, relation string, do func(to *kb.Entity, field string) bool) {
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
		for i := range record.Statements {
			for _, evidence := range evidenceOf(record.Statements[i].Claim) {
				if evidence.Source != nil && !do(evidence.Source, relation) {
					return
				}
			}
		}
		for i := range record.Facts {
			for _, evidence := range evidenceOf(record.Facts[i].Claim) {
				if evidence.Source != nil && !do(evidence.Source, relation) {
					return
				}
			}
		}
	}
	if !names.IsSymmetric(relation) {
		return
	}
	left := mostBacklinks
	k.EachLinkTo(e.Number(), func(from int, f *kb.Field) {
		if left > 0 && (relation == query.Link || f.Path == relation) {
			if left--; !do(k.Entities[from], f.Path) {
				left = 0
			}
		}
	})
}

func evidenceOf(c *kb.Claim) []kb.Evidence {
	if c == nil {
		return nil
	}
	return c.Evidence
}
