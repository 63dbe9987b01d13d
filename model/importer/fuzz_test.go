package importer_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rihla/model/importer"
	"rihla/model/kbtest"
)

// imports checks the invariants of an import for any text: it is imported or rejected, and
// the output is TOML with exactly the imported entities.
func imports(t *testing.T, name string, text []byte) {
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	i, err := importer.Read(t.Context(), []string{path}, importer.Options{})
	if failed := new(importer.Error); errors.As(err, &failed) {
		return
	}
	if err == nil {
		err = i.Judge(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	isSound(t, i)
}

func FuzzTables(f *testing.F) {
	for _, seed := range []string{french, towns, "a;b\n1;\"2", "sep=;\na;b\n", "\ufeffid\tx\n1\t\n", "key,name,aliases,summary,body,at,at.name\nx,X,,,,\"[1,2]\",\n", ",,\n", "facts,source,value,to\n1,2,3,4\n", "a.b,a\n1,2\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) { imports(t, "t.csv", text) })
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`[{"id":1,"a":{"b":[1,null,{"c":"2024-01-01"}]}}]`, `{"x":{"name":"X"},"y":{"name":"Y"}}`, `{"k":{"x":{"a":1}}}`, `{"data":[{"a":1}],"n":2}`, `{"a":1e400}`, `[1,"a"]`, `{"":{"":{}}}`,
		`{"format":1,"entities":[{"address":"a/b","kind":"a","key":"b","name":"B","fields":{"x":[1]},"links":[{"relation":"r","to":"a/b","qualifiers":{},"evidence":[]}]}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) { imports(t, "t.json", text) })
}

func FuzzJSONLines(f *testing.F) {
	for _, seed := range []string{
		"{\"a\":1}\n{\"a\":[2]}\n", `{"id":"x","schema":"LegalEntity","properties":{"name":["A","B"],"country":["fr"]}}`, "{\"a\"\n{}\n",
		`{"address":"kb/","kind":"kb","key":"","fields":{"a.b":1,"a":2},"links":[{"relation":"a","to":"kb/"}],"facts":[{"text":"x","about":["kb/"]}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) { imports(t, "t.jsonl", text) })
}

func TestHostileTextsAreImportedOrRefused(t *testing.T) {
	all := kbtest.Hostile()
	for _, name := range slices.Sorted(maps.Keys(all))[:kbtest.Rounds(len(all))] {
		text := all[name]
		if len(text) > 100_000 {
			continue
		}
		for _, as := range []string{"t.csv", "t.json", "t.jsonl", "t.md", "t.bib"} {
			imports(t, as, []byte(text))
			if t.Failed() {
				t.Fatal(name, as)
			}
		}
	}
}
