package detail

import (
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"slices"
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
		who := append([]rich.Span{l.voice.Attribution(r.claim), rich.Blank(1)}, r.note()...)
		if line := append(append(slices.Clone(spans), rich.Blank(apart)), who...); rich.Width(line) <= width {
			out = append(out, line)
			continue
		}
		out = append(out, rich.Flow(spans, width, hang)...)
		out = append(out, rich.Indent(rich.Flow(who, width-hang, 0), hang)...)
	}
	return out
}
