package worldmap

import (
	"slices"

	"rihla/model/place"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// sample is a sign of the map and what it means.
type sample struct {
	sign  string
	role  rich.Role
	means string
}

// legendGap stands between two entries of the legend.
const legendGap = "   "

// Legend explains the signs and lines of the map on a line of at most width cells,
// with an ellipsis if it has not room for all.
func (m *Map) Legend(width int) rich.Line {
	lines := m.LegendLines(width)
	first := lines[0]
	if len(lines) > 1 {
		room := width - safe.Width(legendGap) - 1
		for first.Width() > room && len(first.Spans) > 0 {
			first.Spans = first.Spans[:len(first.Spans)-1]
		}
		first.Spans = append(first.Spans, rich.NewSpan(rich.Muted, safe.Cut(legendGap+"…", width-first.Width())))
	}
	return first
}

// LegendLines explains all signs and lines of the map on lines of at most width cells.
func (m *Map) LegendLines(width int) []rich.Line {
	lines := []rich.Line{{}}
	for _, s := range m.samples() {
		last := &lines[len(lines)-1]
		entry := []rich.Span{rich.NewSpan(s.role, s.sign), rich.NewSpan(rich.Muted, safe.Cut(" "+s.means, width-safe.Width(s.sign)))}
		switch {
		case len(last.Spans) == 0:
		case last.Width()+safe.Width(legendGap)+rich.Width(entry) > width:
			lines = append(lines, rich.Line{})
			last = &lines[len(lines)-1]
		default:
			last.Spans = append(last.Spans, rich.NewSpan(rich.Plain, legendGap))
		}
		if safe.Width(s.sign) <= width {
			last.Spans = append(last.Spans, entry...)
		}
	}
	return lines
}

// The signs of lines in the legend.
const (
	routeSample = "⠤⠤▸"
	tieSample   = "⠄⠄⠄"
)

func (m *Map) samples() []sample {
	v := m.Voice
	var out []sample
	lines := func(has func(place.Leg) bool, sign string, means words.Message) {
		if slices.ContainsFunc(m.Legs, func(leg place.Leg) bool { return m.isDrawn(leg) && has(leg) }) {
			out = append(out, sample{sign, rich.Accent, v.Words.Say(means)})
		}
	}
	kinds, isMixed := slices.Clone(m.Sites.Kinds), len(m.Sites.Kinds) > 1
	for n := range m.Ties.Others {
		switch kind := m.tiedKind([]int{n}); {
		case kind == nil:
			isMixed = true
		case !slices.Contains(kinds, kind):
			kinds = append(kinds, kind)
		}
	}
	lines(func(leg place.Leg) bool { return leg.Travelled }, routeSample, words.OnRoute)
	if len(m.Marked) > 0 && !slices.Equal(m.Legs, m.Ties.Legs) {
		lines(func(leg place.Leg) bool { return !leg.Travelled }, tieSample, words.InMarkOrder)
	} else {
		lines(func(leg place.Leg) bool { return !leg.Travelled }, tieSample, words.OnlyLinked)
	}
	for _, kind := range v.KindLegends(kinds) {
		out = append(out, sample{kind.Sign, kind.Role, kind.Text})
	}
	if isMixed || len(kinds) > 1 {
		out = append(out, sample{mixedSign, rich.Strong, v.Words.Say(words.SeveralKinds)})
	}
	if m.Sites.Located > 1 {
		out = append(out, sample{"2", rich.Muted, v.Words.Say(words.NumberHere)})
	}
	return out
}
