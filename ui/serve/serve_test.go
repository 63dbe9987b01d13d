package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/crypto/ssh"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/tui"
	"rihla/ui/tui/keys"
)

func newSigner(t testing.TB) ssh.Signer {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return signer
}

// house is a running server and the key that it accepts.
type house struct {
	t       testing.TB
	folder  string // of the knowledge base
	address string
	key     ssh.Signer
	end     func()
	log     *lines

	mu       sync.Mutex
	programs []*tea.Program
}

// lines is a log that can be read while it is written.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// opens serves a knowledge base of two cities to one key, or to everyone if anonymous.
func opens(t testing.TB, anonymous bool, change func(*Options)) *house {
	t.Helper()
	h := &house{t: t, folder: t.TempDir(), key: newSigner(t), log: new(lines)}
	h.write("city.toml", "[city.rabat]\nname = \"Rabat\"\nwebsite = \"https://rabat.example/\"\n\n[city.austin]\nname = \"Austin\"\ntwin = \"rabat\"\n")
	ctx, cancel := context.WithCancel(context.Background())
	base, err := tui.NewBase(ctx, func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, h.folder, o) },
		func(ctx context.Context) *watch.Watcher { return watch.New(ctx, h.folder, watch.Options{}) })
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	h.address = listener.Addr().String()
	o := Options{HostKey: newSigner(t), Limits: Usual(), Log: h.log, Explorer: tui.Options{Base: base, Lang: "en", Started: func(p *tea.Program) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.programs = append(h.programs, p)
	}}}
	if !anonymous {
		path := filepath.Join(t.TempDir(), "keys")
		if err := os.WriteFile(path, ssh.MarshalAuthorizedKey(h.key.PublicKey()), 0o600); err != nil {
			t.Fatal(err)
		}
		o.Keys = &Keys{path}
	}
	if change != nil {
		change(&o)
	}
	keys.Usual().ReadOnly().Use()
	served := make(chan error, 1)
	go func() { served <- Serve(ctx, listener, o) }()
	h.end = sync.OnceFunc(func() {
		cancel()
		if err := <-served; err != nil {
			t.Error(err)
		}
		keys.Usual().Use()
	})
	t.Cleanup(h.end)
	return h
}

func (h *house) write(name, text string) {
	h.t.Helper()
	if err := os.WriteFile(filepath.Join(h.folder, name), []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) dial(auth ...ssh.AuthMethod) (*ssh.Client, error) {
	return ssh.Dial("tcp", h.address, &ssh.ClientConfig{User: "who", Auth: auth, HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second})
}

func (h *house) comes() *ssh.Client {
	h.t.Helper()
	c, err := h.dial(ssh.PublicKeys(h.key))
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { _ = c.Close() })
	return c
}

// person is an SSH client with an emulated terminal.
type person struct {
	t       testing.TB
	client  *ssh.Client
	session *ssh.Session
	typed   io.Writer
	mu      sync.Mutex
	screen  *vt.Emulator
	seen    bytes.Buffer // all output received
	ended   chan error
}

// sits connects and opens the explorer on a terminal.
func (h *house) sits(term string, width, height int, variables ...string) *person {
	h.t.Helper()
	p, err := h.tries(h.comes(), term, width, height, variables...)
	if err != nil {
		h.t.Fatal(err)
	}
	return p
}

func (h *house) tries(c *ssh.Client, term string, width, height int, variables ...string) (*person, error) {
	session, err := c.NewSession()
	if err != nil {
		return nil, err
	}
	p := &person{t: h.t, client: c, session: session, screen: vt.NewEmulator(width, height), ended: make(chan error, 1)}
	for _, v := range variables {
		name, value, _ := strings.Cut(v, "=")
		if err := session.Setenv(name, value); err != nil {
			return nil, err
		}
	}
	if p.typed, err = session.StdinPipe(); err != nil {
		return nil, err
	}
	session.Stdout = p
	if err := errors.Join(session.RequestPty(term, height, width, ssh.TerminalModes{}), session.Shell()); err != nil {
		return nil, err
	}
	go func() { _, _ = io.Copy(p.typed, p.screen) }() // replies of the terminal to queries
	go func() {
		p.ended <- session.Wait()
		_ = c.Close()
	}()
	return p, nil
}

func (p *person) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.seen.Write(text)
	return p.screen.Write(text)
}

func (p *person) sees() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return ansi.Strip(p.screen.Render())
}

func (p *person) types(text string) *person {
	p.t.Helper()
	if _, err := io.WriteString(p.typed, text); err != nil && !errors.Is(err, io.EOF) {
		p.t.Error(err)
	}
	return p
}

// waits waits until text is on the screen.
func (p *person) waits(text string) *person {
	p.t.Helper()
	for end := time.Now().Add(20 * time.Second); !strings.Contains(p.sees(), text); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			p.t.Fatalf("%q never comes:\n%s", text, p.sees())
		}
	}
	return p
}

// leaves waits until the session ends, and returns its exit status and whether the terminal
// was restored.
func (p *person) leaves() (status int, isBack bool) {
	p.t.Helper()
	var err error
	select {
	case err = <-p.ended:
	case <-time.After(20 * time.Second):
		p.t.Fatalf("the session goes on:\n%s", p.sees())
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	isBack = bytes.Contains(p.seen.Bytes(), []byte("\x1b[?1049l"))
	exit := new(ssh.ExitError)
	switch {
	case err == nil:
		return 0, isBack
	case errors.As(err, &exit):
		return exit.ExitStatus(), isBack
	}
	return -1, isBack
}
