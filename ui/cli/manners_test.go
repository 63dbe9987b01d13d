package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestAPathIsGivenOnce(t *testing.T) {
	run(t, "kinds", "--kb", "a", "--kb", "b").exits(2).complains("--kb is given twice")
	run(t, "--config", "a", "kinds", "--config=b", "--lang", "fr").exits(2).complains("--config est donnée deux fois")
	for _, command := range []string{"check", "explain", "overview", "suggest", "init"} {
		run(t, command, "notes", "--kb", "others").exits(2).complains("the knowledge base is named twice: notes and --kb others")
	}
	run(t, "notes", "--kb", "others").exits(2).complains("named twice")
}

// commandsIn lists the commands that accept a flag.
func commandsIn(t *testing.T, flag string) []string {
	t.Helper()
	var out []string
	for _, name := range offers(t, "") {
		if slices.ContainsFunc(offers(t, name, flag), func(offered string) bool { return offered == flag }) {
			out = append(out, name)
		}
	}
	return out
}

// arguments maps a command to its required arguments.
var arguments = map[string][]string{
	"list": {"company"}, "show": {"company/oracle"}, "search": {"austin"}, "gaps": {"company", "theme"}, "matrix": {"event", "theme"},
	"graph": {"city/austin"}, "path": {"company/oracle", "city/austin"}, "retract": {"source/uschamber-2013-05"}, "map": {"kind:city"},
}

func TestJSONIsShortForItsFormat(t *testing.T) {
	with := commandsIn(t, "--json")
	if len(with) < 12 {
		t.Errorf("%q have it", with)
	}
	for _, name := range with {
		args := append([]string{name}, arguments[name]...)
		short, long := run(t, append(args, "--json")...), run(t, append(args, "--format", "json")...)
		if short.out != long.out || short.code != long.code || !json.Valid([]byte(short.out)) {
			t.Errorf("%s: %.200s, not %.200s", name, short.out+short.err, long.out)
		}
	}
	run(t, "kinds", "--json", "--format", "csv").exits(2).complains("--json and --format csv contradict each other")
	run(t, "kinds", "--json", "--format", "json").exits(0)
	run(t, "brief", "city/austin", "--json").exits(2).complains("unknown flag --json")
}

func TestQuietLeavesRemarksOut(t *testing.T) {
	run(t, "search", "nosuchword", "--quiet").exits(1).keepsQuietOf("No results")
	run(t, "search", "austni").exits(0).complains("No exact match")
	if r := run(t, "search", "austni", "--quiet").exits(0).prints("city/austin"); r.err != "" {
		t.Error(r.err)
	}
	run(t, "show", "company/orcle", "--quiet").exits(1).complains("unknown entity")
	if r := run(t, "check", "--quiet").exits(0); r.out != "" {
		t.Error(r.out)
	}
	run(t, "show", "company/oracle", "--at", "2019", "--quiet").exits(0).keepsQuietOf("as of 2019\n")
}

func TestTablesWithoutTheirFirstLine(t *testing.T) {
	for _, args := range [][]string{
		{"list", "company", "--limit", "3"}, {"list", "company", "--limit", "3", "--format", "csv"}, {"search", "austin", "--format", "tsv"}, {"kinds", "--format", "csv"}, {"search", "austin"},
	} {
		with, without := run(t, args...).exits(0).out, run(t, append(args, "--no-header")...).exits(0).out
		if _, rest, _ := strings.Cut(with, "\n"); without != rest {
			t.Errorf("%q prints %s, not %s", args, without, rest)
		}
	}
}

func TestResultsOfASearchAreListedWithColumns(t *testing.T) {
	csv := run(t, "search", "kind:company headquarters:austin OR headquarters:seattle", "--columns", "name,founded", "--sort", "-founded", "--format", "csv").exits(0).out
	lines := strings.Split(strings.TrimSpace(csv), "\n")
	if lines[0] != "address,name,founded" || len(lines) < 3 {
		t.Fatal(csv)
	}
	years := make([]string, len(lines)-1)
	for i, line := range lines[1:] {
		years[i] = line[strings.LastIndexByte(line, ',')+1:]
	}
	if !slices.IsSortedFunc(years, func(p, q string) int { return strings.Compare(q, p) }) {
		t.Error(csv)
	}
	one := run(t, "search", "kind:company austin", "--columns", "founded", "--limit", "1", "--format", "csv").exits(0).out
	if strings.Count(one, "\n") != 2 {
		t.Error(one)
	}
	run(t, "search", "austin", "--columns", "colour").exits(2).complains("colour")
}

func TestFindingsAreLimitedAndAllCounted(t *testing.T) {
	path := write(t, "x.toml", "[a.b]\nx = \"\\u202e\"\n[a.c]\nx = \"\\u202e\"\n[a.d]\nx = \"\\u202e\"\n")
	all, one := run(t, "check", path), run(t, "check", path, "--limit", "1")
	last := func(text string) string {
		lines := strings.Split(strings.TrimSpace(text), "\n")
		return lines[len(lines)-1]
	}
	if last(all.out) != last(one.out) || strings.Count(one.out, "x.toml:") != 1 || strings.Count(all.out, "x.toml:") != 3 {
		t.Errorf("%s, of %s", one.out, all.out)
	}
}

func TestTheVersionIsACommandToo(t *testing.T) {
	if flag, command := run(t, "--version").exits(0).out, run(t, "version").exits(0).out; flag != command {
		t.Errorf("%q, not %q", command, flag)
	}
	var b struct{ Version, Compiler string }
	if run(t, "version", "--json").exits(0).decode(&b); b.Version == "" || b.Compiler == "" {
		t.Errorf("%+v", b)
	}
}

// TestEachHelpHasExamplesExitStatusesAndVariables checks the sections of each command's
// help, and runs its examples.
func TestEachHelpHasExamplesExitStatusesAndVariables(t *testing.T) {
	for lang, titles := range map[string][]string{
		"en": {"EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "RIHLA_KB", "RIHLA_LANG", "NO_COLOR", "The knowledge base cannot be read"},
		"fr": {"EXEMPLES", "CODE DE RETOUR", "ENVIRONNEMENT", "RIHLA_KB", "La base ne peut pas être lue"},
	} {
		for _, name := range append(offers(t, ""), "config check", "completion zsh") {
			args := append(strings.Fields(name), "--help", "--lang", lang)
			run(t, args...).exits(0).prints(titles...)
		}
	}
	for _, name := range offers(t, "") {
		_, examples, _ := strings.Cut(run(t, name, "--help").out, "EXAMPLES\n\n")
		examples, _, _ = strings.Cut(examples, "\n\n")
		for line := range strings.Lines(examples) {
			example := strings.TrimSpace(line)
			command, isOurs := strings.CutPrefix(example, "rihla ")
			if !isOurs || strings.ContainsAny(example, "~|>") || name == "init" || name == "refuse" || strings.Contains(example, " -o ") {
				continue
			}
			var args []string
			for _, arg := range quoted.FindAllString(command, -1) {
				args = append(args, strings.Trim(arg, "'"))
			}
			if r := run(t, args...); r.code == 2 {
				t.Errorf("%s: %s", example, r.err)
			}
		}
	}
}

// TestOutputGoesIntoAFile checks that --output writes atomically, in the format of the file
// extension.
func TestOutputGoesIntoAFile(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	for name, args := range map[string][]string{
		"a.csv": {"list", "company"}, "a.json": {"search", "austin"}, "a.svg": {"graph", "city/austin"}, "a.sarif": {"check"}, "a.TXT": {"show", "company/oracle"},
	} {
		r := run(t, append(args, "-o", at(name))...).exits(0)
		format := map[string]string{"a.csv": "csv", "a.json": "json", "a.svg": "svg", "a.sarif": "sarif", "a.TXT": "text"}[name]
		want := run(t, append(args, "--format", format)...).out
		if text, err := os.ReadFile(at(name)); r.out != "" || err != nil || string(text) != want {
			t.Errorf("%s: %v, prints %q, and writes %.200s", name, err, r.out, text)
		}
	}
	run(t, "list", "company", "-o", at("a.csv")).exits(4).complains("--force writes over it")
	run(t, "list", "city", "-o", at("a.csv"), "--force").exits(0)
	run(t, "list", "city", "-o", at("a.svg")).exits(2).complains(".csv", "--format")
	run(t, "list", "city", "-o", "").exits(2).complains("the path is empty")
	run(t, "list", "city", "-o", "-").exits(0).prints("Austin")
	run(t, "list", "city", "--format", "tsv", "-o", at("table")).exits(0)
	run(t, "list", "nothing", "-o", at("none.csv")).exits(1)
	run(t, "list", "city", "colour:1", "-o", at("wrong.csv")).exits(2)
	if _, err := os.Stat(at("wrong.csv")); err == nil {
		t.Error("a file is written of nothing")
	}
}
