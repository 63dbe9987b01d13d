package present

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Withdrawn says why and since when a source no longer counts: "retracted on 1 May
// 2024: fabricated". It is empty for one that stands.
func (v Voice) Withdrawn(source *kb.Entity) string {
	w := v.Words
	said := v.KB.Withdrawal(source)
	text := ""
	switch said.Fall {
	case kb.Stands:
		return ""
	case kb.Derived:
		return w.Say(words.DerivedFromFallen)
	case kb.Retracted:
		text = w.Say(words.Retracted)
	case kb.Superseded:
		var by []string
		for _, e := range said.Successors {
			by = append(by, v.Name(e))
		}
		for _, written := range said.Written {
			by = append(by, v.Line(Bound(written)))
		}
		text = w.Say(words.Superseded, strings.Join(by, w.ListComma))
	}
	if said.Date != "" {
		when, isDay := w.WriteDate(v.Line(said.Date))
		if isDay {
			text += " " + w.Say(words.OnDay, when)
		} else {
			text += " " + w.Say(words.InMonth, when)
		}
	}
	if reason := v.Line(Bound(v.Say(said.Reason))); reason != "" {
		text += w.Colon + reason
	}
	return text
}

// FallenNote says, as a note beside the sources of a claim, that none of them
// counts, or that some do not.
func (v Voice) FallenNote(all []kb.Evidence) []rich.Span {
	fallen := make([]*kb.Entity, 0, len(all))
	stands := false
	for i := range all {
		switch source := all[i].Source; {
		case all[i].Stands():
			stands = true
		case !slices.Contains(fallen, source):
			fallen = append(fallen, source)
		}
	}
	switch {
	case len(fallen) == 0:
		return nil
	case stands:
		return []rich.Span{rich.NewSpan(rich.Warning, " ("+v.Words.Count(len(fallen), words.FallenCount)+")")}
	case len(fallen) == 1 && fallen[0].Fall() == kb.Derived:
		return []rich.Span{rich.NewSpan(rich.Warning, " ("+v.Words.Say(words.DerivedFromFallen)+")")}
	case len(fallen) == 1:
		return []rich.Span{rich.NewSpan(rich.Warning, " ("+v.FallWord(fallen[0].Fall())+")")}
	}
	return []rich.Span{rich.NewSpan(rich.Warning, " ("+v.Words.Say(words.AllFallen)+")")}
}

// FallWord says in a word or two why a source no longer counts.
func (v Voice) FallWord(f kb.Fall) string {
	switch f {
	case kb.Retracted:
		return v.Words.Say(words.Retracted)
	case kb.Superseded:
		return v.Words.Say(words.SupersededSource)
	case kb.Derived:
		return v.Words.Say(words.DerivedSource)
	}
	return ""
}
