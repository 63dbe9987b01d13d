package reader_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"rihla/model/say"
)

func TestLayoutsCanBeMixed(t *testing.T) {
	k := folder(t, map[string]string{
		"all.toml":               "[company.oracle]\nname = 'Oracle'\n\n[[company]]\nname = 'x'\n",
		"more.toml":              "[[company]]\nname = 'Palo Alto Networks'\n\n[city]\naustin = { name = 'Austin' }\n",
		"companies/nutanix.toml": "name = 'Nutanix'\n",
		"loner.toml":             "name = 'Standing in the root'\n",
	})
	// all.toml is not TOML: one key cannot be both a table and an array.
	same(t, "entities", addresses(k), "company/oracle", "companies/nutanix", "atlas/loner", "company/palo-alto-networks", "city/austin")
	same(t, "findings", findings(k), "duplicate-key all.toml:4:3")
}

func TestElementKeysComeFromKeyNameOrText(t *testing.T) {
	k := file(t, "things.lock", `
[[thing]]
id = "first"
name = "Second"
[[thing]]
slug = "third"
[[thing]]
key = "fourth"
title = "Fifth"
[[thing]]
title = "Société Générale (Maroc)"
[[thing]]
id = 7
[[thing]]
pattern = "*.go"
[[thing]]
weight = 3
`)
	same(t, "entities", addresses(k), "thing/first", "thing/third", "thing/fourth", "thing/societe-generale-maroc", "thing/7", "thing/go", "thing/#7")
}

func TestElementsOfOneKeyGetDisambiguators(t *testing.T) {
	k := file(t, "Cargo.lock", `version = 4

[[package]]
name = "windows-sys"
version = "0.52.0"
source = "registry"

[[package]]
name = "windows-sys"
version = "0.59.0"
source = "registry"

[[package]]
name = "windows-sys"
version = "0.59.0"
source = "git"

[[package]]
name = "once_cell"
version = "1"
dependencies = ["windows-sys 0.52.0", "windows-sys 0.59.0 (git)"]
`)
	same(t, "entities", addresses(k), "package/windows-sys 0.52.0", "package/windows-sys 0.59.0 registry", "package/windows-sys 0.59.0 git", "package/once_cell")
	same(t, "links", links(t, k, "package/once_cell"), "dependencies → package/windows-sys 0.52.0", "dependencies → package/windows-sys 0.59.0 git")
	same(t, "findings", findings(k))
	if len(k.TopLevel) != 1 || k.TopLevel[0].Field.Path != "version" {
		t.Errorf("loose fields: %v", k.TopLevel)
	}
}

func TestADisambiguatorDoesNotRepeatTheName(t *testing.T) {
	k := file(t, "hugo.toml", `
[[menu.main]]
id = "main"
name = "Home"
weight = 1
[[menu.main]]
id = "main"
name = "About"
weight = 2
[[menu.main]]
id = "main"
name = "About"
weight = 3
`)
	same(t, "entities", addresses(k), "menu/main Home", "menu/main About 2", "menu/main About 3")
	var labels []string
	for _, e := range k.Entities {
		labels = append(labels, e.Label("en"))
	}
	same(t, "labels", labels, "Home", "About 2", "About 3")
}

func TestFilesOfOneStemAreKeyedByPath(t *testing.T) {
	k := folder(t, map[string]string{
		"repos/rust-lang/team.toml":  "org = 'rust-lang'\n",
		"repos/other/team.toml":      "org = 'other'\n",
		"repos/rust-lang/rust.toml":  "org = 'rust-lang'\n",
		".hidden/x.toml":             "a = 1\n",
		"_drafts/x.toml":             "a = 1\n",
		"repos/rust-lang/.skip.toml": "a = 1\n",
		"repos/README.md":            "# no",
	})
	same(t, "entities", addresses(k), "repos/other/team", "repos/rust", "repos/rust-lang/team")
}

func TestADuplicateTableNamesBothPositions(t *testing.T) {
	k := folder(t, map[string]string{
		"a.toml": "[city.austin]\nname = 'A'\n",
		"b.toml": "[city.rabat]\n\n  [city.austin]\nname = 'B'\n",
	})
	same(t, "entities", addresses(k), "city/austin", "city/rabat")
	same(t, "findings", findings(k), "duplicate-entity b.toml:3:3")
	if got := k.Findings[0].Problem; !reflect.DeepEqual(got, say.Redefines.With(say.Address("city/austin"), say.Position("a.toml:1:1"))) {
		t.Error(got)
	}
}

func TestAFileWithoutEntitiesIsOne(t *testing.T) {
	k := file(t, "config.toml", "[server]\nport = 80\n[database]\nhost = 'x'\n")
	same(t, "entities", addresses(k), "atlas/config")
}

func TestSymbolicLinksOutOfTheFolderAreSkipped(t *testing.T) {
	outside := t.TempDir()
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(outside, "secret.toml"), "name = 'secret'\n")
	if err := os.Mkdir(filepath.Join(dir, "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(filepath.Join(dir, "x", "real.toml"), "name = 'real'\n")
	for link, target := range map[string]string{"out": outside, "x/out.toml": filepath.Join(outside, "secret.toml"), "x/in.toml": "real.toml", "x/loop": ".."} {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Fatal(err)
		}
	}
	same(t, "entities", addresses(open(t, dir)), "x/in", "x/real")
}

func TestABrokenFileHidesNoOther(t *testing.T) {
	k := folder(t, map[string]string{
		"city/austin.toml": "name = 'Austin'\n",
		"city/broken.toml": "name = \n",
		"city/latin.toml":  "name = '\xe9'\n",
	})
	if k.Lookup("city/austin") == nil {
		t.Errorf("entities: %v", addresses(k))
	}
	same(t, "findings", findings(k), "syntax city/broken.toml:1:8", "syntax city/latin.toml:1:9")
}

func TestArraysBelowATableAreEntities(t *testing.T) {
	k := file(t, "telegraf.conf", "[agent]\ninterval = '10s'\n[[inputs.cpu]]\npercpu = true\n[[inputs.disk]]\nmount = 'x'\n[[inputs.disk]]\nmount = 'y'\n")
	same(t, "entities", addresses(k), "inputs/cpu", "inputs/disk x", "inputs/disk y")
}
