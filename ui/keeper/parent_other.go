//go:build unix && !linux && !darwin

package keeper

import "syscall"

// IsForeground reports that every process has the terminal.
func IsForeground(int) bool { return true }

// Stop stops nothing.
func Stop(int, syscall.Signal) bool { return false }
