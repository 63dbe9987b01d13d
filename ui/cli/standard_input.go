package cli

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/reader"
	"rihla/ui/words"
)

// standardInput is the path that stands for -.
const standardInput = "/dev/stdin"

// ofPaths lists the commands whose arguments are paths.
var ofPaths = []string{"rihla", "check", "explain", "import", "init", "overview", "schema", "serve", "suggest"}

// checkPath refuses an empty path, which would be the built-in base: the variable that
// was to hold one was not set.
func (a *app) checkPath(cmd *cobra.Command, args []string) error {
	isArgument := slices.Contains(args, "") && slices.Contains(ofPaths, cmd.Name())
	isEmpty := func(flag string) bool {
		return cmd.Flags().Changed(flag) && slices.Contains(reader.Paths(cmd.Flag(flag).Value.String()), "")
	}
	if isArgument || isEmpty("kb") || isEmpty("config") {
		return a.misuse(cmd, a.words.Say(words.EmptyPath), "")
	}
	if kb := cmd.Flag("kb"); kb != nil && kb.Changed && len(args) > 0 && slices.Contains(ofPaths, cmd.Name()) {
		return a.misuse(cmd, a.words.Say(words.BaseTwice, briefPath(args[0]), "--kb "+briefPath(a.kb)), "")
	}
	return a.refusePaths(cmd, args)
}

// inputPath returns a path, or that of the standard input for -.
func inputPath(path string) string {
	if path == "-" {
		return standardInput
	}
	return path
}

// inputPaths returns a list of paths with "-" replaced by the paths of the standard input.
func inputPaths(paths []string) string {
	all := make([]string, len(paths))
	for i, path := range paths {
		all[i] = inputPath(path)
	}
	return strings.Join(all, string(filepath.ListSeparator))
}

// isPiped reports whether a file or a pipe is the standard input.
func isPiped(in io.Reader) bool {
	f, ok := in.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && (info.Mode().IsRegular() && info.Size() > 0 || info.Mode()&fs.ModeNamedPipe != 0)
}
