package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestAColumnOfATableIsTitledByItsLastPart has two fields of one last name, whose
// titles keep their tables, and one of its own.
func TestAColumnOfATableIsTitledByItsLastPart(t *testing.T) {
	text := ""
	for _, key := range []string{"a", "b", "c", "d"} {
		text += "[item." + key + "]\nrule.severity = \"high " + key + "\"\nfirst.owner = \"f" + key + "\"\nlast.owner = \"l" + key + "\"\n"
	}
	explore(t, file(t, text), tuitest.Options{Width: 90, Height: 12}, func(s *tuitest.Screen) {
		s.See("Severity", "First.owner", "Last.owner", "high a").Miss("Rule.severity")
		s.Type("c").See("Rule.severity").Type("esc").Type("enter").See("rule.severity")
	})
}

// TestTabCompletesTheNameOfAFieldInTheFilter completes a name, and shows those that
// what is typed may become.
func TestTabCompletesTheNameOfAFieldInTheFilter(t *testing.T) {
	text := ""
	for _, key := range []string{"a", "b", "c", "d"} {
		text += "[item." + key + "]\nrule.severity = \"high " + key + "\"\nfirst.owner = \"f" + key + "\"\nlast.owner = \"l" + key + "\"\n"
	}
	explore(t, file(t, text), tuitest.Options{Width: 90, Height: 12}, func(s *tuitest.Screen) {
		s.Type("/").Write("sev").Type("tab").See("/ severity:").Write("high c").See("1/4", "high c").Miss("high b")
		s.Type("ctrl+u").Write("own").Type("tab").See("/ own", "first.owner · last.owner").Write("er:fb").See("owner peut désigner first.owner ou last.owner")
		s.Type("ctrl+u").Write("zzz").Type("tab").See("/ zzz")
	})
}
