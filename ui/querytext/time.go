package querytext

import (
	"slices"
	"strings"

	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/words"
)

// timed says of a condition when it asks for what holds: "now", "in 2019", "at any
// time". Nothing is said where that makes no difference.
func timed(v present.Voice, t *query.Term, condition string) string {
	var times []string
	for i, path := range t.Paths {
		for _, at := range timesOf(v, path, t.TimesOf(i)) {
			if !slices.Contains(times, at) {
				times = append(times, at)
			}
		}
	}
	if len(times) == 0 {
		return condition
	}
	return v.Words.Say(words.ConditionAt, condition, strings.Join(times, v.Words.ListComma))
}

// timesOf says when the claims at the steps of a path must hold.
func timesOf(v present.Voice, path []string, times []query.Time) []string {
	var out []string
	for i := range path {
		switch {
		case i < len(times) && times[i].IsAny:
			out = append(out, v.Words.Say(words.AnyTime))
		case i < len(times) && times[i].IsWritten():
			if at, ok := present.ParseDay(times[i].Written); ok {
				out = append(out, on(v, at))
			}
		case v.Day.IsKnown() && query.AsksWhen(v.KB, path, i):
			out = append(out, on(v, v.Day))
		}
	}
	return slices.Compact(out)
}

// on says a day: "now", "on 1 March 2019", "in 2019".
func on(v present.Voice, at present.Day) string {
	if at == v.Today {
		return v.Words.Say(words.Now)
	}
	written, isDay := v.Words.WriteDate(at.String())
	if isDay {
		return v.Words.Say(words.On, written)
	}
	return v.Words.Say(words.OnYear, written)
}
