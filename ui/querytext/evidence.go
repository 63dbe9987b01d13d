package querytext

import (
	"math"

	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/words"
)

// states are the states of evidence: as values of a facet, as conditions, and as
// what is excluded where that has words of its own.
var states = map[string]struct{ value, with, without words.Message }{
	query.Disputed:   {words.IsDisputed, words.WithDisputed, words.WithoutDisputed},
	query.Unsourced:  {words.IsUnsourced, words.WithUnsourced, words.WithSource},
	query.Retracted:  {value: words.IsRetracted, with: words.WithRetracted},
	query.Superseded: {value: words.IsSuperseded, with: words.WithSuperseded},
	query.Fallen:     {value: words.IsFallen, with: words.WithFallen},
}

// onEvidence says a condition on evidence: "with fewer than 2 independent origins",
// after the label of a field if it is about that.
func onEvidence(v present.Voice, t *query.Term, negated bool) string {
	path := t.Paths[0]
	var parts []string
	own := false // whether the negation has been said
	for i := range t.Values {
		text := ""
		switch value := &t.Values[i]; path[len(path)-1] {
		case query.IsPath:
			state, known := states[value.Operand.Text]
			if !known {
				continue // an invalid query, which is not run
			}
			text = v.Words.Say(state.with)
			if negated && len(t.Values) == 1 && state.without != (words.Message{}) {
				text, own = v.Words.Say(state.without), true
			}
		case query.OriginsPath:
			text = v.Words.Say(words.With, origins(v.Words, value))
		default:
			text = v.Words.Say(words.WithFalling, comparand(v, t, value))
		}
		parts = append(parts, text)
	}
	text := either(v, parts)
	if len(path) > 1 {
		text = v.PathLabel(path[:len(path)-1]) + " " + text
	}
	return not(v.Words, negated && !own, text)
}

// origins says a comparison with a number of origins.
func origins(w *words.Language, value *query.Value) string {
	count := func(o *query.Operand) int { return int(math.Round(o.Number)) }
	text := w.Count(count(&value.Operand), words.IndependentOrigins)
	switch value.Operator {
	case query.Less:
		return w.Say(words.FewerThan, text)
	case query.AtMost:
		return w.Say(words.AtMost, text)
	case query.Greater:
		return w.Say(words.MoreThan, text)
	case query.AtLeast:
		return w.Say(words.AtLeast, text)
	case query.Between:
		upto := w.Count(count(&value.Upper), words.IndependentOrigins)
		switch {
		case value.Operand.IsOpen():
			return w.Say(words.AtMost, upto)
		case value.Upper.IsOpen():
			return w.Say(words.AtLeast, text)
		}
		return w.Say(words.NumberToNumber, w.Number(count(&value.Operand)), upto)
	}
	return text
}
