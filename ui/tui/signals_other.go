//go:build !unix

package tui

import (
	"os/exec"

	tea "charm.land/bubbletea/v2"
)

// openDevice returns nil: Bubble Tea uses the terminal by itself.
func openDevice(Options) *device { return nil }

func (d *device) watch(*tea.Program) (stop func()) { return func() {} }

// stop does nothing: the system stops no processes.
func (m *Model) stop() error { return nil }

func (m *Model) goneOn() error { return nil }

func (d *device) lend(cmd *exec.Cmd) error { return cmd.Run() }

func (d *device) sizeMayDiffer() {}
