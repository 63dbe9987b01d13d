package cli_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"rihla/ui/cli"
	"rihla/ui/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

// goldens are what is printed by each command, on the built-in knowledge base
// and on files that know nothing of rihla. Who changes a golden file reads it.
var goldens = map[string][]string{
	"help":  {"", "--help", "list --help", "graph --help", "help nothing"},
	"kinds": {"kinds", "kinds --kb Cargo.lock"},
	"list": {
		"list company --limit 4", "list company,city austin --columns name,kind,founded", "list package --kb Cargo.lock --columns name,version --sort -version",
		"list package --kb Cargo.lock --format csv --limit 2", "list company nosuchword", "list compny", "list company --columns colour",
	},
	"show":     {"show city/austin", "show package/serde --kb Cargo.lock", "show company/orakle", "show package/toml --kb Cargo.lock"},
	"search":   {"search austin --limit 3", "search serde --kb Cargo.lock", "search founded:<1960", "search austni --limit 2", "search nosuchword", "search headquaters:austin"},
	"path":     {"path company/oracle city/austin --max-hops 2", "path company/oracle city/austin --max-hops 2 --plain", "path helix-core serde_derive --kb Cargo.lock", "path helix-core serde_derive --kb Cargo.lock --plain", "path serde unicode-width --kb Cargo.lock"},
	"check":    {"check", "check teaching", "check teaching --only contradiction --format github", "check --explain contradiction", "check Cargo.lock"},
	"explain":  {"explain Cargo.lock", "explain Cargo.lock --only dependencies --format json", "explain teaching --only event", "explain --only agency", "explain Cargo.lock --only pakage"},
	"init":     {"init Cargo.lock --dry-run", "init Cargo.lock", "init", "init teaching"},
	"retract":  {"retract source/uschamber-2013-05", "retract source/nothing"},
	"suggest":  {"suggest --limit 6", "suggest Cargo.lock"},
	"gaps":     {"gaps company theme --limit 5", "gaps package package --kb Cargo.lock --limit 5"},
	"overview": {"overview", "overview --plain", "overview Cargo.lock --plain"},
	"graph":    {"graph city/austin", "graph city/austin --plain", "graph serde --kb Cargo.lock", "graph serde --kb Cargo.lock --plain"},
	"matrix":   {"matrix event theme", "matrix event theme --plain", "matrix package package --kb Cargo.lock"},
	"timeline": {"timeline --kind event --from 2023-11 --to 2024-06", "timeline --kind event --from 2023-11 --to 2024-06 --plain", "timeline --kb Cargo.lock"},
	"map":      {"map event/mission-2024", "map event/mission-2024 --plain", "map kind:package --kb Cargo.lock"},
	"import":   {"import harbours.csv --dry-run", "import harbours.csv -o -", "import harbours.csv", "import", "import none.csv --dry-run", "import harbours.csv --key colour --dry-run", "import harbours.csv --from xlsx --dry-run"},
	"serve":    {"serve --help", "serve", "serve --ssh localhost:0 --keys nothing.pub", "serve --ssh localhost:0 --keys x --anonymous", "serve --ssh localhost:0 --anonymous --rate 0", "serve nothing --ssh localhost:0 --anonymous"},
	"brief":    {"brief city/austin", "brief package/serde --kb Cargo.lock", "brief city/austin --format bibtex"},
}

const harbours = "Name;Near;Berths;Opened;Depth (m)\nRiga;;12;31/12/1901;7,5\nTurku;riga;4;01/02/1880;6\nÅbo;turku\nRiga;;3;02/02/1990;5,25;?\n"

func TestCommandsPrintWhatAPersonHasRead(t *testing.T) {
	cli.SetToday(t, "2026-11-23")
	golden, err := filepath.Abs(filepath.Join("testdata", "golden"))
	if err != nil {
		t.Fatal(err)
	}
	teaching := os.DirFS(filepath.Join("..", "..", "model", "check", "testdata", "teaching"))
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "teaching"), teaching); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "Cargo.lock"), []byte(crates), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "harbours.csv"), []byte(harbours), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for name, commands := range goldens {
		for _, lang := range words.LanguageTags() {
			t.Run(name+" "+lang, func(t *testing.T) {
				var got strings.Builder
				for _, command := range commands {
					args := append(strings.Fields(command), "--lang", lang)
					r := run(t, args...)
					fmt.Fprintf(&got, "$ rihla %s\n%s%s[%d]\n\n", strings.Join(args, " "), r.out, r.err, r.code)
					isWhole(t, command, r)
				}
				compareWithGolden(t, filepath.Join(golden, name+"-"+lang+".golden"), got.String())
			})
		}
	}
}

func compareWithGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range gotLines {
		if i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("%s, line %d:\n%s\nthe golden file has\n%s\nRead what changed, then go test ./ui/cli -update", file, i+1, strings.Join(gotLines[i:min(i+8, len(gotLines))], "\n"),
				strings.Join(wantLines[min(i, len(wantLines)):min(i+8, len(wantLines))], "\n"))
		}
	}
	t.Fatalf("%s has more lines", file)
}

// isWhole checks what no output has: verbs that were not filled, bytes that a
// terminal obeys, and in words, a drawing.
func isWhole(t *testing.T, command string, r result) {
	t.Helper()
	if strings.Contains(r.out+r.err, "%!") || strings.Contains(r.out+r.err, "%s") || strings.Contains(r.out+r.err, "%d") {
		t.Errorf("%s: a verb is left:\n%s%s", command, r.out, r.err)
	}
	isPlain := strings.Contains(command, "--plain")
	for line := range strings.Lines(r.out + r.err) {
		line = strings.TrimSuffix(line, "\n")
		if strings.TrimRight(line, " ") != line {
			t.Errorf("%s: spaces end %q", command, line)
		}
		for _, c := range line {
			if unicode.IsControl(c) || isPlain && ('\u2500' <= c && c <= '\u25FF' || '\u2800' <= c && c <= '\u28FF') {
				t.Errorf("%s: %q in %q", command, c, line)
			}
		}
	}
}
