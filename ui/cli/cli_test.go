package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/ui/cli"
)

// result is what a run of the program gave.
type result struct {
	t        *testing.T
	code     int
	out, err string
}

// run runs the program with arguments, in English unless they say otherwise.
func run(t *testing.T, args ...string) result {
	t.Helper()
	for _, name := range []string{"RIHLA_KB", "NO_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"} {
		t.Setenv(name, "")
	}
	for _, name := range []string{"THEME", "EDITOR", "MOUSE", "PLAIN", "LIVE_RELOAD"} {
		t.Setenv("RIHLA_"+name, "")
	}
	t.Setenv("RIHLA_LANG", "en")
	var out, err bytes.Buffer
	code := cli.Main(args, strings.NewReader(""), &out, &err)
	return result{t, code, out.String(), err.String()}
}

func (r result) exits(code int) result {
	r.t.Helper()
	if r.code != code {
		r.t.Errorf("exit code %d, want %d\nout: %s\nerr: %s", r.code, code, r.out, r.err)
	}
	return r
}

func (r result) prints(texts ...string) result {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.out, text) {
			r.t.Errorf("does not print %q:\n%s", text, r.out)
		}
	}
	return r
}

func (r result) complains(texts ...string) result {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.err, text) {
			r.t.Errorf("does not complain %q:\n%s", text, r.err)
		}
	}
	return r
}

func (r result) decode(into any) {
	r.t.Helper()
	if err := json.Unmarshal([]byte(r.out), into); err != nil {
		r.t.Fatalf("%v in\n%s", err, r.out)
	}
}

// write writes a file of a knowledge base and returns its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const lock = `version = 4

[[package]]
name = "app"
version = "0.1.0"
dependencies = ["serde", "windows-sys 0.52.0"]

[[package]]
name = "serde"
version = "1.0.0"

[[package]]
name = "windows-sys"
version = "0.52.0"

[[package]]
name = "windows-sys"
version = "0.59.0"
`

func TestWithoutATerminalTheOutlineIsPrinted(t *testing.T) {
	run(t).exits(0).prints("Morocco – US digital mission", "Public bodies", "Companies", "Cities", "Themes")
	run(t, "--lang", "fr").exits(0).prints("Mission numérique Maroc – États-Unis", "Organismes publics", "Entreprises")
	run(t, write(t, "some.lock", lock)).exits(0).prints("some.lock", "Package")
}

func TestTheSeatOfOracleAndItsSource(t *testing.T) {
	run(t, "show", "company/oracle").exits(0).prints("Austin", "since 11 December 2020", "Redwood City", "until 11 December 2020", "Austin Business Journal", "changed its Corporate Headquarters")
	run(t, "show", "company/oracle", "--lang", "fr").exits(0).prints("siège", "depuis le 11 décembre 2020", "jusqu’au 11 décembre 2020")
	run(t, "show", "city/austin").exits(0).prints("headquarters of", "Oracle", "SparkCognition", "visited")
}

func TestTheBuiltInKnowledgeBaseHasNothingWrong(t *testing.T) {
	run(t, "check", "--strict").exits(0).prints("No problems.")
}

func TestExportKeepsItsShape(t *testing.T) {
	var kb struct {
		Format    int
		Title     string
		Languages []string
		Kinds     []struct {
			Kind, Label string
			Count       int
		}
		Entities []struct {
			Address, Kind, Key, Name, Summary, File string
			Aliases                                 []string
			Line                                    int
			Fields                                  map[string]any
			Links                                   []struct {
				Relation, To string
				Qualifiers   map[string]any
				Evidence     []struct{ Source, Locator, Quote string }
			}
			Backlinks []struct{ Relation, From string }
		}
	}
	path := write(t, "Cargo.lock", lock)
	run(t, "export", "--kb", path, "--format", "json").exits(0).decode(&kb)
	if kb.Format != 1 || len(kb.Kinds) != 1 || kb.Kinds[0].Count != 4 || len(kb.Entities) != 4 {
		t.Fatalf("%+v", kb)
	}
	app, serde := kb.Entities[0], kb.Entities[1]
	if app.Address != "package/app" || app.Line != 3 || app.File != "Cargo.lock" || app.Fields["version"] != "0.1.0" || app.Fields["dependencies"] != nil {
		t.Errorf("%+v", app)
	}
	if len(app.Links) != 2 || app.Links[1].To != "package/windows-sys 0.52.0" || app.Links[1].Relation != "dependencies" {
		t.Errorf("%+v", app.Links)
	}
	if len(serde.Backlinks) != 1 || serde.Backlinks[0].From != "package/app" {
		t.Errorf("%+v", serde.Backlinks)
	}
	lines := strings.Split(strings.TrimSpace(run(t, "export", "--kb", path, "--format", "jsonl").exits(0).out), "\n")
	if len(lines) != 4 || !json.Valid([]byte(lines[3])) {
		t.Errorf("%d lines", len(lines))
	}
}

func TestListsComeInEveryFormat(t *testing.T) {
	path := write(t, "Cargo.lock", lock)
	run(t, "list", "package", "--kb", path, "--columns", "name,version").exits(0).prints("package/serde", "1.0.0")
	csv := run(t, "list", "package", "--kb", path, "--columns", "name,version", "--format", "csv", "--sort", "-name").exits(0)
	if want := "address,name,version\npackage/windows-sys 0.59.0,windows-sys 0.59.0,0.59.0\n"; !strings.HasPrefix(csv.out, want) {
		t.Errorf("got %q", csv.out)
	}
	var list []struct{ Address string }
	run(t, "list", "package", "WINDOWS 0.59", "--kb", path, "--format", "json", "--limit", "2").exits(0).decode(&list)
	if len(list) != 1 || list[0].Address != "package/windows-sys 0.59.0" {
		t.Errorf("%+v", list)
	}
	run(t, "list", "package", "nothing like it", "--kb", path).exits(1).complains("No results for nothing like it.")
	run(t, "kinds", "--kb", path, "--format", "tsv").exits(0).prints("package\tPackage\t4")
}

func TestExitCodesSayWhatWentWrong(t *testing.T) {
	broken := write(t, "broken.toml", "[a.b]\nx = \n[a.c]\ny = 1\n")
	run(t, "check", broken).exits(1).prints("broken.toml:2:5: error: ", "[syntax]")
	run(t, "show", "a/c", "--kb", broken).exits(0).prints("y")
	run(t, "show", "company/orcle").exits(1).complains("unknown entity company/orcle", "did you mean company/oracle?")
	run(t, "list", "compny").exits(1).complains("did you mean company?")
	run(t, "list").exits(2)
	run(t, "kinds", "--format", "xml").exits(2).complains("xml")
	run(t, "kinds", "--lang", "de").exits(2)
	run(t, "--unknown").exits(2)
	run(t, "shwo").exits(2).complains("neither a command nor a file or folder", "did you mean show?")
	run(t, "lst").exits(2).complains("did you mean list?")
	run(t, "xyzzy").exits(2).complains("see rihla --help")
	run(t, "lst", "company").exits(2).complains("unknown command lst", "did you mean list?")
	run(t, "kind:company").exits(2).complains("did you mean rihla search kind:company?")
	run(t, "config", "pth").exits(2).complains("did you mean path?")
	for _, path := range []string{"lst.toml", "./lst", "no/such", "~nobody"} {
		run(t, path).exits(3).complains("neither a command nor a file or folder")
	}
	run(t, "no.toml", "such.toml").exits(3).complains("no.toml")
	run(t, "kinds", "--kb", filepath.Join(t.TempDir(), "none")).exits(3).complains("none")
	warned := write(t, "warned.toml", "[a.b]\nx = \"\\u202e\"\ny='z'\n")
	run(t, "check", warned).exits(0)
	run(t, "check", warned, "--strict").exits(1)
}

func TestFindingsInJSON(t *testing.T) {
	var got struct {
		Errors, Warnings, Infos int
		Findings                []struct {
			Code, Severity, File, Address, Message, Hint string
			Line, Column                                 int
		}
	}
	path := write(t, "x.toml", "[city.austin]\n[company.a]\nseat = 'austin'\n[company.b]\nseat = 'austin'\n[company.c]\nseat = 'austni'\n")
	run(t, "check", path, "--format", "json").exits(0).decode(&got)
	f := got.Findings[len(got.Findings)-1]
	if got.Errors != 0 || got.Warnings != 1 || got.Infos != 1 || f.Code != "dangling-reference" || f.Severity != "warning" || f.File != "x.toml" || f.Line != 7 || f.Column != 8 || f.Address != "company/c" || !strings.Contains(f.Hint, "austin") {
		t.Errorf("%+v", got)
	}
}

func TestAnAddressNeedNotBeWrittenExactly(t *testing.T) {
	path := write(t, "x.toml", "[[thing]]\nname = 'once_cell'\n[[thing]]\nname = 'Société Générale'\n")
	run(t, "show", "thing/once-cell", "--kb", path).exits(0).prints("once_cell")
	run(t, "show", "Société Générale", "--kb", path).exits(0).prints("thing/societe-generale")
	run(t, "show", "SOCIETE GENERALE", "--kb", path).exits(0).prints("thing/societe-generale")
}

func TestWhatWasMeantIsSuggested(t *testing.T) {
	path := write(t, "a.toml", "[kinds.city]\nlabel = \"Cities\"\n[city.palo-alto]\nname = \"Palo Alto\"\nbody = \"A city.\"\n")
	run(t, "show", "Palo", "--kb", path).exits(1).complains("did you mean city/palo-alto?")
	run(t, "list", "citi", "--kb", path).exits(1).complains("did you mean city?")
	run(t, "list", "--kb", path).exits(2).complains("needs a KIND")
	run(t, "show", "--kb", path).exits(2).complains("needs an ADDRESS")
	run(t, "list", "city", "--columns", "name,body", "--kb", path).exits(0).prints("A city.")
}

func TestANameOfSeveralEntitiesIsAskedAbout(t *testing.T) {
	path := write(t, "x.toml", "[city.paris]\nx = 1\n[person.paris]\nx = 2\n")
	run(t, "show", "paris", "--kb", path).exits(1).complains("paris is the name of several entities", "did you mean city/paris or person/paris?")
	run(t, "show", "Pariss", "--kb", path).exits(1).complains("did you mean paris?")
}

func TestATableOfKindsIsForPeopleAndACSVForPrograms(t *testing.T) {
	path := write(t, "x.toml", strings.Repeat("[[x]]\n", 1234))
	run(t, "kinds", "--kb", path, "--lang", "fr").exits(0).prints("Libellé", "1\u202f234")
	if got, want := run(t, "kinds", "--kb", path, "--lang", "fr", "--format", "csv").exits(0).out, "kind,label,count,view\nx,X,1234,\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNoControlByteReachesTheOutput(t *testing.T) {
	path := write(t, "x.toml", "[a.\"k\\u001b]0;x\\u0007\"]\nname = \"n\\u009b31m\\u202e\"\n\"f\\u001b\" = \"v\\u001b_Gx\\u001b\\\\\"\nbody = \"b\\u001b[31m\"\nlist = [\"\\u0000\"]\nlocation = [1, 2]\n")
	for _, args := range [][]string{
		{path}, {"kinds", "--kb", path}, {"list", "a", "--kb", path}, {"list", "a", "--kb", path, "--format", "json"},
		{"list", "a", "--kb", path, "--format", "csv"}, {"show", "n\u009b31m\u202e", "--kb", path}, {"check", path},
		{"check", path, "--format", "json"}, {"export", "--kb", path}, {"map", "--kb", path, "--format", "json"}, {"graph", "n\u009b31m\u202e", "--kb", path, "--format", "json"}, {"show", "a/\x1b[31m", "--kb", path},
	} {
		r := run(t, args...)
		for _, c := range r.out + r.err {
			if c < ' ' && c != '\n' || c >= 0x7F && c < 0xA0 || c == 0x202E {
				t.Errorf("%q lets %U through: %q", args, c, r.out+r.err)
				break
			}
		}
	}
}

func TestTheLanguageOfASourceIsNamed(t *testing.T) {
	out := run(t, "show", "source/mwn-2020-06", "--lang", "fr").exits(0).out
	for line := range strings.Lines(out) {
		if strings.HasPrefix(line, "langue") && strings.TrimSpace(strings.TrimPrefix(line, "langue")) != "anglais" {
			t.Errorf("the language is told as %q", line)
		}
	}
}
