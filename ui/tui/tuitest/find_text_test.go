package tuitest_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// manyFields returns a file of one entity of n tables with four fields each.
func manyFields(n int) string {
	var b strings.Builder
	b.WriteString("[settings.all]\nname = \"All settings\"\nowner = \"ops\"\n[settings.other]\nname = \"Other\"\n")
	b.WriteString("[settings.all.apps]\n")
	for i := range n {
		fmt.Fprintf(&b, "app-%04d.owner = \"owner %d\"\napp-%04d.max_connections = %d\napp-%04d.note = \"a note on %d\"\napp-%04d.port = %d\n", i, i, i, i*3, i, i, i, 8000+i)
	}
	return b.String()
}

// TestAFieldOfALongEntityIsFoundByTyping finds one of 5,000 fields by its path, by
// its last part and by its value; Esc restores the place, Enter keeps it.
func TestAFieldOfALongEntityIsFoundByTyping(t *testing.T) {
	for _, size := range []tuitest.Options{{Width: 120, Height: 36}, {Width: 40, Height: 12}} {
		t.Run(fmt.Sprint(size.Width), func(t *testing.T) {
			explore(t, file(t, manyFields(1250)), size, func(s *tuitest.Screen) {
				s.See("All settings").Type("enter").See("settings/all")
				before := s.Text()
				s.Type("f").Write("app-0777.max_conn").See("› app-0777.max_conn", "2331", "1 sur 1")
				s.Type("esc").Same(before)
				s.Type("f").Write("OWNER 1249").See("owner 1249").Type("enter").Miss("› OWNER").See("owner 1249")
				if !s.StandsOut("1249") {
					s.Fail("what was found is not highlighted")
				}
				s.Type("esc").See("owner 1249").Type("g").See("settings/all")
				s.Type("ctrl+f").Write("zzz").See("introuvable dans cette entité").Type("esc").See("settings/all")
			})
		})
	}
}

// TestGoingThroughTheMatches steps to the next match, the previous one, and around.
func TestGoingThroughTheMatches(t *testing.T) {
	explore(t, file(t, manyFields(40)), tuitest.Options{Width: 80, Height: 14}, func(s *tuitest.Screen) {
		s.Type("enter").See("settings/all").Type("f").Write("port").See("1 sur 40", "8000")
		s.Type("down").See("2 sur 40", "8001").Type("up", "up").See("40 sur 40", "8039")
		s.Type("enter").See("résultat 40/40").Type("n").See("résultat 1/40", "8000").Type("p").See("résultat 40/40", "8039")
		s.Type("esc").Miss("résultat").See("8039")
		s.Type("f").Write("app-0007").Type("enter", "esc", "esc").See("Other")
		s.Type("/").Write("other").See("/ other", "Settings 1/2")
	})
}

// TestFindingGoesOnWhereTheWindowChanges resizes while something is found.
func TestFindingGoesOnWhereTheWindowChanges(t *testing.T) {
	explore(t, file(t, manyFields(40)), tuitest.Options{Width: 120, Height: 30}, func(s *tuitest.Screen) {
		s.Type("enter", "f").Write("app-0031.port").See("8031").Resize(40, 10).See("8031").Resize(120, 30).See("8031", "1 sur 1")
		s.Type("enter").Resize(60, 12).See("8031").See("résultat 1/1").Type("L").See("8031", "match 1/1")
	})
}

// TestAnEmptyTextFindsNothing leaves the page as it is.
func TestAnEmptyTextFindsNothing(t *testing.T) {
	explore(t, file(t, manyFields(40)), tuitest.Options{Width: 120, Height: 30}, func(s *tuitest.Screen) {
		s.Type("enter")
		before := s.Text()
		s.Type("f", "enter").Same(before).Type("f").Write("x").Type("ctrl+u", "enter").Same(before)
	})
}
