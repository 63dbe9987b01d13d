package present

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/rich"
)

// signs tell kinds apart where there is no colour. They are geometric shapes and
// stars, one cell wide and never drawn as emoji; neighbours in the order differ in
// outline or in filling.
var signs = [...]string{
	"●", "■", "▲", "◆", "○", "□", "△", "◇", "▼", "★", "▽", "☆",
	"◐", "▣", "◈", "◧", "▤", "◑", "◨", "▥", "◒", "▧", "◓",
}

// otherKind is the sign of all kinds for which there is no shape of their own.
const otherKind = "◌"

// KindSign returns a sign one cell wide that distinguishes a kind in pictures: a
// shape for each of the first kinds in the order of the tabs, then a dotted circle. The kind
// of sources comes last.
func (v Voice) KindSign(kind *kb.Kind) string {
	if at := v.kindNumber(kind); at < len(signs) {
		return signs[at]
	}
	return otherKind
}

// KindLegend is a sign with the names of the kinds that it stands for.
type KindLegend struct {
	Sign, Text string
	Role       rich.Role
}

// KindLegends returns the meaning of the signs of kinds. Those without a shape of
// their own come last, in one entry.
func (v Voice) KindLegends(kinds []*kb.Kind) []KindLegend {
	var out, others []KindLegend
	for _, kind := range kinds {
		l := KindLegend{v.KindSign(kind), v.KindOne(kind), v.KindRole(kind)}
		switch {
		case l.Sign != otherKind:
			out = append(out, l)
		case others == nil:
			others = append(others, KindLegend{otherKind, l.Text, rich.Muted})
		default:
			others[0].Text += v.Words.ListComma + l.Text
		}
	}
	return append(out, others...)
}

// KindRole returns the role of a kind's sign.
func (v Voice) KindRole(kind *kb.Kind) rich.Role {
	return rich.Tint + rich.Role(v.kindNumber(kind)%rich.Tints)
}

// kindNumber returns the ordinal of a kind among those distinguished in pictures.
func (v Voice) kindNumber(kind *kb.Kind) int {
	sources := v.KB.SourceKind()
	if kind == sources {
		return len(v.KB.Tabs()) - 1
	}
	at := slices.Index(v.KB.Tabs(), kind)
	if before := slices.Index(v.KB.Tabs(), sources); before >= 0 && before < at {
		at--
	}
	return max(at, 0)
}
