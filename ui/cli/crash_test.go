package cli

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"rihla/ui/config"
	"rihla/ui/keeper"
	"rihla/ui/words"
)

// TestTheParentKnowsWhichOptionsTakeAValue keeps it from taking a value for a path.
func TestTheParentKnowsWhichOptionsTakeAValue(t *testing.T) {
	root := (&app{words: words.For("en"), config: &config.Config{}}).root()
	var taking []string
	note := func(f *pflag.Flag) {
		if f.Value.Type() != "bool" {
			taking = append(taking, "--"+f.Name)
		}
	}
	root.Flags().VisitAll(note)
	root.PersistentFlags().VisitAll(note)
	slices.Sort(taking)
	if known := slices.Sorted(slices.Values(keeper.TakesValue)); !slices.Equal(taking, known) {
		t.Errorf("options with a value are %q; the parent knows %q", taking, known)
	}
}

func TestATraceHoldsNothingOfFiles(t *testing.T) {
	for text, want := range map[string]string{
		"panic: secret\n\tof two lines\n\ngoroutine 7 [running]:\nmain.f({0x736563726574, 0x6})\n\t/src/main.go:3 +0x1d\ncreated by main.main in goroutine 1\n": "panic: (left out)\ngoroutine 7 [running]:\nmain.f(…)\n\t/src/main.go:3 +0x1d\ncreated by main.main in goroutine 1\n",
		"panic: runtime error: index out of range [5] with length 3\n\ngoroutine 1 [running]:\n":                                                                "panic: runtime error: index out of range [5] with length 3\ngoroutine 1 [running]:\n",
		"SIGABRT: abort\nPC=0x4\n\ngoroutine 1:\nmain.f()\n\nrax    0x736563726574\n":                                                                           "SIGABRT: abort\ngoroutine 1:\nmain.f(…)\n\n",
		"fatal error: runtime: out of memory\n\nruntime stack:\n":                                                                                               "fatal error: runtime: out of memory\n",
	} {
		if got := trace(text); got != want {
			t.Errorf("%q leaves\n%q, not\n%q", text, got, want)
		}
	}
	if got := trace(strings.Repeat("panic: x\n", 2)); strings.Contains(got, "x") {
		t.Error(got)
	}
}
