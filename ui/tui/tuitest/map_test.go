package tuitest_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"rihla/assets"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui/tuitest"
)

// exploreMorocco tells a story of the built-in base, in French.
func exploreMorocco(t *testing.T, o tuitest.Options, story func(*tuitest.Screen)) {
	t.Helper()
	fsys, err := fs.Sub(assets.FS, assets.Morocco)
	if err != nil {
		t.Fatal(err)
	}
	exploreBy(t, func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.OpenFS(ctx, fsys, o) }, "", o, story)
}

func TestTheMissionOnTheMap(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.See("Mission d’affaires").Type("enter", "v", "m")
		s.See("Événements · 12 sur la carte", "Austin", "Arlington 2\u202f112\u00a0km", "Austin → Silicon Valley 2\u202f358\u00a0km", "a visité\u00a0: Austin", "2\u202f000\u00a0km")
		s.Type("z").Miss("2\u202f000\u00a0km ").Type("z").See("2\u202f000\u00a0km")
		s.Type("L").See("Events · 12 on the map", "2,112\u00a0km").Type("L")
		s.Type("d").See("event/mission-2024").Type("esc").See("Événements · 12 sur la carte")
		s.Type("s").See("Sources", "notamment Austin au Texas").Type("esc")
		s.Type("left").See("□ 3 près de San Jose", "2/6").Type("esc").Miss("sur la carte")
	})
}

func TestCitiesOnTheMap(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.Type("3", "v", "m").See("Villes · 16 sur la carte", "Nashville", "7/16")
		s.Type("g").See("San Francisco", "1/16").Type("G").See("16/16", "Tanger")
		s.Type("g", "enter").See("San Jose", "Redwood City", "côtes au 1:110\u00a0000\u00a0000")
		s.Type("esc").See("Nashville").Miss("Redwood City")
		s.ClickOn("Redmond").See("47,674° N")
		s.DoubleClickOn("Nashville").See("city/nashville").Type("esc").See("Villes · 16 sur la carte")
		s.Type("space").ClickOn("Austin").See("Nashville – Austin")
		s.Type("\x1b[1;2D", "\x1b[1;2A", "+", "+", "-").See("sur la carte")
		for range 30 {
			s.Hurry("+", "+", "+")
			if _, _, found := s.Find("n’a pas plus de détails"); found {
				break
			}
		}
		s.See("n’a pas plus de détails")
	})
}

func TestSeveralAtOnePlaceAreListed(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.Type("2", "v", "m").See("sur la carte").See("siège à\u00a0: Austin", "1 autre ici")
		s.ClickOn("2 à Austin").See("À Austin", "Oracle", "SparkCognition").Type("down", "enter").See("company/")
		s.Type("esc").See("Entreprises · 8 sur la carte")
	})
}

func TestTheMapFitsAnyScreen(t *testing.T) {
	for _, size := range [][2]int{{20, 6}, {20, 8}, {33, 11}, {80, 24}, {200, 60}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			exploreMorocco(t, tuitest.Options{Width: size[0], Height: size[1]}, func(s *tuitest.Screen) {
				s.Type("v", "m", "left", "right", "up", "down", "tab", "+", "-", "z", "z", "\x1b[1;2C")
				if strings.Contains(s.Text(), "panic") {
					t.Error(s.Text())
				}
			})
		})
	}
}

// TestAMapSaysWhatIsBeyondItsEdges zooms in on one place, with and without room for a title.
func TestAMapSaysWhatIsBeyondItsEdges(t *testing.T) {
	for _, size := range [][2]int{{20, 6}, {40, 12}, {40, 20}, {80, 24}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			exploreMorocco(t, tuitest.Options{Width: size[0], Height: size[1]}, func(s *tuitest.Screen) {
				s.Type("3", "v", "m", "+", "+", "+", "+", "+")
				if size[1] < 20 {
					s.See("hors cadre")
				} else {
					s.See("lieux hors d")
				}
			})
		})
	}
}

func TestNothingWithAPlace(t *testing.T) {
	explore(t, file(t, "[thing.a]\nname = 'A'\n[thing.b]\nname = 'B'\n"), wide, func(s *tuitest.Screen) {
		s.Type("v", "m").See("Aucun lieu ici.", "location = [30.2672, -97.7431]").Type("enter", "left").See("Aucun lieu").Type("esc").Miss("Aucun lieu")
	})
}

// TestTheHelpExplainsTheSignsOfALowPicture opens the help of maps and graphs that have
// no room for their legend, and of one that has.
func TestTheHelpExplainsTheSignsOfALowPicture(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		sign string
	}{"map": {[]string{"4", "v", "m"}, "□ événement   "}, "graph": {[]string{"4", "v", "g"}, "◆ thème"}} {
		for _, o := range []tuitest.Options{{Width: 80, Height: 18}, {Width: 40, Height: 12}} {
			exploreMorocco(t, o, func(s *tuitest.Screen) {
				s.Type(c.keys...).Miss(c.sign).Type("?").See(strings.TrimSpace(c.sign))
				s.Write("langue").Miss(c.sign)
			})
		}
		t.Run(name, func(t *testing.T) {
			exploreMorocco(t, wide, func(s *tuitest.Screen) {
				s.Type(c.keys...).Type("?")
				if x, y, _ := s.Find("Aide"); strings.Contains(s.Line(y+3), "□") || strings.Contains(s.Line(y+3), "◆") {
					s.Fail("the help at %d,%d explains what the page explains", x, y)
				}
			})
		})
	}
}
