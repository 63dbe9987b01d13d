package tuitest_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

func TestAReloadSaysWhatChanged(t *testing.T) {
	path := file(t, mission)
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("R").Wait(time.Second).See("Fichiers rechargés\u00a0: rien n’a changé")
		changed := strings.Replace(mission, `"Palo Alto Networks"`, `"Palo Alto"`, 1)
		changed = strings.Replace(changed, "founded = 2006", "founded = 2005", 1)
		write(changed + "\n[city.fes]\n")
		s.Type("R").Wait(time.Second).See("1 ajoutée, 2 modifiées").Miss("disparue")
		write(strings.Replace(changed, `headquarters = "seattle"`, "headquarters = ", 1))
		s.Type("R").Wait(time.Second).See("1 modifiée, 1 disparue, 1 erreur\u00a0: trial.toml:")
		write("# all the same\n" + strings.Replace(changed, `headquarters = "seattle"`, "headquarters = ", 1))
		s.Type("L", "R").Wait(time.Second).See("Files reloaded: 1 file changed, but no entity, 1 error: trial.toml:")
	})
}
