package tuitest_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// TestTheBottomLineNamesTheMostNeededKeys looks at it at 80 columns, in both languages, on
// every page but the first.
func TestTheBottomLineNamesTheMostNeededKeys(t *testing.T) {
	for name, keys := range map[string][]string{
		"list": {"2"}, "detail": {"2", "enter"}, "graph": {"2", "v", "g"}, "path": {"2", "space", "j", "space", "v", "p"}, "half a path": {"2", "v", "p"},
		"timeline": {"6", "v", "t"}, "map": {"6", "v", "m"}, "matrix": {"2", "v", "x"}, "gaps": {"2", "v", "l"}, "suggestions": {"v", "s"}, "problems": {"!"},
		"brief": {"b"}, "inference": {"i"}, "frequency": {"2", "F", "enter"}, "comparison": {"2", "space", "j", "space", "="},
	} {
		for language, hints := range map[string][]string{"fr": {" retour", ": chercher", "? aide"}, "en": {" back", ": search", "? help"}} {
			t.Run(name+" "+language, func(t *testing.T) {
				exploreMorocco(t, narrow, func(s *tuitest.Screen) {
					if language == "en" {
						s.Type("L")
					}
					s.Type(keys...)
					for _, hint := range hints {
						if foot := s.Line(23); !strings.Contains(foot, hint) {
							s.Fail("%q is not in %q", hint, foot)
						}
					}
				})
			})
		}
	}
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		for _, at := range []string{"2", "0"} {
			s.Type(at).See("t onglets", "v vues")
		}
	})
}

// TestTheBottomLineOfAnEmptyPictureOffersNoDeadKey draws what a filter has left nothing of.
func TestTheBottomLineOfAnEmptyPictureOffersNoDeadKey(t *testing.T) {
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		s.Type("2", "/").Write("zzzzqq").Type("enter")
		for _, picture := range []string{"t", "m", "x", "g"} {
			s.Type("v", picture).See("retour", "v vues").Miss("ouvrir", "se déplacer", "zoom", "sauts", "z tout afficher", "d détail", "s source", "centrer")
			s.Type("esc")
		}
		s.Type("v", "g").See("↵ choisir").Type("enter").See("Choisir une entité")
	})
}

// TestTheBottomLineSetsThePositionApart narrows the screen cell by cell: what the last key
// does is never taken for a part of the position.
func TestTheBottomLineSetsThePositionApart(t *testing.T) {
	apart := regexp.MustCompile(`(^|  )(lien )?1/\d+ *$`)
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		for _, keys := range [][]string{{"2"}, {"enter"}, {"2", "F", "enter"}} {
			s.Resize(80, 24).Type(keys...)
			for width := 80; width >= 36; width-- {
				if foot := s.Resize(width, 24).Line(23); !apart.MatchString(strings.ReplaceAll(foot, "\u00a0", " ")) {
					s.Fail("%d columns: %q", width, foot)
				}
			}
		}
	})
}

// TestANoticeTakesTheWholeBottomLine has two that are as long as a narrow screen is wide.
func TestANoticeTakesTheWholeBottomLine(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		s.Type("0").See("0 (vue d’ensemble)\u00a0: c’est cette page.").Type("L", "2", "#").See("# does nothing here; ? shows the keys.").Miss("1/13")
		s.Type("j").See("2/13")
	})
}

// TestALongNoticeIsReadWhole checks that notices wider than the screen wrap to several lines
// until the next key, on a page and in a dialog.
func TestALongNoticeIsReadWhole(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		s.Type("2")
		for _, key := range []string{"#", "a", "r"} {
			before := s.Text()
			s.Type(key)
			notice := strings.TrimSpace(s.Line(10) + " " + strings.TrimSpace(s.Line(11)))
			if strings.Contains(notice, "…") || len(notice) <= 40 {
				s.Fail("after %q it says %q", key, notice)
			}
			s.Type("0", "2").Wait(5 * time.Second).Same(before)
		}
	})
}

// TestALongNoticeLeavesWhatIsSelected checks that a long notice does not hide a selection on the
// last line of a list.
func TestALongNoticeLeavesWhatIsSelected(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		s.Type("2", "G").SeeBeside(bar, "Moroccan").Type("r").SeeBeside(bar, "Moroccan").See("r sert sur un autre écran")
	})
}

// TestTheBottomLineNamesTheKeysThatWrite checks the hints of a writable base in a list, in a
// detail, and after a change was written.
func TestTheBottomLineNamesTheKeysThatWrite(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("2", "1")
		foot := func(shown bool, hints ...string) {
			for _, hint := range hints {
				if foot := s.Line(35); strings.Contains(foot, hint) != shown {
					s.Fail("%q in %q: %v expected", hint, foot, shown)
				}
			}
		}
		foot(true, "a ajouter", "e éditeur")
		s.Type("enter")
		foot(true, "a ajouter", "c modifier", "e éditeur")
		foot(false, "u annuler")
		s.Type("a").Write("staff").Type("tab").Write("5").Type("ctrl+s").Wait(time.Second).Type("esc", "2", "1")
		foot(true, "u annuler", "a ajouter")
	})
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		if s.Type("2"); strings.Contains(s.Line(35), "a ajouter") || strings.Contains(s.Line(35), "e éditeur") {
			s.Fail("what has no files cannot be written: %q", s.Line(35))
		}
	})
}
