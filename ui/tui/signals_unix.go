//go:build unix

package tui

import (
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"

	"rihla/ui/keeper"
	"rihla/ui/tui/work"
)

// endings are the signals that end the explorer. Those that stop a job are not handled:
// the parent gives the terminal back.
var endings = []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM}

// mostEnd is how long the explorer has to end in good order.
const mostEnd = 2 * time.Second

// openDevice returns the terminal of the process, or nil if it has none.
func openDevice(o Options) *device {
	if o.Input != nil || o.Output != nil || !term.IsTerminal(int(os.Stdout.Fd())) {
		return nil
	}
	d := &device{keyboard: os.Stdin, screen: os.Stdout, signals: make(chan os.Signal, 64)}
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		var err error
		if d.keyboard, err = os.OpenFile("/dev/tty", os.O_RDWR, 0); err != nil {
			return nil
		}
	}
	d.awaitForeground(func() {})
	var err error
	if d.before, err = term.GetState(int(d.keyboard.Fd())); err != nil {
		return nil
	}
	return d
}

// isForeground reports whether the terminal is that of the job.
func (d *device) isForeground() bool { return keeper.IsForeground(int(d.keyboard.Fd())) }

// awaitForeground stops the job as long as the terminal is not its own. A signal that ends
// the explorer meanwhile ends it at once: there is nothing to give back.
func (d *device) awaitForeground(last func()) {
	for !d.isForeground() {
		if d.isEnding() {
			last()
			os.Exit(128 + int(d.ending.Load()))
		}
		if !stopBy(syscall.SIGTTOU) {
			return
		}
	}
}

// isEnding reports whether a signal has come that ends the explorer. It takes a while.
func (d *device) isEnding() bool {
	time.Sleep(work.Patience)
	for range len(d.signals) {
		if s := <-d.signals; slices.Contains(endings, s) {
			d.ending.CompareAndSwap(0, int32(s.(syscall.Signal)))
		}
	}
	return d.ending.Load() != 0
}

// stopBy stops by a signal, with the parent or by itself with the job, and returns when
// it goes on. It reports whether it was stopped.
func stopBy(s syscall.Signal) bool {
	if keeper.Self.IsKept() {
		return keeper.Stop(os.Getpid(), s) // and the parent stops the job
	}
	return keeper.Stop(0, s)
}

// notify takes the signals that are handled, unless they are ignored: by nohup, say.
func (d *device) notify() {
	for _, s := range append(slices.Clone(endings), syscall.SIGCONT, syscall.SIGWINCH) {
		if !signal.Ignored(s) {
			signal.Notify(d.signals, s)
		}
	}
}

// watch handles signals until it is stopped.
func (d *device) watch(p *tea.Program) (stop func()) {
	done := make(chan struct{})
	d.notify()
	gone := make(chan struct{})
	if keeper.Self.IsKept() {
		go func() {
			defer close(gone)
			keeper.Self.AwaitEnd(d.yield)
		}()
	}
	go func() {
		for {
			select {
			case s := <-d.signals:
				d.handle(p, s.(syscall.Signal))
			case <-gone:
				gone = nil
				d.lost.Store(true) // the shell has the terminal already
				d.handle(p, syscall.SIGHUP)
			case <-done:
				return
			}
		}
	}()
	return func() {
		signal.Stop(d.signals)
		close(done)
	}
}

func (d *device) handle(p *tea.Program, s syscall.Signal) {
	guest := d.guest.Load()
	send := func(do func(*Model) tea.Cmd) { go p.Send(forModel{do}) }
	switch {
	case s == syscall.SIGWINCH:
		width, height := d.size()
		go p.Send(tea.WindowSizeMsg{Width: width, Height: height})
	case s == syscall.SIGCONT:
		if guest == nil && !d.stopping.Load() {
			d.goOn(send)
		}
	default:
		d.end(send, s, guest)
	}
}

// end ends the explorer by a signal. A program that has the terminal is ended first; what
// is typed in it is its own.
func (d *device) end(send func(func(*Model) tea.Cmd), s syscall.Signal, guest *os.Process) {
	if guest != nil {
		if s == syscall.SIGINT || s == syscall.SIGQUIT {
			return
		}
		_ = guest.Signal(s)
	}
	if d.ending.CompareAndSwap(0, int32(s)) {
		send(func(m *Model) tea.Cmd { return m.quit() })
		time.AfterFunc(mostEnd, d.exit)
	}
}

// exit ends the process at once.
func (d *device) exit() {
	d.giveBack()
	os.Exit(128 + int(d.ending.Load()))
}

// goOn takes the terminal again after the process was stopped without a word.
func (d *device) goOn(send func(func(*Model) tea.Cmd)) {
	if parent := keeper.Self.Parent(); parent != 0 {
		_ = syscall.Kill(parent, syscall.SIGCONT)
	}
	d.awaitForeground(func() {})
	if d.stopping.CompareAndSwap(false, true) {
		isBack := keeper.Self.GaveBack()
		d.setMute(isBack)
		send(func(m *Model) tea.Cmd { return m.takeAgain(isBack) })
	}
}

// stop stops the job as the terminal does on ctrl-z, and returns when it goes on.
func (m *Model) stop() error {
	d := m.device
	if d == nil {
		return nil
	}
	d.stopping.Store(true)
	stopBy(syscall.SIGTSTP)
	d.awaitForeground(func() {
		m.leftAt = m.place()
		m.keepPlace()
	})
	return m.goneOn()
}

// goneOn ends what goOn has begun.
func (m *Model) goneOn() error {
	time.AfterFunc(mostEcho, func() { m.device.stopping.Store(false) })
	return nil
}

// sizeMayDiffer has the size of the terminal asked for again.
func (d *device) sizeMayDiffer() { d.tell(syscall.SIGWINCH) }

// lend has a program use the terminal. If this process is killed meanwhile, the program
// is ended, and the parent awaits that.
func (d *device) lend(cmd *exec.Cmd) error {
	runtime.LockOSThread() // its end would end the program too
	defer runtime.UnlockOSThread()
	endWithParent(cmd)
	if err := cmd.Start(); err != nil {
		return err
	}
	d.guest.Store(cmd.Process)
	defer d.guest.Store(nil)
	d.note(keeper.Away)
	defer d.note(0)
	return cmd.Wait()
}

// mostEcho is how long a signal that was already handled may come again: from the shell
// and from the parent.
const mostEcho = 300 * time.Millisecond
