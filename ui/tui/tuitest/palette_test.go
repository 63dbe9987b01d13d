package tuitest_test

import (
	"strings"
	"testing"

	"rihla/ui/tui/keys"
	"rihla/ui/tui/tuitest"
)

func TestEverythingIsFoundFromOnePlace(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("ctrl+k").See("Chercher partout", "Onglets", "Commandes").SeeBeside("Entreprises", "1").SeeBeside("trier", "S")
		s.Write("austin").See("tout, avec «\u00a0austin\u00a0»", "Villes 1", "Entreprises 2", "siège\u00a0: Austin", "Capitale du Texas.", "city/austin")
		s.Type("down").See("company/oracle", "depuis").Type("enter").Miss("Chercher partout").See("company/oracle")
		s.Type("esc", "1", "/").Write("seattle").Type("enter", "esc", ":").See("Récents")
		s.SeeBeside("seattle", "Entreprises").SeeBeside("Oracle", "entreprise").Type("enter").See("/ seattle", "1 Entreprises 1/4")
		s.Type(":").Write("aide").See("cette aide").Type("enter").See("Aide")
	})
}

func TestWhatIsTypedInThePaletteBecomesAList(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("austin").See("lister les 3 résultats").Type("up").See(bar + " lister les 3 résultats").Type("enter")
		s.Miss("Chercher partout").See("Austin", "Oracle", "École numérique", "/ austin").Miss("Seattle")
		s.Type("f").See("Facettes", "Type").SeeBeside("[ ] Entreprises", "2").Type("esc")
		s.Type("esc").See("1 Entreprises 4")
	})
}

func TestATypingErrorIsForgivenAndSaid(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("seatle").See("Aucun résultat exact", "Seattle").Type("esc")
		s.Type("1", "/").Write("networsk").See("Aucun résultat exact", "Palo Alto Networks")
	})
}

func TestAnAddressIsFound(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("company/oracle").See("Entreprises 1", bar+" Oracle").Type("enter").See("Oracle", "Entreprise · Austin")
	})
}

func TestAQueryThatIsWrongIsPointedAt(t *testing.T) {
	for name, o := range map[string]tuitest.Options{"wide": wide, "narrow": narrow, "tiny": {Width: 40, Height: 12}} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), o, func(s *tuitest.Screen) {
				s.Type("1", "/").Write("oracle fuonded:<1990").See("^", "fuonded", "founded").Miss("Rien ici ne correspond")
				s.Type("enter").See("champ ou relation inconnus")
			})
		})
	}
}

func TestTheHelpTeachesHowToAsk(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("?").Write("requêtes").See("Comment écrire les requêtes", "headquarters:austin", "une relation avec cette entité").Miss("quitter")
		s.Type("esc").Write("relation avec").See("headquarters:austin").Miss("founded:<2000")
	})
}

func TestWhatIsCalledAsTypedComesBeforeWhatHasTheWords(t *testing.T) {
	explore(t, file(t, "[kb]\nformat = 1\n[city.a]\nname = \"Trade in the south\"\n[city.b]\nname = \"Tangier\"\n[views.v]\nlabel = \"In the north\"\nquery = \"tangier\"\n"), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("in th").See(bar+" In the north", "Trade in the south").Type("enter").See(bar + " Tangier")
	})
}

func TestTheWordsToLeaveOutAreSaid(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "/").Write("qui gère oracle xxyyzz").See("Sans «\u00a0qui\u00a0», «\u00a0gère\u00a0», «\u00a0xxyyzz\u00a0»\u00a0: 1").Type("esc")
		s.Type(":").Write("oracle xxyyzz").See("Sans «\u00a0xxyyzz\u00a0»\u00a0: 1 résultat").Type("enter").See("› oracle", "Entreprises 1")
	})
}

func TestAnUnknownCommandIsToldFromTheNearest(t *testing.T) {
	const unknown, unknownEN = "Commande inconnue\u00a0; peut-être\u00a0:", "No such command; did you mean:"
	start(t, file(t, mission+"[city.lerche]\nname = \"Lerche\"\n"), wide, func(s *tuitest.Screen) {
		for _, name := range []string{"serch", "rechercehr", "filtrr"} {
			s.Type(":").Write(name).See(unknown, bar+" chercher partout").Type("enter").See("Chercher partout").Miss(name).Type("esc")
		}
		s.Type(":").Write("lagnue").See(unknown, bar+" changer de langue").Type("enter")
		s.Type(":").Write("serch").See(unknownEN, bar+" search everything").Type("esc")
		s.Type(":").Write("lerchr").See("Lerche").Miss(unknownEN).Type("esc")
		s.Type(":").Write("xyzzyx").See("No results.").Miss(unknownEN).Type("esc", "L")
		s.Type("!", ":").Write("serch").See(unknown, bar+" filtrer au fil").Type("esc", "esc")
		s.Type("1", ":").Write("serch").See(unknown, bar+" filtrer la liste").Type("enter").See("des mots, ou des conditions").Type("esc")
		for name, want := range map[string]string{"trierr": "trier", "colnnes": "choisir les colonnes", "frequensy": "table de fréquences", "languge": "changer de langue", "copeir": "copier", "suspnd": "suspendre"} {
			s.Type(":").Write(name).See(unknown, bar+" "+want).Type("esc")
		}
		s.Type(":").Write("qui dirige xxyyzz").Miss(unknown).Type("esc")
	})
}

func TestACommandThatDoesNothingHereSaysWhereItWorks(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("0", ":").Write("sort").See("Sans effet ici", bar+" trier selon", "Liste", "S sert sur un autre écran, Liste").Miss("Aucun résultat")
		s.Type("enter").See("S sert sur un autre écran, Liste (1 … 9)\u00a0: trier selon")
		s.Type(":").Write("srot").See("Commande inconnue", bar+" trier selon").Type("esc")
		s.Type("!", ":").Write("serch").See("Commande inconnue", bar+" filtrer au fil", "rien à faire ici").Type("esc", "L")
		s.Type(":").Write("colunms").See("No such command", bar+" choose the columns", "List").Type("esc")
		s.Type(":").Write("compare").See("Does nothing here", "  compare the marked")
	})
}

// TestEveryCommandIsAnsweredOnEveryPage types the names of all commands.
func TestEveryCommandIsAnsweredOnEveryPage(t *testing.T) {
	for name, way := range map[string][]string{
		"overview": {"0"}, "list": {"1"}, "detail": {"1", "enter"}, "problems": {"!"}, "inference": {"1", "i"}, "brief": {"1", "b"},
		"gaps": {"v", "l"}, "suggestions": {"v", "s"}, "graph": {"1", "v", "g"}, "matrix": {"1", "v", "x"}, "map": {"1", "v", "m"}, "frequency": {"1", "F", "enter"},
	} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
				s.Type(way...)
				for _, b := range keys.Table {
					if called := strings.Fields(b.Called[0]); len(called) > 0 {
						s.Type(":").Write(called[0]).See(bar).Miss("Aucun résultat.").Type("esc")
					}
				}
			})
		})
	}
}

// TestANearCommandIsToldBesideNearEntities has an entity that is called about as what is
// typed.
func TestANearCommandIsToldBesideNearEntities(t *testing.T) {
	explore(t, file(t, mission+"[city.serth]\nname = \"Serth\"\n"), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("serch").See("Aucun résultat exact", bar+" Serth", "Commande inconnue\u00a0; peut-être\u00a0:", "filtrer la liste").Type("enter").See("city/serth")
	})
}

// TestThePreviewOfATabCutsNoNames checks that the preview wraps names while it has spare lines.
func TestThePreviewOfATabCutsNoNames(t *testing.T) {
	for _, o := range []tuitest.Options{wide, {Width: 100, Height: 30}, {Width: 200, Height: 60}} {
		exploreMorocco(t, o, func(s *tuitest.Screen) {
			s.Type(":").See("Organismes publics", "de l’administration")
			for line := range strings.Lines(s.Text()) {
				if parts := strings.Split(line, "│"); len(parts) == 4 && strings.Contains(parts[2], "…") {
					s.Fail("a name is cut: %q", parts[2])
				}
			}
		})
	}
}

// TestAWrongQueryIsExplainedWhole types a query whose error message does not fit in one line.
func TestAWrongQueryIsExplainedWhole(t *testing.T) {
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.Type(":").Write("country:").See("entre guillemets, on le cherche comme texte").Resize(200, 60).Miss("  entre guillemets").See("· entre guillemets, on le cherche comme texte")
	})
}
