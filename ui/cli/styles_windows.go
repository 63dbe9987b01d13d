package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// obeysStyles turns on escape sequences in a console, and reports whether that
// succeeds.
func obeysStyles(console *os.File) bool {
	handle, mode := windows.Handle(console.Fd()), uint32(0)
	if windows.GetConsoleMode(handle, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
