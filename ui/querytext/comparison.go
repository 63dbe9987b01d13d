package querytext

import (
	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
	"slices"
	"strings"
)

// comparison says what a field is compared with.
func comparison(v present.Voice, t *query.Term, negated bool) string {
	if query.IsOnEvidence(t.Paths[0]) {
		return onEvidence(v, t, negated)
	}
	label := v.PathLabel(t.Paths[0])
	if negated {
		label += " " + v.Words.Say(words.NotWord)
	}
	var values []string
	for i := range t.Values {
		value := &t.Values[i]
		text := comparand(v, t, value)
		if i > 0 && value.Operator <= query.Equals && t.Values[0].Operator == value.Operator {
			values = append(values, text)
			continue
		}
		values = append(values, compared(v, t, label, value))
	}
	return either(v, values)
}

// compared says one comparison.
func compared(v present.Voice, t *query.Term, label string, value *query.Value) string {
	if (value.Operand.IsSpan || value.Operator == query.Between && value.Upper.IsSpan) && !isNumber(v, t.Paths[0]) {
		if text := dated(v.Words, label, value); text != "" {
			return text
		}
	}
	w := v.Words
	text := safe.Line(value.Operand.Written)
	switch value.Operator {
	case query.Equals:
		return w.Say(words.IsExactly, label, comparand(v, t, value))
	case query.StartsWith:
		return w.Say(words.BeginsWith, label, w.Quote(text))
	case query.Less:
		return w.Say(words.Under, label, text)
	case query.AtMost:
		return w.Say(words.AtMostNumber, label, text)
	case query.Greater:
		return w.Say(words.Over, label, text)
	case query.AtLeast:
		return w.Say(words.AtLeastNumber, label, text)
	case query.Between:
		upto := safe.Line(value.Upper.Written)
		switch {
		case value.Operand.IsOpen():
			return w.Say(words.AtMostNumber, label, upto)
		case value.Upper.IsOpen():
			return w.Say(words.AtLeastNumber, label, text)
		}
		return w.Say(words.FromUpto, label, text, upto)
	}
	text = comparand(v, t, value)
	if text == w.Quote(safe.Line(value.Operand.Written)) && !isLink(v, t.Paths[0]) {
		return w.Say(words.HoldsText, label, text)
	}
	return w.Say(words.Is, label, text)
}

// dated says a comparison with a date, empty where it is for equality.
func dated(w *words.Language, label string, value *query.Value) string {
	from, isDay := w.WriteDate(safe.Line(value.Operand.Written))
	pick := func(day, other words.Message) string {
		if isDay {
			return w.Say(day, label, from)
		}
		return w.Say(other, label, from)
	}
	switch value.Operator {
	case query.Less:
		return pick(words.BeforeDay, words.Before)
	case query.Greater:
		return pick(words.AfterDay, words.After)
	case query.AtMost:
		return label + " " + w.Period("", from, false, isDay)
	case query.AtLeast:
		return label + " " + w.Period(from, "", isDay, false)
	case query.Between:
		if value.Operand.IsOpen() {
			from, isDay = "", false
		}
		upto, uptoDay := "", false
		if !value.Upper.IsOpen() {
			upto, uptoDay = w.WriteDate(safe.Line(value.Upper.Written))
		}
		return label + " " + w.Period(from, upto, isDay, uptoDay)
	}
	return ""
}

// comparand says what a field is compared with: an entity by its name, where one
// alone is called so.
func comparand(v present.Voice, t *query.Term, value *query.Value) string {
	written := value.Operand.Written
	if e := v.KB.Lookup(kb.Address(written)); e != nil {
		return v.Name(e)
	}
	switch {
	case value.Operand.IsNumber && !isText(v, t.Paths[0]):
		return safe.Line(written)
	case value.Operand.IsSpan:
		written, _ := v.Words.WriteDate(safe.Line(written))
		return written
	}
	if named := v.KB.AppendNamed(nil, written, 2); len(named) == 1 && !v.KB.Partial {
		return v.Name(named[0])
	}
	return v.Words.Quote(safe.Line(written))
}

// isNumber reports whether the values at a path are numbers and no dates.
func isNumber(v present.Voice, path []string) bool {
	for i := range path {
		for _, kind := range v.KB.Kinds {
			if f := kind.FindField(strings.Join(path[i:], ".")); f != nil && (f.Type != "" || v.IsNumeric(kind, f)) {
				return v.IsNumeric(kind, f) && f.ReadsDates() < date.Dates
			}
		}
	}
	return false
}

// isText reports whether the values at a path are neither numbers nor links.
func isText(v present.Voice, path []string) bool {
	for i := range path {
		for _, kind := range v.KB.Kinds {
			if f := kind.FindField(strings.Join(path[i:], ".")); f != nil {
				return f.Relation == nil && !v.IsNumeric(kind, f)
			}
		}
	}
	return false
}

// isLink reports whether a path ends in a relation.
func isLink(v present.Voice, path []string) bool {
	last := path[len(path)-1]
	if last == query.Link || last == "source" || last == "about" {
		return true
	}
	return slices.ContainsFunc(v.KB.Relations, func(r *kb.Relation) bool { return r.Name == last && !r.Never })
}
