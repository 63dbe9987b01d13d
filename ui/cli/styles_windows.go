package cli

import (
	"os"

	"golang.org/x/sys/windows"
)

// obeysStyles has a console obey escape sequences, and tells whether it does.
func obeysStyles(console *os.File) bool {
	handle, mode := windows.Handle(console.Fd()), uint32(0)
	if windows.GetConsoleMode(handle, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(handle, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
