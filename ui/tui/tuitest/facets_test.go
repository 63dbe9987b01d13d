package tuitest_test

import (
	"slices"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

func TestFacetsTeachTheLanguage(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "f").See("Facettes", "Siège", "espace choisir").SeeBeside("[ ] Austin", "2").SeeBeside("[ ] Seattle", "1")
		s.Type("space").See("[x] Austin", "/ headquarters:austin", "entreprises, siège Austin", "1 Entreprises 2/4")
		s.Type("down", "space").See("[x] Santa Clara", "/ headquarters:austin,santa-clara", "siège Austin ou Santa Clara", "Entreprises 3/4").Miss("[ ] Redwood City")
		s.Type("down", "space", "up", "up", "space").See("headquarters:santa-clara,seattle", "Entreprises 2/4").Miss("[x] Austin")
		s.Type("ctrl+x").Miss("[x]").See("1 Entreprises 4")
		s.Type("esc").Miss("Facettes")
	})
}

func TestValuesOfSeveralFieldsAreChosenTogether(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "f", "space", "tab").See("Founded", bar+" [ ] 1977").Type("enter").Miss("Facettes")
		s.See("headquarters:austin founded:1977", "1 Entreprises 1/4").Type("f", "enter").Miss("Facettes").See("headquarters:austin founded:1977")
	})
}

func TestAFieldCalledKindIsAFacetOfItsOwn(t *testing.T) {
	path := file(t, "[article.one]\nkind = \"press\"\n[book.two]\nkind = \"novel\"\n[book.three]\nkind = \"press\"\nby = \"one\"\n")
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type(":").Write("o").Type("up", "enter", "f").See("Facettes", "Type").SeeBeside("[ ] Book", "2").SeeBeside("[ ] press", "2")
		s.Type("tab", "tab", "space").See(`"kind":=press`)
		s.Type("ctrl+x").Miss(`"kind"`).See("[ ] press")
	})
}

func TestValuesAreFoundByTyping(t *testing.T) {
	for name, o := range map[string]tuitest.Options{"wide": wide, "narrow": narrow} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), o, func(s *tuitest.Screen) {
				s.Type("1", "f").Write("seat").See("› seat", "[ ] Seattle").Miss("[ ] Austin")
				s.Type("space").See("[x] Seattle", "headquarters:seattle")
				s.Type("esc").See("[ ] Austin").Type("esc").Miss("Facettes").See("Amazon Web Services")
				s.Type("f", "/").Write("zzz").See("Aucun résultat.").Type("space", "ctrl+x").See("Aucun résultat.").Type("esc").See("[ ] Austin")
			})
		})
	}
}

func TestAlternativesAreKeptTogetherBesideAFacet(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "/").Write("oracle OR palo").Type("enter", "f", "/").Write("clara").Type("space")
		s.See("(oracle OR palo) headquarters:santa-clara", "1 Entreprises 1/4")
	})
}

// TestFacetsAreAsHighAsTheirValues opens them over two entities without fields, and over
// two with one.
func TestFacetsAreAsHighAsTheirValues(t *testing.T) {
	below := func(s *tuitest.Screen) int {
		lines := strings.Split(s.Text(), "\n")
		return len(lines) - slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "Échap fermer") })
	}
	const text = "[port.riga]\nname = \"Riga\"\n[port.tallinn]\nname = \"Tallinn\"\n"
	explore(t, file(t, text), wide, func(s *tuitest.Screen) {
		s.Type("1", "f").See("Aucun champ à choisir ici.").Miss("espace choisir", "groupe suivant")
		if n := below(s); n < wide.Height/3 {
			t.Errorf("the dialog ends %d lines above the last", n)
		}
	})
	explore(t, file(t, strings.ReplaceAll(text, "]\n", "]\nflag = \"blue\"\n")), wide, func(s *tuitest.Screen) {
		s.Type("1", "f").See("[ ] blue", "espace choisir")
		if n := below(s); n < wide.Height/3 {
			t.Errorf("the dialog ends %d lines above the last", n)
		}
	})
}
