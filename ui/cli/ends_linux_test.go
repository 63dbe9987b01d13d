package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// TestTheExplorerEndsWithItsTerminal takes away a terminal that controls no process:
// no signal says so.
func TestTheExplorerEndsWithItsTerminal(t *testing.T) {
	master, terminal, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	cmd := program()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = terminal, terminal, terminal
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = terminal.Close()
	readUntil(t, master, "1/")
	_ = master.Close()
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		t.Fatal("it goes on without a terminal")
	}
	if got := statusOf(cmd); got != 129 {
		t.Errorf("it ends with %d", got)
	}
}

func readUntil(t *testing.T, from *os.File, text string) {
	t.Helper()
	timer := time.AfterFunc(30*time.Second, func() { _ = from.Close() })
	defer timer.Stop()
	var read []byte
	buffer := make([]byte, 1<<16)
	for !bytes.Contains(read, []byte(text)) {
		n, err := from.Read(buffer)
		if read = append(read, buffer[:n]...); err != nil {
			t.Fatalf("%q never comes: %v\n%q", text, err, read)
		}
	}
}

// TestAHugeTerminalCostsLittle draws the first frame on terminals that claim to be huge,
// by themselves or in the environment.
func TestAHugeTerminalCostsLittle(t *testing.T) {
	const most = 400 << 10 // kB
	for _, c := range []struct {
		size    pty.Winsize
		environ []string
	}{
		{pty.Winsize{Cols: 60000, Rows: 60000}, nil},
		{pty.Winsize{Cols: 5000, Rows: 5000}, nil},
		{pty.Winsize{Cols: 60000, Rows: 1}, nil},
		{pty.Winsize{}, []string{"COLUMNS=60000", "LINES=60000"}},
		{pty.Winsize{}, []string{"COLUMNS=-5", "LINES=much"}},
	} {
		cmd := program()
		cmd.Env = append(cmd.Env, c.environ...)
		terminal, err := pty.StartWithSize(cmd, &c.size)
		if err != nil {
			t.Fatal(err)
		}
		readUntil(t, terminal, "\x1b[?1049h")
		time.Sleep(500 * time.Millisecond)
		peak := peakOf(t, cmd.Process.Pid)
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = terminal.Close()
		_ = cmd.Wait()
		if peak == 0 || peak > most {
			t.Errorf("%+v takes %d kB", c, peak)
		}
	}
}

// peakOf returns the most memory that the child of a process has held, in kB.
func peakOf(t *testing.T, parent int) (peak int) {
	t.Helper()
	child, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", parent, parent))
	if err != nil {
		t.Fatal(err)
	}
	status, err := os.ReadFile("/proc/" + strings.TrimSpace(string(child)) + "/status")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	peak, _ = strconv.Atoi(strings.Fields(after)[0])
	return peak
}
