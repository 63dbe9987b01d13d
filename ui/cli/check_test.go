package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/ui/words"
)

const faulty = "[kb]\nformat = 1\n[kinds.ship.fields]\nbuilt = { type = \"year\" }\n[ship.aino]\nname = \"Aino\"\nbuilt = \"MCM, or so\"\nmate = \"%,:\"\n[ship.bore]\n[relations.escort]\nfrom = \"ship\"\n"

func TestEveryCodeIsExplainedInEveryLanguage(t *testing.T) {
	if n := len(kb.Codes()); n != 31 {
		t.Errorf("%d codes, the format has 31", n)
	}
	for _, code := range kb.Codes() {
		rule, known := words.RuleOf(string(code))
		for _, l := range words.Languages {
			if !known || l.Say(rule.What) == "" || l.Say(rule.Why) == "" || l.Say(rule.Remedy) == "" {
				t.Errorf("%s is not explained in %s", code, l.Tag)
			}
		}
	}
	run(t, "check", "--explain", "bad-date").exits(0).prints("bad-date", "Problem", "not a real date", "Fix")
	run(t, "check", "--explain", "all", "--lang", "fr").exits(0).prints("orphan", "Correction")
	run(t, "check", "--explain", "bad-dat").exits(2).complains("did you mean bad-date?")
}

func TestAFindingShowsTheLineThatItMeans(t *testing.T) {
	path := write(t, "kb.toml", faulty)
	run(t, "check", path).exits(1).prints(
		"kb.toml:7:9: error: built is \"MCM, or so\" [bad-type]\n  7 │ built = \"MCM, or so\"\n    │         ^~~~~~~~~~~~\n    expected a year, like 1977\n",
		"  9 │ [ship.bore]\n    │ ^~~~~~~~~~~\n")
	run(t, "check", path, "--only", "orphan").exits(0).prints("0 errors, 0 warnings, 2 notes")
	run(t, "check", path, "--only", "unknown-field", "--strict").exits(1).prints("kb.toml:8:1")
	run(t, "check", path, "--only", "nothing").exits(2).complains("unknown code nothing")
}

func TestCheckSaysWhatItLookedAt(t *testing.T) {
	run(t, "check").exits(0).prints("No problems. (Morocco – US digital mission: ", " files, 219 entities)")
	run(t, "check", t.TempDir()).exits(3).complains("no TOML files in", "rihla import")
}

// TestCheckOfTheBuiltInBaseSaysThatItIsNotTheFilesHere: without a path, a check of the folder
// that a person stands in would always pass.
func TestCheckOfTheBuiltInBaseSaysThatItIsNotTheFilesHere(t *testing.T) {
	t.Chdir(filepath.Dir(write(t, "notes.toml", faulty)))
	for _, command := range []string{"check", "explain", "suggest", "overview"} {
		run(t, command).exits(0).complains("this is the built-in knowledge base; rihla " + command + " . reads the TOML files in this folder")
	}
	run(t, "check", "--lang", "fr").exits(0).complains("c’est la base intégrée\u00a0; rihla check . lit")
	isSilent := func(args ...string) {
		if r := run(t, args...); r.err != "" {
			t.Errorf("%v: %s", args, r.err)
		}
	}
	isSilent("check", "--quiet")
	isSilent("check", ".")
	t.Chdir(t.TempDir())
	isSilent("check")
}

func TestAnnotationsEscapeWhatGitHubReads(t *testing.T) {
	path := write(t, "a,b:c%.toml", faulty)
	r := run(t, "check", path, "--format", "github").exits(1)
	r.prints("::error file=", "a%2Cb%3Ac%25.toml,line=7,col=9,title=bad-type::built is \"MCM, or so\"%0Aexpected a year, like 1977\n", "::notice file=", "::warning file=")
	for line := range strings.Lines(r.out) {
		if !strings.HasPrefix(line, "::") {
			t.Errorf("no annotation: %q", line)
		}
	}
}

func TestWhatWasNotReadIsSaid(t *testing.T) {
	path := folder(t, map[string]string{"a.toml": "[city.rabat]\n", "_old/a.toml": "[city.fes]\n", "_b.toml": "", "_c.toml": "", "_d.toml": "", ".git/x.toml": ""})
	const said = "4 names that begin with _ (_b.toml, _c.toml, _d.toml, …)"
	run(t, "check", path).exits(0).prints("No problems. (", "\nNot read: "+said+"\n")
	run(t, "check", path, "--lang", "fr").exits(0).prints("Non lu\u00a0: 4 noms qui commencent par _ (_b.toml, ")
	run(t, "overview", path, "--plain").exits(0).prints("Not read\n  " + said + "\n")
	var got struct {
		Skipped struct{ Hidden, Unreadable, Outside []string }
	}
	run(t, "overview", path, "--format", "json").exits(0).decode(&got)
	if s := got.Skipped; len(s.Hidden) != 5 || s.Unreadable == nil || s.Outside == nil {
		t.Errorf("%+v", got)
	}
	drafts := folder(t, map[string]string{"_old/a.toml": "[city.fes]\n"})
	for _, command := range []string{"check", "explain", "init"} {
		run(t, command, drafts).exits(3).complains("no TOML files in", "Not read: 1 name that begins with _ (_old)")
	}
	clean := folder(t, map[string]string{"a.toml": "[city.rabat]\n", ".git/x.toml": ""})
	for _, command := range []string{"check", "overview"} {
		run(t, command, clean).exits(0).keepsQuietOf("Not read")
	}
}

func TestAnUnreadableFolderIsAnErrorBesideTheRest(t *testing.T) {
	path := folder(t, map[string]string{"a.toml": "[city.rabat]\n", "private/a.toml": "[city.fes]\n"})
	private := filepath.Join(path, "private")
	if err := os.Chmod(private, 0); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(private, 0o755) }()
	if _, err := os.ReadDir(private); err == nil {
		t.Skip("this user may read any folder")
	}
	run(t, "check", path).exits(1).prints("private: error: the folder cannot be read: permission denied [unreadable]", "1 error, 0 warnings", "Not read: 1 folder that cannot be read (private)")
	for _, format := range []string{"json", "sarif", "github"} {
		run(t, "check", path, "--format", format).exits(1).prints("private", "permission denied")
	}
	run(t, "list", "city", "--kb", path).exits(0).prints("city/rabat")
	only := folder(t, map[string]string{"private/a.toml": "[city.fes]\n"})
	if err := os.Chmod(filepath.Join(only, "private"), 0); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(filepath.Join(only, "private"), 0o755) }()
	run(t, "check", only).exits(1).prints("permission denied")
	run(t, "kinds", "--kb", only).exits(3).complains("permission denied")
}

// TestManyOrphansAreOneLine: they do not hide the one finding that matters.
func TestManyOrphansAreOneLine(t *testing.T) {
	text := "[team.red]\nlead = \"p1\"\n[team.blue]\nlead = \"p2\"\n[team.green]\nlead = \"p1\"\n"
	for i := range 9 {
		text += fmt.Sprintf("[person.p%d]\nage = %d\n", i, i)
	}
	path := folder(t, map[string]string{"a.toml": text, "b.toml": "= 1\n"})
	r := run(t, "check", path).exits(1)
	r.prints("7 of 9 entities of the kind person have no links, such as person/p0 [orphan]", "1 error, 0 warnings, 7 notes", "7 entities without links are counted by kind; --only orphan lists them.\n")
	if strings.Count(r.out, "[orphan]") != 1 || strings.Index(r.out, "[syntax]") > strings.Index(r.out, "[orphan]") {
		t.Error(r.out)
	}
	run(t, "check", path, "--lang", "fr").exits(1).prints("7 entités sur 9 du type person n’ont aucun lien, par exemple person/p0")
	if r := run(t, "check", path, "--only", "orphan").exits(0).misses("--only"); strings.Count(r.out, "no links to or from") != 7 {
		t.Error(r.out)
	}
	if r := run(t, "check", path, "--format", "json").exits(1); strings.Count(r.out, `"orphan"`) != 7 {
		t.Error(r.out)
	}
	few := folder(t, map[string]string{"a.toml": strings.ReplaceAll(text, "[person.p8]", "[team.p8]")})
	run(t, "check", few).exits(0).prints("6 of 8")
}

func TestAFolderOfOtherNamesSaysHowTheyOpen(t *testing.T) {
	path := folder(t, map[string]string{"Cargo.lock": "[[package]]\nname = \"a\"\n", "notes.md": ""})
	command := "A file whose name does not end in .toml opens if it is named: rihla " + path + "/Cargo.lock"
	run(t, "check", path).exits(3).complains("no TOML files in", command)
	flat := strings.Join(strings.Fields(run(t, "overview", path).exits(0).out), "")
	if !strings.Contains(flat, strings.ReplaceAll(command, " ", "")) || !strings.Contains(flat, "Aminimalone") {
		t.Error(flat)
	}
	empty := folder(t, map[string]string{"notes.md": ""})
	run(t, "check", empty).exits(3).keepsQuietOf("opens if it is named")
}

// What is said to programs does not depend on the language.
func TestFindingsForProgramsAreTheSameInEveryLanguage(t *testing.T) {
	path := write(t, "a.toml", faulty)
	for _, format := range []string{"json", "sarif"} {
		english := run(t, "check", path, "--format", format, "--lang", "en").exits(1)
		french := run(t, "check", path, "--format", format, "--lang", "fr").exits(1)
		_, before, _ := strings.Cut(english.out, `"results": [`)
		_, after, _ := strings.Cut(french.out, `"results": [`)
		if before != after || format == "json" && english.out != french.out {
			t.Errorf("%s differs: %s\n%s", format, english.out, french.out)
		}
	}
	run(t, "check", path, "--format", "json", "--lang", "fr").exits(1).prints(
		`"message":"built is \"MCM, or so\"","hint":"expected a year, like 1977","problem":{"id":"is","arguments":[{"field":"built"},{"value":"\"MCM, or so\""}]},"remedy":{"id":"expect-year","arguments":[]}`)
	run(t, "check", path, "--lang", "fr").exits(1).prints("erreur\u00a0: built vaut \"MCM, or so\"", "il faut une année, comme 1977")
	run(t, "check", path, "--lang", "fr", "--format", "github").exits(1).prints("built vaut \"MCM, or so\"%0Ail faut une année, comme 1977")
	run(t, "kinds", "--kb", "/nowhere", "--lang", "fr").exits(3).complains("impossible d’ouvrir /nowhere\u00a0: fichier introuvable")
}
