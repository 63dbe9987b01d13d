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
	"rihla/model/kbtest"
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
func things(text string) string { return thingsWith(text, func(int) string { return "" }) }

// thingsWith is things with more lines in each table.
func thingsWith(text string, lines func(i int) string) string {
	var b strings.Builder
	b.WriteString(text)
	for i := range 600 {
		fmt.Fprintf(&b, "[thing.t%d]\nname = \"Thing %d\"\nsummary = \"Of the number %d\"\nbody = '%s'\n%s", i, i, i, strings.Repeat("x", 900), lines(i))
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
	// linked returns things that refer to each other by keys, and have another field.
	linked := func(field string, value func(i int) string) string {
		return thingsWith("", func(i int) string {
			return fmt.Sprintf("parent = \"t%d\"\naliases = [\"Alias-%d\", \"A %d\"]\n%s = %q\n", (i+7)%600, i, i, field, value(i))
		})
	}
	tests := []struct {
		name, text, kind string
		outlined, linked bool
	}{
		{"a generated base", large(t, generate.Options{Seed: 7, Entities: 1000}), "company", true, true},
		{"one kind", things(""), "thing", true, true},
		{"kinds without links", things("[small.a]\nname = \"A\"\n[middle.a]\nname = \"B\"\n[middle.b]\nname = \"C\"\n"), "thing", true, true},
		{"a value before the headers", things("title = \"All things\"\n"), "thing", true, true},
		{"a manifest", things("[kb]\nformat = 1\ntitle = \"All\"\n[kinds.thing]\nlabel = \"Things\"\n[kinds.empty]\n"), "thing", true, true},
		{"a sort of the manifest", things("[kb]\nformat = 1\n[kinds.thing]\nsort = \"-name\"\n"), "thing", true, true},
		{"views", things("[kb]\nformat = 1\n[views.first]\nquery = \"thing\"\n"), "thing", true, true},
		{"the same table twice", things("[thing.t7]\nname = \"Again\"\n"), "thing", false, false},
		{"a key twice", things("[thing.a]\nname = \"A\"\nname = \"B\"\n"), "thing", false, false},
		{"a value that is wrong", things("[thing.a]\nname = \"A\"\nx = 01\n"), "thing", false, false},
		{"a string that is not closed", things("[thing.a]\nname = \"A\n"), "thing", false, false},
		{"a table in a table", things("[thing.a]\nname = \"A\"\nsub = 1\n[thing.a.sub]\nx = 1\n"), "thing", false, false},
		{"a value where a table is", things("thing = 1\n"), "thing", false, false},
		{"an array", things("[[other]]\nname = \"A\"\n[[other]]\nname = \"A\"\n"), "thing", false, false},
		{"links and a choice", linked("state", func(i int) string { return []string{"open", "closed", "new"}[i%3] }), "thing", true, true},
		{"links and texts", linked("remark", func(i int) string { return fmt.Sprint("no ", i*i) }), "thing", true, true},
		{"links by name", linked("after", func(i int) string { return fmt.Sprint("Thing ", (i+1)%600) }), "thing", true, false},
		{"links by alias", linked("after", func(i int) string { return fmt.Sprint("A ", (i+1)%600) }), "thing", true, false},
		{"links in another spelling", linked("after", func(i int) string { return fmt.Sprint("alias_", (i+1)%600) }), "thing", true, false},
		{"links in another notation", linked("after", func(i int) string { return fmt.Sprintf("t%d@1.%d", (i+1)%600, i) }), "thing", true, false},
		{"some links", linked("after", func(i int) string { return fmt.Sprint([]string{"t", "x"}[i%2], i) }), "thing", true, false},
		{"few names among texts", linked("maker", func(i int) string {
			return fmt.Sprint([]string{"Thing ", "Works ", "Plant ", "Shop ", "Mill "}[i%5], (i+1)%600)
		}), "thing", true, true},
		{"a key in two forms of Unicode", things("[thing.\"\u00e9\"]\n[thing.\"e\u0301\"]\n"), "thing", false, false},
	}
	for _, test := range tests[:max(3, kbtest.Rounds(len(tests)))] {
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
				for links, want := range map[bool]bool{false: test.outlined, true: test.linked} {
					k, err := reader.Outline(context.Background(), at, links)
					if err != nil || (k != nil) != (want && at == path) {
						t.Fatalf("%v %v %v", links, k != nil, err)
					}
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
