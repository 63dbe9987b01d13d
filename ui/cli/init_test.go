package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/tools/txtar"

	"rihla/model/generate"
)

func TestInitWritesAManifestOnce(t *testing.T) {
	dir := writeFolder(t, shop)
	file := filepath.Join(dir, "kb.toml")
	dry := run(t, "init", dir, "--dry-run").exits(0).prints("[kinds.people] # 3 entities", "[relations.members]", `# label`).out
	if _, err := os.Stat(file); err == nil {
		t.Fatal("--dry-run writes a file")
	}
	run(t, "init", dir).exits(0).prints("kb.toml written")
	if text, err := os.ReadFile(file); err != nil || string(text) != dry {
		t.Errorf("written: %v\n%s\nprinted:\n%s", err, text, dry)
	}
	if again := run(t, "init", dir, "--dry-run").exits(0).out; again != dry {
		t.Errorf("with the manifest, it would be\n%s", again)
	}
	if err := os.WriteFile(file, []byte("[kb]\ntitle = 'Mine'\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, "init", dir).exits(4).complains("kb.toml exists already", "--dry-run")
	if text, _ := os.ReadFile(file); string(text) != "[kb]\ntitle = 'Mine'\n" {
		t.Errorf("the manifest has become\n%s", text)
	}
	run(t, "init", dir, "--lang", "fr").exits(4).complains("existe déjà")
}

// TestALongPathKeepsTheNameOfItsFile: a message has room for some folders only.
func TestALongPathKeepsTheNameOfItsFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), strings.Repeat("deep/", 20))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "kb.toml"), []byte("[kb]\n[city.a]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, "init", dir).exits(4).complains("…/", "deep/kb.toml exists already")
	run(t, "kinds", "--kb", filepath.Join(dir, "cities.toml")).complains("cities.toml")
}

func TestASingleFileHoldsItsOwnManifest(t *testing.T) {
	path := write(t, "Cargo.lock", lock)
	run(t, "init", path).exits(4).complains("add the lines of --dry-run at the end of")
	before := run(t, "export", "--kb", path).out
	lines := run(t, "init", "--dry-run", path).exits(0).prints("[kinds.package]").out
	if text, _ := os.ReadFile(path); string(text) != lock {
		t.Error("the file has changed")
	}
	if err := os.WriteFile(path, []byte(lock+lines), 0o644); err != nil {
		t.Fatal(err)
	}
	if after := run(t, "export", "--kb", path).exits(0).out; after != before {
		t.Errorf("the export has become\n%s", after)
	}
	own := write(t, "own.toml", "[kinds.oak]\nheight = 3\n[kinds.elm]\nheight = 2\n")
	run(t, "init", "--dry-run", own).exits(4).complains("leaves the reading as it is", "tables called kb")
	run(t, "init").exits(4).complains("built-in")
}

// input is what a person opens: a folder, or one file of it.
type input struct {
	files map[string]string
	open  string
}

// inputs returns the small inputs of the reader's tests, and others.
func inputs(t *testing.T) map[string]input {
	all := map[string]input{"shop": {files: shop}, "generated": {files: map[string]string{"a.toml": generated(t)}}, "lock": {map[string]string{"Cargo.lock": lock}, "Cargo.lock"}}
	for name, text := range map[string]string{
		"texts":       "[[wine]]\nof = 'Chablis'\nby = 'Ann'\n[[wine]]\nof = 'Rully'\n[[tasting]]\nwine = 'Chablis'\n",
		"mixed texts": "[[wine]]\nof = 'Chablis'\n[[wine]]\nby = 'Ann'\nof = 'Rully'\n[[wine]]\nid = 'x'\nof = 'Givry'\n",
		"long texts":  "[[wine]]\nof = 'Chablis'\n[[wine]]\nof = '" + strings.Repeat("long ", 20) + "'\n",
	} {
		all[name] = input{map[string]string{"cellar.toml": text}, "cellar.toml"}
	}
	archives, err := filepath.Glob(filepath.Join("..", "..", "model", "reader", "testdata", "strangers", "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatal(err, archives)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var about struct{ Open string }
		if _, err := toml.Decode(string(archive.Comment), &about); err != nil {
			t.Fatal(err)
		}
		in := input{make(map[string]string), about.Open}
		for _, f := range archive.Files {
			in.files[f.Name] = string(f.Data)
		}
		all[filepath.Base(name)] = in
	}
	return all
}

// TestAManifestOfWhatWasInferredChangesNothing: with the manifest that init
// writes, everything is exported as without, byte for byte, and check finds
// nothing else.
func TestAManifestOfWhatWasInferredChangesNothing(t *testing.T) {
	partly := 0
	for name, in := range inputs(t) {
		if in.files["kb.toml"] != "" {
			continue
		}
		path := filepath.Join(writeFolder(t, in.files), in.open)
		before := everyExport(t, path)
		manifest := run(t, "init", path, "--dry-run")
		if manifest.code != 0 {
			t.Errorf("%s: %s", name, manifest.err)
			continue
		}
		if in.open == "" {
			run(t, "init", path).exits(0)
		} else if err := os.WriteFile(path, []byte(in.files[in.open]+"\n"+manifest.out), 0o644); err != nil {
			t.Fatal(err)
		}
		if after := everyExport(t, path); after != before {
			t.Errorf("%s is read otherwise with its manifest:\n%s", name, manifest.out)
		}
		if strings.Contains(manifest.out, "commented out") {
			t.Logf("%s: a part is commented out", name)
			partly++
		}
	}
	t.Logf("%d manifests have parts that are commented out", partly)
}

// TestWhatAManifestProposesMayBeUsed: what init writes as comments is taken as it stands.
func TestWhatAManifestProposesMayBeUsed(t *testing.T) {
	all := inputs(t)
	all["sources"] = input{files: map[string]string{
		"firms.toml":   "[firm.acme]\nfounded = { value = 1901, source = 'register' }\n[firm.bolt]\nfounded = { value = 1902, source = 'gazette' }\n",
		"sources.toml": "[source.register]\npublisher = 'The state'\ndate = 1990-01-01\n[source.gazette]\npublisher = 'The gazette'\ndate = 1991-01-01\n",
	}}
	for name, in := range all {
		if in.files["kb.toml"] != "" || in.open != "" {
			continue
		}
		path := writeFolder(t, in.files)
		_, proposed, _ := strings.Cut(run(t, "init", path, "--dry-run").out, "\n\n")
		manifest := strings.ReplaceAll(proposed, "\n# ", "\n")
		if strings.ContainsAny(manifest, "\uFFFD\x00") || strings.Contains(manifest, `\uFFFD`) {
			t.Errorf("%s: an internal name is written:\n%s", name, manifest)
		}
		if err := os.WriteFile(filepath.Join(path, "kb.toml"), []byte(manifest), 0o644); err != nil {
			t.Fatal(err)
		}
		if found := run(t, "check", path, "--only", "syntax,unknown-key,bad-type,unknown-field,missing-language").out; strings.Contains(found, "kb.toml:") {
			t.Errorf("%s:\n%s", name, found)
		}
		var decoded struct {
			Kinds map[string]struct{ Columns any }
		}
		if _, err := toml.Decode(manifest, &decoded); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for kind, of := range decoded.Kinds {
			columns, _ := of.Columns.([]any)
			if one, ok := of.Columns.(string); ok {
				columns = []any{one}
			}
			for _, column := range columns {
				run(t, "list", kind, "--kb", path, "--columns", column.(string)).exits(0)
			}
		}
	}
}

func generated(t *testing.T) string {
	var text strings.Builder
	if err := generate.File(&text, generate.Options{Seed: 1, Entities: 300}); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// everyExport returns what a folder is exported as, and what check says of it.
func everyExport(t *testing.T, dir string) string {
	var out strings.Builder
	for _, args := range [][]string{{"export"}, {"export", "--format", "jsonl", "--lang", "fr"}, {"kinds"}} {
		out.WriteString(run(t, append(args, "--kb", dir)...).out)
	}
	var found struct {
		Findings []struct {
			Code, File, Message string
			Line, Column        int
		}
	}
	run(t, "check", dir, "--format", "json").decode(&found)
	for _, f := range found.Findings {
		fmt.Fprintln(&out, f.Code, f.File, f.Line, f.Column, f.Message)
	}
	return out.String()
}
