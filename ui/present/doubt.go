package present

import (
	"rihla/model/kb"
	"rihla/ui/safe"
)

// Teller names who makes a claim: the publisher of a source, else the source.
func (v Voice) Teller(ev *kb.Evidence) string {
	if ev.Source == nil {
		return safe.Line(Bound(ev.Ref))
	}
	if publisher := v.Cell(ev.Source, "publisher"); publisher != "" {
		return publisher
	}
	return v.Name(ev.Source)
}
