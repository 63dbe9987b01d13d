package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shop is a folder of whole files and of tables, with links.
var shop = map[string]string{
	"people/ann.toml": "name = 'Ann'\n", "people/bob.toml": "name = 'Bob'\n", "people/cyd.toml": "name = 'Cyd'\n",
	"teams.toml": "[team.core]\nmembers = ['ann', 'bob', 'cyd', 'dan']\n[team.docs]\nmembers = ['cyd']\n",
}

// writeFolder writes a folder of files and returns its path.
func writeFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "shop")
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWhatWasInferredIsExplained(t *testing.T) {
	dir := writeFolder(t, shop)
	r := run(t, "explain", dir).exits(0).prints("people", "3 entities", "one file per entity", "people/*.toml", "tables [team.*]", "teams.toml",
		"team.members → people", "4 values of 5", "ann → Ann", "dan", "[kinds.people]", "[relations.members]", "never = true")
	for line := range strings.Lines(r.out) {
		if len([]rune(line)) > 81 {
			t.Errorf("longer than 80 cells: %q", line)
		}
	}
	run(t, "explain", dir, "--lang", "fr").exits(0).prints("un fichier par entité", "4 valeurs sur 5 désignent une entité du type people")
	run(t, "explain", dir, "--only", "team").exits(0).prints("team.members")
	if r := run(t, "explain", dir, "--only", "members").exits(0).prints("4 values of 5"); strings.Contains(r.out, "one file per entity") {
		t.Errorf("--only members explains people too:\n%s", r.out)
	}
	run(t, "explain", dir, "--only", "membres").exits(1).complains("no kind and no field membres", "did you mean members?")
	run(t, "explain", t.TempDir()).exits(3)
}

func TestWhatWasInferredInJSON(t *testing.T) {
	var got struct {
		Kinds []struct {
			Kind, Folder, Manifest string
			Count                  int
			Places                 []struct {
				Files      []string
				At, Layout string
				Count      int
			}
		}
		Relations []struct {
			Kind, Field, To, Manifest string
			Accepted                  bool
			Hits, Total               int
			Examples                  []struct{ From, Ref, To string }
			Misses                    []string
		}
		Skipped struct{ Hidden []string }
	}
	run(t, "explain", writeFolder(t, shop), "--format", "json").exits(0).decode(&got)
	if len(got.Kinds) != 2 || got.Kinds[0].Count != 3 || got.Kinds[0].Places[0].Layout != "file" || got.Kinds[1].Places[0].At != "team.*" {
		t.Errorf("kinds: %+v", got.Kinds)
	}
	if len(got.Relations) == 0 {
		t.Fatal("no relations")
	}
	if r := got.Relations[0]; r.Field != "members" || r.To != "people" || r.Hits != 4 || r.Total != 5 || !r.Accepted ||
		r.Examples[0].From != "team/core" || r.Examples[0].To != "people/ann" || len(r.Misses) != 1 || r.Misses[0] != "dan" {
		t.Errorf("relation: %+v", r)
	}
	if got.Skipped.Hidden == nil {
		t.Error("nothing skipped is null")
	}
}

// TestTheLinesThatSayOtherwiseSayOtherwise: what explain prints is pasted into
// kb.toml, and is obeyed.
func TestTheLinesThatSayOtherwiseSayOtherwise(t *testing.T) {
	var got struct {
		Relations []struct{ Manifest string }
	}
	dir := writeFolder(t, shop)
	run(t, "explain", dir, "--format", "json", "--only", "members").exits(0).decode(&got)
	if err := os.WriteFile(filepath.Join(dir, "kb.toml"), []byte(got.Relations[0].Manifest), 0o644); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "export", "--kb", dir).exits(0); strings.Contains(r.out, `"to":"people/ann"`) {
		t.Errorf("a relation that is declared never to be one is followed:\n%s", r.out)
	}
}

func TestFilesThatTheManifestLeavesOutAreSaid(t *testing.T) {
	dir := writeFolder(t, map[string]string{
		"kb.toml": "[kb]\nstrict = false\nexclude = ['drafts/**']\n", "a.toml": "[city.austin]\n", "drafts/b.toml": "[city.rabat]\n",
	})
	run(t, "explain", dir).exits(0).prints("Not read", "left out", "drafts/b.toml")
}

// TestNamesAreExplainedWithoutACircle: for each way of naming and keying elements of
// an array, the name and the key say where they come from.
func TestNamesAreExplainedWithoutACircle(t *testing.T) {
	for _, one := range []struct{ text, name, key string }{
		{"[[a]]\nof = 'Chablis'\n[[a]]\nof = 'Rully'\n", "of", "made from the name"},
		{"[[a]]\nof = 'Chablis'\n[[a]]\nby = 'Ann'\n", "the first short text", "made from the name"},
		{"[[a]]\nof = 'Chablis'\n[[a]]\nid = 'x'\nof = 'Rully'\n", "the first short text", "id, slug or key, otherwise made from the name"},
		{"[[a]]\nid = 'x'\n[[a]]\nid = 'y'\n", "the key", "id"},
		{"[[a]]\nid = 'x'\n[[a]]\nslug = 'y'\n", "the key", "id, slug or key"},
		{"[[a]]\nn = 1\n[[a]]\nn = 2\n", "the key", "the number in the list"},
		{"[[a]]\nname = 'x'\n[[a]]\nn = 2\n", "name", "made from the name, otherwise the number in the list"},
	} {
		path := writeFolder(t, map[string]string{"a.toml": one.text})
		run(t, "explain", filepath.Join(path, "a.toml")).exits(0).prints("  name      "+one.name+"\n", "  key       "+one.key+"\n")
	}
}

// TestFrenchElidesNothingAwkwardly checks messages that name a kind whose name begins with a
// vowel, and a detail whose name stands in the field nom.
func TestFrenchElidesNothingAwkwardly(t *testing.T) {
	base := write(t, "fr.toml", "[entreprise.a]\nnom = \"Alpha\"\norgane = \"b\"\n[entreprise.c]\nnom = \"Gamma\"\norgane = \"b\"\n[entreprise.d]\nnom = \"Delta\"\norgane = \"e\"\n[organe.b]\nnom = \"Beta\"\n[organe.e]\nnom = \"Epsilon\"\n")
	fr := func(args ...string) result { return run(t, append(args, "--kb", base, "--lang", "fr")...) }
	run(t, "explain", base, "--lang", "fr").exits(0).prints("désignent une entité du type organe").keepsQuietOf("de organe", "de entreprise")
	fr("list", "entreprise", "--columns", "zzz").exits(2).complains("pas de champ «\u00a0zzz\u00a0» dans entreprise")
	fr("show", "entreprise/a").exits(0).prints("Alpha", "Beta").misses("nom")
	run(t, "retract", "seed-article", "--lang", "fr").exits(0).prints("Restées sans source\u00a0: 29")
}
