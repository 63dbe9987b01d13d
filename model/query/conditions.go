package query

import (
	"math"
	"slices"
	"strings"
)

// The paths of conditions on evidence. Alone they are about all that an entity
// says; after the path of a field, about what it says there.
const (
	IsPath        = unwritten + "is"         // a State
	OriginsPath   = unwritten + "origins"    // a number of independent origins
	FallsWithPath = unwritten + "falls-with" // a source that a claim cannot do without
)

// onEvidence lists them.
var onEvidence = []string{IsPath, OriginsPath, FallsWithPath}

// The states that IsPath is compared with.
const (
	Disputed   = "disputed"   // values disagree, or a claim is disputed
	Unsourced  = "unsourced"  // a claim has no source that stands
	Retracted  = "retracted"  // a source that is
	Superseded = "superseded" // a source that another has taken the place of
	Fallen     = "fallen"     // either, or a source that is derived from such alone
)

// States lists the states.
var States = []string{Disputed, Unsourced, Retracted, Superseded, Fallen}

// IsOnEvidence reports whether a path, split at the dots, is that of a condition
// on evidence.
func IsOnEvidence(path []string) bool {
	return len(path) > 0 && slices.Contains(onEvidence, path[len(path)-1])
}

// addConditions adds the names of the conditions on evidence, unless fields are
// called so.
func (n *Names) addConditions() {
	for _, path := range onEvidence {
		if name := External(path); len(n.fields[name]) == 0 {
			n.fields[name] = []string{path}
		}
	}
}

// condition splits the name of a condition on evidence into that of a field, which
// is empty for all fields, and its path; ok is false if it is none.
func (n *Names) condition(name string) (field, path string, ok bool) {
	at := strings.LastIndexByte(name, '.') + 1
	paths := n.fields[Normalize(name[at:])]
	if len(paths) != 1 || !slices.Contains(onEvidence, paths[0]) || at > 0 && len(n.fields[Normalize(name)]) > 0 {
		return "", "", false
	}
	return name[:max(0, at-1)], paths[0], true
}

// checkCondition fails if a value, read from an offset on, is none that the term,
// a condition on evidence, can be compared with.
func (p *parser) checkCondition(t *Term, from int, v *Value) {
	if len(t.Paths) == 0 || !IsOnEvidence(t.Paths[0]) {
		return
	}
	switch path := t.Paths[0]; path[len(path)-1] {
	case IsPath:
		if v.Operator > Equals || !slices.Contains(States, v.Operand.Text) {
			p.fail(UnknownState, from, p.at, v.Operand.Written, nearest(v.Operand.Text, States))
		}
	case OriginsPath:
		isNumber := func(o *Operand) bool {
			return o.IsNumber && o.Number == math.Trunc(o.Number) || v.Operator == Between && o.IsOpen()
		}
		if v.Operator == StartsWith || !isNumber(&v.Operand) || v.Operator == Between && !isNumber(&v.Upper) {
			p.fail(NotANumber, from, p.at, t.Name, "")
		}
	case FallsWithPath:
		if v.IsOrder() {
			p.fail(NoOrder, from, p.at, t.Name, "")
		}
	}
}

// nearest returns the name that a mistyped one was most likely meant to be, or "".
func nearest(written string, among []string) string {
	best, least := "", EditLimit(written)+1
	for _, name := range among {
		if d := Distance(written, name, least); d < least {
			best, least = name, d
		}
	}
	for _, name := range among {
		if best == "" && len(written) >= minPrefix && strings.HasPrefix(name, written) {
			best = name
		}
	}
	return best
}

// conditionsBegun returns the names of conditions on evidence that begin with a text,
// also after that of a field.
func (n *Names) conditionsBegun(begun string) []string {
	var out []string
	field := begun[:strings.LastIndexByte(begun, '.')+1]
	if field != "" && len(n.Paths(strings.TrimSuffix(field, "."))) == 0 {
		return nil
	}
	for _, path := range onEvidence {
		name := field + External(path)
		if _, _, ok := n.condition(name); ok && strings.HasPrefix(Normalize(name), Normalize(begun)) {
			out = append(out, name)
		}
	}
	return out
}

// completeState completes a state at the end of a query.
func (n *Names) completeState(text string) (completed string, among []string) {
	name := text[strings.LastIndexAny(text, " ()\t-")+1:]
	name, values, ok := strings.Cut(name, ":")
	if _, path, is := n.condition(name); !ok || !is || path != IsPath {
		return text, nil
	}
	begun := values[strings.LastIndexByte(values, ',')+1:]
	for _, state := range States {
		if strings.HasPrefix(state, Normalize(begun)) {
			among = append(among, state)
		}
	}
	if len(among) == 0 {
		return text, nil
	}
	return text[:len(text)-len(begun)] + commonPrefix(among), among
}
