package reader_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader"
)

// tree writes files below a new folder, and returns the path of the folder.
func tree(t *testing.T, texts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range texts {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// openAll opens paths below a folder as one knowledge base.
func openAll(t *testing.T, dir string, paths ...string) *kb.KB {
	t.Helper()
	full := make([]string, len(paths))
	for i, path := range paths {
		full[i] = filepath.Join(dir, filepath.FromSlash(path))
	}
	k, err := reader.Open(t.Context(), strings.Join(full, string(filepath.ListSeparator)), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func addressLines(k *kb.KB) string {
	var out []string
	for _, e := range k.Entities {
		out = append(out, string(e.Address()))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func TestSeveralPathsAreOneKnowledgeBase(t *testing.T) {
	dir := tree(t, map[string]string{
		"home/a/firms.toml":        "[company.oracle]\nname = \"Oracle A\"\ncity = \"austin\"\n[city.austin]\nname = \"Austin\"\n",
		"home/a/people/ann.toml":   "name = \"Ann\"\n",
		"home/b/firms.toml":        "[company.oracle]\nname = \"Oracle B\"\n[company.cisco]\nname = \"Cisco\"\ncity = \"austin\"\nparent_company = \"oracle\"\n",
		"home/b/people/ann.toml":   "name = \"Ann B\"\n",
		"home/b/people/bob.toml":   "name = \"Bob\"\nfriend = \"ann\"\n",
		"home/b/_draft.toml":       "[company.draft]\n",
		"home/c/lone.toml":         "[company.lone]\nname = \"Lone\"\n[company.cisco]\nname = \"Cisco C\"\n",
		"home/never/opened.toml":   "[company.never]\n",
		"elsewhere/deep/more.toml": "[city.oslo]\nname = \"Oslo\"\n",
	})
	k := openAll(t, dir, "home/a", "home/b", "home/c/lone.toml", "elsewhere", "home/a/firms.toml")
	want := strings.Join([]string{"city/austin", "city/oslo", "company/cisco", "company/cisco lone", "company/lone", "company/oracle", "company/oracle b", "people/ann", "people/ann b", "people/bob"}, "\n")
	if got := addressLines(k); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	for _, f := range k.Findings {
		t.Errorf("%s: %s", f.Position, f.Problem)
	}
	cisco := k.Find("company", "cisco")
	for _, s := range k.Record(cisco).Links {
		if want := map[string]kb.Address{"city": "city/austin", "parent_company": "company/oracle b"}[s.Field.Path]; s.To.Address() != want {
			t.Errorf("%s leads to %s", s.Field.Path, s.To.Address())
		}
	}
	if at := k.Position(cisco.Pos); at.File != "home/b/firms.toml" || k.Dir != dir {
		t.Errorf("%s below %s", at, k.Dir)
	}
	if s := k.Inference.Skipped.Hidden; !slices.Equal(s, []string{"home/b/_draft.toml"}) {
		t.Error(s)
	}
}

// TestAPathAmongSeveralIsReadAsItIsAlone checks that kinds and keys do not depend on the other
// paths opened.
func TestAPathAmongSeveralIsReadAsItIsAlone(t *testing.T) {
	dir := tree(t, map[string]string{
		"vault/notes/2024/x.toml": "title = \"X\"\n", "vault/notes/y.toml": "title = \"Y\"\n", "vault/kb.toml": "[kb]\nformat = 1\ntitle = \"Vault\"\n[kinds.paper]\nfiles = \"papers/*.toml\"\n[relations.of]\nto = \"notes\"\n", "vault/papers/p.toml": "[meta]\nof = \"y\"\n",
		"vault/copies/c.txt": "words", "vault/source.toml": "[source.s]\ntext = \"copies/c.txt\"\n",
		"other/kb.toml": "[kb]\nformat = 1\ntitle = \"Other\"\n[kinds.boat]\nlabel = \"Boats\"\n[boat.merle]\nname = \"Merle\"\n", "single.toml": "[apps]\nx = 1\n[chat]\nx = 2\n[draw]\nx = 3\n",
	})
	alone := map[string]bool{}
	for _, path := range []string{"vault", "other", "single.toml"} {
		k, err := reader.Open(t.Context(), filepath.Join(dir, path), reader.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range k.Entities {
			alone[string(e.Address())] = true
		}
	}
	k := openAll(t, dir, "vault", "other", "single.toml")
	for _, e := range k.Entities {
		if !alone[string(e.Address())] {
			t.Errorf("%s is new", e.Address())
		}
		delete(alone, string(e.Address()))
	}
	if len(alone) > 0 {
		t.Errorf("%v are lost", alone)
	}
	if title, _ := k.TextIn(k.Title, "en"); title != "Vault" || k.ManifestFile() != "vault/kb.toml" || !k.HasFolder() {
		t.Errorf("%s, %s", title, k.ManifestFile())
	}
	if text, err := k.ReadFile("copies/c.txt"); string(text) != "words" {
		t.Error(err)
	}
	if links := k.Record(k.Find("paper", "p")).Links; len(links) != 1 {
		t.Errorf("%d links", len(links))
	}
	second := openAll(t, dir, "single.toml", "other")
	if second.ManifestFile() != "other/kb.toml" || !second.HasFolder() {
		t.Error(second.ManifestFile())
	}
	reversed := openAll(t, dir, "single.toml", "vault")
	if reversed.ManifestFile() != "vault/kb.toml" {
		t.Error(reversed.ManifestFile())
	}
	if none := openAll(t, dir, "single.toml", "vault/papers"); none.ManifestFile() != "single.toml" || none.HasFolder() {
		t.Error(none.ManifestFile())
	}
}

func TestSeveralPathsOfWhichOneIsMissing(t *testing.T) {
	dir := tree(t, map[string]string{"a.toml": "[a.b]\n", "x:y.toml": "[c.d]\n"})
	for _, list := range []string{"a.toml:none", "a.toml:"} {
		full := strings.ReplaceAll(list, "a.toml", filepath.Join(dir, "a.toml"))
		if _, err := reader.Open(context.Background(), full, reader.Options{}); filepath.ListSeparator == ':' && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", list, err)
		}
	}
	if k, err := reader.Open(t.Context(), filepath.Join(dir, "x:y.toml"), reader.Options{}); err != nil || addressLines(k) != "c/d" {
		t.Error(err)
	}
}

// twoDescribed are two bases that were described each for itself.
var twoDescribed = map[string]string{
	"firms/kb.toml":            "[kb]\nformat = 1\ntitle = \"Firms\"\nexclude = [\"old/*\"]\n[kinds.company]\nlabel = \"Companies\"\n[kinds.place]\nlabel = \"Places\"\ncolumns = [\"state\"]\n[relations.seat]\nlabel = \"seat of\"\nfrom = \"company\"\nto = \"place\"\n[views.texan]\nquery = \"seat:austin\"\n",
	"firms/all.toml":           "[company.oracle]\nname = \"Oracle\"\nseat = \"austin\"\n[place.austin]\nname = \"Austin\"\nstate = \"Texas\"\n",
	"firms/old/gone.toml":      "[company.gone]\nname = \"Gone\"\n",
	"boats/kb.toml":            "[kb]\nformat = 1\ntitle = \"Boats\"\nhome = \"boat/m1\"\n[kinds.boat]\nlabel = \"Fleet\"\nkey = \"code\"\nname = \"called\"\n[kinds.place]\nlabel = \"Harbours\"\nsort = \"name\"\nkey = \"code\"\n[kinds.log]\nfiles = \"old/*.toml\"\n[relations.seat]\nfrom = \"boat\"\nto = \"harbour\"\n[relations.twin]\nto = \"boat\"\ninverse = \"twin too\"\n[views.texan]\nlabel = \"Fast\"\nquery = \"kind:boat\"\n[[refused]]\nsame = [\"boat/m1\", \"boat/m2\"]\n",
	"boats/all.toml":           "[[boat]]\ncode = \"m1\"\ncalled = \"Merle\"\nname = \"x1\"\nseat = \"brest\"\ntwin = \"m2\"\n[[boat]]\ncode = \"m2\"\ncalled = \"Merle\"\nname = \"x2\"\n[harbour.brest]\nname = \"Brest\"\n[place.quay]\ncode = \"q9\"\nname = \"Quay\"\n",
	"boats/old/log.toml":       "text = \"A day\"\n",
	"plain/more.toml":          "[company.cisco]\nname = \"Cisco\"\nseat = \"austin\"\n",
	"marked/kb.toml":           "[views.mine]\nquery = \"kind:company\"\n",
	"marked/company/lone.toml": "name = \"Lone\"\nseat = \"austin\"\n",
}

// TestEachManifestDescribesItsOwnPath opens two described bases, one that has views only, and
// one without a manifest.
func TestEachManifestDescribesItsOwnPath(t *testing.T) {
	k := openAll(t, tree(t, twoDescribed), "firms", "boats", "plain", "marked")
	for _, f := range k.Findings {
		t.Errorf("%s: %s", f.Position, f.Problem)
	}
	want := "boat/m1\nboat/m2\ncompany/cisco\ncompany/lone\ncompany/oracle\nharbour/brest\nlog/log\nplace/austin\nplace/q9"
	if got := addressLines(k); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if e := k.Find("boat", "m1"); e == nil || plain(e.Name) != "Merle" {
		t.Errorf("boat/m1 is %v", e)
	}
	if len(k.Refusals) != 1 || len(k.Refusals[0].Entities) != 2 {
		t.Errorf("refusals: %v", k.Refusals)
	}
	place := k.Kind("place")
	if got := plain(place.Label) + " " + strings.Join(place.Columns, ",") + " " + place.Sort; got != "Places state name" {
		t.Errorf("of places: %s", got)
	}
	var views, labels []string
	for _, view := range k.Views {
		views = append(views, view.Name)
	}
	for _, kind := range k.Declared {
		labels = append(labels, kind.Name)
	}
	if got := strings.Join(views, "|"); got != "texan|texan boats|mine" {
		t.Errorf("views: %s", got)
	}
	if got := strings.Join(labels, " "); got != "company place boat log" {
		t.Errorf("declared: %s", got)
	}
	for _, r := range k.Relations {
		if got := r.Name + ": " + strings.Join(r.From, ",") + " → " + strings.Join(r.To, ",") + " " + plain(r.Label); r.Name == "seat" && got != "seat: company,boat → place,harbour seat of" {
			t.Error(got)
		}
	}
	if plain(k.Title) != "Firms" || k.Home != k.Find("boat", "m1") {
		t.Errorf("%s, %v", plain(k.Title), k.Home)
	}
	if k.ManifestFile() != "firms/kb.toml" {
		t.Error(k.ManifestFile())
	}
}

func plain(t kb.Text) string {
	text, _ := t.In("en")
	return text
}
