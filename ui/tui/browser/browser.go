// Package browser hands addresses to the system's browser or mail program.
package browser

import (
	"os/exec"
	"runtime"
	"time"
)

// failTime is how long a program that opens addresses has to fail: xdg-open may run as
// long as the browser does.
const failTime = 2 * time.Second

// Open opens an address. It returns once the program has ended, or has not failed for a
// while. The error is an *exec.Error if there is none that opens addresses.
func Open(address string) error {
	words := command(runtime.GOOS, address)
	cmd := exec.Command(words[0], words[1:]...)
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		return err
	case <-time.After(failTime):
		return nil
	}
}

// command returns the program that opens an address on a system. No shell reads it.
func command(system, address string) []string {
	switch system {
	case "darwin":
		return []string{"open", address}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	return []string{"xdg-open", address}
}
