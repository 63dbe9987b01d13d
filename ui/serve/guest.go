package serve

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/crypto/ssh"

	"rihla/ui/tui"
	"rihla/ui/words"
)

// guest is one authenticated connection.
type guest struct {
	*server
	conn    *ssh.ServerConn
	address string
	key     string // fingerprint of the public key; empty for anonymous access
	who     string // the key or address by which sessions are counted
	busy    atomic.Bool
}

// serve accepts one session at a time. It closes the connection if no session begins within
// the handshake limit.
func (g *guest) serve(ctx context.Context, channels <-chan ssh.NewChannel) {
	unused := time.AfterFunc(g.Limits.Handshake, func() {
		if !g.busy.Load() {
			_ = g.conn.Close()
		}
	})
	defer unused.Stop()
	stop := context.AfterFunc(ctx, func() {
		if !g.busy.Load() {
			_ = g.conn.Close()
		}
	})
	defer stop()
	for asked := range channels {
		switch {
		case asked.ChannelType() != "session":
			_ = asked.Reject(ssh.Prohibited, "only the explorer is served")
		case !g.busy.CompareAndSwap(false, true):
			_ = asked.Reject(ssh.ResourceShortage, "only one session per connection")
		case !g.gate.enter(g.who):
			g.busy.Store(false)
			g.log(words.ServeFull)
			_ = asked.Reject(ssh.ResourceShortage, "too many sessions")
		default:
			channel, requests, err := asked.Accept()
			if err != nil {
				g.gate.leave(g.who)
				g.busy.Store(false)
				continue
			}
			go g.session(ctx, channel, requests)
		}
	}
}

// end waits for the client to close the connection, which lets it report the exit status, and
// closes the connection itself after closingTime.
func (g *guest) end() {
	late := time.AfterFunc(closingTime, func() { _ = g.conn.Close() })
	defer late.Stop()
	_ = g.conn.Wait()
}

// session serves one session until it ends.
func (g *guest) session(ctx context.Context, channel ssh.Channel, requests <-chan *ssh.Request) {
	defer func() {
		_ = channel.Close()
		g.gate.leave(g.who)
		g.end()
	}()
	life, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	t := newTerminal(channel, g.Limits)
	begin := make(chan bool, 1)
	go func() {
		defer cancel() // the client has disconnected
		for r := range requests {
			t.answer(r, begin)
		}
	}()
	var isTerminal bool
	select {
	case isTerminal = <-begin:
	case <-time.After(g.Limits.Handshake):
		return
	case <-life.Done():
		return
	case <-ctx.Done():
		return
	}
	w := t.words(g.Explorer.Lang, g.KeepsLang)
	if !isTerminal {
		_, _ = fmt.Fprint(channel.Stderr(), w.Say(words.ServeNeedsTerminal)+"\r\n")
		t.exit(1)
		return
	}
	g.log(words.ServeBegins)
	began := time.Now()
	why, err := g.explore(ctx, life, t, w)
	if why != words.None {
		_, _ = fmt.Fprint(channel, w.Say(why)+"\r\n")
	}
	if err != nil {
		g.log(words.ServeFailed, err)
		t.exit(1)
		return
	}
	g.log(words.ServeEnds, time.Since(began).Round(time.Second))
	t.exit(0)
}

// explore runs an explorer on a terminal until the server stops or revokes the key (ctx), or the
// client disconnects (life). It returns the reason to show to the user; none if the user ended the session.
func (g *guest) explore(ctx, life context.Context, t *terminal, w *words.Language) (why words.Message, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v\n%s", r, debug.Stack())
		}
	}()
	// When something other than the user ends the session, the explorer restores the terminal;
	// the connection is closed if that takes too long.
	ending, end := context.WithCancelCause(context.Background())
	defer end(nil)
	defer context.AfterFunc(ctx, func() { end(context.Cause(ctx)) })()
	defer context.AfterFunc(life, func() { end(errGone) })()
	longest := time.AfterFunc(g.Limits.Longest, func() { end(errLongest) })
	defer longest.Stop()
	idle := time.AfterFunc(g.Limits.Idle, func() { end(errIdle) })
	defer idle.Stop()
	t.onInput = func() { idle.Reset(g.Limits.Idle) }
	t.onEnd = end

	o := g.Explorer
	o.Lang, o.Environ, o.Input, o.Output = w.Tag, t.environ(), t, t
	o.Width, o.Height = t.size()
	o.Path, o.State, o.Editor = "", "", ""
	done := make(chan struct{})
	o.Started = func(p *tea.Program) {
		t.follow(p)
		if g.Explorer.Started != nil {
			g.Explorer.Started(p)
		}
		go func() {
			select {
			case <-done:
				return
			case <-ending.Done():
			}
			late := time.AfterFunc(closingTime, func() { _ = g.conn.Close() })
			defer late.Stop()
			p.Quit()
			<-done
		}()
	}
	err = tui.Run(life, o)
	close(done)
	cause := context.Cause(ending)
	switch {
	case errors.Is(cause, errIdle):
		return words.ServeIdle, nil
	case errors.Is(cause, errLongest):
		return words.ServeLongest, nil
	case errors.Is(cause, errTooMuch):
		return words.ServeTooMuch, nil
	case errors.Is(cause, errRevoked):
		return words.ServeRevoked, nil
	case errors.Is(cause, context.Canceled): // the server stops
		return words.ServeStops, nil
	case cause != nil: // the client has disconnected
		return words.None, nil
	case err != nil:
		return words.ServeBroken, err
	}
	return words.None, nil
}

// The reasons why the server ends a session.
var (
	errLongest = errors.New("it has taken long")
	errIdle    = errors.New("nothing is typed")
	errTooMuch = errors.New("too much is typed")
	errGone    = errors.New("the person has gone")
)
