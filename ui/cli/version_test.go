package cli

import (
	"runtime/debug"
	"testing"
)

func TestTheVersionIsThatOfTheBuild(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Settings: []debug.BuildSetting{
		{Key: "vcs.revision", Value: "767b86e0"}, {Key: "vcs.time", Value: "2026-11-28T20:05:10Z"}, {Key: "vcs.modified", Value: "true"},
	}}
	info.Main.Version = "v0.3.1-0.20261128200510-767b86e0+dirty"
	for want, b := range map[string]build{
		"rihla 0.3.1-0.20261128200510-767b86e0+dirty\ncommit 767b86e0+dirty, 2026-11-28, go1.26.8\n": newBuild("", info),
		"rihla 1.2.3\ncommit 767b86e0+dirty, 2026-11-28, go1.26.8\n":                                 newBuild("1.2.3", info),
		"rihla 0.0.0-devel\n":           newBuild("", nil),
		"rihla 0.0.0-devel\ngo1.26.8\n": newBuild("", &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Version: "(devel)"}}),
	} {
		if got := b.String(); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
