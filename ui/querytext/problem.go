package querytext

import (
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
	"strings"
)

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
	case query.AmbiguousField:
		what = CouldBe(w, p.Name, p.Candidates)
	case query.UnknownState:
		what, hint = w.Say(words.UnknownState, name), w.Say(words.StatesAre, w.OrList(query.States))
	case query.NotANumber:
		what = w.Say(words.NotANumber, name)
	case query.NoOrder:
		what = w.Say(words.NoOrder, name)
	case query.UnknownKind:
		what = w.Say(words.UnknownKind, name)
	case query.WrongTime:
		what, hint = w.Say(words.WrongTime, w.Quote(name)), w.Say(words.WrongTimeHint)
	}
	if p.Near != "" {
		hint = w.Say(words.DidYouMean, safe.Line(p.Near))
	}
	return what, hint
}

// CouldBe says which fields a name may mean that is the end of several paths.
func CouldBe(w *words.Language, name string, paths []string) string {
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = safe.Line(path)
	}
	return w.Say(words.CouldBe, safe.Cut(safe.Line(name), longestName), w.OrList(names))
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
		rest := safe.CutLeft(line, from+1)
		if safe.Width(rest) > room { // a wide character is not cut in two
			rest = safe.CutLeft(line, from+2)
		}
		line = "…" + safe.Spaces(room-safe.Width(rest)) + rest
		marks = marks[from:]
	}
	return safe.Cut(line, width), marks[:min(len(marks), max(1, width))]
}

// FaultLines lays out what is wrong with a query within a width: the part of it around
// the place, marks under that, and what to do.
func FaultLines(v present.Voice, text string, p *query.Problem, width int) []rich.Line {
	what, hint := Problem(v.Words, p)
	line, marks := CaretsWithin(text, p, width)
	lines := []rich.Line{{Spans: []rich.Span{rich.NewSpan(rich.Plain, line)}}, {Spans: []rich.Span{rich.NewSpan(rich.Warning, marks)}}}
	for _, text := range []string{what, hint} {
		for _, part := range safe.Wrap(text, max(1, width)) {
			if text != "" {
				lines = append(lines, rich.NewLine(rich.NewSpan(rich.Warning, part)))
			}
		}
	}
	return lines
}

// longestName is how many cells of a name are said again in what is wrong with
// it.
const longestName = 60
