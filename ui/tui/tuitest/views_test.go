package tuitest_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

func TestTheFilterIsSavedAsAView(t *testing.T) {
	path := file(t, mission)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("1", ":").Write("enregistrer").Miss("enregistrer le filtre actuel").Type("esc")
		s.Type("/").Write("austin OR seattle").Type("enter", ":").Write("enregistrer").See("enregistrer le filtre actuel", "V").Type("enter")
		s.See("Enregistrer une vue", "kind:company (austin OR seattle)", "Titre de son onglet").Type("enter").See("Enregistrer une vue")
		s.Write("Là-bas").Type("enter").Wait(time.Second).See("Là-bas 3", "[views.la-bas]")
		s.Type("4").See("Oracle", "École numérique", "Amazon Web Services").Miss("Palo Alto Networks")
		s.Type("/").Write("oracle").Type("enter", "V").See("kind:company (austin OR seattle) oracle").Type("esc").Miss("Enregistrer une vue")
	})
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if rest, ok := strings.CutPrefix(string(text), mission); !ok || rest != "\n[views.la-bas]\nlabel = \"Là-bas\"\nquery = \"kind:company (austin OR seattle)\"\n" {
		t.Errorf("the file ends in %q", rest)
	}
}

func TestWhereNoViewCanBeSavedItIsSaid(t *testing.T) {
	path := file(t, mission)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("1", "V").See("Il n’y a pas de filtre à enregistrer").Wait(5 * time.Second)
		s.Type("/").Write("austin").Type("enter")
		if err := os.WriteFile(path, []byte("broken = ["), 0o600); err != nil {
			s.Fail("%v", err)
		}
		s.Type("V").Write("x").Type("enter").Wait(time.Second).See("Pas enregistré. trial.toml:1")
	})
}

func TestAFilterThatMakesNoSenseIsNotSaved(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "/").Write("fuonded:1").Type("enter", "V").See("Le filtre contient une erreur").Miss("Enregistrer une vue")
		s.Type("/").Write(" (austin").Type("enter", "V").Miss("Enregistrer une vue")
	})
}

const viewsThatFail = `
[kb]
format = 1
[city.austin]
name = "Austin"
[views.none]
label = "Nobody"
query = "zzzz"
[views.wrong]
label = "Wrong"
query = "fuonded:<2000"
`

func TestAViewThatIsEmptyOrWrongSaysSo(t *testing.T) {
	explore(t, file(t, viewsThatFail), wide, func(s *tuitest.Screen) {
		s.See("Nobody 0", "Wrong !").Type("2").See("Aucun résultat pour «\u00a0zzzz\u00a0»")
		s.Type("3").See("fuonded:<2000", "^^^^^^^", "champ ou relation inconnus\u00a0: fuonded", "trial.toml")
	})
}
