package keeper

import (
	"os"
	"slices"
)

// TakesValue lists the options of the program that take the next argument as their value.
var TakesValue = []string{"--kb", "--lang", "--at", "--config", "--color", "--skin"}

// explores reports whether arguments may ask for the explorer. It may be mistaken: a
// command runs with a parent as well, and the explorer without one.
func explores(args []string) bool {
	for i := 0; i < len(args); i++ {
		switch arg := args[i]; {
		case arg == "--help" || arg == "-h" || arg == "--version" || arg == "-v" || arg == "--plain":
			return false
		case arg == "--":
			return true
		case slices.Contains(TakesValue, arg):
			i++
		case len(arg) == 0 || arg[0] != '-':
			_, err := os.Lstat(arg)
			return err == nil
		}
	}
	return true
}
