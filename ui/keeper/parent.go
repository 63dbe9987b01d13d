//go:build linux || darwin

package keeper

import (
	"os"
	"os/signal"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// variable tells a process its parent, and nothing that it starts itself.
const variable = "RIHLA_KEEPER"

// descriptor is the file descriptor of the child's connection to its parent.
const descriptor = 3

func init() {
	of, isSet := os.LookupEnv(variable)
	_ = os.Unsetenv(variable)
	if pid := os.Getppid(); isSet && of == strconv.Itoa(pid) {
		syscall.CloseOnExec(descriptor)
		Self.parent, Self.pid = os.NewFile(descriptor, "parent"), pid
		return
	}
	if !explores(os.Args[1:]) || os.Getenv("TERM") == "dumb" {
		return
	}
	t, ok := openTerminal()
	if !ok {
		return
	}
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) == nil && limit.Cur < leastFiles {
		// The runtime would crash, even before main.
		_, _ = os.Stderr.WriteString("rihla: " + syscall.EMFILE.Error() + "\n")
		os.Exit(failed)
	}
	if p := begin(t); p != nil {
		Crashed = p.keep()
	}
}

// leastFiles is how many files must be able to be open at the same time.
const leastFiles = 16

// failed is the exit status of a program that cannot run.
const failed = 5

// passed are the signals that a parent passes on.
var passed = append([]os.Signal{
	syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM, syscall.SIGABRT, syscall.SIGSEGV, syscall.SIGBUS,
	syscall.SIGFPE, syscall.SIGILL, syscall.SIGTRAP, syscall.SIGSYS, syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGALRM,
}, stops...)

// parent is a process that keeps the terminal.
type parent struct {
	terminal
	child   int // its process
	line    int // the file descriptor on which the child speaks
	signals chan os.Signal
	ended   chan syscall.WaitStatus // or stopped
	silent  chan struct{}           // closed when the child says no more

	hearing  sync.Mutex // guards what follows
	taken    Modes
	areModes bool   // the next byte is modes
	crash    []byte // what a crash has printed, whole once silent is closed
}

// begin starts the child. It returns nil where there cannot be one.
func begin(t terminal) *parent {
	awaitForeground(t.in)
	if t.save() != nil {
		return nil
	}
	self, err := os.Executable()
	if err != nil {
		return nil
	}
	ends, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		return nil
	}
	syscall.CloseOnExec(ends[0])
	syscall.CloseOnExec(ends[1])
	p := &parent{terminal: t, signals: make(chan os.Signal, 64), ended: make(chan syscall.WaitStatus), silent: make(chan struct{}), line: ends[0]}
	p.notify()
	adopt()
	p.child, err = syscall.ForkExec(self, os.Args, &syscall.ProcAttr{
		Env: append(os.Environ(), variable+"="+strconv.Itoa(os.Getpid())), Files: []uintptr{0, 1, 2, uintptr(ends[1])},
	})
	_ = syscall.Close(ends[1])
	if err != nil {
		_ = syscall.Close(ends[0])
		signal.Reset()
		return nil
	}
	nameSelf()
	go p.listen()
	go p.wait()
	return p
}

// awaitForeground stops the job as long as the terminal is not its own, if it can be
// stopped.
func awaitForeground(fd int) {
	for !IsForeground(fd) && Stop(0, syscall.SIGTTOU) {
	}
}

// mostStop is how long it takes at most to stop. What cannot be stopped goes on.
const mostStop = time.Second

// Stop stops this process, or with 0 the job, by a signal that is not caught, and returns
// when it goes on. It reports whether it was stopped.
func Stop(pid int, by syscall.Signal) bool {
	goOn := make(chan os.Signal, 1)
	signal.Notify(goOn, syscall.SIGCONT)
	defer signal.Stop(goOn)
	if syscall.Kill(pid, by) != nil {
		return false
	}
	select {
	case <-goOn:
		return true
	case <-time.After(mostStop):
		return false
	}
}

// notify takes the signals that are passed on, unless they are ignored: by nohup, say.
func (p *parent) notify() {
	for _, s := range passed {
		if !signal.Ignored(s) {
			signal.Notify(p.signals, s)
		}
	}
}

// listen notes what the child says, to its end.
func (p *parent) listen() {
	defer close(p.silent)
	for awaitBytes(p.line) {
		p.hear()
	}
}

// hear notes what the child has said so far.
func (p *parent) hear() {
	p.hearing.Lock()
	defer p.hearing.Unlock()
	for _, c := range received(p.line) {
		switch {
		case p.areModes:
			p.taken = Modes(c)
			p.areModes = false
		case c == modesFollow:
			p.areModes = true
		case len(p.crash) < mostCrash:
			p.crash = append(p.crash, c)
		}
	}
}

// modes returns what the child, which has stopped or ended, has taken of the terminal.
func (p *parent) modes() Modes {
	p.hear() // the listener may not have had its turn yet
	p.hearing.Lock()
	defer p.hearing.Unlock()
	return p.taken
}

// mostCrash is how much is kept of what a crash prints, in bytes.
const mostCrash = 1 << 20

// wait waits for the child to stop or to end.
func (p *parent) wait() {
	for {
		var status syscall.WaitStatus
		_, err := syscall.Wait4(p.child, &status, syscall.WUNTRACED, nil)
		if err == syscall.EINTR {
			continue
		}
		p.ended <- status
		if !status.Stopped() {
			return
		}
	}
}

// keep waits for the end of the child, and ends as that has. It returns if it crashed.
func (p *parent) keep() *Crash {
	for {
		select {
		case s := <-p.signals:
			_ = syscall.Kill(p.child, s.(syscall.Signal))
		case status := <-p.ended:
			if !status.Stopped() {
				return p.end(status)
			}
			p.stop(status.StopSignal())
		}
	}
}

// stop stops with the child, as it was stopped, and has it go on with the parent.
func (p *parent) stop(by syscall.Signal) {
	if taken := p.modes(); taken&^Away != 0 {
		p.giveBack(taken)
		_, _ = syscall.Write(p.line, []byte{0})
	}
	if by == syscall.SIGSTOP {
		Stop(os.Getpid(), by)
	} else {
		asByDefault(by, func() { Stop(0, by) })
	}
	for range len(p.signals) {
		if s := <-p.signals; !slices.Contains(stops, s) {
			_ = syscall.Kill(p.child, s.(syscall.Signal))
		}
	}
	_ = syscall.Kill(p.child, syscall.SIGCONT)
}

// How long the last words of a child and those that it leaves behind are waited for.
const (
	mostLastWords = 200 * time.Millisecond
	mostOrphan    = 2 * time.Second
)

// end gives the terminal back, and ends as the child has.
func (p *parent) end(status syscall.WaitStatus) *Crash {
	var crash []byte
	select {
	case <-p.silent:
		crash = p.crash
	case <-time.After(mostLastWords):
	}
	taken := p.modes()
	if taken&Away != 0 {
		awaitOrphans()
	}
	if taken != 0 {
		p.giveBack(taken)
	}
	if status.Signaled() {
		s := status.Signal()
		if !isEnding(s) {
			endBy(s)
		}
		os.Exit(128 + int(s)) // as where the explorer catches it
	}
	if len(crash) == 0 {
		os.Exit(status.ExitStatus())
	}
	return &Crash{Text: crash, Signal: signalOf(crash)}
}

// isEnding reports whether the explorer catches a signal that ends it.
func isEnding(s syscall.Signal) bool {
	return s == syscall.SIGHUP || s == syscall.SIGINT || s == syscall.SIGQUIT || s == syscall.SIGTERM
}

// awaitOrphans waits for what had the terminal, and ends when the child does.
func awaitOrphans() {
	for end := time.Now().Add(mostOrphan); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if _, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil); err == syscall.ECHILD {
			return
		}
	}
}

// endBy ends this process by a signal, leaving no core: the child has.
func endBy(s syscall.Signal) {
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, new(syscall.Rlimit))
	signal.Reset(s)
	_ = syscall.Kill(os.Getpid(), s)
	time.Sleep(mostStop)
	os.Exit(128 + int(s))
}

// signalOf returns the signal that was sent to a process that has crashed, or 0.
func signalOf(crash []byte) syscall.Signal {
	for s, name := range map[syscall.Signal]string{syscall.SIGABRT: "SIGABRT: ", syscall.SIGSEGV: "SIGSEGV: ", syscall.SIGBUS: "SIGBUS: ", syscall.SIGFPE: "SIGFPE: "} {
		if len(crash) > len(name) && string(crash[:len(name)]) == name {
			return s
		}
	}
	return 0
}
