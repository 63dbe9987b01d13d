package lastplace_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/ui/tui/lastplace"
)

func TestEachBaseHasItsPlace(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "state", "rihla")
	file := filepath.Join(folder, "places.json")
	oracle, list := lastplace.Place{Address: "company/oracle"}, lastplace.Place{Tab: "company", Query: "cloud"}
	for base, at := range map[string]lastplace.Place{"": oracle, "/a": list, "/b": oracle} {
		if err := lastplace.Write(file, base, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := lastplace.Write(file, "/b", list); err != nil {
		t.Fatal(err)
	}
	for base, want := range map[string]lastplace.Place{"": oracle, "/a": list, "/b": list, "/c": {}} {
		if got := lastplace.Read(file, base); got != want {
			t.Errorf("%q was left at %v, not %v", base, got, want)
		}
	}
	if names, _ := os.ReadDir(folder); len(names) != 1 {
		t.Errorf("there are %v", names)
	}
	for n := range 220 {
		if err := lastplace.Write(file, fmt.Sprint("/", n), lastplace.Place{Tab: "x", Query: strings.Repeat("<", 500)}); err != nil {
			t.Fatal(err)
		}
	}
	if got := lastplace.Read(file, "/219"); got.Tab != "x" {
		t.Errorf("the last of many was left at %v", got)
	}
	if info, err := os.Stat(file); err != nil || info.Size() > 4<<20 || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v, %v", info, err)
	}
}

func TestAFileThatCannotBeReadIsNoPlace(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "places.json")
	if err := os.WriteFile(file, []byte(`[{"base": "", "address": 3`), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := lastplace.Read(file, ""); got != (lastplace.Place{}) {
		t.Errorf("%v is read", got)
	}
	if err := lastplace.Write(filepath.Join(file, "places.json"), "", lastplace.Place{Tab: "x"}); err == nil {
		t.Error("a file is written below a file")
	}
}
