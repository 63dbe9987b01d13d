package present

import (
	"rihla/model/kb"
	"rihla/ui/safe"
)

// Loose returns what a field outside any entity says, on one line.
func (v Voice) Loose(s *kb.Statement) string {
	text, _ := v.Prose(s.Value)
	return safe.Line(Bound(text))
}
