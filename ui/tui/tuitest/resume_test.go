package tuitest_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui"
	"rihla/ui/tui/tuitest"
)

// session explores a path with a file of places, and quits.
func session(t *testing.T, path, state string, story func(*tuitest.Screen)) {
	t.Helper()
	tuitest.Run(t, wide, func(terminal tuitest.Terminal) error {
		return tui.Run(terminal.Context, tui.Options{
			Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, path, o) }, Path: path, Lang: "fr", State: state,
			Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ, Started: terminal.Started,
		})
	}, func(s *tuitest.Screen) {
		story(s)
		s.Type("q")
		if err := s.Err(); err != nil {
			t.Fatal(err)
		}
	})
}

func TestTheLastPlaceIsOfferedAtTheNextStart(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state", "places.json")
	path := file(t, mission)
	session(t, path, state, func(s *tuitest.Screen) { s.Miss("Reprendre").Type("1", "j", "enter").See("company/oracle") })
	kept, err := os.ReadFile(state)
	if err != nil || !strings.Contains(string(kept), "company/oracle") || strings.Contains(string(kept), "Oracle") || strings.Contains(string(kept), "données") {
		t.Fatalf("%s is kept, %v", kept, err)
	}
	session(t, path, state, func(s *tuitest.Screen) {
		s.SeeBeside("Reprendre à", "Oracle").Type("L").SeeBeside("Continue with", "Oracle").Type("L")
		s.Type("g", "enter").See("company/oracle")
		s.Type("2", "/").Write("austin").Type("enter").See("Villes 1/4")
	})
	session(t, path, state, func(s *tuitest.Screen) { s.SeeBeside("Reprendre à", "Villes  / austin") })
	session(t, path, state, func(s *tuitest.Screen) {
		s.Type("g", "enter").See("Villes 1/4", "/ austin").Type("2", "enter", "0").See("Contenu")
	})
	session(t, path, state, func(s *tuitest.Screen) { s.SeeBeside("Reprendre à", "Austin  ville") })

	gone := strings.ReplaceAll(mission, "city.austin]", "city.houston]")
	if err := os.WriteFile(path, []byte(gone), 0o600); err != nil {
		t.Fatal(err)
	}
	session(t, path, state, func(s *tuitest.Screen) { s.See("Contenu").Miss("Reprendre") })
}

func TestAListOffersTheLastPlaceInThePalette(t *testing.T) {
	state := filepath.Join(t.TempDir(), "places.json")
	path := file(t, strings.Replace(mission, "summary = {", "x = {", 1))
	session(t, path, state, func(s *tuitest.Screen) { s.See(bar+" Amazon").Type("j", "enter").See("company/oracle") })
	session(t, path, state, func(s *tuitest.Screen) {
		s.See(bar+" Amazon", "La dernière fois\u00a0: Oracle\u00a0; : puis Entrée y retourne.").Miss("Reprendre").Type(":").See("Reprendre à Oracle").Type("enter").See("company/oracle")
	})
	session(t, file(t, strings.Replace(mission, "summary = {", "x = {", 1)), state, func(s *tuitest.Screen) { s.Type(":").Miss("Reprendre").Type("esc") })
}

func TestAPlaceThatCannotBeKeptIsNoError(t *testing.T) {
	state := filepath.Join(file(t, "x = 1"), "places.json")
	for range 2 {
		session(t, file(t, mission), state, func(s *tuitest.Screen) { s.Type("1", "j", "enter").See("company/oracle") })
	}
}
