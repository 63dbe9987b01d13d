package present

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// longestName is how many cells of a name are said again in what is wrong with
// it.
const longestName = 60

// Problem says what is wrong with a query, and what to do about it; the second
// may be empty.
func Problem(w *words.Language, p *query.Problem) (what, hint string) {
	name := safe.Cut(safe.Line(p.Name), longestName)
	switch p.Fault {
	case query.UnclosedQuote:
		what = w.Say(words.UnclosedQuote)
	case query.UnclosedGroup:
		what = w.Say(words.UnclosedGroup)
	case query.UnopenedGroup:
		what = w.Say(words.UnopenedGroup)
	case query.EmptyGroup:
		what = w.Say(words.EmptyGroup)
	case query.TooDeep:
		what = w.Say(words.TooDeep)
	case query.MissingOperand:
		what = w.Say(words.MissingOperand, name)
	case query.MissingValue:
		what = w.Say(words.MissingWord)
		if name != "" {
			what = w.Say(words.MissingValue, name)
		}
	case query.UnknownField:
		what, hint = w.Say(words.UnknownFieldInQuery, name), w.Say(words.QuoteIt)
	case query.UnknownKind:
		what = w.Say(words.UnknownKindInQuery, name)
	}
	if p.Near != "" {
		hint = w.Say(words.DidYouMean, safe.Line(p.Near))
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

// CaretsWithin is Carets, of a query that is too long for a width the part around
// the place.
func CaretsWithin(text string, p *query.Problem, width int) (line, marks string) {
	line, marks = Carets(text, p)
	whole := safe.Width(line)
	from := min(strings.IndexByte(marks, '^')-width/2, whole+1-width)
	if from > 0 {
		room := whole - from - 1
		rest := safe.From(line, from+1)
		if safe.Width(rest) > room { // a wide character is not cut in two
			rest = safe.From(line, from+2)
		}
		line = "…" + safe.Spaces(room-safe.Width(rest)) + rest
		marks = marks[from:]
	}
	return safe.Cut(line, width), marks[:min(len(marks), max(1, width))]
}

// Fault lays out what is wrong with a query within a width: the part of it around
// the place, marks under that, and what to do.
func (v Voice) Fault(text string, p *query.Problem, width int) []rich.Line {
	what, hint := Problem(v.Words, p)
	line, marks := CaretsWithin(text, p, width)
	lines := []rich.Line{{Spans: []rich.Span{rich.NewSpan(rich.Plain, line)}}, {Spans: []rich.Span{rich.NewSpan(rich.Warning, marks)}}}
	for _, text := range []string{what, hint} {
		for _, part := range safe.Wrap(text, max(1, width)) {
			if text != "" {
				lines = append(lines, rich.Line{Spans: []rich.Span{rich.NewSpan(rich.Warning, part)}})
			}
		}
	}
	return lines
}

// Naming lays out a name.
func Naming(name string) rich.Line {
	return rich.Line{Spans: []rich.Span{rich.NewSpan(rich.Plain, name)}}
}

// Muting lays out texts, each on lines of its own, in the muted tone.
func Muting(text string, width int) []rich.Line {
	var lines []rich.Line
	for part := range strings.SplitSeq(text, "\n") {
		for _, line := range safe.Wrap(part, max(1, width)) {
			lines = append(lines, rich.Line{Spans: []rich.Span{rich.NewSpan(rich.Muted, line)}})
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
	subject := v.Words.Say(words.Everything)
	if of != nil {
		subject = Lower(v.KindLabel(of))
	}
	named := of != nil
	var rest []query.Node
	for i := range parts {
		n := &parts[i]
		ofKinds := n.Op == query.Leaf && n.Term.Condition == query.Kinds && len(n.Term.Kinds) > 0
		switch {
		case ofKinds && slices.Equal(n.Term.Kinds, []*kb.Kind{of}): // goes without saying
		case ofKinds && !named:
			subject, named = v.clause(n, false), true
		default:
			rest = append(rest, *n)
		}
	}
	return strings.Join(append([]string{subject}, v.clauses(rest)...), v.Words.ListComma)
}

// clauses says conditions that hold together: words that are asked for one after
// the other in one.
func (v Voice) clauses(parts []query.Node) []string {
	var out, plain []string
	flush := func() {
		if len(plain) > 0 {
			out = append(out, v.Words.Say(words.With, strings.Join(plain, " "+v.Words.Say(words.AndWord)+" ")))
		}
		plain = nil
	}
	for i := range parts {
		if n := &parts[i]; n.Op == query.Leaf && n.Term.Condition == query.Words && n.Term.Values[0].Operator == query.Holds {
			plain = append(plain, v.Words.Quote(safe.Line(n.Term.Values[0].Operand.Written)))
			continue
		}
		flush()
		out = append(out, v.clause(&parts[i], false))
	}
	flush()
	return out
}

// clause says one condition.
func (v Voice) clause(n *query.Node, negated bool) string {
	w := v.Words
	switch n.Op {
	case query.Not:
		return v.clause(&n.Parts[0], !negated)
	case query.All:
		return not(w, negated, "("+strings.Join(v.clauses(n.Parts), " "+w.Say(words.AndWord)+" ")+")")
	case query.Any:
		var parts []string
		for i := range n.Parts {
			parts = append(parts, v.clause(&n.Parts[i], false))
		}
		text := v.either(parts)
		if negated {
			text = "(" + text + ")"
		}
		return not(w, negated, text)
	}
	switch t := n.Term; t.Condition {
	case query.Kinds:
		var kinds []string
		for _, kind := range t.Kinds {
			kinds = append(kinds, Lower(v.KindLabel(kind)))
		}
		return not(w, negated, v.either(kinds))
	case query.Has:
		var fields []string
		for _, path := range t.Paths {
			if label := v.pathLabel(path); !slices.Contains(fields, label) {
				fields = append(fields, label)
			}
		}
		if negated {
			return w.Say(words.Lacks, v.either(fields))
		}
		return w.Say(words.Has, v.either(fields))
	case query.Words:
		return v.wordsClause(&t.Values[0], negated)
	default:
		return v.comparison(t, negated)
	}
}

func not(w *words.Language, negated bool, clause string) string {
	if negated {
		return w.Say(words.Not, clause)
	}
	return clause
}

func (v Voice) either(texts []string) string {
	return strings.Join(texts, " "+v.Words.Say(words.OrWord)+" ")
}

func (v Voice) wordsClause(value *query.Value, negated bool) string {
	w := v.Words
	text := w.Quote(safe.Line(value.Operand.Written))
	switch value.Operator {
	case query.Is:
		return not(w, negated, w.Say(words.NameIs, text))
	case query.Begins:
		return not(w, negated, w.Say(words.NameBegins, text))
	}
	if negated {
		return w.Say(words.Without, text)
	}
	return w.Say(words.With, text)
}

// comparison says what a field is compared with.
func (v Voice) comparison(t *query.Term, negated bool) string {
	label := v.pathLabel(t.Paths[0])
	if negated {
		label += " " + v.Words.Say(words.NotWord)
	}
	var values []string
	for i := range t.Values {
		value := &t.Values[i]
		text := v.comparand(t, value)
		if i > 0 && value.Operator <= query.Is && t.Values[0].Operator == value.Operator {
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
	measured := value.Operand.IsNumber || value.Operator == query.Between && value.Upper.IsNumber
	dated := (value.Operand.IsSpan || value.Operator == query.Between && value.Upper.IsSpan) && v.typeOf(t.Paths[0]) != "number"
	pick := func(date, number words.Message) words.Message {
		if dated || !measured {
			return date
		}
		return number
	}
	text := safe.Line(value.Operand.Written)
	switch value.Operator {
	case query.Is:
		return w.Say(words.IsExactly, label, v.comparand(t, value))
	case query.Begins:
		return w.Say(words.BeginsWith, label, w.Quote(text))
	case query.Less:
		return w.Say(pick(words.Before, words.Under), label, text)
	case query.AtMost:
		return w.Say(pick(words.AtMostDate, words.AtMostNumber), label, text)
	case query.More:
		return w.Say(pick(words.After, words.Over), label, text)
	case query.AtLeast:
		return w.Say(pick(words.AtLeastDate, words.AtLeastNumber), label, text)
	case query.Between:
		upto := safe.Line(value.Upper.Written)
		switch {
		case value.Operand.IsOpen():
			return w.Say(pick(words.AtMostDate, words.AtMostNumber), label, upto)
		case value.Upper.IsOpen():
			return w.Say(pick(words.AtLeastDate, words.AtLeastNumber), label, text)
		}
		return w.Say(words.FromUpto, label, text, upto)
	}
	text = v.comparand(t, value)
	if text == w.Quote(safe.Line(value.Operand.Written)) {
		return w.Say(words.HoldsText, label, text)
	}
	return w.Say(words.Is, label, text)
}

// typeOf returns the type that the manifest gives the field that a path ends in.
func (v Voice) typeOf(path []string) string {
	for i := range path {
		for _, kind := range v.KB.Kinds {
			if f := kind.FindField(strings.Join(path[i:], ".")); f != nil && f.Type != "" {
				return f.Type
			}
		}
	}
	return ""
}

// isText tells whether the values at a path are neither numbers nor links.
func (v Voice) isText(path []string) bool {
	for i := range path {
		for _, kind := range v.KB.Kinds {
			if f := kind.FindField(strings.Join(path[i:], ".")); f != nil {
				return f.Relation == nil && !v.isNumeric(kind, f)
			}
		}
	}
	return false
}

// comparand says what a field is compared with: an entity by its name, where one
// alone is called so.
func (v Voice) comparand(t *query.Term, value *query.Value) string {
	written := value.Operand.Written
	if e := v.KB.Lookup(kb.Address(written)); e != nil {
		return v.Name(e)
	}
	if value.Operand.IsSpan || value.Operand.IsNumber && !v.isText(t.Paths[0]) {
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
			return label + v.Words.Say(words.ThroughLink) + v.pathLabel(path[i:])
		}
	}
	return safe.Line(full)
}

// anyLabel returns what a field of any kind is called; nothing where no kind has
// one of that path.
func (v Voice) anyLabel(path string) string {
	switch path {
	case query.Link:
		return v.Words.Say(words.AnyRelation)
	case query.KindPath:
		return Lower(v.Words.Say(words.KindColumn))
	case query.KeyPath:
		return Lower(v.Words.Say(words.EntityKeyColumn))
	case "name":
		return Lower(v.Words.Say(words.NameColumn))
	case "aliases":
		return v.Words.Say(words.AlsoKnownAs)
	}
	for _, kind := range v.KB.Kinds {
		if f := kind.FindField(path); f != nil {
			return Lower(v.FieldLabel(f))
		}
	}
	return ""
}

// lower returns a label as it stands within a sentence; one that is written in
// capitals stays so.
func Lower(s string) string {
	runes := []rune(s)
	if len(runes) < 2 || strings.ToLower(string(runes[1])) != string(runes[1]) {
		return s
	}
	return strings.ToLower(string(runes[:1])) + string(runes[1:])
}
