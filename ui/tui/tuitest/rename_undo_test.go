package tuitest_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// TestTheUndoOfARenamingKeepsThePlace renames an entity that is a file of its own, and undoes
// and redoes that in its detail, in its picture, and on the page of another entity before which
// it was open.
func TestTheUndoOfARenamingKeepsThePlace(t *testing.T) {
	for _, manifest := range []string{"", "[kb]\nformat = 1\n", "[kb]\nformat = 1\n[kinds.ship]\n"} {
		dir := t.TempDir()
		for name, text := range map[string]string{
			"kb.toml": manifest, "port/lima.toml": "name = 'Lima'\ncountry = 'Peru'\n", "port/oslo.toml": "name = 'Oslo'\n", "port/rome.toml": "name = 'Rome'\n",
			"ship/ada.toml": "name = 'Ada'\nhome = 'lima'\n", "ship/bea.toml": "name = 'Bea'\nhome = 'oslo'\n", "ship/cyd.toml": "name = 'Cyd'\nhome = 'rome'\n",
			"crew/x.toml": "name = 'X'\nship = 'ada'\n", "crew/y.toml": "name = 'Y'\nship = 'bea'\n",
		} {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		explore(t, dir, wide, func(s *tuitest.Screen) {
			s.Type("/").Write("ada").Type("enter", "esc", "t").Write("ship").Type("enter", "enter").See("ship/ada")
			tabs := s.Line(1)
			same := func() {
				t.Helper()
				if got := s.Line(1); got != tabs {
					s.Fail("the tabs are\n%s\nnot\n%s", got, tabs)
				}
			}
			s.Type("c").Write("même").Type("enter", "up", "up", "ctrl+u").Write("lma").Type("ctrl+s").See("Écrit en ship/lma.toml:1", "ship/lma").Miss("ship/ada")
			same()
			s.Type("u").See("annulé", "ship/ada.toml:1", "ship/ada").Wait(5 * time.Second).See("ship/ada").Miss("ship/lma")
			same()
			s.Type("v", "g").See("Ada", "Lima").Type("ctrl+r").See("rétabli", "ship/lma.toml:1", "Ada", "Lima").Wait(5*time.Second).See("Ada", "Lima", "X").Type("esc").See("ship/lma")
			same()
			s.Type("tab", "enter").See("crew/x").Type("u").See("annulé", "ship/ada.toml:1", "Ada").Type("esc").See("ship/ada")
			same()
		})
	}
}
