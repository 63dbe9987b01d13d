package cli

import (
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"rihla/ui/words"
)

// version is that of a release, set by
//
//	go build -ldflags '-X rihla/ui/cli.version=1.2.3'
//
// and "" in other builds.
var version string

// build says from what the program was built.
type build struct {
	version  string // a semantic version
	commit   string // "" where it is not known
	date     string // of the commit, YYYY-MM-DD; "" where it is not known
	compiler string // its version
}

// unknownVersion is the version of a build that has none.
const unknownVersion = "0.0.0-devel"

// newBuild describes a build; info may be nil.
func newBuild(released string, info *debug.BuildInfo) build {
	b := build{version: released}
	if info == nil {
		info = &debug.BuildInfo{}
	}
	if tag, ok := strings.CutPrefix(info.Main.Version, "v"); ok && b.version == "" {
		b.version = tag
	}
	if b.version == "" {
		b.version = unknownVersion
	}
	b.compiler = info.GoVersion
	settings := make(map[string]string)
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	b.commit = settings["vcs.revision"]
	if settings["vcs.modified"] == "true" {
		b.commit += "+dirty"
	}
	b.date, _, _ = strings.Cut(settings["vcs.time"], "T")
	return b
}

// thisBuild describes the program that runs.
func thisBuild() build {
	info, _ := debug.ReadBuildInfo()
	return newBuild(version, info)
}

// versionCommand returns the command version.
func (a *app) versionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "version", Short: a.words.Say(words.VersionShort), Example: "rihla version\nrihla version --json", Args: a.atMost(0),
		RunE: a.guard(func(*cobra.Command, []string) error {
			b := thisBuild()
			if a.format == asJSON {
				return a.printJSON(map[string]string{"version": b.version, "commit": b.commit, "date": b.date, "compiler": b.compiler})
			}
			_, err := io.WriteString(a.out, b.String())
			return err
		}),
	}
	a.takesFormat(cmd, asText, asJSON)
	return cmd
}

// String returns a line for the version, and a second one for the commit, its
// date and the compiler, as far as they are known.
func (b build) String() string {
	var known []string
	if b.commit != "" {
		known = append(known, "commit "+b.commit)
	}
	for _, text := range []string{b.date, b.compiler} {
		if text != "" {
			known = append(known, text)
		}
	}
	text := fmt.Sprintf("rihla %s\n", b.version)
	if len(known) > 0 {
		text += strings.Join(known, ", ") + "\n"
	}
	return text
}
