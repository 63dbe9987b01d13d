package query

import (
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
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

// cutTimes reads the times in a name. An @ in the name of a field is part of it.
func (n *Names) cutTimes(name string) timed {
	for i := range len(name) + 1 {
		if (i == len(name) || name[i] == '.') && strings.Contains(name[:i], "@") && len(n.fields[Normalize(name[:i])]) > 0 {
			return timed{plain: name}
		}
	}
	return cutTimes(name)
}

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
	return q.withTimes(func(t *Term, name string) string {
		if t.Condition != Compare || len(t.Paths) == 0 || IsOnEvidence(t.Paths[0]) {
			return name
		}
		step := firstStep(name)
		return name[:step] + "@" + whenever + cutTimes(name[step:]).plain
	})
}

// At returns a query that says the day, month or year it asks about, where it matters
// and no time is written.
func (n *Names) At(text, day string) string {
	q, problem := n.Parse(text)
	if problem != nil {
		return text
	}
	return q.withTimes(func(t *Term, name string) string {
		matters := slices.ContainsFunc(t.Paths, func(path []string) bool {
			for step := range path {
				if AsksWhen(n.kb, path, step) {
					return true
				}
			}
			return false
		})
		if !matters || strings.Contains(name, "@") {
			return name
		}
		step := firstStep(name)
		return name[:step] + "@" + day + name[step:]
	})
}

// firstStep returns the size of the first step of a name, as it is written.
func firstStep(name string) int {
	if strings.HasPrefix(name, `"`) {
		if at := strings.LastIndexByte(name, '@'); at > 0 {
			return at
		}
	} else if first := strings.IndexAny(name, ".@"); first > 0 {
		return first
	}
	return len(name)
}

// withTimes returns the text of a query with other names of fields.
func (q *Query) withTimes(change func(t *Term, name string) string) string {
	var out strings.Builder
	written := 0
	q.Root.Each(func(t *Term, _ bool) {
		from, to := t.From, t.nameTo
		if t.Condition == HasField && to < t.To { // the fields stand behind the colon
			from, to = to+1, t.To
			if strings.ContainsAny(q.Text[from:to], `,"“«„`) {
				return
			}
		}
		if to > from {
			out.WriteString(q.Text[written:from] + change(t, q.Text[from:to]))
			written = to
		}
	})
	return out.String() + q.Text[written:]
}

// AsksWhen reports whether the claims at a step of a path have dates and must hold when
// the path is asked for: not if it goes on to one of their qualifiers, which are asked
// for as they are written.
func AsksWhen(k *kb.KB, path []string, step int) bool {
	full := strings.Join(path[:step+1], ".")
	if !k.IsDated(full) && (full != Link || !k.HasDatedLinks()) {
		return false
	}
	rest := path[step+1:]
	if len(rest) == 0 || rest[0] == KindPath {
		return true
	}
	if IsQualifier(rest[0]) || rest[0] == "source" {
		return false
	}
	return slices.ContainsFunc(k.Kinds, func(kind *kb.Kind) bool {
		for i := range rest {
			if kind.FindField(strings.Join(rest[:i+1], ".")) != nil {
				return true
			}
		}
		return false
	})
}
