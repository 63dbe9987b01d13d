package present

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/words"
)

// Unsourced says why a claim has no source that counts: it names none, its only one
// was retracted or superseded, or none of several counts any longer.
func (v Voice) Unsourced(c evidence.Claim) string {
	all := c.Evidence()
	if len(all) == 0 {
		return v.Words.Say(words.NoSource)
	}
	for i := range all {
		if all[i].Source == nil || all[i].Source != all[0].Source {
			return v.Words.Say(words.OnlyFallen)
		}
	}
	switch all[0].Source.Fall() {
	case kb.Retracted:
		return v.Words.Say(words.OnlyRetracted)
	case kb.Superseded:
		return v.Words.Say(words.OnlySuperseded)
	}
	return v.Words.Say(words.OnlyFallen)
}
