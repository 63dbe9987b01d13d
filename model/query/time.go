package query

import (
	"slices"
	"strings"

	"rihla/model/date"
)

// Time is when the claims that a condition asks about must hold: on a day or at some
// time in a month or a year, or, if IsAny, whenever. The zero Time is the day of the
// search.
type Time struct {
	Written string
	Span    date.Span
	IsAny   bool
}

// IsWritten reports whether the query says the time.
func (t Time) IsWritten() bool { return t.Written != "" }

// whenever is the time that every claim holds at.
const whenever = "any"

// timeOf reads what stands after the @ of a name.
func timeOf(written string) (Time, bool) {
	if Fold(written) == whenever {
		return Time{Written: written, IsAny: true}, true
	}
	d, ok := date.Parse(written)
	return Time{Written: written, Span: d.Span()}, ok && d.Precision <= date.Day
}

// timed is a name with the times that are written behind its steps, as
// headquarters@2019.state.
type timed struct {
	plain string // the name without its times
	at    []Time // by step of the name; nil if there are none
	wrong string // the first that is no time, after its @
	isOff bool   // whether one is wrong
}

// cutTimes reads the times in a name.
func cutTimes(name string) timed {
	if !strings.Contains(name, "@") {
		return timed{plain: name}
	}
	steps := strings.Split(name, ".")
	t := timed{at: make([]Time, len(steps))}
	for i, step := range steps {
		plain, written, found := strings.Cut(step, "@")
		steps[i] = plain
		if !found {
			continue
		}
		at, ok := timeOf(written)
		if !ok && !t.isOff {
			t.wrong, t.isOff = written, true
		}
		t.at[i] = at
	}
	t.plain = strings.Join(steps, ".")
	return t
}

// times returns the time of each step of a path that the name means: a time holds
// for its step and those after it, up to the next.
func (n *Names) times(name timed, path []string) []Time {
	if name.at == nil {
		return nil
	}
	steps := strings.Split(name.plain, ".")
	out := make([]Time, len(path))
	for i, at := range name.at {
		if !at.IsWritten() {
			continue
		}
		// Without a path for the beginning, steps are counted from the end.
		first := max(0, len(path)-(len(steps)-i))
		for _, head := range n.Paths(strings.Join(steps[:i+1], ".")) {
			if len(head) <= len(path) && slices.Equal(head, path[:len(head)]) {
				first = len(head) - 1
			}
		}
		for step := first; step < len(path); step++ {
			out[step] = at
		}
	}
	return out
}

// TimesOf returns the time of each step of a path of the term; nil if the query
// writes none.
func (t *Term) TimesOf(path int) []Time {
	if path >= len(t.Times) {
		return nil
	}
	return t.Times[path]
}

// TimeOf returns the time at which a query asks for the values of a field, where it
// restricts it.
func (n *Names) TimeOf(text, path string) Time {
	t := n.restriction(text, path)
	if t == nil {
		return Time{}
	}
	for i, p := range t.Paths {
		if times := t.TimesOf(i); len(times) > 0 && strings.Join(p, ".") == path {
			return times[len(times)-1]
		}
	}
	return Time{}
}

// Whenever returns the text of a query that asks for what holds at any time.
func (q *Query) Whenever() string {
	var out strings.Builder
	written := 0
	q.Root.Each(func(t *Term, _ bool) {
		if t.Condition != Compare || len(t.Paths) == 0 || IsOnEvidence(t.Paths[0]) {
			return
		}
		name := q.Text[t.From:t.nameTo]
		step := len(name)
		if first := strings.IndexAny(name, ".@"); first > 0 && !strings.HasPrefix(name, `"`) {
			step = first
		}
		if quoted := strings.LastIndexByte(name, '@'); quoted > 0 && strings.HasPrefix(name, `"`) {
			step = quoted
		}
		rest := cutTimes(name[step:]).plain
		out.WriteString(q.Text[written:t.From] + name[:step] + "@" + whenever + rest)
		written = t.nameTo
	})
	return out.String() + q.Text[written:]
}
