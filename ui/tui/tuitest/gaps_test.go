package tuitest_test

import (
	"slices"
	"testing"
	"time"

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

// A source is evidence of links, and no company lacks a link to one.
func TestNoQuestionIsAskedAboutSources(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("v", "l").See("Questions ouvertes")
		questions := s.Text()
		s.Type("esc", "3").See("SEC, 8-K").Type("v", "l").See("Questions ouvertes").Miss("Sources »", "× Sources", "Sources ×").Same(questions)
	})
}

func TestRetractionIsReachedFromThePalette(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("retract").Type("enter").See(bar + " SEC, 8-K")
		s.Type(":").Write("rétracter").Type("enter").See("Sans «\u00a0SEC, 8-K\u00a0»")
	})
}

// TestABaseWithoutEntitiesHasNoOpenQuestions asks an empty file, and one that cannot be
// read, which is not called empty.
func TestABaseWithoutEntitiesHasNoOpenQuestions(t *testing.T) {
	explore(t, file(t, ""), narrow, func(s *tuitest.Screen) {
		s.See("est vide").Type("v", "l").See("Questions ouvertes", "Aucune question ouverte.")
	})
	explore(t, file(t, "[venture.alpha\nname = \"Alpha\"\n"), narrow, func(s *tuitest.Screen) {
		s.See("Aucune entité n’a pu être lue", "en-tête").Miss("est vide", "austin")
	})
}

// unsourced is a base in which a field is called source, and nothing names one.
const unsourced = `
[[package]]
name = "alpha"
source = "registry"
needs = ["beta", "gamma"]
[[package]]
name = "beta"
source = "registry"
needs = ["gamma"]
[[package]]
name = "gamma"
source = "mirror"
[[tool]]
name = "plane"
of = "alpha"
[[tool]]
name = "saw"
of = "beta"
`

func TestABaseWithoutSourcesIsToldSoOnce(t *testing.T) {
	explore(t, file(t, unsourced), wide, func(s *tuitest.Screen) {
		s.Type("L").See("alpha")
		list := s.Text()
		s.Type("s").See("No statement in this base has a source.").Type("enter").Miss("s source")
		s.Type("s").See("no source given").Type("esc", "esc").Wait(5 * time.Second).Same(list)
		s.Type("f").See("Needs", "mirror").Miss("Reliability", "Independent origins").Type("esc")
		s.Type("v", "l").See("No statement in this base has a source: 5 links without one.", "{ to = \"…\", source = \"…\" }").Miss("Which source")
		s.Type("enter").See("link 1/")
	})
}

func TestAQuestionOpensTheLinkItNames(t *testing.T) {
	explore(t, file(t, mission+"[company.many]\nheadquarters = [{ to = \"austin\", source = \"sec-8k\" }, { to = \"seattle\", source = \"sec-8k\" }, \"santa-clara\"]\n"), wide, func(s *tuitest.Screen) {
		s.Type("v", "l").See("Questions ouvertes").Type("/").Write("many santa").Type("enter", "enter").See("company/many", "lien 3/")
		if got := s.Reversed(); !slices.Contains(got, "Santa Clara") {
			s.Fail("selected are %q", got)
		}
	})
}
