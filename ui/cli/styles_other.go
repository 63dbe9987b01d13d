//go:build !windows

package cli

import "os"

// obeysStyles reports whether a terminal interprets escape sequences.
func obeysStyles(*os.File) bool { return true }
