package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/generate"
	"rihla/model/reader"
)

// large returns a text that is long enough to be outlined.
func large(t *testing.T, o generate.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := generate.File(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// things returns tables of one kind after a text, enough to be outlined.
func things(text string) string {
	var b strings.Builder
	b.WriteString(text)
	for i := range 600 {
		fmt.Fprintf(&b, "[thing.t%d]\nname = \"Thing %d\"\nsummary = \"Of the number %d\"\nbody = '%s'\n", i, i, i, strings.Repeat("x", 900))
	}
	return b.String()
}

// TestWhatAnOutlineAnswersIsWhatAllFilesSay compares what commands print of files
// that are outlined with what they print of the same files with a line that an
// outline leaves to the full read.
func TestWhatAnOutlineAnswersIsWhatAllFilesSay(t *testing.T) {
	commands := [][]string{
		{"kinds"}, {"kinds", "--format", "json"}, {"kinds", "--format", "csv", "--lang", "fr"},
		{"list", "%", "--limit", "7", "--columns", "name,summary,aliases"}, {"list", "%", "--limit", "3", "--columns", "name", "--format", "tsv"},
		{"list", "%", "--limit", "3"}, {"list", "nothing", "--limit", "3", "--columns", "name"},
		{"list", "%", "--limit", "3", "--columns", "name", "--sort", "-name"},
		{"__complete", "show", "%/"}, {"__complete", "show", "%/t1"}, {"__complete", "list", ""}, {"__complete", "show", "zzz"},
	}
	tests := []struct {
		name, text, kind string
		outlined         bool
	}{
		{"a generated base", large(t, generate.Options{Seed: 7, Entities: 1000}), "company", true},
		{"one kind", things(""), "thing", true},
		{"kinds without links", things("[small.a]\nname = \"A\"\n[middle.a]\nname = \"B\"\n[middle.b]\nname = \"C\"\n"), "thing", true},
		{"a value before the headers", things("title = \"All things\"\n"), "thing", true},
		{"a manifest", things("[kb]\nformat = 1\ntitle = \"All\"\n[kinds.thing]\nlabel = \"Things\"\n[kinds.empty]\n"), "thing", true},
		{"a sort of the manifest", things("[kb]\nformat = 1\n[kinds.thing]\nsort = \"-name\"\n"), "thing", true},
		{"views", things("[kb]\nformat = 1\n[views.first]\nquery = \"thing\"\n"), "thing", true},
		{"the same table twice", things("[thing.t7]\nname = \"Again\"\n"), "thing", false},
		{"a key twice", things("[thing.a]\nname = \"A\"\nname = \"B\"\n"), "thing", false},
		{"a value that is wrong", things("[thing.a]\nname = \"A\"\nx = 01\n"), "thing", false},
		{"a string that is not closed", things("[thing.a]\nname = \"A\n"), "thing", false},
		{"a table in a table", things("[thing.a]\nname = \"A\"\nsub = 1\n[thing.a.sub]\nx = 1\n"), "thing", false},
		{"a value where a table is", things("thing = 1\n"), "thing", false},
		{"an array", things("[[other]]\nname = \"A\"\n[[other]]\nname = \"A\"\n"), "thing", false},
		{"a key in two forms of Unicode", things("[thing.\"\u00e9\"]\n[thing.\"e\u0301\"]\n"), "thing", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			path, wholly := filepath.Join(dir, "one", "base", "all.toml"), filepath.Join(dir, "two", "base", "all.toml")
			for at, text := range map[string]string{path: test.text, wholly: test.text + "\n# a carriage return\r\n"} {
				if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(at, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				k, err := reader.Outline(context.Background(), at)
				if err != nil || (k != nil) != (test.outlined && at == path) {
					t.Fatalf("%v %v", k != nil, err)
				}
			}
			for _, command := range commands {
				args := make([]string, len(command))
				for i, arg := range command {
					args[i] = strings.ReplaceAll(arg, "%", test.kind)
				}
				at := 1
				if args[0] == "__complete" {
					at = 2
				}
				with := func(path string) []string {
					return append(append(append([]string(nil), args[:at]...), "--kb", path), args[at:]...)
				}
				got, want := run(t, with(path)...), run(t, with(wholly)...)
				if got.code != want.code || got.out != want.out || strings.ReplaceAll(got.err, path, wholly) != want.err {
					t.Errorf("%q: %d\n%.2000s\n%.500s\nnot %d\n%.2000s\n%.500s", args, got.code, got.out, got.err, want.code, want.out, want.err)
				}
			}
		})
	}
}
