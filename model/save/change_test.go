package save_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/save"
)

// TestStringsAreAddedToAList adds to lists of every notation, and compares the
// file to the byte.
func TestStringsAreAddedToAList(t *testing.T) {
	for _, c := range []struct{ had, want string }{
		{"[city.rabat]\nname = 'Rabat'\n", "[city.rabat]\nname = 'Rabat'\nabout = ['city/fes']\n"},
		{"# first\r\n[city.rabat] # here\r\nname = 'Rabat'\r\n", "# first\r\n[city.rabat] # here\r\nname = 'Rabat'\r\nabout = ['city/fes']\r\n"},
		{"[city.rabat]", "[city.rabat]\nabout = [\"city/fes\"]"},
		{"[city.rabat]\nabout = [ # who\n  'x', # x\n]\n", "[city.rabat]\nabout = [ # who\n  'x', # x\n  'city/fes',\n]\n"},
		{"[city.rabat]\nabout = []\n", "[city.rabat]\nabout = [\"city/fes\"]\n"},
		{"[city.rabat]\nabout = \"x\\\"y\" # z\n", "[city.rabat]\nabout = [\"x\\\"y\", \"city/fes\"] # z\n"},
		{"[city]\nrabat = { name = 'Rabat' }\nfes = { name = 'Fes' }\n", "[city]\nrabat = { name = 'Rabat', about = ['city/fes'] }\nfes = { name = 'Fes' }\n"},
		{"[city.rabat]\nname = 'Rabat'\n[city.rabat.sub]\nabout = ['y']\n", "[city.rabat]\nname = 'Rabat'\nabout = ['city/fes']\n[city.rabat.sub]\nabout = ['y']\n"},
		{"[city.rabat]\nabout = 3\n", ""},
		{"[city.rabat]\nabout = '''x'''\n", "[city.rabat]\nabout = ['''x''', 'city/fes']\n"},
	} {
		dir := atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[kinds.city]\n", "a.toml": c.had})
		k := open(t, dir)
		e := k.Lookup("city/rabat")
		if e == nil {
			t.Fatalf("%q holds no city", c.had)
		}
		change, err := edit.In(k).AddStrings(e.Pos, "rabat", "about", []string{"city/fes"})
		want := c.want
		if want == "" {
			want = c.had
			if !errors.As(err, new(*edit.Error)) {
				t.Errorf("%q: %v", c.had, err)
			}
		} else if err != nil {
			t.Errorf("%q: %v", c.had, err)
		} else if err := save.Change(k, change); err != nil {
			t.Errorf("%q: %v", c.had, err)
		}
		if got := read(t, filepath.Join(dir, "a.toml")); got != want {
			t.Errorf("%q became %q, not %q", c.had, got, want)
		}
		if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) > 0 {
			t.Errorf("%q is left (%v)", left, err)
		}
	}
}

// TestAChangeIsWrittenToTheFileAsItWasRead writes one change, refuses it a second time,
// and makes a file that is new.
func TestAChangeIsWrittenToTheFileAsItWasRead(t *testing.T) {
	dir := atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[kinds.city]\n", "a.toml": "[city.rabat] # here\n"})
	k := open(t, dir)
	change, err := edit.In(k).Add(k.Lookup("city/rabat"), "founded", edit.Claim{Value: kb.Value{Type: kb.Int, Str: "1150"}})
	if err != nil {
		t.Fatal(err)
	}
	const other = "# new\n[city.rabat] # here\n"
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), []byte(other), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := save.Change(k, change); !errors.Is(err, save.ErrChanging) || said(err) != "a.toml: changed-since; read-again" || read(t, filepath.Join(dir, "a.toml")) != other {
		t.Error(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), change.Before, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := save.Change(k, change); err != nil {
		t.Error(err)
	}
	if got := read(t, filepath.Join(dir, "a.toml")); got != "[city.rabat] # here\nfounded = 1150\n" {
		t.Errorf("became %q", got)
	}
	if err := save.Change(k, change); !errors.Is(err, save.ErrChanging) || said(err) != "a.toml: changed-since; read-again" {
		t.Error(err)
	}
	change = edit.Change{File: "new/b.toml", After: []byte("[city.fes]\n")}
	if err := save.Change(k, change); err != nil || read(t, filepath.Join(dir, "new", "b.toml")) != "[city.fes]\n" {
		t.Error(err)
	}
	if err := save.Change(k, change); !errors.Is(err, save.ErrChanging) {
		t.Error(err)
	}
	k.Dir = ""
	if err := save.Change(k, change); !errors.Is(err, save.ErrBuiltIn) {
		t.Error(err)
	}
}

// TestAPatchIsWrittenAsLongAsTheFileIsAsItWas takes changes back and makes them again:
// of a file, of one that is new, and of one that is removed.
func TestAPatchIsWrittenAsLongAsTheFileIsAsItWas(t *testing.T) {
	dir := atlas(t, map[string]string{"a.toml": "[city.rabat]\nname = 'Rabat'\n"})
	k := open(t, dir)
	had := read(t, filepath.Join(dir, "a.toml"))
	for _, c := range []edit.Change{
		{File: "a.toml", Before: []byte(had), After: []byte(had + "a = 1\n")},
		{File: "new/b.toml", After: []byte("[city.fes]\n")},
		{File: "a.toml", Before: []byte(had), After: nil},
	} {
		path := filepath.Join(dir, filepath.FromSlash(c.File))
		is := func(text []byte) {
			t.Helper()
			got, err := os.ReadFile(path)
			if (err != nil) != (text == nil) || string(got) != string(text) {
				t.Errorf("%s holds %q, %v", c.File, got, err)
			}
		}
		if err := save.Change(k, c); err != nil {
			t.Fatal(err)
		}
		is(c.After)
		p := c.Patch()
		for range 2 {
			if _, err := save.Patch(k, p.Reverse()); err != nil {
				t.Error(err)
			}
			is(c.Before)
			if _, err := save.Patch(k, p.Reverse()); err == nil {
				t.Error("it was taken back twice")
			}
			is(c.Before)
			if line, err := save.Patch(k, p); err != nil || line < 1 {
				t.Errorf("line %d, %v", line, err)
			}
			is(c.After)
		}
		if _, err := save.Patch(k, p.Reverse()); err != nil {
			t.Error(err)
		}
	}
}
