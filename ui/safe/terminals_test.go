package safe_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/term"
)

// measured names, in the environment, the file of quoted texts that the test's own
// binary is to measure on its terminal instead of testing.
const measured = "RIHLA_MEASURED"

func TestMain(m *testing.M) {
	path := os.Getenv(measured)
	if path == "" {
		os.Exit(m.Run())
	}
	if err := measure(path); err != nil {
		_ = os.WriteFile(path+".failed", []byte(err.Error()), 0o600)
		os.Exit(1)
	}
}

// measure writes each text of a file to the terminal at the beginning of a line,
// asks where the cursor stands, and writes the columns to a file beside it.
func measure(path string) error {
	texts, err := readQuoted(path)
	if err != nil {
		return err
	}
	before, err := term.MakeRaw(int(os.Stdin.Fd()))
	if err != nil {
		return err
	}
	defer func() { _ = term.Restore(int(os.Stdin.Fd()), before) }()
	answers := bufio.NewReader(os.Stdin)
	var columns strings.Builder
	const batch = 16
	for len(texts) > 0 {
		n := min(batch, len(texts))
		var ask strings.Builder
		for _, text := range texts[:n] {
			ask.WriteString("\x1b[H\x1b[2K" + text + "\x1b[6n")
		}
		if _, err := os.Stdout.WriteString(ask.String()); err != nil {
			return err
		}
		for range n {
			answer, err := answers.ReadString('R')
			if err != nil {
				return err
			}
			_, column, _ := strings.Cut(strings.TrimSuffix(answer, "R"), ";")
			at, err := strconv.Atoi(column)
			if err != nil {
				return fmt.Errorf("the terminal answers %q", answer)
			}
			fmt.Fprintln(&columns, at-1)
		}
		texts = texts[n:]
	}
	return os.WriteFile(path+".columns", []byte(columns.String()), 0o600)
}

func readQuoted(path string) ([]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var texts []string
	for line := range strings.Lines(string(content)) {
		text, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, nil
}

// terminals start a command on a terminal; each returns what ends it.
var terminals = map[string]func(t *testing.T, environ []string, command string) (stop func()){
	"tmux":  onTmux,
	"xterm": onXterm,
}

func onTmux(t *testing.T, environ []string, command string) func() {
	need(t, "tmux")
	socket := filepath.Join(t.TempDir(), "s")
	cmd := exec.Command("tmux", "-u", "-f", "/dev/null", "-S", socket, "new-session", "-d", "-x", "200", "-y", "20", command)
	cmd.Env = append(os.Environ(), environ...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("tmux does not start: %v: %s", err, out)
	}
	return func() { _ = exec.Command("tmux", "-S", socket, "kill-server").Run() }
}

func onXterm(t *testing.T, environ []string, command string) func() {
	need(t, "xterm", "xvfb-run")
	cmd := exec.Command("xvfb-run", "-a", "xterm", "-u8", "-geometry", "200x20", "-e", "sh", "-c", command)
	cmd.Env = append(os.Environ(), environ...)
	if err := cmd.Start(); err != nil {
		t.Skipf("xterm does not start: %v", err)
	}
	done := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(done)
	}()
	return func() {
		select {
		case <-done:
		case <-time.After(5 * time.Second):
			_ = cmd.Process.Kill()
		}
	}
}

func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
	}
}

// ask returns how many cells a terminal takes for each text.
func ask(t *testing.T, terminal string, texts []string) []int {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "texts")
	var quoted strings.Builder
	for _, text := range texts {
		fmt.Fprintln(&quoted, strconv.QuoteToASCII(text))
	}
	if err := os.WriteFile(path, []byte(quoted.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	stop := terminals[terminal](t, []string{measured + "=" + path, "LC_ALL=C.UTF-8"}, self)
	defer stop()
	for began := time.Now(); time.Since(began) < 3*time.Minute; time.Sleep(20 * time.Millisecond) {
		if why, err := os.ReadFile(path + ".failed"); err == nil {
			t.Fatalf("%s: %s", terminal, why)
		}
		content, err := os.ReadFile(path + ".columns")
		if err != nil {
			continue
		}
		var widths []int
		for column := range strings.FieldsSeq(string(content)) {
			width, _ := strconv.Atoi(column)
			widths = append(widths, width)
		}
		if len(widths) == len(texts) {
			return widths
		}
	}
	t.Fatalf("%s does not answer", terminal)
	return nil
}
