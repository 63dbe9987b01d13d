package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"rihla/model/kbtest"
)

// TestTheDialogueLetsNothingOutOfHostileFiles asks for every page of a folder of files
// that are made to be obeyed by a terminal, to be endless, or to be no TOML.
func TestTheDialogueLetsNothingOutOfHostileFiles(t *testing.T) {
	for name, text := range kbtest.Hostile() {
		path := filepath.Join(t.TempDir(), "hostile.toml")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			talk(t, path, "0", "n", "t", "1", "n", "1", "n", "s", "[1]", "s 1", "B", "v g", "v t", "v m", "v x", "v l", "v s", "!", "1", "i", "n", "x", "m 1", "/\x1b]0;x\x07", "= 1 2", "L", "@ 2019")
		})
	}
}
