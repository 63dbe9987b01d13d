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

// KindSign returns a sign one cell wide that distinguishes a kind in pictures: a
// shape for each of the first kinds in the order of the tabs, then the first
// letter of the label. The kind of sources comes last.
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
