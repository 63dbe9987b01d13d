package serve

import (
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

func TestOthersAreNotLetIn(t *testing.T) {
	h := opens(t, false, nil)
	stranger := newSigner(t)
	certificate := &ssh.Certificate{Key: h.key.PublicKey(), CertType: ssh.UserCert, ValidBefore: ssh.CertTimeInfinity, ValidPrincipals: []string{"who"}}
	if err := certificate.SignCert(rand.Reader, stranger); err != nil {
		t.Fatal(err)
	}
	certified, err := ssh.NewCertSigner(certificate, h.key)
	if err != nil {
		t.Fatal(err)
	}
	for name, auth := range map[string][]ssh.AuthMethod{
		"nothing": nil, "another key": {ssh.PublicKeys(stranger)}, "a password": {ssh.Password("")}, "a certificate": {ssh.PublicKeys(certified)},
	} {
		if c, err := h.dial(auth...); err == nil {
			_ = c.Close()
			t.Errorf("%s lets in", name)
		}
	}
}

func TestWeakAlgorithmsAreNotSpoken(t *testing.T) {
	h := opens(t, true, nil)
	for name, weak := range map[string]ssh.Config{
		"MAC":          {Ciphers: []string{ssh.CipherAES128CTR}, MACs: []string{ssh.HMACSHA1, ssh.HMACSHA256}},
		"cipher":       {Ciphers: []string{ssh.InsecureCipherAES128CBC}},
		"key exchange": {KeyExchanges: []string{ssh.InsecureKeyExchangeDH14SHA1}},
	} {
		c, err := ssh.Dial("tcp", h.address, &ssh.ClientConfig{Config: weak, HostKeyCallback: ssh.InsecureIgnoreHostKey()})
		if err == nil {
			_ = c.Close()
			t.Errorf("a weak %s is spoken", name)
		}
	}
}

func TestThereIsNothingButTheExplorer(t *testing.T) {
	h := opens(t, false, nil)
	c := h.comes()
	session, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	for name, payload := range map[string][]byte{
		"exec": ssh.Marshal(struct{ Command string }{"ls"}), "subsystem": ssh.Marshal(struct{ Name string }{"sftp"}),
		"auth-agent-req@openssh.com": nil, "x11-req": make([]byte, 20), "signal": ssh.Marshal(struct{ Name string }{"TERM"}), "eow@openssh.com": nil,
	} {
		if ok, err := session.SendRequest(name, true, payload); ok || err != nil {
			t.Errorf("%s: %v, %v", name, ok, err)
		}
	}
	for _, variable := range []string{"TMUX", "LD_PRELOAD", "PATH", "TERM", "EDITOR", "STY", "WAYLAND_DISPLAY", "LC_ALL\x00"} {
		if session.Setenv(variable, "x") == nil {
			t.Errorf("%s is taken", variable)
		}
	}
	for _, value := range []string{"", "../../etc", "fr\n", "$(id)", strings.Repeat("x", 65)} {
		if session.Setenv("LANG", value) == nil {
			t.Errorf("the language %q is taken", value)
		}
	}
	if session.Setenv("LC_ALL", "fr_FR.UTF-8") != nil {
		t.Error("no language is taken")
	}
	for _, channel := range []string{"direct-tcpip", "direct-streamlocal@openssh.com", "tun@openssh.com", "x11", "session"} {
		if other, _, err := c.OpenChannel(channel, make([]byte, 64)); err == nil {
			_ = other.Close()
			t.Errorf("%s opens beside the session", channel)
		}
	}
	for _, request := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "hostkeys-prove-00@openssh.com"} {
		if ok, _, err := c.SendRequest(request, true, make([]byte, 16)); ok || err != nil {
			t.Errorf("%s: %v, %v", request, ok, err)
		}
	}
	said, err := session.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		t.Fatal(err)
	}
	text := make([]byte, 200)
	n, _ := said.Read(text)
	exit := new(ssh.ExitError)
	if err := session.Wait(); !errors.As(err, &exit) || exit.ExitStatus() != 1 || !strings.Contains(string(text[:n]), "terminal") {
		t.Errorf("without a terminal: %v, %q", err, text[:n])
	}
}

func TestWhatATerminalClaimsIsBounded(t *testing.T) {
	for _, c := range [][4]uint32{{0, 0, 80, 24}, {1 << 31, 1 << 31, 512, 128}, {60000, 1, 512, 1}, {1, 60000, 1, 60000}, {200, 50, 200, 50}, {1<<32 - 1, 0, 512, 24}} {
		if w, h := clamp(c[0], c[1]); w != int(c[2]) || h != int(c[3]) || w*h > mostCells {
			t.Errorf("%d×%d is %d×%d", c[0], c[1], w, h)
		}
	}
	for term, want := range map[string]string{"xterm-256color": "xterm-256color", "": "xterm", "../../etc/passwd": "xterm", "a\x1b[31m": "xterm", strings.Repeat("x", 65): "xterm", ".hidden": "xterm"} {
		terminal := newTerminal(nil, Usual())
		if !terminal.take(ssh.Marshal(struct {
			Term                string
			Width, Height, X, Y uint32
			Modes               string
		}{term, 80, 24, 0, 0, ""})) || terminal.term != want {
			t.Errorf("%q is %q", term, terminal.term)
		}
	}
	h := opens(t, false, nil)
	p := h.sits("../../x", 100, 30).waits("Austin")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for _, size := range [][2]int{{60000, 60000}, {5000, 1}, {40, 12}, {100, 30}} {
		if err := p.session.WindowChange(size[1], size[0]); err != nil {
			t.Fatal(err)
		}
		time.Sleep(30 * time.Millisecond)
	}
	p.types("j").waits("2/2")
	runtime.ReadMemStats(&after)
	if grown := after.Sys - before.Sys; grown > 300<<20 {
		t.Errorf("it took %d MB", grown>>20)
	}
}

func TestSessionsAreBounded(t *testing.T) {
	h := opens(t, false, func(o *Options) { o.Limits.Sessions, o.Limits.Each = 3, 2 })
	first := h.sits("xterm", 80, 24).waits("Austin")
	h.sits("xterm", 80, 24).waits("Austin")
	c := h.comes()
	if _, err := h.tries(c, "xterm", 80, 24); err == nil || !strings.Contains(err.Error(), "too many sessions") {
		t.Errorf("a third of one key: %v", err)
	}
	first.types("q").leaves()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if _, err := h.tries(c, "xterm", 80, 24); err == nil {
			break
		}
		if time.Now().After(end) {
			t.Fatal("one that has ended still counts")
		}
	}
}

func TestConnectionsAreBounded(t *testing.T) {
	h := opens(t, true, func(o *Options) { o.Limits.Rate = 3 })
	in := 0
	for range 6 {
		if c, err := h.dial(); err == nil {
			in++
			t.Cleanup(func() { _ = c.Close() })
		}
	}
	if in != 3 {
		t.Errorf("%d of 6 connections come in", in)
	}
	g := newGate(Limits{Rate: 2})
	now := time.Now()
	takes := func(address string, at time.Duration, want bool) {
		t.Helper()
		if got := g.take(address, now.Add(at)); got != want {
			t.Errorf("%s after %v: %v", address, at, got)
		}
	}
	takes("a", 0, true)
	takes("a", 0, true)
	takes("a", 0, false)
	takes("b", 0, true)
	takes("a", 20*time.Second, false)
	takes("a", 31*time.Second, true)
	for i := range mostAddresses + 10 {
		g.take(string(rune(i)), now.Add(time.Minute))
	}
	if len(g.recent) > mostAddresses {
		t.Errorf("%d addresses are kept", len(g.recent))
	}
	for _, c := range [][2]string{{"10.1.2.3:99", "10.1.2.3"}, {"[::ffff:10.1.2.3]:99", "10.1.2.3"}, {"[2001:db8:1:2:3::4]:99", "2001:db8:1:2::/64"}} {
		at, err := net.ResolveTCPAddr("tcp", c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := addressOf(at); got != c[1] {
			t.Errorf("%s counts as %s", c[0], got)
		}
	}
}

func TestTimeIsBounded(t *testing.T) {
	short := 300 * time.Millisecond
	h := opens(t, false, func(o *Options) { o.Limits.Idle = short })
	p := h.sits("xterm", 80, 24)
	if status, isBack := p.leaves(); status != 0 || !isBack || !strings.Contains(p.sees(), "nothing was typed") {
		t.Errorf("idle: %d, %v\n%s", status, isBack, p.sees())
	}
	h = opens(t, false, func(o *Options) { o.Limits.Longest = short })
	p = h.sits("xterm", 80, 24)
	if status, isBack := p.leaves(); status != 0 || !isBack || !strings.Contains(p.sees(), "time limit was reached") {
		t.Errorf("longest: %d, %v\n%s", status, isBack, p.sees())
	}
	h = opens(t, false, func(o *Options) { o.Limits.Handshake = short })
	silent, err := net.Dial("tcp", h.address)
	if err != nil {
		t.Fatal(err)
	}
	idle := h.comes() // without requesting a session
	ended := make(chan bool, 2)
	go func() {
		for n, err := 0, error(nil); err == nil; n, err = silent.Read(make([]byte, 100)) {
			_ = n
		}
		ended <- true
	}()
	go func() {
		_ = idle.Wait()
		ended <- true
	}()
	for range 2 {
		select {
		case <-ended:
		case <-time.After(10 * time.Second):
			t.Fatal("a connection without a session goes on")
		}
	}
}

func TestWhatIsPastedIsBounded(t *testing.T) {
	h := opens(t, false, func(o *Options) { o.Limits.Input = 1 << 18 })
	p := h.sits("xterm", 80, 24).waits("Austin")
	go func() {
		_, _ = p.typed.Write([]byte("/\x1b[200~"))
		for piece := []byte(strings.Repeat("x", 1<<15)); ; {
			if _, err := p.typed.Write(piece); err != nil {
				return
			}
		}
	}()
	if _, isBack := p.leaves(); !isBack || !strings.Contains(p.sees(), "too much") {
		t.Errorf("the terminal is given back: %v\n%s", isBack, p.sees())
	}
}

func TestKeysAreReadWithCare(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys")
	line := func(s ssh.Signer) string { return string(ssh.MarshalAuthorizedKey(s.PublicKey())) }
	weak, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		t.Fatal(err)
	}
	short, err := ssh.NewSignerFromKey(weak)
	if err != nil {
		t.Fatal(err)
	}
	a, b, c := newSigner(t), newSigner(t), newSigner(t)
	text := "# the team\n\n" + line(a) + "restrict,no-pty-please " + line(b) + "from=\"10.0.0.1\" " + line(b) + line(short) + "no key\r\n" + "restrict " + line(c)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	k := &Keys{path}
	refused, err := k.Check()
	if err != nil || !slices.Equal(refused.Lines, []int{4, 5, 6, 7}) {
		t.Errorf("%v, %v", refused, err)
	}
	for i, want := range []bool{true, false, true} {
		if _, err := k.permit([]ssh.Signer{a, b, c}[i].PublicKey()); (err == nil) != want {
			t.Errorf("key %d: %v", i, err)
		}
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(path, 0o620); err != nil {
			t.Fatal(err)
		}
		if _, err := k.permit(a.PublicKey()); !errors.Is(err, ErrWritable) {
			t.Errorf("what others can write: %v", err)
		}
	}
	if err := errors.Join(os.Remove(path), os.WriteFile(path, []byte("# none\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Check(); !errors.Is(err, ErrNoKeys) {
		t.Error(err)
	}
}

func TestTheKeyOfTheServerIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state", "host")
	first, err := HostKey(path)
	if err != nil {
		t.Fatal(err)
	}
	again, err := HostKey(path)
	if err != nil || ssh.FingerprintSHA256(again.PublicKey()) != ssh.FingerprintSHA256(first.PublicKey()) {
		t.Errorf("another key: %v", err)
	}
	if runtime.GOOS != "windows" {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("its mode is %v, %v", info.Mode(), err)
		}
		if err := os.Chmod(path, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := HostKey(path); !errors.Is(err, ErrReadable) {
			t.Errorf("what others can read: %v", err)
		}
	}
	if err := errors.Join(os.Remove(path), os.WriteFile(path, []byte("no key"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if _, err := HostKey(path); err == nil {
		t.Error("it is taken for a key")
	}
}
