package tuitest_test

import (
	"testing"

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
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("serch").See("Commande inconnue\u00a0; peut-être\u00a0:", bar+" filtrer la liste").Type("enter").See("des mots, ou des conditions")
	})
}
