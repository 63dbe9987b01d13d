package tuitest_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui"
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

// What is typed while the files are read, after `R` or a write, outlasts the reading, which
// is shown once the field or dialog is left.
func TestAReloadKeepsWhatIsTypedMeanwhile(t *testing.T) {
	path := file(t, companies)
	const slowly = time.Second
	tuitest.Run(t, wide, func(terminal tuitest.Terminal) error {
		first := true
		return tui.Run(terminal.Context, tui.Options{
			Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) {
				if !first {
					time.Sleep(slowly)
				}
				first = false
				return reader.Open(ctx, path, o)
			},
			Path: path, Lang: "en",
			Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ, Started: terminal.Started,
		})
	}, func(s *tuitest.Screen) {
		write := func(text string) {
			t.Helper()
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s.See("Ada Ltd").Type("1")
		write(strings.Replace(companies, `"Cy Ltd"`, `"Cy Limited"`, 1))
		s.Type("R").Type("/").Write("cy").Wait(2*slowly).See("cy", "1/1", "Cy Ltd", "1 changed (shown once this is closed)").Miss("Cy Limited")
		s.Write(" l").See("cy l").Type("enter").Wait(2*slowly).See("Cy Limited", "1 changed").Type("esc")

		write(companies)
		s.Type("R").Type("?").Wait(2 * slowly).See("shown once this is closed").Type("esc").Wait(time.Second).See("Cy Ltd")

		s.Type("a").Write("staff").Type("tab").Write("5").Type("ctrl+s").Wait(slowly / 2).Miss("Staff")
		s.Type("/").Write("bo").Wait(2*slowly).See("bo", "1/1", "Wrote trial.toml:9", "(shown once this is closed)")
		s.Type("esc").Wait(time.Second).See("staff", "3/3")
	})
}
