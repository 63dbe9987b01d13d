// Package serve serves one knowledge base to many users over SSH. Each session is a read-only
// explorer of a shared [tui.Base]. Commands, shells, subsystems, and the forwarding of ports,
// agents and X11 are refused; of the environment, only variables of language and colour are
// accepted.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"syscall"
	"time"

	"golang.org/x/crypto/ssh"

	"rihla/ui/safe"
	"rihla/ui/tui"
	"rihla/ui/words"
)

// Options configure a server.
type Options struct {
	// Explorer holds the options shared by all sessions. Its Base is the knowledge base, and
	// its Lang the fallback for clients that send no language. Terminal and environment are
	// set for each session.
	Explorer tui.Options
	// KeepsLang has Lang override the language that clients send.
	KeepsLang bool

	HostKey ssh.Signer
	// Keys are the admitted public keys; nil admits all clients.
	Keys   *Keys
	Limits Limits
	// Log receives a line for each session that begins, ends or is refused.
	Log io.Writer
}

// Limits bound the resources that clients use. All must be positive.
type Limits struct {
	Sessions  int           // concurrent sessions
	Each      int           // sessions per key, or per address if all clients are admitted
	Rate      int           // new connections per address and minute
	Handshake time.Duration // until a client has authenticated, and again until its session begins
	Idle      time.Duration // without keyboard or mouse input
	Longest   time.Duration // duration of a session
	Doubt     time.Duration // that a key must be missing from the keys file until its sessions end
	Input     int           // bytes of input in a session; pasted text is held in memory until its end
}

// Usual returns the default limits.
func Usual() Limits {
	return Limits{Sessions: 100, Each: 4, Rate: 60, Handshake: 20 * time.Second, Idle: 30 * time.Minute, Longest: 12 * time.Hour, Doubt: time.Second, Input: 4 << 20}
}

// closingTime is the time that a session has to restore its terminal.
const closingTime = 2 * time.Second

// server is the state of one call of Serve.
type server struct {
	Options
	config   *ssh.ServerConfig
	gate     *gate
	admitted admitted
	open     sync.WaitGroup // connections
	logging  sync.Mutex
}

// Serve accepts connections until the context ends, then ends all sessions, restores their
// terminals and returns nil. Any other error comes from the listener, which Serve closes.
func Serve(ctx context.Context, listener net.Listener, o Options) error {
	s := &server{Options: o, gate: newGate(o.Limits), admitted: admitted{open: make(map[*guest]context.CancelCauseFunc)}}
	s.config = s.newConfig()
	ctx, end := context.WithCancel(ctx)
	defer s.open.Wait()
	defer end()
	stop := context.AfterFunc(ctx, func() { _ = listener.Close() })
	defer stop()
	defer func() { _ = listener.Close() }()
	s.followKeys(ctx)
	var wait time.Duration
	for {
		conn, err := listener.Accept()
		switch {
		case ctx.Err() != nil:
			if err == nil {
				_ = conn.Close()
			}
			return nil
		case isPassing(err) && wait < time.Second:
			wait = max(2*wait, 5*time.Millisecond)
			time.Sleep(wait)
			continue
		case err != nil:
			return err
		}
		wait = 0
		s.open.Go(func() { s.handle(ctx, conn) })
	}
}

// isPassing reports whether an error of Accept is temporary: no file descriptor is free, or
// the client has closed the connection already.
func isPassing(err error) bool {
	return errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) || errors.Is(err, syscall.ECONNABORTED)
}

// newConfig returns the SSH configuration: no weak algorithms, and only encrypt-then-MAC.
func (s *server) newConfig() *ssh.ServerConfig {
	c := &ssh.ServerConfig{
		Config: ssh.Config{
			KeyExchanges: []string{ssh.KeyExchangeMLKEM768X25519, ssh.KeyExchangeCurve25519, ssh.KeyExchangeECDHP256, ssh.KeyExchangeECDHP384, ssh.KeyExchangeECDHP521},
			Ciphers:      []string{ssh.CipherChaCha20Poly1305, ssh.CipherAES256GCM, ssh.CipherAES128GCM, ssh.CipherAES256CTR, ssh.CipherAES128CTR},
			MACs:         []string{ssh.HMACSHA256ETM, ssh.HMACSHA512ETM},
		},
		PublicKeyAuthAlgorithms: ssh.SupportedAlgorithms().PublicKeyAuths,
		ServerVersion:           "SSH-2.0-rihla",
		MaxAuthTries:            6,
	}
	c.AddHostKey(s.HostKey)
	if s.Keys == nil {
		c.NoClientAuth = true
		return c
	}
	c.PublicKeyCallback = func(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		return s.Keys.permit(key)
	}
	return c
}

// handle serves one connection.
func (s *server) handle(ctx context.Context, conn net.Conn) {
	defer func() { _ = conn.Close() }()
	from := addressOf(conn.RemoteAddr())
	if !s.gate.connect(from, time.Now()) {
		return
	}
	known := sync.OnceFunc(s.gate.known)
	defer known()
	_ = conn.SetDeadline(time.Now().Add(s.Limits.Handshake))
	stop := context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Now().Add(closingTime)) })
	defer stop()
	in, channels, requests, err := ssh.NewServerConn(conn, s.config)
	known()
	if err != nil {
		return
	}
	if ctx.Err() == nil {
		_ = conn.SetDeadline(time.Time{})
	}
	go ssh.DiscardRequests(requests) // port forwarding, for instance
	g := &guest{server: s, conn: in, address: conn.RemoteAddr().String(), who: from}
	if in.Permissions != nil && s.Keys != nil {
		g.key = in.Permissions.Extensions[keyExtension]
		g.who = g.key
	}
	ctx, leave := s.admit(ctx, g)
	defer leave()
	g.serve(ctx, channels)
}

// log writes a line with the time, the address and the fingerprint of the client.
func (g *guest) log(m words.Message, args ...any) {
	if g.Log == nil {
		return
	}
	line := time.Now().UTC().Format(time.RFC3339) + " " + g.address
	if g.key != "" {
		line += " " + g.key
	}
	g.logging.Lock()
	defer g.logging.Unlock()
	_, _ = fmt.Fprintln(g.Log, safe.Line(line+" "+words.For(g.Explorer.Lang).Say(m, args...)))
}
