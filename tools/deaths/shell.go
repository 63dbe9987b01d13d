//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// shell is a shell on a terminal of its own, whose state is known.
type shell struct {
	cmd      *exec.Cmd
	file     *os.File
	folder   string
	emulator *vt.Emulator

	mu    sync.Mutex
	sent  []byte
	state state
}

// state is the modes of a terminal that are in effect.
type state struct {
	modes    map[ansi.Mode]bool
	title    string
	keyboard int // how often a protocol of the keyboard was pushed and not popped
	titles   int // how often the title was kept and not given back
}

// patience is how long something is waited for.
const patience = 20 * time.Second

// environment is added to that of the shell.
var environment []string

func newShell(folder string) (*shell, error) {
	s := &shell{folder: folder, emulator: vt.NewEmulator(80, 24), state: state{modes: make(map[ansi.Mode]bool)}}
	s.emulator.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { s.state.modes[m] = true },
		DisableMode: func(m ansi.Mode) { delete(s.state.modes, m) },
		Title:       func(title string) { s.state.title = title },
	})
	s.cmd = exec.Command("bash", "--norc", "--noprofile", "-i")
	s.cmd.Env = []string{"TERM=xterm-256color", "PS1=" + prompt, "PATH=" + os.Getenv("PATH"), "LC_ALL=C.UTF-8", "RIHLA_LANG=en",
		"HOME=" + folder, "TMPDIR=" + folder, "XDG_STATE_HOME=" + folder, "EDITOR=" + folder + "/editor"}
	s.cmd.Env = append(s.cmd.Env, environment...)
	heed(syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT)
	var err error
	if s.file, err = pty.StartWithSize(s.cmd, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		return nil, err
	}
	go s.answer()
	go s.read()
	return s, nil
}

// answer types what the terminal answers.
func (s *shell) answer() {
	buffer := make([]byte, 1<<10)
	for {
		n, err := s.emulator.Read(buffer)
		if err != nil {
			return
		}
		if _, err := s.file.Write(buffer[:n]); err != nil {
			return
		}
	}
}

// stacks are the sequences that push and pop what the emulator does not keep.
var stacks = regexp.MustCompile(`\x1b\[(>\d+u|<\d*u|22;0t|23;0t)`)

func (s *shell) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := s.file.Read(buffer)
		if err != nil {
			return
		}
		s.mu.Lock()
		before := len(s.sent)
		s.sent = append(s.sent, buffer[:n]...)
		_, _ = s.emulator.Write(buffer[:n])
		for _, m := range stacks.FindAllSubmatchIndex(s.sent[max(before-8, 0):], -1) {
			if m[1]+max(before-8, 0) > before {
				s.count(string(s.sent[max(before-8, 0):][m[2]:m[3]]))
			}
		}
		s.mu.Unlock()
	}
}

func (s *shell) count(sequence string) {
	switch {
	case sequence == "22;0t":
		s.state.titles++
	case sequence == "23;0t":
		s.state.titles--
	case sequence[0] == '>':
		s.state.keyboard++
	default:
		s.state.keyboard = max(0, s.state.keyboard-1)
	}
}

func (s *shell) close() {
	_ = s.cmd.Process.Kill()
	_ = s.file.Close()
	_ = s.cmd.Wait()
	if input, ok := s.emulator.InputPipe().(io.Closer); ok {
		_ = input.Close() // Emulator.Close races with its Read
	}
}

// heed has the shell and what it starts begin with the default action of a signal that
// this process ignores, as one in the background or below nohup does.
func heed(signals ...os.Signal) {
	for _, s := range signals {
		if signal.Ignored(s) {
			signal.Notify(make(chan os.Signal, 1), s)
		}
	}
}

func (s *shell) typed(text string) { _, _ = s.file.WriteString(text) }

// await waits until something has been sent since a moment.
func (s *shell) await(since int, text string) bool {
	return await(func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return bytes.Contains(s.sent[since:], []byte(text))
	})
}

func await(isSo func() bool) bool {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if isSo() {
			return true
		}
	}
	return false
}

func (s *shell) now() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sent)
}

// run runs a command and returns its exit status; ok is false if it does not end. What
// the command prints is read from a file, not from the screen.
func (s *shell) run(command string) (status int, ok bool) {
	return s.ended(s.start(command))
}

func (s *shell) start(command string) (since int) {
	since = s.now()
	s.typed(command + "\r")
	return since
}

var status = regexp.MustCompile(`status=(\d+)\.`)

// prompt is what the shell writes when it waits for a command.
const prompt = "prompt> "

// ended asks for the exit status of what was started, once the shell goes on. What was
// typed before, also by the terminal, would spoil the question.
func (s *shell) ended(since int) (code int, ok bool) {
	if !s.await(since, prompt) {
		return 0, false
	}
	s.typed("echo \"status\"=$?.\r")
	ok = await(func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		m := status.FindSubmatchIndex(s.sent[since:])
		if m == nil || !bytes.Contains(s.sent[since+m[1]:], []byte(prompt)) {
			return false
		}
		code, _ = strconv.Atoi(string(s.sent[since+m[2] : since+m[3]]))
		return true
	})
	return code, ok
}

// screen returns what is on the screen.
func (s *shell) screen() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.emulator.String()
}

// tail returns what was sent last.
func (s *shell) tail() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	const most = 300
	return string(s.sent[max(0, len(s.sent)-most):])
}

// children returns the processes that a process has started.
func children(of int) []int {
	var list []int
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", of, of))
	if err != nil {
		return nil
	}
	for field := range strings.FieldsSeq(string(text)) {
		if pid, err := strconv.Atoi(field); err == nil {
			list = append(list, pid)
		}
	}
	return list
}

// processes returns what the shell runs: the job, and the explorer that it has started.
func (s *shell) processes() (job, explorer int) {
	await(func() bool {
		list := children(s.cmd.Process.Pid)
		if len(list) == 0 {
			return false
		}
		job, explorer = list[0], list[0]
		if below := children(job); len(below) > 0 {
			explorer = below[0]
		}
		return true
	})
	return job, explorer
}

// settings returns how the terminal is set, as stty -a prints it.
func (s *shell) settings() string {
	name := s.folder + "/stty"
	if _, ok := s.run("stty -a >" + name + "; cp " + name + " " + name + "2"); !ok {
		return "the shell does not answer"
	}
	text, err := os.ReadFile(name + "2")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// isRaw reports whether keys come as they are typed.
func (s *shell) isRaw() bool {
	t, err := unix.IoctlGetTermios(int(s.file.Fd()), getTermios)
	return err == nil && t.Lflag&unix.ICANON == 0
}

// left returns the modes of the terminal that are still in effect, in words. The shell has what is pasted
// marked by itself.
func (s *shell) left() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []string
	for mode := range s.state.modes {
		if mode != ansi.ModeTextCursorEnable && mode != ansi.ModeBracketedPaste && mode != ansi.ModeAutoWrap {
			list = append(list, fmt.Sprintf("mode %d is left", mode.Mode()))
		}
	}
	if i, j := bytes.LastIndex(s.sent, []byte("\x1b[?25l")), bytes.LastIndex(s.sent, []byte("\x1b[?25h")); i > j {
		list = append(list, "the cursor is hidden")
	}
	if s.state.keyboard != 0 {
		list = append(list, "the keyboard's protocol is left")
	}
	if s.state.titles != 0 {
		list = append(list, "the title is not given back")
	}
	slices.Sort(list)
	return list
}

func kill(pid int, by syscall.Signal) { _ = syscall.Kill(pid, by) }
