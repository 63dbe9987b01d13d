package serve

import (
	"bytes"
	"regexp"
	"runtime"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/crypto/ssh"

	"rihla/ui/words"
)

const (
	// mostWidth and mostCells bound the drawn part of a terminal; the rest of an announced
	// size stays empty. A cell costs about 200 bytes of memory.
	mostWidth               = 512
	mostCells               = 1 << 16
	usualTerm               = "xterm"
	usualWidth, usualHeight = 80, 24
)

var (
	// termName matches the accepted values of TERM, which become parts of terminfo paths.
	termName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$`)
	// variableValue matches the accepted values of environment variables.
	variableValue = regexp.MustCompile(`^[A-Za-z0-9._@-]{1,64}$`)
)

// locale lists the variables that choose the language, in order of precedence; passed lists
// all variables that are accepted from the client.
var (
	locale = []string{"LC_ALL", "LC_MESSAGES", "LANG"}
	passed = append([]string{"COLORTERM", "NO_COLOR"}, locale...)
)

// terminal is the terminal of a client: Read returns its input, Write shows output on it.
type terminal struct {
	channel ssh.Channel
	limits  Limits
	onInput func()
	onEnd   func(error) // called with the reason when the input ends
	read    int

	mu            sync.Mutex
	hasBegun      bool
	term          string // empty if the client requested no terminal
	width, height int
	variables     map[string]string
	program       *tea.Program
}

func newTerminal(channel ssh.Channel, l Limits) *terminal {
	return &terminal{channel: channel, limits: l, variables: make(map[string]string)}
}

// answer answers a request on the channel of a session. A shell request sends to begin whether
// the session has a terminal.
func (t *terminal) answer(r *ssh.Request, begin chan<- bool) {
	ok := false
	switch r.Type {
	case "pty-req":
		ok = t.take(r.Payload)
	case "env":
		ok = t.set(r.Payload)
	case "window-change":
		var m struct{ Width, Height, X, Y uint32 }
		if ok = ssh.Unmarshal(r.Payload, &m) == nil; ok {
			t.resize(m.Width, m.Height)
		}
	case "shell":
		t.mu.Lock()
		ok, t.hasBegun = !t.hasBegun, true
		isTerminal := t.term != "" && t.term != "dumb"
		t.mu.Unlock()
		if ok {
			begin <- isTerminal
		}
	}
	if r.WantReply {
		_ = r.Reply(ok, nil)
	}
}

// take parses a pty request and reports whether it is well formed.
func (t *terminal) take(payload []byte) bool {
	var m struct {
		Term                string
		Width, Height, X, Y uint32
		Modes               string
	}
	if ssh.Unmarshal(payload, &m) != nil {
		return false
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hasBegun || t.term != "" {
		return false
	}
	if t.term = m.Term; !termName.MatchString(t.term) {
		t.term = usualTerm
	}
	t.width, t.height = clamp(m.Width, m.Height)
	return true
}

// set stores an environment variable and reports whether it is an accepted one.
func (t *terminal) set(payload []byte) bool {
	var m struct{ Name, Value string }
	if ssh.Unmarshal(payload, &m) != nil || !slices.Contains(passed, m.Name) || !variableValue.MatchString(m.Value) {
		return false
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hasBegun {
		return false
	}
	t.variables[m.Name] = m.Value
	return true
}

// resize sets the size, and notifies the explorer if it has changed.
func (t *terminal) resize(width, height uint32) {
	t.mu.Lock()
	w, h := clamp(width, height)
	same := w == t.width && h == t.height
	t.width, t.height = w, h
	p := t.program
	t.mu.Unlock()
	if p != nil && !same {
		p.Send(tea.WindowSizeMsg{Width: w, Height: h})
	}
}

// clamp limits a size to mostWidth and mostCells.
func clamp(width, height uint32) (int, int) {
	w, h := int(min(width, mostWidth)), int(min(height, mostCells))
	if w == 0 {
		w = usualWidth
	}
	if h == 0 {
		h = usualHeight
	}
	return w, min(h, mostCells/w)
}

// follow makes later changes of the size go to a program.
func (t *terminal) follow(p *tea.Program) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.program = p
}

func (t *terminal) size() (width, height int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.width, t.height
}

// environ returns the environment of the explorer. It holds no variable of the server.
func (t *terminal) environ() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	out := []string{"TERM=" + t.term}
	for name, value := range t.variables {
		out = append(out, name+"="+value)
	}
	return out
}

// words returns the language of the client's locale. It returns the language usual if the
// client sent none, or if keeps is set.
func (t *terminal) words(usual string, keeps bool) *words.Language {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, name := range locale {
		if value := t.variables[name]; value != "" && !keeps {
			return words.ForLocale(value)
		}
	}
	return words.For(usual)
}

// Read reads input of the user. It fails once the input limit is exceeded.
func (t *terminal) Read(p []byte) (int, error) {
	n, err := t.channel.Read(p)
	switch t.read += n; {
	case err != nil:
		t.onEnd(errGone)
	case t.read > t.limits.Input:
		t.onEnd(errTooMuch)
		return 0, errTooMuch
	default:
		t.onInput()
	}
	return n, err
}

// Write writes output to the terminal, with each line feed preceded by a carriage return.
func (t *terminal) Write(p []byte) (int, error) {
	text := p
	if runtime.GOOS != "windows" {
		// For an output that is no file, Bubble Tea assumes a driver that adds carriage returns.
		text = bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))
	}
	if _, err := t.channel.Write(text); err != nil {
		return 0, err
	}
	return len(p), nil
}

// exit sends the exit status of the session to the client.
func (t *terminal) exit(status uint32) {
	_, _ = t.channel.SendRequest("exit-status", false, ssh.Marshal(struct{ Status uint32 }{status}))
}
