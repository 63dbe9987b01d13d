package tuitest_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

const teams = `
[person.ann]
name = "Ann"
[person.bob]
name = "Bob"
[team.core]
members = ["ann", "bob"]
[team.docs]
members = ["bob", "cyd", "ann"]
`

// TestWhatWasInferredIsOneKeyFromTheOverview: it is read, followed to a kind and
// to an entity, and the lines of the manifest are copied.
func TestWhatWasInferredIsOneKeyFromTheOverview(t *testing.T) {
	explore(t, file(t, teams), wide, func(s *tuitest.Screen) {
		s.Type("0", "i").See("Types", "person", "2 entités", "Relations", "team.members → person", "4 valeurs sur 5", "cyd", "never = true")
		before := s.Text()
		s.Type("enter").See(bar + " Ann").Type("esc").Same(before)
		s.Type("G")
		before = s.Text()
		s.Type("enter").See("team/core").Type("esc").Same(before)
		s.Type("y").See("lignes du manifeste")
		copied := base64.StdEncoding.EncodeToString([]byte("[relations.members]\nfrom  = \"team\"\nnever = true\n"))
		if !strings.Contains(string(s.Sent()), copied) {
			s.Fail("the lines are not copied")
		}
		s.Type("L").See("4 values of 5").Type("0").See("Contents").Type("esc").See("4 values of 5")
		s.Resize(40, 12).See("core").Resize(120, 36).See("4 values of 5")
	})
}
