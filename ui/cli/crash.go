package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/adrg/xdg"

	"rihla/ui/keeper"
	"rihla/ui/words"
)

// watchCrashes has a crash reported to the parent.
func watchCrashes() {
	if keeper.Self.IsKept() {
		_ = debug.SetCrashOutput(keeper.Self.Crashes(), debug.CrashOptions{})
	}
}

// crashed says that the explorer has crashed, and where the report is.
func (a *app) crashed(c *keeper.Crash) failure {
	f := fail(failed, a.words.Say(words.Crashed))
	if bytes.Contains(c.Text, []byte("out of memory")) {
		f.text = a.words.Say(words.OutOfMemory)
	}
	if c.Signal != 0 {
		f.code = fromSignal + int(c.Signal)
	}
	name, err := writeReport(a.report(c.Text), filepath.Join(xdg.StateHome, "rihla"), filepath.Join(os.TempDir(), "rihla"))
	if err != nil {
		f.hints = append(f.hints, a.words.Say(words.NoCrashReport, err))
		return f
	}
	f.hints = append(f.hints, a.words.Say(words.CrashReport, name), a.words.Say(words.CrashHolds))
	return f
}

// report returns what is known of a crash, without anything of a person's files.
func (a *app) report(text []byte) string {
	var out strings.Builder
	out.WriteString(thisBuild().String())
	fmt.Fprintf(&out, "%s/%s\n", runtime.GOOS, runtime.GOARCH)
	for _, name := range []string{"TERM", "TERM_PROGRAM", "COLORTERM", "TMUX"} {
		if value := a.getenv(name); value != "" {
			fmt.Fprintf(&out, "%s=%s\n", name, value)
		}
	}
	return out.String() + "\n" + trace(string(text))
}

// leftOut stands for what may be of a person's files.
const leftOut = "(left out)"

// Beginnings of lines that the runtime prints and that hold nothing of a person's files.
var (
	reasons = []string{"panic: runtime error: ", "fatal error: ", "runtime: ", "SIG", "[signal "}
	where   = []string{"goroutine ", "\t", "created by "}
)

// trace returns why the program has failed, and where, of what the runtime printed: the
// values of panics, the arguments of functions and the registers are left out.
func trace(text string) string {
	var out strings.Builder
	inStack := false
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		inStack = inStack || strings.HasPrefix(line, "goroutine ")
		arguments := strings.LastIndexByte(line, '(')
		switch {
		case !inStack && startsWith(line, reasons), inStack && (line == "" || startsWith(line, where)):
			out.WriteString(line + "\n")
		case !inStack && strings.HasPrefix(line, "panic: "):
			out.WriteString("panic: " + leftOut + "\n")
		case inStack && arguments > 0 && strings.HasSuffix(line, ")"):
			out.WriteString(line[:arguments] + "(…)\n")
		}
	}
	return out.String()
}

func startsWith(line string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(line, b) })
}

// writeReport writes a report into a new file in the first folder in which it can, and
// returns the path.
func writeReport(text string, folders ...string) (name string, err error) {
	for _, folder := range folders {
		name = filepath.Join(folder, fmt.Sprintf("crash-%s-%d.txt", time.Now().Format("20060102-150405"), os.Getpid()))
		if err = errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(name, []byte(text), 0o600)); err == nil {
			return name, nil
		}
	}
	return "", err
}
