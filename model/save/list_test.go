package save_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"rihla/model/save"
)

// TestStringsAreAddedToAList adds to what is written in every way, and compares the
// file to the byte.
func TestStringsAreAddedToAList(t *testing.T) {
	for _, c := range []struct{ had, want string }{
		{"[city.rabat]\nname = 'Rabat'\n", "[city.rabat]\nabout = [\"city/fes\"]\nname = 'Rabat'\n"},
		{"# first\r\n[city.rabat] # here\r\nname = 'Rabat'\r\n", "# first\r\n[city.rabat] # here\r\nabout = [\"city/fes\"]\r\nname = 'Rabat'\r\n"},
		{"[city.rabat]", "[city.rabat]\nabout = [\"city/fes\"]\n"},
		{"[city.rabat]\nabout = [ # who\n  'x', # x\n]\n", "[city.rabat]\nabout = [ # who\n  \"city/fes\", 'x', # x\n]\n"},
		{"[city.rabat]\nabout = []\n", "[city.rabat]\nabout = [\"city/fes\"]\n"},
		{"[city.rabat]\nabout = \"x\\\"y\" # z\n", "[city.rabat]\nabout = [\"city/fes\", \"x\\\"y\"] # z\n"},
		{"[city]\nrabat = { name = 'Rabat' }\nfes = { name = 'Fes' }\n", "[city]\nrabat = { about = [\"city/fes\"],  name = 'Rabat' }\nfes = { name = 'Fes' }\n"},
		{"[city.rabat]\nname = 'Rabat'\n[city.rabat.sub]\nabout = ['y']\n", "[city.rabat]\nabout = [\"city/fes\"]\nname = 'Rabat'\n[city.rabat.sub]\nabout = ['y']\n"},
		{"[city.rabat]\nabout = 3\n", ""},
		{"[city.rabat]\nabout = '''x'''\n", ""},
	} {
		dir := atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[kinds.city]\n", "a.toml": c.had})
		k := open(t, dir)
		e := k.Lookup("city/rabat")
		if e == nil {
			t.Fatalf("%q holds no city", c.had)
		}
		file, err := save.List(k, save.Addition{Table: e.Pos, Name: "rabat", Key: "about", Strings: []string{"city/fes"}})
		want := c.want
		if want == "" {
			want = c.had
			if !errors.Is(err, save.ErrConflict) {
				t.Errorf("%q: %v", c.had, err)
			}
		} else if err != nil || file != "a.toml" {
			t.Errorf("%q: %s, %v", c.had, file, err)
		}
		if got := read(t, filepath.Join(dir, "a.toml")); got != want {
			t.Errorf("%q became %q, not %q", c.had, got, want)
		}
		if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) > 0 {
			t.Errorf("%q is left (%v)", left, err)
		}
	}
}

func TestNothingIsAddedToAFileThatHasChanged(t *testing.T) {
	dir := atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[kinds.city]\n", "a.toml": "[city.rabat]\nname = 'Rabat'\n"})
	k := open(t, dir)
	a := save.Addition{Table: k.Lookup("city/rabat").Pos, Key: "about", Strings: []string{"x"}}
	for text, reason := range map[string]error{"# new\n[city.rabat]\n": save.ErrChanging} {
		if err := os.WriteFile(filepath.Join(dir, "a.toml"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := save.List(k, a); !errors.Is(err, reason) || said(err) != "a.toml: changed-since; read-again" {
			t.Errorf("%q: %v", text, err)
		}
		if got := read(t, filepath.Join(dir, "a.toml")); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
	a.Strings = []string{"caf\xe9"}
	if _, err := save.List(k, a); !errors.Is(err, save.ErrNotText) {
		t.Error(err)
	}
}
