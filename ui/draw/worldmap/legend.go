package worldmap

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Legend explains the signs and lines of a drawing on at most most lines of width cells.
func (m *Map) Legend(d *Drawing, width, most int) []rich.Line {
	return rich.Legend(m.samples(d), width, most)
}

// The signs of lines in the legend.
const (
	routeSample = "⠤⠤▸"
	tieSample   = "⠄⠄⠄"
)

// samples returns the signs and lines of a drawing with their meanings, lines first.
func (m *Map) samples(d *Drawing) [][]rich.Span {
	v := m.Voice
	var out [][]rich.Span
	add := func(role rich.Role, sign, means string) {
		out = append(out, []rich.Span{rich.NewSpan(role, sign), rich.NewSpan(rich.Muted, " "+means)})
	}
	kinds := slices.Clone(m.Sites.Kinds)
	for n := range m.Ties.Others {
		if kind := m.tiedKind([]int{n}); kind != nil && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	if d.hasRoute {
		add(rich.Accent, routeSample, v.Words.Say(words.OnRoute))
	}
	switch {
	case !d.hasTie:
	case len(m.Marked) > 0 && !slices.Equal(m.Legs, m.Ties.Legs):
		add(rich.Accent, tieSample, v.Words.Say(words.InMarkOrder))
	default:
		add(rich.Accent, tieSample, v.Words.Say(words.OnlyLinked))
	}
	kinds = slices.DeleteFunc(kinds, func(kind *kb.Kind) bool { return !slices.Contains(d.kinds, kind) })
	for _, kind := range v.KindLegends(kinds) {
		add(kind.Role, kind.Sign, kind.Text)
	}
	if d.isMixed {
		add(rich.Strong, mixedSign, v.Words.Say(words.SeveralKinds))
	}
	if slices.ContainsFunc(d.Marks, func(k Mark) bool { return k.isNumbered }) {
		add(rich.Strong, "n", v.Words.Say(words.NumberHere))
	}
	return out
}
