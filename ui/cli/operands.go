package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// asking are the commands with a query.
var asking = []string{"search", "list", "brief", "export", "matrix", "timeline", "map"}

// withOperands moves the words of a query behind the flags and a --, so that
// -cloud is a word: an argument with one minus is a flag only if it exists.
func withOperands(root *cobra.Command, args []string) []string {
	cmd, rest, err := root.Find(args)
	if err != nil || !slices.Contains(asking, cmd.Name()) {
		return args
	}
	cmd.InitDefaultHelpFlag() // and those of the root are known with it
	known := cmd.Flags()
	flags, operands := []string{cmd.Name()}, []string{"--"}
	for len(rest) > 0 {
		arg := rest[0]
		rest = rest[1:]
		switch {
		case arg == "--":
			operands = append(operands, rest...)
			rest = nil
		case strings.HasPrefix(arg, "--"):
			flags = append(flags, arg)
			if f := known.Lookup(arg[2:]); f == nil || f.NoOptDefVal != "" {
				continue
			}
			if len(rest) == 0 {
				return flags
			}
			flags, rest = append(flags, rest[0]), rest[1:]
		case areShorthands(known, arg):
			flags = append(flags, arg)
		default:
			operands = append(operands, arg)
		}
	}
	return append(flags, operands...)
}

// areShorthands reports whether an argument is a minus and letters of flags.
func areShorthands(known *pflag.FlagSet, arg string) bool {
	letters, ok := strings.CutPrefix(arg, "-")
	for _, letter := range []byte(letters) {
		ok = ok && known.ShorthandLookup(string(letter)) != nil
	}
	return ok && letters != ""
}
