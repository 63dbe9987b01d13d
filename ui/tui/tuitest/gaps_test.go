package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

func TestOpenQuestionsAreListedByKind(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		before := s.Text()
		s.Type("v", "l").See("Questions ouvertes", "Entreprises × Villes", "Quelle source affirme")
		questions := s.Text()
		s.Type("enter").See("company/").Type("esc").Same(questions)
		s.Type("/").Write("palo").See("Palo Alto").Miss("Amazon").Type("esc", "L").See("Open questions").Type("L", "up").Same(questions)
		s.Type("esc").Same(before)
		s.Type(":").Write("lacunes").Type("enter").Same(questions).Type("esc")
		s.Type(":").Write("gaps").Type("enter").Same(questions)
	})
}

func TestRetractionIsReachedFromThePalette(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("retract").Type("enter").See(bar + " SEC, 8-K")
		s.Type(":").Write("rétracter").Type("enter").See("Sans «\u00a0SEC, 8-K\u00a0»")
	})
}
