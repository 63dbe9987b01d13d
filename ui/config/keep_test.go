package config_test

import (
	"os"
	"path/filepath"
	"testing"

	"rihla/ui/config"
)

// TestASkinIsKeptInTheFile keeps a skin in files of a person, of which all other bytes stay.
func TestASkinIsKeptInTheFile(t *testing.T) {
	notes := filepath.Join(t.TempDir(), "notes")
	own := "# c\r\n[bases.'" + notes + "'] # own\r\nskin = 'dark'\r\n"
	for _, c := range []struct {
		before, after, base string
		line                int
	}{
		{"", "skin = \"light\"\n", "", 1},
		{"# mine\nskin = 'dark' # by day\n[keys]\nquit = 'x'\n", "# mine\nskin = 'light' # by day\n[keys]\nquit = 'x'\n", "", 2},
		{"# mine\n\n[keys]\nquit = 'x'\n", "# mine\n\nskin = 'light'\n\n[keys]\nquit = 'x'\n", "", 3},
		{own, "# c\r\n[bases.'" + notes + "'] # own\r\nskin = 'light'\r\n", filepath.Join(notes, "a"), 3},
	} {
		file := filepath.Join(t.TempDir(), "rihla", "config.toml")
		if c.before != "" {
			if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(c.before), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		at, err := config.Load(file, false, func(string) string { return "" }).KeepSkin("light", c.base)
		got, _ := os.ReadFile(file)
		if err != nil || string(got) != c.after || at.Line != c.line {
			t.Errorf("%q became\n%q at line %d (%v), not\n%q", c.before, got, at.Line, err, c.after)
		}
		if skin := config.Load(file, false, func(string) string { return "" }).SkinOf(c.base); skin != "light" {
			t.Errorf("%q is read as the skin %s", got, skin)
		}
	}
	broken := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(broken, []byte("skin = \n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := config.Load(broken, false, func(string) string { return "" }).KeepSkin("light", ""); err == nil {
		t.Error("a file that is not TOML is written")
	}
}
