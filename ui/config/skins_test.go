package config_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/ui/config"
	"rihla/ui/theme"
	"rihla/ui/words"
)

// TestSkinsOfFiles checks that a skin file overrides colours of its base skin, that its
// problems are reported, that colours of the configuration take precedence, and that each
// knowledge base can have its own skin.
func TestSkinsOfFiles(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		file := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	write("skins/sea.toml", "base = \"high-contrast\"\n[dark]\naccent = \"#00aaff\"\nmuted = \"#333333\"\npink = 3\n[night]\n")
	write("skins/dark.toml", "[dark]\naccent = \"#000000\"\n") // does not hide the built-in skin
	notes := filepath.Join(folder, "notes")
	file := write("config.toml", "skin = \"sea\"\n[colors.dark]\nwarning = \"#ffff00\"\n[bases."+`"`+notes+`"`+"]\nskin = \"light\"\n[bases.here]\nskin = \"dark\"\n[bases.\"/x\"]\nskin = \"lihgt\"\n")
	c := config.Load(file, true, none)
	want := []string{
		`6:8: the path “here” is relative to the working directory; write an absolute path`,
		`9:8: skin cannot be "lihgt"; use "auto", "dark", "light", "high-contrast", "terminal", "sea"`,
		`5:1: there is no option “dark.pink”; leave it out: rihla config lists the options`,
		`6:2: there is no option “night”; did you mean light?`,
	}
	got := said(c, words.For("en"))
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("it says\n%s", strings.Join(got, "\n"))
	}
	all := c.Skins()
	sea := all[len(all)-1]
	if high := theme.Skins()[3]; sea.Name != "sea" || theme.Hex(sea.Dark.Accent) != "#00aaff" || sea.Dark.Note != high.Dark.Note || sea.Light != high.Light || theme.Hex(sea.Dark.Warning) != "#ffff00" || theme.Hex(all[1].Dark.Warning) != "#ffff00" || all[1].Dark.Accent != theme.Dark.Accent {
		t.Errorf("the skin is %+v", sea)
	}
	for base, want := range map[string]string{"": "sea", folder: "sea", notes: "light", filepath.Join(notes, "a", "b.toml"): "light", notes + "s": "sea"} {
		if got := c.SkinOf(base); got != want {
			t.Errorf("%s has the skin %s, not %s", base, got, want)
		}
	}
	c.Problems = c.LowContrasts()
	if got := said(c, words.For("en")); len(got) != 1 || !strings.HasPrefix(got[0], "4:9: dark.muted: #333333 on #003650 has a contrast of 1.") {
		t.Errorf("it says %q", got)
	}
	named := config.Load(file, true, func(name string) string { return map[string]string{"RIHLA_SKIN": "terminal"}[name] })
	if got := named.SkinOf(notes); got != theme.TerminalSkin {
		t.Errorf("the variable is not first: %s", got)
	}
	named = config.Load(file, true, func(name string) string { return map[string]string{"RIHLA_SKIN": "no"}[name] })
	if got := named.Problems[len(named.Problems)-1].Says(words.For("en")); named.Skin != theme.UsualSkin || got != `$RIHLA_SKIN cannot be "no"` {
		t.Errorf("it says %q", got)
	}
}
