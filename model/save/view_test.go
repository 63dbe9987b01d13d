package save_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rihla/model/check"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/save"
)

// atlas writes files into a new folder and returns its path.
func atlas(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "atlas")
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

func open(t testing.TB, path string) *kb.KB {
	t.Helper()
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func read(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// contentOf lists the content of a knowledge base without its views, and the findings
// before a position.
func contentOf(t testing.TB, k *kb.KB, file string, before int) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSON(&b, export.Selection{KB: k, Lang: "en", Entities: k.Entities}); err != nil {
		t.Fatal(err)
	}
	for _, f := range check.Run(k) {
		at := f.Position.File == file && f.Position.Line > before
		if hidden := f.Code == kb.ControlCharacter || f.Code == kb.BidiControl || f.Code == kb.BadQuery; !at || !hidden {
			b.WriteString(f.Position.String() + " " + f.Problem.String() + "\n")
		}
	}
	return b.String()
}

// keep saves a view at a path, and fails if any other byte, or any other content,
// changes.
func keep(t testing.TB, path string, v save.NewView) save.Saved {
	t.Helper()
	before := open(t, path)
	saved, err := save.View(before, v)
	if err != nil {
		t.Fatal(err)
	}
	kept(t, before, saved, v)
	return saved
}

func kept(t testing.TB, before *kb.KB, saved save.Saved, v save.NewView) {
	t.Helper()
	after := open(t, before.Path)
	had, has := textOf(before, saved.File), textOf(after, saved.File)
	added, ok := strings.CutPrefix(has, had)
	if !ok {
		t.Fatalf("%q does not begin with %q", has, had)
	}
	lines := strings.Count(had, "\n")
	if had, has := contentOf(t, before, saved.File, lines), contentOf(t, after, saved.File, lines); had != has {
		t.Fatalf("it says\n%s\nno longer\n%s", has, had)
	}
	if !slices.EqualFunc(before.Views, after.Views[:len(after.Views)-1], sameView) {
		t.Fatal("other views")
	}
	last := after.Views[len(after.Views)-1]
	label, _ := last.Label.In("")
	if last.Name != saved.Name || label != v.Label || last.Query != v.Query {
		t.Fatalf("%+v, not %+v, of %q", last, v, added)
	}
	if bare := strings.ReplaceAll(added, "\r\n", ""); strings.Contains(had, "\r\n") && !strings.Contains(strings.ReplaceAll(had, "\r\n", ""), "\n") && strings.Contains(bare, "\n") {
		t.Fatalf("%q in a file of CRLF", added)
	}
}

func textOf(k *kb.KB, file string) string {
	for _, f := range k.Files {
		if f.Path == file {
			return string(f.Text)
		}
	}
	return ""
}

func sameView(a, b *kb.View) bool {
	return a.Name == b.Name && slices.Equal(a.Label.All(), b.Label.All()) && a.Query == b.Query && a.QueryPos == b.QueryPos
}

var cyber = save.NewView{Label: "Cyber", Query: "theme:cybersecurity kind:company"}

const written = "[views.cyber]\nlabel = \"Cyber\"\nquery = \"theme:cybersecurity kind:company\"\n"

func TestAFoldersViewGoesIntoItsManifest(t *testing.T) {
	dir := atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1", "a.toml": "[city.rabat]\nname = 'Rabat'\n"})
	if saved := keep(t, dir, cyber); saved.File != "kb.toml" || saved.Name != "cyber" {
		t.Errorf("%+v", saved)
	}
	if saved := keep(t, dir, save.NewView{Label: "Cyber !", Query: `name:"Rabat"`}); saved.Name != "cyber-2" {
		t.Errorf("%+v", saved)
	}
	want := "[kb]\nformat = 1\n\n" + written + "\n[views.cyber-2]\nlabel = \"Cyber !\"\nquery = \"name:\\\"Rabat\\\"\"\n"
	if got := read(t, filepath.Join(dir, "kb.toml")); got != want {
		t.Errorf("%q", got)
	}
}

func TestAFolderWithoutAManifestGetsOne(t *testing.T) {
	dir := atlas(t, map[string]string{"cities.toml": "[city.rabat]\nname = 'Rabat'\nlocation = 'by the sea'\n", "company/a.toml": "seat = 'rabat'\nsource = 'hearsay'\nurl = '#top'\n"})
	keep(t, dir, cyber)
	if got := read(t, filepath.Join(dir, "kb.toml")); got != written {
		t.Errorf("%q", got)
	}
	keep(t, dir, save.NewView{Query: "seat:rabat"})
	if got := read(t, filepath.Join(dir, "kb.toml")); got != written+"\n[views.seat-rabat]\nquery = \"seat:rabat\"\n" {
		t.Errorf("%q", got)
	}
}

func TestASingleFileContainsItsViews(t *testing.T) {
	for _, text := range []string{
		"", "\xef\xbb\xbf", "\n", "# only words", "[server]\nport = 80\n", "version = 4\r\n[[package]]\r\nname = 'x'", "\xef\xbb\xbf[a.b]\nname = 'B'\n\n",
		"[views.old]\nquery = 'x'\n", "views.old.query = 'x'\n[a.b]\n", "[a.b]\nviews.c = 1\n", "[kinds.rare]\nodd = 'yes'\n", "[kb]\nformat = 1\n[views.home]\nlabel = 'Home'\n",
		"name = 'Alone'\n[sub]\nk = 1\n[[rows]]\nx = 1\n", "[views]\nold = { query = 'x' }\n",
	} {
		path := filepath.Join(atlas(t, map[string]string{"data.lock": text}), "data.lock")
		if saved := keep(t, path, cyber); saved.File != "data.lock" || saved.Name != "cyber" {
			t.Errorf("%q: %+v", text, saved)
		}
		keep(t, path, save.NewView{Label: "أمن", Query: "a\"b\\c\n\x00\x7f\u202e'''"})
	}
}

func TestAViewFollowsABlankLine(t *testing.T) {
	for had, want := range map[string]string{
		"": "", "\xef\xbb\xbf": "", "[a.b]\n\n": "", "[a.b]\n": "\n", "[a.b]": "\n\n", "[a.b]\r\nx = 1": "\r\n\r\n", "[a.b]\r\n\r\n": "", "# \r\n# \n": "\n",
	} {
		path := filepath.Join(atlas(t, map[string]string{"a.toml": had}), "a.toml")
		keep(t, path, cyber)
		block := written
		if strings.Contains(want+had, "\r\n") && !strings.HasSuffix(had, " \n") {
			block = strings.ReplaceAll(block, "\n", "\r\n")
		}
		if got := read(t, path); got != had+want+block {
			t.Errorf("%q", got)
		}
	}
}

func TestConflictsAreExplained(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"site.toml", "[a.b]\n[views.home]\nlabel = 'Home'\n", "site.toml:2:1: views-are-others; keep-views"},
		{"site.toml", "views = ['home']\n", "site.toml:1:9: views-are-others; nothing-written"},
		{"site.toml", "[views]\n", "site.toml:1:1: views-are-others; keep-views"},
		{"site.toml", "[[views]]\nquery = 'x'\n", "site.toml:1:1: views-are-others; nothing-written"},
		{"site.toml", "[kb]\nformat = 1\n[[views]]\nquery = 'x'\n", "site.toml:3:1: views-are-others; nothing-written"},
		{"site.toml", "\nviews = { a = { query = 'x' } }\n", "site.toml:2:9: views-are-inline; keep-views"},
		{"kb.toml", "[[views]]\nquery = 'x'\n", "kb.toml:1:1: views-are-others; nothing-written"},
		{"kb.toml", "views = {}\n", "kb.toml:1:9: views-are-inline; keep-views"},
	} {
		dir := atlas(t, map[string]string{c.name: c.text})
		path := dir
		if c.name != reader.ManifestPath {
			path = filepath.Join(dir, c.name)
		}
		_, err := save.View(open(t, path), cyber)
		if !errors.Is(err, save.ErrConflict) || said(err) != c.want {
			t.Errorf("%q: %s, not %s", c.text, said(err), c.want)
		}
		if got := read(t, filepath.Join(dir, c.name)); got != c.text {
			t.Errorf("%q became %q", c.text, got)
		}
	}
}

func TestABrokenFileIsNotChanged(t *testing.T) {
	path := filepath.Join(atlas(t, map[string]string{"a.toml": "[a.b]\nname = 'B'\n"}), "a.toml")
	k := open(t, path)
	for text, want := range map[string]string{
		"[a.b]\nname = \n":          "a.toml:2:8: ",
		"[a.b]\n[a.b]\n":            "a.toml:2:",
		"[a.b]\nx = '''open ended":  "a.toml:2:",
		"[a.b]\nname = 'caf\xe9'\n": "a.toml:2:12: ",
		"\xff\xfe[\x00a\x00":        "a.toml:1:1: file-is-utf-16;",
		"x = 1\r":                   "a.toml:1:6: ",
	} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := save.View(k, save.NewView{Label: `''' # "`, Query: "x"})
		if !errors.Is(err, save.ErrBroken) || !strings.HasPrefix(said(err), want) || !strings.HasSuffix(said(err), "; fix-first") {
			t.Errorf("%q: %v", text, err)
		}
		if got := read(t, path); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestEarlierChangesOfTheFileAreKept(t *testing.T) {
	dir := atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n"})
	k := open(t, dir)
	const now = "[kb]\nformat = 1\ntitle = 'Another'\n[views.cyber]\nquery = 'old'\n"
	if err := os.WriteFile(filepath.Join(dir, "kb.toml"), []byte(now), 0o644); err != nil {
		t.Fatal(err)
	}
	saved, err := save.View(k, cyber)
	if err != nil || saved.Name != "cyber-2" || !strings.HasPrefix(read(t, filepath.Join(dir, "kb.toml")), now+"\n[views.cyber-2]\n") {
		t.Errorf("%+v, %v", saved, err)
	}
}

func TestTheBuiltInKnowledgeBaseCannotBeSavedIn(t *testing.T) {
	k, err := reader.OpenFS(context.Background(), fstest.MapFS{"a.toml": {Data: []byte("[a.b]\n")}}, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := save.View(k, cyber); !errors.Is(err, save.ErrBuiltIn) {
		t.Error(err)
	}
}

func TestInvalidUTF8IsRefused(t *testing.T) {
	dir := atlas(t, map[string]string{"kb.toml": ""})
	for _, v := range []save.NewView{{Label: "caf\xe9"}, {Query: "caf\xe9"}, {Label: "\xd8", Query: "\xa7"}} {
		if _, err := save.View(open(t, dir), v); !errors.Is(err, save.ErrNotText) {
			t.Error(err)
		}
	}
	if got := read(t, filepath.Join(dir, "kb.toml")); got != "" {
		t.Errorf("%q", got)
	}
}

func TestModesAndSymbolicLinksAreKept(t *testing.T) {
	dir := atlas(t, map[string]string{"_shared/manifest": "[kb]\nformat = 1\n", "a.toml": "[a.b]\n"})
	real, link := filepath.Join(dir, "_shared", "manifest"), filepath.Join(dir, "kb.toml")
	if err := errors.Join(os.Chmod(real, 0o640), os.Symlink(filepath.Join("_shared", "manifest"), link)); err != nil {
		t.Fatal(err)
	}
	keep(t, dir, cyber)
	at, err := os.Lstat(link)
	if err != nil || at.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("%v, %v", at.Mode(), err)
	}
	if info, err := os.Stat(real); err != nil || info.Mode() != 0o640 || !strings.HasSuffix(read(t, real), written) {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func TestASkippedSymbolicLinkIsNotWritten(t *testing.T) {
	outside := filepath.Join(atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n"}), "kb.toml")
	for _, to := range []string{outside, "nowhere.toml"} {
		dir := atlas(t, map[string]string{"a.toml": "[a.b]\n"})
		if err := os.Symlink(to, filepath.Join(dir, "kb.toml")); err != nil {
			t.Fatal(err)
		}
		if _, err := save.View(open(t, dir), cyber); !errors.Is(err, save.ErrNotRead) {
			t.Error(err)
		}
	}
	if got := read(t, outside); got != "[kb]\nformat = 1\n" {
		t.Errorf("%q", got)
	}
}

func TestAFolderCalledLikeTheManifestIsRefused(t *testing.T) {
	dir := atlas(t, map[string]string{"kb.toml/a.toml": "[a.b]\n"})
	if _, err := save.View(open(t, dir), cyber); !errors.Is(err, fs.ErrInvalid) || said(err) != "kb.toml: not-regular; save-elsewhere" {
		t.Error(err)
	}
}

func TestConcurrentSavesGetDifferentNames(t *testing.T) {
	dir := atlas(t, map[string]string{"a.toml": "[a.b]\n"})
	k := open(t, dir)
	errs := make(chan error, 8)
	for range cap(errs) {
		go func() {
			_, err := save.View(k, cyber)
			errs <- err
		}()
	}
	for range cap(errs) {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	if after := open(t, dir); len(after.Views) != cap(errs) || len(after.Findings) > 0 {
		t.Errorf("%d views, %v", len(after.Views), after.Findings)
	}
}

// said returns what an error says of a file.
func said(err error) string {
	if e := new(save.Error); errors.As(err, &e) {
		return fmt.Sprintf("%s: %s; %s", e.Position, e.Problem, e.Remedy)
	}
	return ""
}
