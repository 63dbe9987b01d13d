package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/reader/files"
	"rihla/ui/words"
)

// ofEntities lists the commands whose arguments are queries, addresses or kinds.
var ofEntities = []string{"brief", "export", "gaps", "graph", "list", "map", "matrix", "path", "refuse", "retract", "search", "show", "timeline"}

// refusePaths refuses the path of a file or folder where a query, an address or a kind is
// expected: it would be looked for in another knowledge base. Where --kb names the base, an
// entity may be called like a file.
func (a *app) refusePaths(cmd *cobra.Command, args []string) error {
	if !slices.Contains(ofEntities, cmd.Name()) || cmd.Flags().Changed("kb") {
		return nil
	}
	var paths, others []string
	for _, arg := range args {
		if isPath(arg) {
			paths = append(paths, arg)
		} else {
			others = append(others, arg)
		}
	}
	if len(paths) == 0 {
		return nil
	}
	instead := commandOn(cmd, others, strings.Join(paths, string(filepath.ListSeparator)))
	return a.misuse(cmd, a.words.Say(words.ArgumentIsPath, briefPath(paths[0]), cmd.CommandPath()), a.words.Say(words.UseOneOf, instead))
}

// isPath reports whether an argument is written as a path, and names a file or folder.
func isPath(arg string) bool {
	slashed := filepath.ToSlash(arg)
	begins := func(with string) bool { return strings.HasPrefix(slashed, with) }
	isWritten := slashed == "." || slashed == ".." || begins("./") || begins("../") || begins("/") || filepath.IsAbs(arg) ||
		strings.HasSuffix(slashed, "/") || files.IsTOML(slashed)
	if !isWritten {
		return false
	}
	_, err := os.Stat(arg)
	return err == nil
}

// commandOn returns the command line of a command with arguments on another knowledge base.
// Arguments that it lacks are named as in its help.
func commandOn(cmd *cobra.Command, args []string, base string) string {
	if slices.Contains(ofPaths, cmd.Name()) {
		return cmd.CommandPath() + " " + inShell(base)
	}
	var quoted []string
	for _, arg := range args {
		quoted = append(quoted, inShell(arg))
	}
	if all := strings.Fields(cmd.Use)[1:]; len(args) < len(all) {
		for _, name := range all[len(args):] {
			if !strings.HasPrefix(name, "[") {
				quoted = append(quoted, strings.TrimSuffix(name, "…"))
			}
		}
	}
	named := []string{cmd.CommandPath(), "--kb", inShell(base)}
	isFlag := func(arg string) bool { return strings.HasPrefix(arg, "-") }
	if slices.ContainsFunc(args, isFlag) {
		return strings.Join(slices.Concat(named, []string{"--"}, quoted), " ")
	}
	return strings.Join(slices.Insert(named, 1, quoted...), " ")
}
