package shape

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"rihla/model/kb"
)

// value converts what BurntSushi decodes, in the order of the keys.
func value(v any) kb.Value {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		out := kb.Value{Type: kb.Table}
		for _, key := range keys {
			out.Items = append(out.Items, kb.Entry{Key: key, Value: value(v[key])})
		}
		return out
	case []map[string]any:
		out := kb.Value{Type: kb.List}
		for _, item := range v {
			out.Items = append(out.Items, kb.Entry{Value: value(item)})
		}
		return out
	case []any:
		out := kb.Value{Type: kb.List}
		for _, item := range v {
			out.Items = append(out.Items, kb.Entry{Value: value(item)})
		}
		return out
	case string:
		return kb.Value{Type: kb.String, Str: v}
	}
	return kb.Value{Type: kb.Int, Str: fmt.Sprint(v)}
}

// folder returns files of the given texts, sorted by path.
func folder(t *testing.T, texts map[string]string) []File {
	t.Helper()
	var files []File
	for path, text := range texts {
		var decoded map[string]any
		if _, err := toml.Decode(text, &decoded); err != nil {
			t.Fatal(path, err)
		}
		root := value(decoded)
		f := File{Path: path, Sample: func() ([]kb.Entry, bool) { return root.Items, true }}
		for _, entry := range root.Items {
			f.Keys = append(f.Keys, Key{entry.Key, ClassOf(entry.Value)})
		}
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

// read describes how each file is read: kind/key (folder) of a whole file, or the
// kinds of its rows.
func read(files []File, o Options) map[string]string {
	out := make(map[string]string)
	for i, l := range Infer(files, o).Layouts {
		if !l.Whole {
			var kinds []string
			rows(files[i], l.Tree, func(kind string) { kinds = append(kinds, kind) })
			out[files[i].Path] = "rows of " + strings.Join(kinds, ", ")
			continue
		}
		text := l.Kind + "/" + l.Key
		if l.Folder != "" {
			text += " in " + l.Folder
		}
		if l.Name != "" {
			text += " by " + l.Name
		}
		out[files[i].Path] = text
	}
	return out
}

// rows calls f with the kind of each table or array of rows of a file.
func rows(file File, t *Tree, f func(string)) {
	items, _ := file.Sample()
	rowsIn(items, t, f)
}

func rowsIn(items []kb.Entry, t *Tree, f func(string)) {
	if t.Role == Rows {
		f(t.Kind)
		return
	}
	for _, entry := range items {
		switch below := t.Child(entry.Key, ClassOf(entry.Value)); {
		case below == nil:
		case below.Role == Elements:
			f(below.Kind)
		default:
			rowsIn(entry.Value.Items, below, f)
		}
	}
}

func TestFilesAreReadByTheirShapes(t *testing.T) {
	for name, c := range map[string]struct{ texts, want map[string]string }{
		"files of tables that repeat": {
			map[string]string{
				"rules/a.toml": "[meta]\nmade = 1\n[rule]\nname = 'A'", "rules/b.toml": "[meta]\nmade = 2\n[rule]\nname = 'B'",
				"rules/linux/c.toml": "[meta]\nmade = 3\n[rule]\nname = 'C'\n[rule.shown]\nfields = ['x']",
			},
			map[string]string{
				"rules/a.toml": "rules/a by rule.name", "rules/b.toml": "rules/b by rule.name", "rules/linux/c.toml": "rules/c in linux by rule.name",
			},
		},
		"files whose keys vary": {
			map[string]string{"a.toml": "[company.x]\nname = 'X'\n[company.z]\nname = 'Z'", "b.toml": "[company.y]\nname = 'Y'"},
			map[string]string{"a.toml": "rows of company", "b.toml": "rows of company"},
		},
		"rows in several files, two tables deep": {
			map[string]string{
				"a.toml": "[http.routers.x]\nrule = 'a'\n[http.routers.y]\nrule = 'b'\n[http.services.s]\nurl = 'u'",
				"b.toml": "[http.routers.z]\nrule = 'c'\n[http.services.v]\nurl = 'w'",
			},
			map[string]string{"a.toml": "rows of routers, services", "b.toml": "rows of routers, services"},
		},
		"two tables that end alike": {
			map[string]string{"a.toml": "[http.routers.x]\nrule = 'a'\n[http.routers.y]\nrule = 'b'\n[tcp.routers.x]\nsni = 'a'\n[tcp.routers.z]\nsni = 'b'"},
			map[string]string{"a.toml": "rows of routers, tcp.routers"},
		},
		"flat catalogues": {
			map[string]string{"apps.toml": "[a]\nlevel = 1\n[b]\nlevel = 2\n[c]\nlevel = 3", "kinds.toml": "[x]\ntitle = 'X'\n[y]\ntitle = 'Y'"},
			map[string]string{"apps.toml": "rows of apps", "kinds.toml": "rows of kinds"},
		},
		"settings": {
			map[string]string{"settings.toml": "[server]\nport = 1\n[log]\nlevel = 'x'\n[log.file]\npath = 'y'"},
			map[string]string{"settings.toml": "root/settings"},
		},
		"files of two makes in one folder": {
			map[string]string{
				"repo/hunting/a.toml": "[hunt]\nname = 'A'\nquery = 'x'", "repo/hunting/b.toml": "[hunt]\nname = 'B'\nquery = 'y'",
				"repo/rules/c.toml": "[rule]\nname = 'C'\nrisk = 1", "repo/rules/d.toml": "[rule]\nname = 'D'\nrisk = 2\n[[shown.column]]\nname = 'x'\n[[shown.column]]\nname = 'y'",
			},
			map[string]string{
				"repo/hunting/a.toml": "repo/a in hunting by hunt.name", "repo/rules/c.toml": "repo/c in rules by rule.name",
				"repo/rules/d.toml": "repo/d in rules by rule.name",
			},
		},
		"a folder for each file of one name": {
			map[string]string{
				"crates/cli/Cargo.toml": "[package]\nname = 'my-cli'", "crates/core/Cargo.toml": "[package]\nname = 'my-core'",
				"crates/app/Cargo.toml": "[package]\nname = 'app'",
			},
			map[string]string{
				"crates/cli/Cargo.toml": "crates/cli by package.name", "crates/core/Cargo.toml": "crates/core by package.name", "crates/app/Cargo.toml": "crates/app by package.name",
			},
		},
		"files of one name in several folders": {
			map[string]string{
				"Cargo.toml": "[workspace]\nmembers = ['crates/a']", "crates/a/Cargo.toml": "[package]\nname = 'a'", "demo/b/Cargo.toml": "[package]\nname = 'b'",
			},
			map[string]string{
				"Cargo.toml": "package/root", "crates/a/Cargo.toml": "package/crates/a by package.name", "demo/b/Cargo.toml": "package/demo/b by package.name",
			},
		},
		"folders that only divide": {
			map[string]string{"a/alpha.toml": "title = 'A'", "b/beta.toml": "title = 'B'", "s/t/stone.toml": "title = 'S'"},
			map[string]string{"a/alpha.toml": "root/alpha", "b/beta.toml": "root/beta", "s/t/stone.toml": "root/stone in s/t"},
		},
		"folders of versions": {
			map[string]string{"1.20/lamp.toml": "name = 'L'", "1.21/rail.toml": "name = 'R'"},
			map[string]string{"1.20/lamp.toml": "root/lamp in 1.20", "1.21/rail.toml": "root/rail in 1.21"},
		},
		"files of people's names in two kinds": {
			map[string]string{"people/ann.toml": "born = 1", "people/bob.toml": "born = 2", "teams/ann.toml": "size = 1", "teams/core.toml": "size = 2"},
			map[string]string{"people/ann.toml": "people/ann", "people/bob.toml": "people/bob", "teams/ann.toml": "teams/ann", "teams/core.toml": "teams/core"},
		},
		"a collection with a version at its head": {
			map[string]string{"pack.toml": "version = 1\n[[part]]\nid = 'a'\n[[part]]\nid = 'b'\n[[part]]\nid = 'c'", "one.toml": "name = 'One'"},
			map[string]string{"pack.toml": "rows of part", "one.toml": "root/one"},
		},
	} {
		got := read(folder(t, c.texts), Options{IsFolder: true, RootName: "root"})
		for path, want := range c.want {
			if got[path] != want {
				t.Errorf("%s: %s is %q, want %q", name, path, got[path], want)
			}
		}
	}
}

func TestArraysBelowATable(t *testing.T) {
	for text, want := range map[string]string{
		"[[menu.main]]\nname = 'Home'\n[[menu.main]]\nname = 'About'":                                        "rows of main",
		"[[inputs.cpu]]\npercpu = 1\n[[inputs.net]]\nurls = ['a']\n[[inputs.net]]\nurls = ['b']":             "rows of inputs",
		"[move]\nversion = 3\n[[move.package]]\nid = 'A'\n[[move.package]]\nid = 'B'\n[move.tool]\nused = 1": "rows of package",
	} {
		if got := read(folder(t, map[string]string{"x.toml": text}), Options{RootName: "root"})["x.toml"]; got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestTheManifestSaysWhereRowsStand(t *testing.T) {
	files := folder(t, map[string]string{"world.toml": "[world.towns.arn]\nx = 1\n[world.size]\ny = 2"})
	files[0].Rows = []Place{{Kind: "town", Path: []string{"world", "towns", "*"}}}
	if got := read(files, Options{IsFolder: true, RootName: "root"})["world.toml"]; got != "rows of town" {
		t.Error(got)
	}
	files[0].Rows, files[0].Kind = nil, "planet"
	if got := read(files, Options{IsFolder: true, RootName: "root"})["world.toml"]; got != "planet/world" {
		t.Error(got)
	}
}

// TestOrderDoesNotMatter: the order of files, of tables and of keys changes no kind.
func TestOrderDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		files := randomFolder(t, r)
		want := sets(read(files, Options{IsFolder: true, RootName: "root"}))
		shuffled := slices.Clone(files)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if got := sets(read(shuffled, Options{IsFolder: true, RootName: "root"})); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}

// sets sorts the kinds of rows.
func sets(read map[string]string) map[string]string {
	for path, text := range read {
		if kinds, ok := strings.CutPrefix(text, "rows of "); ok {
			list := strings.Split(kinds, ", ")
			slices.Sort(list)
			read[path] = "rows of " + strings.Join(list, ", ")
		}
	}
	return read
}

func randomFolder(t *testing.T, r *rand.Rand) []File {
	texts := make(map[string]string)
	for i := range 1 + r.IntN(6) {
		var b strings.Builder
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "name = 'N%d'\n", i)
		}
		for j := range r.IntN(5) {
			switch r.IntN(4) {
			case 0:
				fmt.Fprintf(&b, "[kind%d.k%d_%d]\nname = 'x'\nsize = %d\n", r.IntN(2), i, j, j)
			case 1:
				fmt.Fprintf(&b, "[rule%d]\ncode = '%d'\n", j, i)
			case 2:
				fmt.Fprintf(&b, "[deep.%s.k%d_%d]\nurl = 'x'\n", []string{"a", "b"}[r.IntN(2)], i, j)
			default:
				fmt.Fprintf(&b, "[[list%d]]\nid = '%d'\n", j, i)
			}
		}
		texts[fmt.Sprintf("%s/f%d.toml", []string{"one", "two", "a"}[r.IntN(3)], i)] = b.String()
	}
	return folder(t, texts)
}
