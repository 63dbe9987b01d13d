//go:build !windows

package cli

import "os"

// obeysStyles tells whether a terminal obeys escape sequences.
func obeysStyles(*os.File) bool { return true }
