package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/netip"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"golang.org/x/crypto/ssh"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/present"
	"rihla/ui/serve"
	"rihla/ui/tui"
	"rihla/ui/words"
)

// serving holds the flags of serve.
type serving struct {
	address, keys, hostKey string
	anonymous              bool
	limits                 serve.Limits
}

// serve returns the command serve, which serves the explorer over SSH.
func (a *app) serve() *cobra.Command {
	w, s := a.words, serving{limits: serve.Usual()}
	cmd := &cobra.Command{
		Use: "serve [" + w.Say(words.PathArgument) + "]", Short: w.Say(words.ServeShort), Long: w.Say(words.ServeLong),
		Example: "rihla serve --ssh :2222 ~/notes\nrihla serve --ssh :2222 --keys team.pub ~/notes\nrihla serve --ssh localhost:2222 --anonymous ~/notes",
		Args:    a.atMost(1), RunE: a.guard(func(cmd *cobra.Command, args []string) error { return a.runServe(cmd, args, s) }),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&s.address, "ssh", "", w.Say(words.FlagSSH))
	flags.StringVar(&s.keys, "keys", "", w.Say(words.FlagKeys))
	flags.BoolVar(&s.anonymous, "anonymous", false, w.Say(words.FlagAnonymous))
	flags.StringVar(&s.hostKey, "host-key", "", w.Say(words.FlagHostKey))
	l := &s.limits
	number := func(to *int, name string, help words.Message) {
		flags.IntVar(to, name, *to, fmt.Sprintf("%s (%d)", w.Say(help), *to))
	}
	duration := func(to *time.Duration, name string, help words.Message) {
		flags.DurationVar(to, name, *to, fmt.Sprintf("%s (%s)", w.Say(help), strings.TrimSuffix(strings.Replace(to.String(), "h0m0s", "h", 1), "0s")))
	}
	number(&l.Sessions, "sessions", words.FlagSessions)
	number(&l.Each, "sessions-each", words.FlagEach)
	number(&l.Rate, "rate", words.FlagRate)
	duration(&l.Idle, "idle", words.FlagIdle)
	duration(&l.Longest, "longest", words.FlagLongest)
	return cmd
}

func (a *app) runServe(cmd *cobra.Command, args []string, s serving) error {
	l := s.limits
	switch {
	case s.address == "":
		return a.misuse(cmd, a.words.Say(words.NeedsSSH), "")
	case s.anonymous && s.keys != "":
		return a.misuse(cmd, a.words.Say(words.KeysOrAnonymous), "")
	case l.Sessions <= 0 || l.Each <= 0 || l.Rate <= 0 || l.Idle <= 0 || l.Longest <= 0:
		return a.misuse(cmd, a.words.Say(words.NeedsPositive), "")
	}
	path := a.path(args)
	for _, one := range reader.Paths(path) {
		if one != "" && !exists(one) {
			return a.noSuchPath(cmd.Root(), one)
		}
	}
	o := serve.Options{Limits: l, KeepsLang: cmd.Flags().Changed("lang"), Log: a.err}
	if !s.anonymous {
		o.Keys = &serve.Keys{Path: cmp.Or(s.keys, filepath.Join(xdg.ConfigHome, "rihla", "authorized_keys"))}
		if err := a.checkKeys(o.Keys); err != nil {
			return err
		}
	}
	hostKey := cmp.Or(s.hostKey, filepath.Join(xdg.StateHome, "rihla", "ssh_host_ed25519_key"))
	var err error
	switch o.HostKey, err = serve.HostKey(hostKey); {
	case errors.Is(err, serve.ErrReadable):
		return fail(failed, a.words.Say(words.HostKeyIsReadable, briefPath(hostKey)), a.words.Say(words.HowToProtect, "chmod 600 "+hostKey))
	case err != nil:
		return fail(failed, a.words.Say(words.CannotServe, err))
	}
	ctx, ended := untilSignal(cmd.Context())
	parallel.HandsOverPanics = true // a panic ends only its session
	if o.Explorer, err = a.served(ctx, path); err != nil {
		return err
	}
	listener, err := listen(s.address)
	if err != nil {
		return fail(failed, a.words.Say(words.CannotServe, err))
	}
	fmt.Fprintln(a.err, a.words.Say(words.ServeListens, listener.Addr()))
	fmt.Fprintln(a.err, a.words.Say(words.ServeHostKey, ssh.FingerprintSHA256(o.HostKey.PublicKey())))
	if err := serve.Serve(ctx, listener, o); err != nil {
		return fail(failed, a.words.Say(words.CannotServe, err))
	}
	if s := ended.Load(); s != 0 {
		a.code = fromSignal + int(s)
	}
	return nil
}

// listen listens on a TCP address. The host is an IP address, localhost or empty: a
// resolver would only add to the size of the program.
func listen(address string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	number, err := strconv.ParseUint(port, 10, 16)
	if err != nil {
		return nil, err
	}
	at := &net.TCPAddr{Port: int(number)}
	switch host {
	case "":
	case "localhost":
		at.IP = net.IPv4(127, 0, 0, 1)
	default:
		ip, err := netip.ParseAddr(host)
		if err != nil {
			return nil, err
		}
		at = net.TCPAddrFromAddrPort(netip.AddrPortFrom(ip, uint16(number)))
	}
	return net.ListenTCP("tcp", at)
}

// checkKeys reports the invalid lines of the keys file, and fails if no valid key remains.
func (a *app) checkKeys(k *serve.Keys) error {
	refused, err := k.Check()
	if len(refused.Lines) > 0 {
		lines := make([]string, len(refused.Lines))
		for i, n := range refused.Lines {
			lines[i] = strconv.Itoa(n)
		}
		a.complain(fail(a.code, a.words.Say(words.KeysNotUsed, briefPath(k.Path), strings.Join(lines, a.words.ListComma))))
	}
	path := briefPath(k.Path)
	switch {
	case errors.Is(err, serve.ErrNoKeys):
		return fail(misused, a.words.Say(words.NoKeysIn, path), a.words.Say(words.HowToMakeKeys))
	case errors.Is(err, fs.ErrNotExist):
		return fail(misused, a.words.Say(words.NoKeysFile, path), a.words.Say(words.HowToMakeKeys))
	case errors.Is(err, serve.ErrWritable):
		return fail(misused, a.words.Say(words.KeysAreWritable, path), a.words.Say(words.HowToProtect, "chmod go-w "+k.Path))
	case err != nil:
		return fail(unreadable, a.words.Say(words.CannotServe, err))
	}
	return nil
}

// served returns the options shared by all sessions, with the knowledge base loaded.
func (a *app) served(ctx context.Context, path string) (tui.Options, error) {
	a.warnOfFilesHere(path)
	began := time.Now()
	var watching func(context.Context) *watch.Watcher
	if a.config.LiveReload && path != "" {
		watching = func(ctx context.Context) *watch.Watcher {
			return watch.OfSeveral(ctx, reader.Paths(path), watch.Options{Began: began})
		}
	}
	base, err := tui.NewBase(ctx, func(ctx context.Context, o reader.Options) (*kb.KB, error) { return read(ctx, path, o) }, watching)
	if err != nil {
		return tui.Options{}, fail(unreadable, present.Failure(a.words, err))
	}
	o := tui.Options{Base: base, Lang: a.lang, Today: today(), Day: a.day, NoColor: a.noColor}
	a.asConfigured(&o)
	o.Notice = ""
	a.config.Bindings.ReadOnly().Use()
	return o, nil
}

// untilSignal returns a context that is cancelled by a termination signal, and the signal
// received.
func untilSignal(ctx context.Context) (context.Context, *atomic.Int32) {
	ctx, end := context.WithCancel(ctx)
	signals, ended := make(chan os.Signal, 4), new(atomic.Int32)
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	go func() {
		s := (<-signals).(syscall.Signal)
		ended.Store(int32(s))
		end()
		<-signals // a second signal ends the process at once
		os.Exit(fromSignal + int(s))
	}()
	return ctx, ended
}
