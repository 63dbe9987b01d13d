package cli_test

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSeveralPathsAreOpenedTogether(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{"a.toml": "[city.rabat]\nname = \"Rabat\"\n", "b/x.toml": "[boat.merle]\nhome_city = \"rabat\"\n[city.rabat]\nname = \"Rabat, the other\"\n", "x:y.toml": "[city.fes]\n"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list := "a.toml" + string(filepath.ListSeparator) + "b"
	run(t, "a.toml", "b").exits(0).prints("a.toml, b", "3 entities")
	run(t, "check", "a.toml", "b").exits(0).prints("0 errors", "2 files, 3 entities")
	run(t, "list", "city", "--kb", list).exits(0).prints("city/rabat", "city/rabat b", "Rabat, the other")
	run(t, "show", "boat/merle", "--kb", list).exits(0).prints("Rabat, the other")
	run(t, "check", "b", "a.toml", "--format", "json").exits(0).prints(`"errors":0`)
	run(t, "overview", "a.toml", "b", "--plain").exits(0).prints("a.toml, b")
	run(t, "explain", "a.toml", "b").exits(0).prints("boat", "city")
	run(t, "check", "a.toml", "none").exits(3).complains("none")
	run(t, "a.toml", "none").exits(3).complains("none")
	run(t, "check", "a.toml", "").exits(2).complains("the path is empty")
	run(t, "list", "city", "--kb", list+string(filepath.ListSeparator)).exits(2).complains("the path is empty")
	run(t, "lst", "city").exits(2).complains("lst")
	if filepath.ListSeparator == ':' {
		run(t, "x:y.toml").exits(0).prints("1 entity")
		run(t, "check", "a.toml", "x:y.toml").exits(2).complains("cannot be combined with other paths")
	}
}
