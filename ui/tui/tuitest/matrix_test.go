package tuitest_test

import (
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// calls is ships that call at ports and belong to owners, in two blocks.
const calls = `[kb]
format = 1
title = "Le port"
[kinds.ship]
label = "Navires"
[kinds.port]
label = "Ports"
[kinds.owner]
label = "Armateurs"
[relations.calls_at]
label = "escale"
[relations.registered]
label = "immatriculé"
[relations.owner]
label = "armateur"
[source.log]
name = "Le journal"
publisher = "La capitainerie"
[ship.aino]
name = "Aino"
calls_at = [{ to = "oslo", source = "log" }, { to = "bergen", source = "log" }]
registered = { to = "oslo", source = "log" }
owner = "hansa"
[ship.bris]
name = "Bris"
calls_at = ["rabat"]
[ship.clio]
name = "Clio"
calls_at = ["oslo", "bergen"]
owner = "hansa"
[ship.dora]
name = "Dora"
[port.bergen]
name = "Bergen"
[port.rabat]
name = "Rabat"
[port.oslo]
name = "Oslo"
[port.tromso]
name = "Tromsø"
[owner.hansa]
name = "Hansa"
`

func TestTwoKindsAgainstEachOther(t *testing.T) {
	colourless := narrow
	colourless.Environ = []string{"NO_COLOR=1"}
	for name, o := range map[string]tuitest.Options{"wide": wide, "narrow": narrow, "colourless": colourless, "small": {Width: 44, Height: 14}} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, calls), o, func(s *tuitest.Screen) {
				list := s.Text()
				s.Type("v").See("matrice").Type("x").See("Navires × Ports", bar+"Aino", "[▒]▒ ·", "1/3 × 1/3")
				s.See("Aino × Bergen", "escale (1 origine)").SeeBeside("Oslo", "2").SeeBeside("Clio", "2")
				s.Type("right").See("Aino × Oslo", "2 liens · escale (1 origine)").Type("down").See(bar+"Clio", "Clio × Oslo").Type("tab").See("Bris × Rabat", "[?]")
				s.Type("shift+tab").See("Clio × Oslo").Type("g").See("Aino × Oslo")
				at := s.Text()
				s.Type("enter").See("capitainerie").Type("esc").Same(at)
				s.Type("d").See("ship/aino").Type("esc").Same(at)
				s.Type("esc").Same(list)
			})
		})
	}
}

func TestAMatrixIsAskedOtherwise(t *testing.T) {
	explore(t, file(t, calls), wide, func(s *tuitest.Screen) {
		s.Type("v", "x").See("liens directs", "trié par structure", "sans lien\u00a0: Navires 1, Ports 1")
		s.Type("b").See("par escale").Type("b").See("par immatriculé", "1/1 × 1/1").Type("b").Miss("par immatriculé")
		s.Type("r").See("Ports × Navires", bar+"Oslo").Type("r").See("Navires × Ports", bar+"Aino")
		s.Type("S").See("trié par nombre").Type("S").See("trié par nom").SeeBeside("Aino", "2").Type("S").See("trié par structure")
		s.Type("n").See("1[2]").Type("n").See("▒[▒]")
		s.Type("c").See("Navires × Armateurs").Type("c").See("Navires × Source", "sources et ce qui les cite", "citée 3 fois").Type("c").See("Navires × Ports")
		s.Type("+").See("à 2 sauts").Type("+").See("à 3 sauts").Type("-", "-").See("liens directs")
		s.Type("?").See("relation suivante, ou toutes").Type("esc")
		s.Type("L").See("direct links", "sorted by structure").Type("L")
		s.Type("z").See("┼", "un point").Type("enter").See("[▒]")
	})
}

// TestWhatIsInACellIsListed goes to owners and the ports that their ships call
// at, and opens one of the ships.
func TestWhatIsInACellIsListed(t *testing.T) {
	explore(t, file(t, calls), wide, func(s *tuitest.Screen) {
		s.Type("3", "v", "x", "c").See("Armateurs × Navires").Type("r", "r").Type("esc", "2", "v", "x").See("Ports × Navires", "escale (1 origine)")
		s.Type("+").See("à 2 sauts").Type("s")
		s.Type("esc", "esc", "1", "g", "v", "x", "+", "+").See("Navires × Ports", "Aino × Bergen", "3 chemins", "par 3 entités\u00a0: Oslo, Clio, Hansa")
		at := s.Text()
		s.Type("enter").See("Entre Aino et Bergen", "Oslo").Type("esc").Same(at)
		s.Type("enter", "enter").See("port/oslo").Type("esc").Same(at)
		s.Type("s").See("capitainerie").Type("esc").Same(at)
	})
}

func TestTheRowsAreThoseOfTheList(t *testing.T) {
	explore(t, file(t, calls), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("clio").Type("enter", "v", "x").See("Navires × Ports", "/ clio", "1/1 × 1/2").Miss("Aino")
	})
}

func TestAMatrixAnswersTheMouse(t *testing.T) {
	explore(t, file(t, calls), wide, func(s *tuitest.Screen) {
		s.Type("v", "x").See("Aino × Bergen")
		s.ClickOn("Clio ").See(bar + "Clio").Wait(time.Second)
		s.ClickOn("Rabat").See("Clio × Rabat", "aucun lien").Wait(time.Second)
		s.ClickOn("?").See("[?]").Wait(time.Second)
		s.DoubleClickOn("?").See("sans source")
	})
}

func TestAMatrixOfNothingTeaches(t *testing.T) {
	explore(t, file(t, "[ship.aino]\nname = 'Aino'\n"), narrow, func(s *tuitest.Screen) {
		s.Type("v", "x").See("Rien n’est lié ici", `headquarters = "austin"`).Type("j", "enter", "n", "+", "c", "z", "tab", "d", "s", "L").See("Nothing here is linked")
		s.Type("esc").See("Aino")
	})
}

// TestAMatrixAtAnySize moves through every size, and asks that nothing is wider
// than the screen.
func TestAMatrixAtAnySize(t *testing.T) {
	explore(t, file(t, calls), wide, func(s *tuitest.Screen) {
		s.Type("v", "x").See("Navires × Ports")
		for _, size := range [][2]int{{20, 6}, {20, 8}, {30, 10}, {200, 7}, {24, 60}, {80, 24}} {
			s.Resize(size[0], size[1])
			for _, key := range []string{"right", "down", "n", "z", "z", "n", "G", "g"} {
				s.Type(key)
				if lines := strings.Split(s.Text(), "\n"); len(lines) > size[1] {
					s.Fail("%d lines of %d", len(lines), size[1])
				}
			}
		}
		s.See("Navires × Ports")
	})
}

func TestAMatrixOfNothingIsNotCutOnASmallScreen(t *testing.T) {
	explore(t, file(t, "[kb]\nformat = 1\n[city.austin]\nname = \"Austin\"\n"), tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		s.Type("1", "v", "x").See("Un lien est un champ").Miss("…")
	})
}
