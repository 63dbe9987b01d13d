package present

import (
	"slices"
	"unicode"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// signs tell kinds apart where there is no colour. Each is one cell wide
// wherever a terminal draws it.
var signs = []string{"●", "■", "▲", "◆", "○", "□", "△", "◇"}

// KindSign returns the sign by which pictures tell a kind from others, one cell
// wide: a shape for each of the first kinds, in the order of the tabs, then the
// first letter of their labels. Sources come last, since they are seldom drawn.
func (v Voice) KindSign(kind *kb.Kind) string {
	if at := v.kindNumber(kind); at < len(signs) {
		return signs[at]
	}
	for _, r := range safe.Line(v.KindLabel(kind)) {
		if sign := string(unicode.ToUpper(r)); unicode.IsLetter(r) && safe.Width(sign) == 1 {
			return sign
		}
	}
	return "*"
}

// KindRole returns the role of what stands for a kind in pictures.
func (v Voice) KindRole(kind *kb.Kind) rich.Role {
	return rich.Tint + rich.Role(v.kindNumber(kind)%rich.Tints)
}

// kindNumber is the place of a kind among those that pictures tell apart.
func (v Voice) kindNumber(kind *kb.Kind) int {
	sources := v.KB.SourceKind()
	if kind == sources {
		return len(v.KB.Kinds) - 1
	}
	at := slices.Index(v.KB.Kinds, kind)
	if before := slices.Index(v.KB.Kinds, sources); before >= 0 && before < at {
		at--
	}
	return max(at, 0)
}
