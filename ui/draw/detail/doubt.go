package detail

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
	"slices"
	"strings"
)

// differs marks values that disagree, as in a comparison.
const differs = "≠ "

// foldsAway counts a deprecated claim and reports whether the page omits it.
func (l *layout) foldsAway(c *kb.Claim) bool {
	if c == nil || c.Rank != kb.Deprecated {
		return false
	}
	l.page.Aside++
	return l.voice.Folded
}

// fold removes the deprecated items of a group if the page omits them.
func (l *layout) fold(g *present.Group) {
	g.Items = slices.DeleteFunc(g.Items, func(it present.Item) bool {
		away := l.foldsAway(it.Claim)
		if away {
			g.Aside++
		}
		return away
	})
}

// disagree reports whether the statements of a group disagree.
func disagree(items []present.Item) bool {
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

// disagreeing lays out values that disagree, each with its qualifiers and its
// attribution on the same line or below.
func (l *layout) disagreeing(rows []row, width int) [][]rich.Span {
	const hang = 2 // the width of differs
	var out [][]rich.Span
	for _, r := range rows {
		value := r.value
		if r.prose != "" && len(value) > 0 {
			value[0].Text = safe.Line(value[0].Text)
		}
		mark := rich.NewSpan(rich.Warning, differs)
		mark.Link = r.link
		spans := append([]rich.Span{mark}, value...)
		if len(r.qualifiers) > 0 {
			spans = append(append(spans, rich.Blank(apart)), r.qualifiers...)
		}
		who := append(append(l.attribution(r.claim), rich.Blank(1)), r.note()...)
		if line := append(append(slices.Clone(spans), rich.Blank(apart)), who...); rich.Width(line) <= width {
			out = append(out, line)
			continue
		}
		out = append(out, rich.Flow(spans, width, hang)...)
		out = append(out, rich.Indent(rich.Flow(who, width-hang, 0), hang)...)
	}
	return out
}

// maxAttributed is the maximum number of names in an attribution.
const maxAttributed = 4

// attribution names the publishers of a claim's sources, or else the sources.
func (l *layout) attribution(c *kb.Claim) []rich.Span {
	v := l.voice
	if !present.HasEvidence(c) {
		return []rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.NoSource))}
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
	return []rich.Span{rich.NewSpan(rich.Plain, v.Words.Say(words.AccordingTo, strings.Join(names, comma)))}
}

// origins returns the number of independent origins of a claim in words, if it is
// smaller than the number of sources, and how many of these have fallen.
func origins(v present.Voice, c *kb.Claim) []rich.Span {
	if c == nil {
		return nil
	}
	if note := v.FallenNote(c.Evidence); note != nil {
		return note
	}
	var numbering present.Numbering
	sources := numbering.Notes(c)
	if len(sources) < 2 {
		return nil
	}
	switch n := evidence.Origins(v.KB, c.Evidence); {
	case n == 0: // no source is an entity, or origins are not computed yet
	case n == 1:
		return []rich.Span{rich.NewSpan(rich.Muted, " ("+v.Words.Say(words.OneOrigin)+")")}
	case n < len(sources):
		return []rich.Span{rich.NewSpan(rich.Muted, " ("+v.Words.Count(n, words.OriginCount)+")")}
	}
	return nil
}
