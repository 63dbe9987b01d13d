package edit_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/reader"
)

// scattered has parts of entities far from them, also such as say nothing, keys as the
// changes of the test add them, and lines that look like headers.
const scattered = `
# The towns.
[town.a]
name = "A"
see = "b"

# Below A.
[town.b]
name = "B"
[town.b.post]
code = 1
[town.c]
name = "C"
note = """
[town.b.zz]
[town.zz]
"""
list = [
  [1, 2],
  ["zz"]
]
[town.d]
name = "D"
[town.e]
name = "E"
see = "a"
[town."a".'zz']
[ town . c . zz ]
[firm.zz]
[[club]]
id = "x"
[[club.team]]
id = "first"
[[club.team]]
id = "second"
[firm.f]
name = "F"
[club.zz]
[[club]]
id = "y"
[club.zz]
[[club]]
id = "z"
[[club.team]]
id = "third"
[firm.g]
name = "G"
towns = ["a", "b", "town/c"]
[firm.h]
name = "H"
towns = ["a"]
[club.yard]
size = 3
`

// TestAPartOfAFileIsChangedAsTheWholeIs makes the same changes in parts of files and in
// whole files.
func TestAPartOfAFileIsChangedAsTheWholeIs(t *testing.T) {
	bases := []string{filepath.Join("..", "..", "assets", "morocco-us-2024"), written(t, atlas), written(t, map[string]string{"scattered.toml": scattered})}
	strangers, err := filepath.Glob(filepath.Join("..", "reader", "testdata", "strangers", "*.txtar"))
	if err != nil || len(strangers) == 0 {
		t.Fatal(strangers, err)
	}
	for _, path := range strangers {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files := make(map[string]string)
		for _, f := range archive.Files {
			if strings.HasSuffix(f.Name, ".toml") {
				files[f.Name] = string(f.Data)
			}
		}
		bases = append(bases, written(t, files))
	}
	const most = 24 // entities of a base
	parts, wholes, made := 0, 0, 0
	for _, path := range bases {
		k, err := reader.Open(t.Context(), path, reader.Options{})
		if err != nil {
			continue // there is no TOML
		}
		r := rand.New(rand.NewPCG(7, uint64(len(k.Entities))))
		some := k.Entities
		if len(some) > most {
			some = nil
			for range most {
				some = append(some, k.Entities[r.IntN(len(k.Entities))])
			}
		}
		for _, e := range some {
			if edit.InParts(k).IsPart(e) {
				parts++
			} else {
				wholes++
			}
			made += changeBothWays(t, r, k, e, identical)
		}
	}
	if t.Logf("%d entities in parts, %d in whole files, %d changes", parts, wholes, made); parts < 300 || made < 4000 {
		t.Errorf("only %d entities were edited in parts, %d changes made", parts, made)
	}
}

// changeBothWays makes changes of an entity in parts of files and in whole files, and
// returns the number of those that were not refused.
func changeBothWays(t *testing.T, r *rand.Rand, k *kb.KB, e *kb.Entity, same func(got, want edit.Change) bool) (made int) {
	t.Helper()
	for name, change := range changesOf(r, k, e) {
		want, refused := change(edit.In(k))
		got, refusedToo := change(edit.InParts(k))
		if !slices.EqualFunc(got, want, same) || (refused == nil) != (refusedToo == nil) {
			t.Errorf("%s: %s of %s: %v\n%s\nrather than %v\n%s", k.Path, name, e.Address(), refusedToo, linesIn(got), refused, linesIn(want))
		}
		if refused == nil {
			made++
		}
	}
	return made
}

func identical(got, want edit.Change) bool { return reflect.DeepEqual(got, want) }

// alike reports whether two changes differ at most in white space and quotation marks: a
// part of a file may be written in another style than the first of its lines.
func alike(got, want edit.Change) bool {
	plain := func(text []byte) []byte { return bytes.ReplaceAll(dense(text), []byte("'"), []byte(`"`)) }
	return got.File == want.File && bytes.Equal(got.Before, want.Before) && bytes.Equal(plain(got.After), plain(want.After))
}

// FuzzPartsEqualWhole edits an entity of any file in a part of it and in the whole.
func FuzzPartsEqualWhole(f *testing.F) {
	f.Add(scattered, uint64(1))
	for _, text := range atlas {
		f.Add(text, uint64(2))
	}
	for seed := range uint64(20) {
		f.Add(string(document(rand.New(rand.NewPCG(seed, 23)))), seed)
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		const longest = 1 << 12
		if len(text) > longest {
			return
		}
		k, err := reader.OpenFS(t.Context(), fstest.MapFS{"a.toml": {Data: []byte(text)}}, reader.Options{})
		if err != nil || len(k.Entities) == 0 {
			return
		}
		k.Dir = "/"
		r := rand.New(rand.NewPCG(seed, 29))
		changeBothWays(t, r, k, k.Entities[r.IntN(len(k.Entities))], alike)
	})
}

// linesIn returns the lines of changes.
func linesIn(all []edit.Change) string {
	var b strings.Builder
	for _, c := range all {
		_, removed, added := c.Lines()
		fmt.Fprintf(&b, "%s\n-%q\n+%q\n", c.File, removed, added)
	}
	return b.String()
}

// changesOf returns changes of an entity, by their names.
func changesOf(r *rand.Rand, k *kb.KB, e *kb.Entity) map[string]func(edit.Base) ([]edit.Change, error) {
	other := k.Entities[r.IntN(len(k.Entities))]
	one := func(change func(edit.Base) (edit.Change, error)) func(edit.Base) ([]edit.Change, error) {
		return func(b edit.Base) ([]edit.Change, error) {
			c, err := change(b)
			return []edit.Change{c}, err
		}
	}
	fields := []kb.Entry{{Key: "zz", Value: str("x")}}
	all := map[string]func(edit.Base) ([]edit.Change, error){
		"value added": one(func(b edit.Base) (edit.Change, error) { return b.Add(e, "zz", edit.Claim{Value: str("x")}) }),
		"link added":  one(func(b edit.Base) (edit.Change, error) { return b.Add(e, "zz", edit.Claim{To: other, Source: "s"}) }),
		"fact added": one(func(b edit.Base) (edit.Change, error) {
			return b.AddFact(e, "A fact.", []*kb.Entity{other}, edit.Claim{})
		}),
		"removal": one(func(b edit.Base) (edit.Change, error) { return b.RemoveEntity(e) }),
		"entity added": one(func(b edit.Base) (edit.Change, error) {
			return b.AddEntity(edit.NewEntity{Kind: e.Kind, Key: "zz", Fields: fields})
		}),
		"aliases added": one(func(b edit.Base) (edit.Change, error) {
			return b.AddStrings(e.Pos, e.Key, "aliases", []string{"Zz", "Zzz"})
		}),
		"another key": func(b edit.Base) ([]edit.Change, error) { return b.Rename(e, edit.Renaming{Key: "zz", Carries: true}) },
		"another name": func(b edit.Base) ([]edit.Change, error) {
			return b.Rename(e, edit.Renaming{Names: []kb.Translation{{Text: "Zz"}}, Carries: true})
		},
	}
	record := k.Record(e)
	if n := len(record.Statements); n > 0 {
		s := &record.Statements[r.IntN(n)]
		at := k.Position(s.Value.Pos)
		all["value removed"] = one(func(b edit.Base) (edit.Change, error) { return b.Remove(s) })
		all["value changed"] = one(func(b edit.Base) (edit.Change, error) {
			return b.Revise(s, edit.Revision{Value: str("y"), Cited: []edit.Cited{{Ref: "s"}}})
		})
		all["value beside"] = one(func(b edit.Base) (edit.Change, error) {
			return b.Add(s.From, s.Field.Path, edit.Claim{Value: str("x")})
		})
		all["key changed"] = one(func(b edit.Base) (edit.Change, error) { return b.RenameKey(at, s.Field.Path, "zz") })
		all["key removed"] = one(func(b edit.Base) (edit.Change, error) { return b.RemoveKey(at, s.Field.Path) })
		all["text set"] = one(func(b edit.Base) (edit.Change, error) { return b.SetText(at, "y") })
	}
	if n := len(record.Facts); n > 0 {
		f := &record.Facts[r.IntN(n)]
		all["fact removed"] = one(func(b edit.Base) (edit.Change, error) { return b.RemoveFact(e, f) })
		all["fact changed"] = one(func(b edit.Base) (edit.Change, error) { return b.ReviseFact(e, f, edit.Revision{Value: str("y")}) })
	}
	return all
}
