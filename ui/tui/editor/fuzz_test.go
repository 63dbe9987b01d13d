package editor

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/kballard/go-shellquote"
)

// FuzzSplit checks that words written as a shell quotes them are those words again, and
// that no command panics.
func FuzzSplit(f *testing.F) {
	for _, command := range []string{"vi", `"/a b/vi" -c 'x y'`, `vi \`, `'`, `a"b'c"d\ e`, "vi\n-R\t", "''", "vi $(x) `y` ; z & * ~", "\\\n", "é\x00\xff"} {
		f.Add(command)
	}
	f.Fuzz(func(t *testing.T, command string) {
		words, err := Split(command)
		if err == nil && (len(words) == 0 || words[0] == "") {
			t.Fatalf("%q is split into %q", command, words)
		}
		asWords := strings.Fields(command)
		if len(asWords) == 0 || runtime.GOOS == "windows" {
			return
		}
		if got, err := Split(shellquote.Join(asWords...)); err != nil || !slices.Equal(got, asWords) {
			t.Errorf("%q, quoted, is split into %q (%v)", asWords, got, err)
		}
	})
}
