package cli_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes the files of a knowledge base and returns its path.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWhereNothingCanBeReadEveryCommandSaysSo(t *testing.T) {
	kb := folder(t, map[string]string{"a.toml": "x = \n", "b.toml": "= 3", "c.toml": ""})
	for _, args := range [][]string{
		{}, {"kinds"}, {"kinds", "--format", "json"}, {"list", "x"}, {"search", "x"}, {"show", "x"}, {"export"}, {"export", "x", "--format", "jsonl"},
	} {
		if r := run(t, append(args, "--kb", kb)...).exits(3).complains("rihla: a.toml:1:5: "); r.out != "" {
			t.Errorf("%q prints %q", args, r.out)
		}
	}
	run(t, kb).exits(3).complains("a.toml:1:5")
	run(t, "check", kb).exits(1).prints("a.toml:1:5: error", "b.toml:1:1: error", "2 errors")
	run(t, "check", "--kb", kb, "--format", "json").exits(1).prints(`"errors":2`)
	utf16 := write(t, "x.toml", "\xff\xfea\x00")
	run(t, "kinds", "--kb", utf16, "--lang", "fr").exits(3).complains("x.toml:1:1\u00a0: le fichier est codé en UTF-16", "l’enregistrer en UTF-8")
}

func TestWhereLittleIsThereToBeReadThatIsNoError(t *testing.T) {
	run(t, "kinds", "--kb", folder(t, nil)).exits(0)
	run(t, "kinds", "--kb", write(t, "empty.toml", "")).exits(0)
	manifest := folder(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[kinds.city]\n", "a.toml": "x = \n"})
	run(t, "kinds", "--kb", manifest).exits(0).prints("city").complains("1 file could not be read in full")
}

func TestAFileThatIsPartlyBrokenIsMentioned(t *testing.T) {
	good := "[city.austin]\nname = \"Austin\"\n"
	whole := folder(t, map[string]string{"a.toml": good})
	partly := folder(t, map[string]string{"a.toml": good, "b.toml": "[city.bad]\nx = \n", "c.toml": "[city.c]\nx = 1\nx = 2\n"})
	for _, args := range [][]string{
		{"list", "city"}, {"search", "austin"}, {"show", "city/austin"}, {"kinds"}, {"export", "austin", "--format", "jsonl"}, {"list", "city", "austin", "--format", "csv"},
	} {
		r := run(t, append(args, "--kb", partly)...).exits(0)
		if want := "rihla: 2 files could not be read in full: `rihla check` shows where\n"; r.err != want {
			t.Errorf("%q says %q", args, r.err)
		}
		if clean := run(t, append(args, "--kb", whole)...).exits(0); clean.err != "" || len(args) > 2 && strings.Contains(clean.out, "Austin") != strings.Contains(r.out, "Austin") {
			t.Errorf("%q says %q", args, clean.err)
		}
	}
	run(t, "list", "city", "nothing", "--kb", partly, "--lang", "fr").exits(1).complains("2 fichiers n’ont pas pu être lus en entier", "Aucun résultat pour nothing")
	run(t, "check", partly).exits(1).keepsQuietOf("in full")
	run(t, "__complete", "--kb", partly, "list", "").exits(0).keepsQuietOf("in full")
}
