//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// death is a way in which the explorer ends, or stops and ends.
type death struct {
	name   string
	status []int  // the exit statuses that are right; nil for any
	before string // of the command that runs the explorer: limits, redirections
	early  bool   // it comes while the explorer starts
	things int    // how many entities the base has, if more than one
	die    func(*trial)
}

// trial is one explorer, in a shell.
type trial struct {
	*shell
	program       string
	since         int // when it was started
	job, explorer int
	turn          int // how many there were
	wrong         []string
	unheard       bool // what the shell says of the end is not on the screen
}

func (t *trial) complain(format string, args ...any) {
	t.wrong = append(t.wrong, fmt.Sprintf(format, args...))
}

var turns int

// result is what came of a trial.
type result struct {
	status  int
	wrong   []string // what is not as it was; nil if the terminal was restored
	report  string   // of a crash
	unheard bool
}

// play starts an explorer in a new shell and has it die.
func play(program string, d death) (r result) {
	folder, err := os.MkdirTemp("", "deaths")
	if err != nil {
		return result{wrong: []string{err.Error()}}
	}
	defer os.RemoveAll(folder)
	editor := "#!/bin/sh\nprintf '\\033[?1049h'\ntrap 'printf \"\\033[?1049l\"; exit 1' TERM\n: >" + folder + "/edits\nwhile [ -e " + folder + "/edits ]; do sleep 0.05; done\nprintf '\\033[?1049l'\n"
	var base strings.Builder
	base.WriteString("[thing.one]\nname = \"One\"\n")
	for i := range d.things {
		fmt.Fprintf(&base, "[thing.n%d]\nname = %q\nsee = \"one\"\n", i, strings.Repeat("word ", 40))
	}
	for name, text := range map[string]string{"editor": editor, "kb.toml": base.String()} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o700); err != nil {
			return result{wrong: []string{err.Error()}}
		}
	}
	s, err := newShell(folder)
	if err != nil {
		return result{wrong: []string{err.Error()}}
	}
	defer s.close()
	s.await(0, prompt)
	before := s.settings()
	turns++
	t := &trial{shell: s, program: program, turn: turns}
	t.since = s.start("(" + d.before + " exec " + program + " " + folder + "/kb.toml)")
	if !d.early {
		if !s.await(t.since, "\x1b[?1049h") || !s.await(t.since, "One") {
			t.complain("it does not start")
		}
		t.job, t.explorer = s.processes()
	}
	d.die(t)
	status, ok := s.ended(t.since)
	if !ok {
		t.complain("it does not end: %q", t.tail())
		return result{status: -1, wrong: t.wrong}
	}
	time.Sleep(20 * time.Millisecond)
	t.wrong = append(t.wrong, s.left()...)
	if after := s.settings(); after != before {
		t.complain("stty -a says something else: %q", after)
	}
	if left, _ := filepath.Glob(folder + "/rihla/crash*"); len(left) > 0 {
		text, _ := os.ReadFile(left[0])
		r.report = string(text)
	}
	r.status, r.wrong, r.unheard = status, t.wrong, t.unheard
	return r
}

// stopped stops it, and has it go on in the foreground.
func (t *trial) stopped(stop func()) {
	since := t.now()
	stop()
	if !t.await(since, "Stopped") || !t.await(since, prompt) {
		t.complain("it does not stop")
		return
	}
	for _, left := range t.left() {
		t.complain("while it is stopped, %s", left)
	}
	since = t.now()
	t.since = since
	t.typed("fg\r")
	if !t.await(since, "\x1b[?1049h") || !t.await(since, "One") {
		t.complain("it is not drawn again")
	}
	if !await(t.isRaw) {
		t.complain("it is not raw again")
	}
}

// edits opens the editor.
func (t *trial) edits() {
	t.typed("e")
	if !await(func() bool { _, err := os.Stat(t.folder + "/edits"); return err == nil }) {
		t.complain("the editor does not start")
	}
}

// byJob and byExplorer send a signal to the process that the shell started, and to the
// one that it has started; byGroup to both.
func byJob(s syscall.Signal) func(*trial)      { return func(t *trial) { kill(t.job, s) } }
func byExplorer(s syscall.Signal) func(*trial) { return func(t *trial) { kill(t.explorer, s) } }
func byGroup(s syscall.Signal) func(*trial)    { return func(t *trial) { kill(-t.job, s) } }

func twice(do func(*trial)) func(*trial) {
	return func(t *trial) {
		do(t)
		do(t)
	}
}

// early has a signal come some time after the start, a different one at each turn.
func early(s syscall.Signal) func(*trial) {
	return func(t *trial) {
		t.job, _ = t.processes()
		time.Sleep(time.Duration(t.turn*7%120) * time.Millisecond)
		kill(t.job, s)
	}
}

func thenQuit(stop func(*trial)) func(*trial) {
	return func(t *trial) {
		for range 2 {
			t.stopped(func() { stop(t) })
			time.Sleep(350 * time.Millisecond)
		}
		t.typed("q")
	}
}

func whileEditing(do func(*trial)) func(*trial) {
	return func(t *trial) {
		t.edits()
		do(t)
	}
}

func typing(text string) func(*trial) { return func(t *trial) { t.typed(text) } }

// typingSlowly types keys one after the other.
func typingSlowly(keys ...string) func(*trial) {
	return func(t *trial) {
		for _, k := range keys {
			t.typed(k)
			time.Sleep(150 * time.Millisecond)
		}
	}
}

func nothing(*trial) {}

// died is the exit status after a signal.
func died(s syscall.Signal) []int { return []int{128 + int(s)} }

var deaths = []death{
	{name: "q", status: []int{0}, die: typing("q")},
	{name: "ctrl-c", status: []int{0}, die: typing("\x03")},
	{name: "q at once", early: true, status: []int{0}, die: func(t *trial) { t.await(t.since, "\x1b[?1049h"); t.typed("q") }},
	{name: "SIGTERM", status: died(syscall.SIGTERM), die: byJob(syscall.SIGTERM)},
	{name: "SIGTERM to the explorer", status: died(syscall.SIGTERM), die: byExplorer(syscall.SIGTERM)},
	{name: "SIGTERM to both", status: died(syscall.SIGTERM), die: byGroup(syscall.SIGTERM)},
	{name: "SIGINT", status: died(syscall.SIGINT), die: byJob(syscall.SIGINT)},
	{name: "SIGINT twice", status: died(syscall.SIGINT), die: twice(byJob(syscall.SIGINT))},
	{name: "SIGINT twice to the explorer", status: died(syscall.SIGINT), die: twice(byExplorer(syscall.SIGINT))},
	{name: "SIGINT early", early: true, status: died(syscall.SIGINT), die: early(syscall.SIGINT)},
	{name: "SIGTERM early", early: true, status: died(syscall.SIGTERM), die: early(syscall.SIGTERM)},
	{name: "SIGKILL early", early: true, status: died(syscall.SIGKILL), die: func(t *trial) {
		t.job, t.explorer = t.processes()
		time.Sleep(time.Duration(t.turn*7%120) * time.Millisecond)
		_, t.explorer = t.processes()
		kill(t.explorer, syscall.SIGKILL)
	}},
	{name: "SIGHUP", status: died(syscall.SIGHUP), die: byJob(syscall.SIGHUP)},
	{name: "SIGQUIT", status: died(syscall.SIGQUIT), die: byJob(syscall.SIGQUIT)},
	{name: "SIGKILL of the explorer", status: died(syscall.SIGKILL), die: byExplorer(syscall.SIGKILL)},
	{name: "SIGKILL of its parent", status: died(syscall.SIGKILL), die: func(t *trial) {
		time.Sleep(500 * time.Millisecond) // what the terminal is asked at the start goes to the shell otherwise
		kill(t.job, syscall.SIGKILL)
		await(func() bool { return syscall.Kill(t.explorer, 0) != nil })
		t.await(t.since, prompt)
		if !strings.Contains(t.screen(), "Killed") {
			t.unheard = true
		}
	}},
	{name: "SIGABRT", status: died(syscall.SIGABRT), die: byJob(syscall.SIGABRT)},
	{name: "SIGSEGV", status: died(syscall.SIGSEGV), die: byExplorer(syscall.SIGSEGV)},
	{name: "ctrl-z", status: []int{0}, die: thenQuit(typing("\x1a"))},
	{name: "ctrl-z in a field", status: []int{0}, die: func(t *trial) {
		typingSlowly("/")(t)
		t.stopped(func() { t.typed("\x1a") })
		typingSlowly("\x03")(t)
	}},
	{name: "ctrl-z in a dialog", status: []int{0}, die: func(t *trial) {
		typingSlowly("v")(t)
		t.stopped(func() { t.typed("\x1a") })
		typingSlowly("\x03")(t)
	}},
	{name: "SIGTSTP", status: []int{0}, die: thenQuit(byJob(syscall.SIGTSTP))},
	{name: "SIGTSTP to the explorer", status: []int{0}, die: thenQuit(byExplorer(syscall.SIGTSTP))},
	{name: "SIGTSTP to both", status: []int{0}, die: thenQuit(byGroup(syscall.SIGTSTP))},
	{name: "SIGTTIN", status: []int{0}, die: thenQuit(byJob(syscall.SIGTTIN))},
	{name: "SIGTTOU", status: []int{0}, die: thenQuit(byJob(syscall.SIGTTOU))},
	{name: "SIGTERM while it is stopped", status: died(syscall.SIGTERM), die: func(t *trial) {
		t.typed("\x1a")
		t.await(t.since, "Stopped")
		t.await(t.since, prompt)
		t.since = t.start("kill %1; s=148; while [ $s = 148 ]; do wait %1; s=$?; done; (exit $s)")
	}},
	{name: "SIGSTOP of the explorer", status: []int{0}, die: thenQuit(byExplorer(syscall.SIGSTOP))},
	{name: "out of memory", before: "ulimit -v 1600000;", early: true, things: 200000, die: nothing},
	{name: "16 descriptors", before: "ulimit -n 16;", status: []int{0}, die: typing("q")},
	{name: "4 descriptors", before: "ulimit -n 4;", early: true, status: []int{5}, die: nothing},
	{name: "6 descriptors", before: "ulimit -n 6;", early: true, status: []int{5}, die: nothing},
	{name: "7 descriptors", before: "ulimit -n 7;", early: true, status: []int{5}, die: nothing},
	{name: "8 descriptors", before: "ulimit -n 8;", early: true, status: []int{5}, die: nothing},
	{name: "9 descriptors", before: "ulimit -n 9;", early: true, status: []int{5}, die: nothing},
	{name: "the editor", status: []int{0}, die: func(t *trial) {
		t.edits()
		since := t.now()
		_ = os.Remove(t.folder + "/edits")
		t.await(since, "One")
		typingSlowly("", "q")(t)
	}},
	{name: "SIGTERM while the editor runs", status: died(syscall.SIGTERM), die: whileEditing(byJob(syscall.SIGTERM))},
	{name: "SIGHUP while the editor runs", status: died(syscall.SIGHUP), die: whileEditing(byGroup(syscall.SIGHUP))},
	{name: "SIGKILL while the editor runs", status: died(syscall.SIGKILL), die: whileEditing(byExplorer(syscall.SIGKILL))},
}
