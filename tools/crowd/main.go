// Command crowd load-tests rihla serve: it opens many SSH sessions at once, presses keys in
// each and reports the latency from a key to its frame:
//
//	crowd -n 100 -pid 1234 localhost:2222
//
// The server must run with --anonymous and with limits that admit all sessions. Given several
// addresses, crowd balances the connections over them in turn.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/crypto/ssh"
)

func main() {
	people := flag.Int("n", 100, "number of sessions")
	rounds := flag.Int("keys", 40, "keys pressed in each session")
	pause := flag.Duration("pause", time.Second, "mean time between two keys of a session")
	pids := flag.String("pid", "", "server processes whose memory is reported, separated by commas")
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Args(), *people, *rounds, *pause, strings.FieldsFunc(*pids, func(r rune) bool { return r == ',' })); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(servers []string, people, rounds int, pause time.Duration, pids []string) error {
	address := servers[0]
	if len(servers) > 1 {
		var err error
		if address, err = balance(servers); err != nil {
			return err
		}
	}
	before := memory(pids)
	all := make([]*person, people)
	began := time.Now()
	for i := range all {
		p, err := sit(address)
		if err != nil {
			return fmt.Errorf("session %d: %w", i+1, err)
		}
		all[i] = p
	}
	fmt.Printf("%d sessions opened in %v\n", people, time.Since(began).Round(time.Millisecond))
	time.Sleep(5 * time.Second)
	opened := memory(pids)
	var mu sync.Mutex
	var took []time.Duration
	var failed atomic.Int64
	var running sync.WaitGroup
	for _, p := range all {
		running.Go(func() {
			for range rounds {
				time.Sleep(time.Duration(rand.ExpFloat64() * float64(pause)))
				t, err := p.press()
				if err != nil {
					failed.Add(1)
					return
				}
				mu.Lock()
				took = append(took, t)
				mu.Unlock()
			}
		})
	}
	running.Wait()
	browsed := memory(pids)
	slices.Sort(took)
	if len(took) == 0 {
		return fmt.Errorf("no response to any key; %d sessions failed", failed.Load())
	}
	at := func(part float64) time.Duration {
		return took[int(part*float64(len(took)-1))].Round(100 * time.Microsecond)
	}
	fmt.Printf("%d keys: key to frame median %v, p90 %v, p99 %v, max %v; %d sessions failed\n", len(took), at(0.5), at(0.9), at(0.99), at(1), failed.Load())
	for i, pid := range pids {
		fmt.Printf("process %s: %d MB before, %d MB with all sessions open, %d MB after browsing\n", pid, before[i]>>20, opened[i]>>20, browsed[i]>>20)
	}
	for _, p := range all {
		_ = p.client.Close()
	}
	return nil
}

// memory returns the resident memory of each process, in bytes; 0 for one that has ended.
func memory(pids []string) []int64 {
	out := make([]int64, len(pids))
	for i, pid := range pids {
		text, _ := os.ReadFile("/proc/" + pid + "/statm")
		var size, resident int64
		if _, err := fmt.Sscan(string(text), &size, &resident); err == nil {
			out[i] = resident * int64(os.Getpagesize())
		}
	}
	return out
}

// person is one SSH session and the client that drives it.
type person struct {
	client *ssh.Client
	typed  io.Writer
	shown  chan struct{} // receives when output arrives
	next   int
}

func sit(address string) (*person, error) {
	client, err := ssh.Dial("tcp", address, &ssh.ClientConfig{User: "crowd", HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 30 * time.Second})
	if err != nil {
		return nil, err
	}
	session, err := client.NewSession()
	if err != nil {
		return nil, err
	}
	p := &person{client: client, shown: make(chan struct{}, 1)}
	if p.typed, err = session.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := session.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := session.RequestPty("xterm-256color", 40, 140, nil); err != nil {
		return nil, err
	}
	if err := session.Shell(); err != nil {
		return nil, err
	}
	first := make(chan error, 1)
	go p.watch(out, first)
	select {
	case err = <-first:
	case <-time.After(60 * time.Second):
		err = fmt.Errorf("no first frame")
	}
	return p, err
}

// watch reads the output and signals each piece of it on p.shown. It sends nil to first once
// the first frame is complete.
func (p *person) watch(out io.Reader, first chan<- error) {
	piece, seen := make([]byte, 1<<16), 0
	for isFirst := true; ; {
		n, err := out.Read(piece)
		if err != nil {
			if isFirst {
				first <- err
			}
			close(p.shown)
			return
		}
		seen += n
		if isFirst && bytes.Contains(piece[:n], []byte("Rihla")) && seen > 500 {
			isFirst = false
			first <- nil
		}
		select {
		case p.shown <- struct{}{}:
		default:
		}
	}
}

// walk is the sequence of keys that a session repeats. Each changes the screen.
var walk = strings.Split("j j j \r n n \x7f j j 2 j j \r \x7f j k j 3 j \r \x7f 1", " ")

// press presses the next key, and returns the time until the first byte of its frame.
func (p *person) press() (time.Duration, error) {
	select {
	case <-p.shown: // left from an earlier key
	default:
	}
	key := walk[p.next%len(walk)]
	p.next++
	began := time.Now()
	if _, err := io.WriteString(p.typed, key); err != nil {
		return 0, err
	}
	select {
	case _, ok := <-p.shown:
		if !ok {
			return 0, io.EOF
		}
		return time.Since(began), nil
	case <-time.After(10 * time.Second):
		return 0, fmt.Errorf("no response to key %q", key)
	}
}

// balance starts a TCP round-robin balancer over the servers and returns its address.
func balance(servers []string) (address string, err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	go func() {
		for n := 0; ; n++ {
			from, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer func() { _ = from.Close() }()
				to, err := net.Dial("tcp", servers[n%len(servers)])
				if err != nil {
					return
				}
				go func() {
					_, _ = io.Copy(to, from)
					_ = to.Close()
				}()
				_, _ = io.Copy(from, to)
			}()
		}
	}()
	return listener.Addr().String(), nil
}
