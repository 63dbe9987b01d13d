package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// twice is two who are linked by two relations, by one of them twice.
const twice = `
[source.log]
name = "The log"
[source.news]
name = "The news"
[source.deed]
name = "The deed"
[port.riga]
name = "Riga"
location = [56.9, 24.1]
[ship.aino]
name = "Aino"
calls_at = [{ to = "port/riga", since = 2001-01-01, source = "log" }, { to = "port/riga", since = 2002-02-02, source = "news" }]
built_at = { to = "port/riga", source = "deed" }
`

// TestAllClaimsBetweenTwoShowTheirSources asks a graph and a matrix what ties two
// entities, and a map what places one of them.
func TestAllClaimsBetweenTwoShowTheirSources(t *testing.T) {
	all := []string{"2001", "The log", "2002", "The news", "The deed"}
	explore(t, file(t, twice), tuitest.Options{Width: 100, Height: 40}, func(s *tuitest.Screen) {
		s.Type("1").See("Riga").Type("v", "g", "left", "s").See(all...).Type("esc", "esc")
		s.Type("v", "x", "s").See(all...).Type("s", "s").See(all...).Type("esc", "esc")
		s.Type("2", "v", "m", "s").See("The log", "The news").Miss("The deed")
	})
}

// TestEvidenceHasTheRoomThatItsCopyLeaves opens a source with a short copy: the quote is
// seen with the claim, and in little room the source that the copy is of.
func TestEvidenceHasTheRoomThatItsCopyLeaves(t *testing.T) {
	to := func(s *tuitest.Screen) { s.Type("2").See("Oracle").Type("enter", "tab", "s").See("Copie conservée") }
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		to(s)
		s.See("Redwood City", "austin-from-california.html", "from Redwood City, California to Austin, Texas\u00a0»")
	})
	exploreMorocco(t, tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		to(s)
		s.See("Oracle moves HQ to Austin")
	})
}
