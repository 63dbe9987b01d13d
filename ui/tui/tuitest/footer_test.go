package tuitest_test

import (
	"strings"
	"testing"

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
