package tuitest_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/config"
	"rihla/ui/tui"
	"rihla/ui/tui/tuitest"
)

// trial names, in the environment, what the test's own binary is to explore
// instead of testing.
const trial = "RIHLA_TRIAL"

func TestMain(m *testing.M) {
	path := os.Getenv(trial)
	if path == "" {
		os.Exit(m.Run())
	}
	open := func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		return reader.Open(ctx, path, o)
	}
	o := tui.Options{Open: open, Path: path, Lang: "fr"}
	if file := os.Getenv("RIHLA_CONFIG"); file != "" {
		c := config.Load(file, true, func(string) string { return "" })
		c.Bindings.Use()
		o.Commands = c.Commands
		o.KeepSkin = func(name string) (kb.Position, error) { return c.KeepSkin(name, path) }
	}
	if err := tui.Run(context.Background(), o); err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// run explores in a process of its own.
func run(t *testing.T, path string, o tuitest.Options, story func(*tuitest.Screen)) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	o.Environ = append(o.Environ, trial+"="+path)
	tuitest.RunProcess(t, o, exec.Command(self), story)
}

func TestEditingOpensTheLineAndReadsAgain(t *testing.T) {
	path := file(t, mission)
	_, notes := program(t, "vim", "sed -i 's/Palo Alto Networks/Palo Alto Nets/' "+path)
	o := wide
	o.Environ = []string{"EDITOR=vim -f", "VISUAL="}
	run(t, path, o, func(s *tuitest.Screen) {
		s.WaitFor("Palo Alto Networks").Type("1", "j", "j").See(bar + " Palo Alto Networks")
		s.Type("e").WaitFor(bar + " Palo Alto Nets ").See("3/4").Miss("Palo Alto Networks")
		line := 1 + strings.Count(mission[:strings.Index(mission, "[company.palo-alto]")], "\n")
		want := "-f\n+call cursor(" + strconv.Itoa(line) + ", byteidx(getline(" + strconv.Itoa(line) + "), 0) + 1)\n" + path + "\n"
		if got := read(t, notes); got != want {
			t.Errorf("the editor was called with %q, not %q", got, want)
		}
		s.Type("q")
	})
}

// TestAnEditorThatFailsMayHaveWritten has a name with a space, quoted as for a shell.
func TestAnEditorThatFailsMayHaveWritten(t *testing.T) {
	path := file(t, mission)
	folder, notes := program(t, "an editor", "sed -i 's/Palo Alto Networks/Palo Alto Nets/' "+path+"\nexit 1")
	o := wide
	o.Environ = []string{"VISUAL='" + filepath.Join(folder, "an editor") + "' --wait", "EDITOR=vi"}
	run(t, path, o, func(s *tuitest.Screen) {
		s.WaitFor("Palo Alto Networks").Type("1", "j", "j", "e").WaitFor(bar+" Palo Alto Nets ").See("l’éditeur a échoué : exit status 1", "3/4")
		if got := read(t, notes); got != "--wait\n"+path+"\n" {
			t.Errorf("the editor was called with %q", got)
		}
		s.Type("q")
	})
}

func TestTheEditorOpensWhereAFileIsBroken(t *testing.T) {
	_, notes := program(t, "vi", "")
	o := wide
	o.Environ = []string{"EDITOR=vi", "VISUAL="}
	path := file(t, "[thing.one]\nname = \"One\"\nname = = 3\n")
	run(t, path, o, func(s *tuitest.Screen) {
		s.WaitFor("One").Type("0", "G", "e")
		if got := read(t, notes); got != "+3\n"+path+"\n" {
			t.Errorf("the editor was called with %q", got)
		}
		s.WaitFor("trial.toml:3:8")
	})
}

func TestSignalsLeaveTheTerminalAsItWas(t *testing.T) {
	path := file(t, mission)
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGINT} {
		t.Run(signal.String(), func(t *testing.T) {
			run(t, path, wide, func(s *tuitest.Screen) {
				s.WaitFor("Palo Alto").Signal(signal)
				if _ = s.Err(); !s.Restored() {
					t.Errorf("the terminal is left as it was used: %q", s.Sent())
				}
			})
		})
	}
}

func TestATrueTerminalIsResized(t *testing.T) {
	run(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.WaitFor("Palo Alto").Type("1").WaitFor("company/amazon").Resize(60, 20).Miss("company/amazon").See(bar + " Amazon").Type("q")
	})
}

// TestWhatTheTerminalAnswersLateIsNotLeft has a terminal that answers late: neither the
// shell nor the editor that gets the terminal next reads an answer.
func TestWhatTheTerminalAnswersLateIsNotLeft(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	const look = `stty -icanon -echo min 0 time 9; dd bs=4096 count=1 of="$LEFT" 2>/dev/null; touch "$LEFT.read"`
	for name, c := range map[string]struct{ keys, script string }{
		"quit":    {"q", `"$0"; ` + look},
		"suspend": {"\x1a", `set -m; "$0"; ` + look + `; fg`},
		"edit":    {"1e", `"$0"`},
	} {
		t.Run(name, func(t *testing.T) {
			program(t, "vi", look)
			left := filepath.Join(t.TempDir(), "left")
			o := wide
			o.Environ, o.Late = []string{trial + "=" + file(t, mission), "LEFT=" + left, "EDITOR=vi", "VISUAL="}, 700*time.Millisecond
			tuitest.RunProcess(t, o, exec.Command("sh", "-c", c.script, self), func(s *tuitest.Screen) {
				s.WaitFor("Mission").Write(c.keys)
				for began := time.Now(); time.Since(began) < 10*time.Second; s.Wait(10 * time.Millisecond) {
					if _, err := os.Stat(left + ".read"); err == nil {
						break
					}
				}
				if got, err := os.ReadFile(left); err != nil || len(got) > 0 {
					t.Errorf("the next program reads %q, %v", got, err)
				}
				if name != "quit" {
					s.WaitFor("Mission").Type("q")
				}
			})
		})
	}
}

func TestTheTitleOfTheWindowIsGivenBack(t *testing.T) {
	run(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.WaitFor("Palo Alto").Type("1", "j", "enter")
		if got := s.Title(); !strings.HasPrefix(got, "Rihla · Mission") || !strings.HasSuffix(got, " · Oracle") {
			t.Errorf("where Oracle is open, the title is %q", got)
		}
		s.Type("q").Wait(300 * time.Millisecond)
		sent := string(s.Sent())
		keep, set, back := strings.Index(sent, "\x1b[22;0t"), strings.Index(sent, "\x1b]2;"), strings.LastIndex(sent, "\x1b[23;0t")
		if keep < 0 || keep > set || back < strings.LastIndex(sent, "\x1b]2;") {
			t.Errorf("the title is kept at %d, set at %d, given back at %d of %q", keep, set, back, sent)
		}
	})
}
