package present

import (
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Disagree reports whether the statements of a group contradict one another.
func Disagree(items []Item) bool {
	if len(items) < 2 {
		return false
	}
	all := make([]*kb.Statement, len(items))
	for i, it := range items {
		if all[i] = it.Statement; it.Fact != nil || it.To != it.Statement.To {
			return false
		}
	}
	return evidence.Disagree(all)
}

// maxAttributed is the maximum number of names in an attribution.
const maxAttributed = 4

// Attribution returns the publishers of a claim's sources, or else the sources.
func (v Voice) Attribution(c *kb.Claim) rich.Span {
	if !HasEvidence(c) {
		return rich.NewSpan(rich.Muted, v.Words.Say(words.NoSource))
	}
	var names []string
	for i := range c.Evidence {
		if name := v.Teller(&c.Evidence[i]); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	comma := v.Words.ListComma
	if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, ",") }) {
		comma = v.Words.Semicolon
	}
	if left := len(names) - maxAttributed; left > 0 {
		names = append(names[:maxAttributed], v.Words.Count(left, words.AndOthers))
	}
	return rich.NewSpan(rich.Plain, v.Words.Say(words.AccordingTo, strings.Join(names, comma)))
}

// OriginsNote returns the number of independent origins of a claim, if it is less than the
// number of its sources, and the number of those that no longer count.
func (v Voice) OriginsNote(c *kb.Claim) []rich.Span {
	if c == nil {
		return nil
	}
	if note := v.FallenNote(c.Evidence); note != nil {
		return note
	}
	var numbering Numbering
	sources := numbering.Notes(c)
	if len(sources) < 2 {
		return nil
	}
	switch n := evidence.Origins(v.KB, c.Evidence); {
	case n == 0: // no source is an entity, or origins are not known yet
	case n == 1:
		return []rich.Span{rich.NewSpan(rich.Muted, " ("+v.Words.Say(words.OneOrigin)+")")}
	case n < len(sources):
		return []rich.Span{rich.NewSpan(rich.Muted, " ("+v.Words.Count(n, words.OriginCount)+")")}
	}
	return nil
}
