// Package querytext puts queries into words: what a query asks for, what is wrong
// with it and where, where an entity matches it, what may be typed. It neither
// parses nor runs queries.
package querytext

import (
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
	"slices"
	"strings"
)

// Reading says in plain words what a query asks for, of the entities of a kind,
// or of all where it is nil: "companies, headquarters Texas, founded before
// 2000".
func Reading(v present.Voice, q *query.Query, of *kb.Kind) string {
	parts := q.Root.Parts
	if q.Root.Op != query.All {
		parts = []query.Node{q.Root}
	}
	subject := v.Words.Say(words.Everything)
	if of != nil {
		subject = present.Lower(v.KindLabel(of))
	}
	named := of != nil
	var rest []query.Node
	for i := range parts {
		n := &parts[i]
		ofKinds := n.Op == query.Leaf && n.Term.Condition == query.Kinds && len(n.Term.Kinds) > 0
		switch {
		case ofKinds && slices.Equal(n.Term.Kinds, []*kb.Kind{of}): // goes without saying
		case ofKinds && !named:
			subject, named = clause(v, n, false), true
		default:
			rest = append(rest, *n)
		}
	}
	return strings.Join(append([]string{subject}, clauses(v, rest)...), v.Words.ListComma)
}

// clauses says conditions that hold together: words that are asked for one after
// the other in one.
func clauses(v present.Voice, parts []query.Node) []string {
	var out, plain []string
	flush := func() {
		if len(plain) > 0 {
			out = append(out, v.Words.Say(words.With, strings.Join(plain, " "+v.Words.Say(words.AndWord)+" ")))
		}
		plain = nil
	}
	for i := range parts {
		if n := &parts[i]; n.Op == query.Leaf && n.Term.Condition == query.Words && n.Term.Values[0].Operator == query.Contains {
			plain = append(plain, v.Words.Quote(safe.Line(n.Term.Values[0].Operand.Written)))
			continue
		}
		flush()
		out = append(out, clause(v, &parts[i], false))
	}
	flush()
	return out
}

// clause says one condition.
func clause(v present.Voice, n *query.Node, negated bool) string {
	w := v.Words
	switch n.Op {
	case query.Not:
		return clause(v, &n.Parts[0], !negated)
	case query.All:
		return not(w, negated, "("+strings.Join(clauses(v, n.Parts), " "+w.Say(words.AndWord)+" ")+")")
	case query.Any:
		var parts []string
		for i := range n.Parts {
			parts = append(parts, clause(v, &n.Parts[i], false))
		}
		text := either(v, parts)
		if negated {
			text = "(" + text + ")"
		}
		return not(w, negated, text)
	}
	switch t := n.Term; t.Condition {
	case query.Kinds:
		var kinds []string
		for _, kind := range t.Kinds {
			kinds = append(kinds, present.Lower(v.KindLabel(kind)))
		}
		return not(w, negated, either(v, kinds))
	case query.HasField:
		var fields []string
		for _, path := range t.Paths {
			if label := v.PathLabel(path); !slices.Contains(fields, label) {
				fields = append(fields, label)
			}
		}
		if negated {
			return timed(v, t, w.Say(words.Without, either(v, fields)))
		}
		return timed(v, t, w.Say(words.With, either(v, fields)))
	case query.Words:
		return wordsClause(v, &t.Values[0], negated)
	default:
		return timed(v, t, comparison(v, t, negated))
	}
}

func not(w *words.Language, negated bool, clause string) string {
	if negated {
		return w.Say(words.Not, clause)
	}
	return clause
}

func either(v present.Voice, texts []string) string {
	return strings.Join(texts, " "+v.Words.Say(words.Or)+" ")
}

func wordsClause(v present.Voice, value *query.Value, negated bool) string {
	w := v.Words
	text := w.Quote(safe.Line(value.Operand.Written))
	switch value.Operator {
	case query.Equals:
		return not(w, negated, w.Say(words.NameIs, text))
	case query.StartsWith:
		return not(w, negated, w.Say(words.NameBegins, text))
	}
	if negated {
		return w.Say(words.Without, text)
	}
	return w.Say(words.With, text)
}
