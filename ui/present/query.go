package present

import (
	"fmt"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Problem says what is wrong with a query, and what to do about it; the second
// may be empty.
func Problem(w *words.Words, p *query.Problem) (what, hint string) {
	name := safe.Line(p.Name)
	switch p.Fault {
	case query.UnclosedQuote:
		what = w.UnclosedQuote
	case query.UnclosedGroup:
		what = w.UnclosedGroup
	case query.UnopenedGroup:
		what = w.UnopenedGroup
	case query.EmptyGroup:
		what = w.EmptyGroup
	case query.TooDeep:
		what = w.TooDeep
	case query.MissingOperand:
		what = fmt.Sprintf(w.MissingOperand, name)
	case query.MissingValue:
		what = w.MissingWord
		if name != "" {
			what = fmt.Sprintf(w.MissingValue, name)
		}
	case query.UnknownField:
		what, hint = fmt.Sprintf(w.UnknownFieldInQuery, name), w.QuoteIt
	case query.UnknownKind:
		what = fmt.Sprintf(w.UnknownKindInQuery, name)
	}
	if p.Near != "" {
		hint = fmt.Sprintf(w.DidYouMean, safe.Line(p.Near))
	}
	return what, hint
}

// Carets returns a query on one line, and the marks to set under what is wrong
// with it.
func Carets(text string, p *query.Problem) (line, marks string) {
	before := safe.Line(text[:p.From])
	size := safe.Width(safe.Line(text[p.From:p.To]))
	return safe.Line(text), safe.Spaces(safe.Width(before)) + strings.Repeat("^", max(1, size))
}

// Fault lays out what is wrong with a query within a width: the part of it around
// the place, marks under that, and what to do.
func (v Voice) Fault(text string, p *query.Problem, width int) []Line {
	what, hint := Problem(v.Words, p)
	line, marks := Carets(text, p)
	at := strings.IndexByte(marks, '^')
	if over := at + min(len(marks)-at, width/2) - width; over > 0 {
		line, marks = "…"+safe.From(line, over+1), marks[over:]
	}
	lines := []Line{
		{Spans: []Span{span(Plain, safe.Cut(line, width))}},
		{Spans: []Span{span(Warning, safe.Cut(marks, width))}},
	}
	for _, text := range []string{what, hint} {
		for _, part := range safe.Wrap(text, max(1, width)) {
			if text != "" {
				lines = append(lines, Line{Spans: []Span{span(Warning, part)}})
			}
		}
	}
	return lines
}

// Naming lays out a name.
func Naming(name string) Line { return Line{Spans: []Span{span(Plain, name)}} }

// Muting lays out texts, each on lines of its own, in the muted tone.
func Muting(text string, width int) []Line {
	var lines []Line
	for part := range strings.SplitSeq(text, "\n") {
		for _, line := range safe.Wrap(part, max(1, width)) {
			lines = append(lines, Line{Spans: []Span{span(Muted, line)}})
		}
	}
	return lines
}

// Reading says in plain words what a query asks for, of the entities of a kind,
// or of all where it is nil: "companies, headquarters Texas, founded before
// 2000".
func (v Voice) Reading(q *query.Query, of *kb.Kind) string {
	parts := q.Root.Parts
	if q.Root.Op != query.All {
		parts = []query.Node{q.Root}
	}
	subject := v.Words.Everything
	if of != nil {
		subject = lower(v.KindLabel(of))
	}
	var clauses []string
	for i := range parts {
		if n := &parts[i]; n.Op == query.Leaf && n.Term.What == query.Kinds && len(n.Term.Kinds) > 0 && of == nil && subject == v.Words.Everything {
			subject = v.clause(n, false)
			continue
		}
		clauses = append(clauses, v.clause(&parts[i], false))
	}
	return strings.Join(append([]string{subject}, clauses...), v.Words.ListComma)
}

// clause says one condition.
func (v Voice) clause(n *query.Node, negated bool) string {
	w := v.Words
	switch n.Op {
	case query.Not:
		return v.clause(&n.Parts[0], !negated)
	case query.All, query.Any:
		between := w.ListComma
		if n.Op == query.Any {
			between = " " + w.OrWord + " "
		}
		var parts []string
		for i := range n.Parts {
			parts = append(parts, v.clause(&n.Parts[i], false))
		}
		return not(w, negated, "("+strings.Join(parts, between)+")")
	}
	switch t := n.Term; t.What {
	case query.Kinds:
		var kinds []string
		for _, kind := range t.Kinds {
			kinds = append(kinds, lower(v.KindLabel(kind)))
		}
		return not(w, negated, v.either(kinds))
	case query.Has:
		var fields []string
		for _, path := range t.Paths {
			if label := v.pathLabel(path); !slices.Contains(fields, label) {
				fields = append(fields, label)
			}
		}
		return with(w, negated, v.either(fields))
	case query.Words:
		return v.wordsClause(&t.Values[0], negated)
	default:
		return not(w, negated, v.comparison(t))
	}
}

func not(w *words.Words, negated bool, clause string) string {
	if negated {
		return fmt.Sprintf(w.Not, clause)
	}
	return clause
}

func with(w *words.Words, negated bool, what string) string {
	if negated {
		return fmt.Sprintf(w.Without, what)
	}
	return fmt.Sprintf(w.With, what)
}

func (v Voice) either(texts []string) string { return strings.Join(texts, " "+v.Words.OrWord+" ") }

func (v Voice) wordsClause(value *query.Value, negated bool) string {
	w := v.Words
	text := w.Quote(safe.Line(value.Than.Written))
	switch value.How {
	case query.Is:
		return not(w, negated, fmt.Sprintf(w.NameIs, text))
	case query.Begins:
		return not(w, negated, fmt.Sprintf(w.NameBegins, text))
	}
	return with(w, negated, text)
}

// comparison says what a field is compared with.
func (v Voice) comparison(t *query.Term) string {
	label := v.pathLabel(t.Paths[0])
	var values []string
	for i := range t.Values {
		value := &t.Values[i]
		text := v.comparand(t, value)
		if i > 0 && value.How <= query.Is && t.Values[0].How == value.How {
			values = append(values, text)
			continue
		}
		values = append(values, v.compared(t, label, value))
	}
	return v.either(values)
}

// compared says one comparison.
func (v Voice) compared(t *query.Term, label string, value *query.Value) string {
	w := v.Words
	dated := value.Than.IsSpan || value.How == query.Between && value.Upto.IsSpan
	pick := func(date, number string) string {
		if dated {
			return date
		}
		return number
	}
	text := safe.Line(value.Than.Written)
	switch value.How {
	case query.Is:
		return fmt.Sprintf(w.IsExactly, label, v.comparand(t, value))
	case query.Begins:
		return fmt.Sprintf(w.BeginsWith, label, w.Quote(text))
	case query.Less:
		return fmt.Sprintf(pick(w.Before, w.Under), label, text)
	case query.AtMost:
		return fmt.Sprintf(pick(w.AtMostDate, w.AtMostNumber), label, text)
	case query.More:
		return fmt.Sprintf(pick(w.After, w.Over), label, text)
	case query.AtLeast:
		return fmt.Sprintf(pick(w.AtLeastDate, w.AtLeastNumber), label, text)
	case query.Between:
		upto := safe.Line(value.Upto.Written)
		switch {
		case value.Than.IsOpen():
			return fmt.Sprintf(pick(w.AtMostDate, w.AtMostNumber), label, upto)
		case value.Upto.IsOpen():
			return fmt.Sprintf(pick(w.AtLeastDate, w.AtLeastNumber), label, text)
		}
		return fmt.Sprintf(w.FromUpto, label, text, upto)
	}
	return fmt.Sprintf(w.Is, label, v.comparand(t, value))
}

// comparand says what a field is compared with: an entity by its name, where one
// alone is called so.
func (v Voice) comparand(t *query.Term, value *query.Value) string {
	written := value.Than.Written
	if e := v.KB.Lookup(kb.Address(written)); e != nil {
		return v.Name(e)
	}
	if value.Than.IsNumber || value.Than.IsSpan {
		return safe.Line(written)
	}
	if named := v.KB.AppendNamed(nil, written, 2); len(named) == 1 && !v.KB.Partial {
		return v.Name(named[0])
	}
	return v.Words.Quote(safe.Line(written))
}

// pathLabel says what a dotted path is called: each step by its label.
func (v Voice) pathLabel(path []string) string {
	full := strings.Join(path, ".")
	if label := v.anyLabel(full); label != "" {
		return label
	}
	for i := len(path) - 1; i > 0; i-- {
		if label := v.anyLabel(strings.Join(path[:i], ".")); label != "" {
			return label + v.Words.ThroughLink + v.pathLabel(path[i:])
		}
	}
	return safe.Line(full)
}

// anyLabel returns what a field of any kind is called; nothing where no kind has
// one of that path.
func (v Voice) anyLabel(path string) string {
	if path == query.Link {
		return v.Words.AnyRelation
	}
	for _, kind := range v.KB.Kinds {
		if f := kind.FindField(path); f != nil {
			return lower(v.FieldLabel(f))
		}
	}
	return ""
}

// lower returns a label as it stands within a sentence; one that is written in
// capitals stays so.
func lower(s string) string {
	runes := []rune(s)
	if len(runes) < 2 || strings.ToLower(string(runes[1])) != string(runes[1]) {
		return s
	}
	return strings.ToLower(string(runes[:1])) + string(runes[1:])
}
