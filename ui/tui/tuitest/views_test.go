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
		s.Type("1", ":").Write("enregistrer").See("Sans effet ici", "enregistrer le filtre actuel", "rien à faire ici").Type("esc")
		s.Type("/").Write("austin OR seattle").Type("enter", ":").Write("enregistrer").See("enregistrer le filtre actuel", "V").Miss("Sans effet ici").Type("enter")
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

func TestTheRowOfTabsGoesRoundAndSaysSo(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		const round = "Après le dernier onglet vient le premier."
		s.Type("1", "right").Miss(round).Type("left").Miss(round).Type("left").See(round, "Encyclopædia Britannica").Type("right").See("Oracle").Miss(round)
	})
}

func TestTheBriefIsAmongTheOtherViews(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "v").SeeBeside("b", "note\u00a0: ce que l’on sait, avec les sources").Type("b").See("Amazon Web Services", "L’essentiel")
	})
}

func TestWhatNeedsAnEntityIsSaid(t *testing.T) {
	const crates = "[[package]]\nname = \"a\"\ndependencies = [\"b\"]\n[[package]]\nname = \"b\"\n[[package]]\nname = \"c\"\ndependencies = [\"b\", \"a\"]\n"
	explore(t, file(t, crates), wide, func(s *tuitest.Screen) {
		s.Type("1", "j").SeeBeside("← nécessaire à", "a · c").Miss("← dependencies")
	})
}

// TestAViewOfWhatIsLinkedToOneEntitySaysHow opens a view of all that is linked to a
// company: beside each name is how. One of a link to any of two has no such column.
func TestAViewOfWhatIsLinkedToOneEntitySaysHow(t *testing.T) {
	views := "[views.around]\nlabel = \"Autour\"\nquery = \"link:company/oracle\"\n[views.either]\nlabel = \"Des deux\"\nquery = \"link:company/oracle,company/amazon\"\n"
	explore(t, file(t, mission+views), wide, func(s *tuitest.Screen) {
		s.Type("t").Write("autour").Type("enter").See("Rôle", "Austin", "siège de")
		s.Type("L").See("Role", "seat of").Type("L")
		s.Type("t").Write("deux").Type("enter").See("Austin", "Seattle").Miss("Rôle")
	})
}

// TestAFilterForWhatIsLinkedToOneEntitySaysHow filters by links to an entity, given by its
// address, key, name or a part of the name. The column of roles appears and disappears with the
// filter.
func TestAFilterForWhatIsLinkedToOneEntitySaysHow(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("2").See("Austin").Miss("Rôle")
		for _, written := range []string{"company/oracle", "oracle", "Oracle", "ORCL", "=oracle", "orac"} {
			s.Type("/", "ctrl+u").Write("link:"+written).Type("enter").See("Rôle", "Austin", "siège de")
		}
		s.Type("/", "ctrl+u").Write("link:company/oracle,company/amazon").Type("enter").See("Austin", "Seattle").Miss("Rôle")
		s.Type("/", "ctrl+u").Write("link:oracle austin").See("Rôle", "siège de").Type("esc").Miss("Rôle")
		s.Type("1", "/").Write("link:austin").Type("enter").See("Rôle", "Oracle", "siège").Type("esc").Miss("Rôle")
	})
}

// TestARoleHasRoomOnANarrowScreen uses roles that are wider than the room that names leave.
func TestARoleHasRoomOnANarrowScreen(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		s.Type("3", "/").Write("link:oracle").Type("enter").See("Rôle").SeeBeside("Austin", "siège de")
	})
}

// TestAListKeepsItsOrderWithoutTheRolesThatItIsSortedBy sorts by roles, removes the filter that
// adds their column, and checks the list at full width and after a reload.
func TestAListKeepsItsOrderWithoutTheRolesThatItIsSortedBy(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("2", "/").Write("link:oracle").Type("enter", "S").Write("rôle").Type("enter").See("Rôle ▲")
		s.Type("z").See("Rôle ▲", "siège de").Type("c").Write("rôle").See("[x] Rôle").Type("esc", "esc", "R").Wait(time.Second).See("Rôle ▲", "siège de")
		s.Type("z", "esc").See("Seattle", "Rôle ▲").Type("R").Wait(time.Second).See("Seattle", "Rôle ▲")
	})
}
