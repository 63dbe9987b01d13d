package explain

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// TestPatternsMatchTheFilesAndNoOthers, whatever the files are called.
func TestPatternsMatchTheFilesAndNoOthers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "b", "crates", "[draft]", "{x}", "1.20", "a*b", `c\d`, "日本"}
	bases := []string{"Cargo.toml", "a.toml", "b.toml", "[c].toml", "d.lock"}
	for range 2000 {
		k := &kb.KB{}
		seen := make(map[string]bool)
		for range 1 + random.IntN(12) {
			path := bases[random.IntN(len(bases))]
			for range random.IntN(4) {
				path = parts[random.IntN(len(parts))] + "/" + path
			}
			if !seen[path] {
				seen[path] = true
				k.Files = append(k.Files, kb.NewFile(path, nil))
			}
		}
		var some []uint32
		for i := range k.Files {
			if random.IntN(2) == 0 {
				some = append(some, uint32(i))
			}
		}
		if len(some) == 0 {
			continue
		}
		patterns := patternsOf(k, some, random.IntN(2) == 0)
		for i, f := range k.Files {
			matched := slices.ContainsFunc(patterns, func(glob string) bool {
				ok, err := doublestar.Match(glob, f.Path)
				return err == nil && ok
			})
			if matched != slices.Contains(some, uint32(i)) {
				t.Fatalf("%q: %q is matched: %v", patterns, f.Path, matched)
			}
		}
	}
}

// TestAManifestIsTOML, whatever kinds and fields are called, and shows no
// character that is not seen.
func TestAManifestIsTOML(t *testing.T) {
	for _, name := range []string{"plain", "with space", `qu"ote`, "back\\slash", "new\nline", "bell\a", "rtl\u202e", "tcp.routers", "名前", "del\x7f"} {
		k := kbtest.Read(t, "[city.austin]\n")
		k.IsFolder = true
		kind := &kb.Kind{Name: name}
		of := &kb.Inference{Kinds: []kb.KindInference{{Kind: kind, Places: []kb.Place{{Files: []string{name}, At: name + ".*", Layout: kb.KeyedTables}}, NameField: name, KeyField: name}}}
		k.Relations = []*kb.Relation{{Name: name, From: []string{name, name}, To: []string{name}}}
		text := Manifest(k, of, Comments{
			Head: "a\nb", Kind: func(*kb.KindInference) string { return "c" }, Relation: func(*kb.Relation) string { return "" }, Title: name,
			Label: func(*kb.Kind) string { return name }, Columns: func(*kb.Kind) []string { return []string{name} },
		}, Commented{})
		var got struct {
			Kinds     map[string]struct{ Files, At, Name, Key string }
			Relations map[string]struct {
				From []string
				To   string
			}
		}
		if _, err := toml.Decode(text, &got); err != nil {
			t.Fatalf("%q: %v in\n%s", name, err, text)
		}
		if one := got.Kinds[name]; one.Files != name || one.At != name+".*" || one.Name != name || one.Key != name {
			t.Errorf("%q: %+v", name, one)
		}
		if one := got.Relations[name]; one.To != name || len(one.From) != 2 || one.From[0] != name {
			t.Errorf("%q: %+v", name, one)
		}
		if strings.ContainsAny(text, "\a\u202e\x7f") {
			t.Errorf("%q is written as it is", name)
		}
	}
}

func TestAnInferenceIsNarrowed(t *testing.T) {
	k := kbtest.Read(t, "[city.austin]\n[city.rabat]\n[person.ann]\nseat = 'austin'\n[person.bob]\nseat = 'rabat'\n")
	of := Of(k)
	for only, want := range map[string]string{
		"": "city person / person.seat", "city": "city / person.seat", "seat": " / person.seat", "person.seat": " / person.seat",
		"city,seat": "city / person.seat", "town": "? town",
	} {
		part, unknown := Narrow(of, strings.FieldsFunc(only, func(r rune) bool { return r == ',' }))
		var kinds, relations []string
		for _, kind := range part.Kinds {
			kinds = append(kinds, kind.Kind.Name)
		}
		for _, r := range part.Relations {
			relations = append(relations, r.Kind.Name+"."+r.Field)
		}
		got := fmt.Sprintf("%s / %s", strings.Join(kinds, " "), strings.Join(relations, " "))
		if unknown != "" {
			got = "? " + unknown
		}
		if got != want {
			t.Errorf("%q: %q, want %q", only, got, want)
		}
	}
}

// TestKindsThatMayBeOneAreSaid: a lock and a manifest name the same packages, and
// are not made one by a guess.
func TestKindsThatMayBeOneAreSaid(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{
		"lock.toml": "[[package]]\nname = 'serde'\n[[package]]\nname = 'log'\n[[package]]\nname = 'rand'\n[[package]]\nname = 'toml'\n",
		"deps.toml": "[dependency.serde]\nversion = '1'\n[dependency.log]\nversion = '2'\n[dependency.rand]\nversion = '3'\n",
		"city.toml": "[city.rand]\nx = 1\n[city.rabat]\nx = 2\n[city.fes]\nx = 3\n",
	})
	k.IsFolder = true
	of := Of(k)
	if len(of.Twins) != 1 {
		t.Fatalf("%d pairs: %+v", len(of.Twins), of.Twins)
	}
	twins := of.Twins[0]
	if twins.Kind.Name != "package" || twins.Other.Name != "dependency" || len(twins.Names) != 3 {
		t.Errorf("%+v", twins)
	}
	if got, want := TwinLines(k, of, twins), "[kinds.package]\nfiles = [\"lock.toml\", \"deps.toml\"]\nat    = [\"package\", \"dependency.*\"]\nname  = \"name\"\n"; got != want {
		t.Errorf("lines:\n%s", got)
	}
	for _, names := range [][2]string{{"package", "packages"}, {"Cities", "city"}, {"bus", "buses"}} {
		if !differInNumber(names[0], names[1]) {
			t.Errorf("%q differ in more than number", names)
		}
	}
	if differInNumber("class", "classic") || differInNumber("a", "a") {
		t.Error("names that differ otherwise")
	}
}

// TestFieldsOfAKeyedTableAreSaidAsOne: with a star for their keys, in the manifest
// too.
func TestFieldsOfAKeyedTableAreSaidAsOne(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{
		"a.toml": "[city.austin]\n[city.rabat]\n[city.fes]\n[trip.one]\nx = 1\nstop.first.city = 'austin'\nstop.second.city = 'rabat'\nstop.third.city = 'fes'\n" +
			"[trip.two]\nx = 2\nstop.first.city = 'rabat'\nstop.second.city = 'fes'\nstop.third.city = 'austin'\n",
	})
	of := Of(k)
	if len(of.Relations) != 1 || of.Relations[0].Field != "stop.*.city" || of.Relations[0].Hits != 6 || len(of.Relations[0].Examples) != 3 {
		t.Fatalf("%+v", of.Relations)
	}
	relations := declared(k, of)
	if len(relations) != 1 || relations[0].Name != "stop.*.city" || relations[0].From[0] != "trip" || relations[0].To[0] != "city" {
		t.Errorf("%+v", relations)
	}
}
