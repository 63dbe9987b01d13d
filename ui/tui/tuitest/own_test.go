package tuitest_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"rihla/ui/tui/tuitest"
)

// configured returns the options of a process with the given configuration file.
func configured(t *testing.T, text string) tuitest.Options {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	o := wide
	o.Environ = []string{"RIHLA_CONFIG=" + file, "PATH=/usr/bin:/bin"}
	return o
}

// TestCommandsOfAPerson finds, runs, follows and stops user commands.
func TestCommandsOfAPerson(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	o := configured(t, `
[[commands]]
key = "d"
title = "raconter l’entité"
name = "raconter"
run = ["printf", 'a\tb\033[31mrouge\033[0m\n<%s>\n', "{address}", "{name}; exit 1"]

[[commands]]
key = "o"
title = "attendre longtemps"
run = ["sh", "-c", 'i=0; while [ $i -lt 300 ]; do echo "ligne $i"; i=$((i+1)); done; sleep 60']
override = true

[[commands]]
key = "ctrl-g"
title = "échouer"
run = ["sh", "-c", "echo raison; exit 4"]
output = "none"

[[commands]]
key = "ctrl-t"
title = "prendre le terminal"
run = ["sh", "-c", "echo au terminal; sleep 0.5"]
output = "terminal"

[[commands]]
key = "ctrl-a"
title = "compter vite"
run = "seq 3000 3999"

[[commands]]
key = "ctrl-e"
title = "un absent"
run = "no-such-program {address}"

[[commands]]
key = "ctrl-b"
title = "un chemin absent"
run = "/no/such/program"

[[commands]]
key = "w"
title = "des marquées"
run = "echo {marked}"
kinds = "company"
`)
	run(t, file(t, mission), o, func(s *tuitest.Screen) {
		s.WaitFor("Palo Alto Networks").Type("1", "j", "j").See("raconter", bar+" Palo Alto Networks").Miss("ouvrir l’adresse web")
		s.Type("d").WaitFor("code de sortie 0").See("raconter l’entité", "a       brouge", "<company/palo-alto>", "<Palo Alto Networks; exit 1>")
		s.Type("esc").WaitFor(bar + " Palo Alto Networks")
		s.Type("o").WaitFor("ligne 299").See("en cours", "arrêter", "/300").Miss("ligne 1 ")
		s.Type("g").WaitFor("ligne 0").Miss("ligne 299").Type("esc").WaitFor("arrêtée").See("ligne 0")
		s.Type("esc").WaitFor(bar + " Palo Alto Networks")
		s.Type("ctrl+a").WaitFor("code de sortie 0").See("3000").Miss("3998").Type("esc").WaitFor(bar + " Palo Alto Networks")
		s.Type("ctrl+g").WaitFor("échouer\u00a0: code de sortie 4\u00a0: raison")
		s.Type("ctrl+t").WaitFor("Palo Alto Networks")
		s.Type("ctrl+e").WaitFor("Le programme no-such-program est introuvable. Cherché dans les dossiers de $PATH\u00a0: /usr/bin, /bin").Miss("Elle n’a rien affiché").Type("esc").WaitFor(bar + " Palo Alto Networks")
		s.Type("ctrl+b").WaitFor("Le programme /no/such/program n’existe pas.").Type("esc").WaitFor(bar + " Palo Alto Networks")
		s.Type("w").WaitFor("des marquées")
		s.Type("space", "w").WaitFor("code de sortie 0").See("company/palo-alto")
		s.Type("esc").WaitFor(bar+"•Palo Alto Networks").Type("?", "r", "a", "c", "o", "n").WaitFor("raconter l’entité")
		s.Type("esc", "esc").WaitFor("t onglets").Type(":", "r", "a", "c", "o", "n").WaitFor("raconter l’entité").Type("enter").WaitFor("code de sortie 0")
	})
}
