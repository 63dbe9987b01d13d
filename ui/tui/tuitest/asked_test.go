package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// A filter asks for what holds on the day, and its reading and its rows say so.
func TestAFilterAsksForWhatHolds(t *testing.T) {
	exploreDated(t, moves, wide, func(s *tuitest.Screen) {
		s.Type("1", "/").Write("headquarters:austin").See("headquarters Austin aujourd’hui", "Company 1/3").See("Oracle").Miss("Sun ", "Next ")
		s.Type("esc", "/").Write("headquarters:redwood-city").See("Aucun résultat", "Résultats à un autre moment", "headquarters@any:redwood")
		s.Type("esc", "/").Write("headquarters@any:redwood-city").See("à un moment quelconque", "Oracle · headquarters\u00a0: Redwood City (jusqu’en 2020…)")
		s.Type("esc", "/").Write("headquarters@2019:redwood-city").See("headquarters Redwood City en 2019", "Company 1/3").Type("esc")
	})
}

// What is chosen or saved on another day keeps it.
func TestAViewAndAFacetKeepTheDay(t *testing.T) {
	exploreDated(t, moves, wide, func(s *tuitest.Screen) {
		s.Type("1", "f").See("[ ] Austin").Miss("[ ] Redwood City").Type("esc")
		s.Type("@").Write("2019").Type("enter").See("état en 2019")
		s.Type("f").See("[ ] Redwood City").Miss("[ ] Austin").Type("space").See("[x] Redwood City", "headquarters@2019:redwood-city", "Company 1/3").Type("esc")
		s.Type("/").Type("ctrl+u").Write("headquarters:redwood-city").Type("enter", "V").See("kind:company headquarters@2019:redwood-city")
	})
}
