package tui

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kbtest"
	"rihla/model/watch"
	"rihla/ui/tui/tuitest"
	"rihla/ui/tui/tuitest/monkey"
)

// usualEvents is the default number of random events.
const usualEvents = 20_000

var (
	monkeyEvents = flag.Int("monkey.events", usualEvents, "how many random events happen")
	monkeySeed   = flag.Uint64("monkey.seed", 19, "the seed of random events; 0 is that of the clock")
	monkeyBase   = flag.String("monkey.base", "", "the base that is explored; all in turn where it is empty")
	monkeyKeep   = flag.Bool("monkey.keep", false, "keep what fails in "+keptScripts)
)

// keptScripts is where the scripts are that failed once.
const keptScripts = "testdata/monkey"

// TestRandomEvents explores every base by random events: whatever happens, each frame
// fits, one thing has the focus, the terminal shows what was drawn and gets no sequence
// from a file, Esc and Backspace lead home, and no goroutine is left. A million events:
//
//	go test ./ui/tui -run RandomEvents -timeout 0 -v -monkey.events 1000000 -monkey.seed 0
func TestRandomEvents(t *testing.T) {
	const eventsOfSession = 500
	left, seed := *monkeyEvents, *monkeySeed
	switch {
	case testing.Short():
		left = min(left, 2000)
	case kbtest.IsRaced() && left == usualEvents:
		left = 8000 // under the race detector, even these take longer than usualEvents without it
	case seed == 0:
		seed = uint64(time.Now().UnixNano())
	}
	kept, err := filepath.Abs(keptScripts)
	if err != nil {
		t.Fatal(err)
	}
	bases := explored(t)
	isolate(t)
	fmt.Fprintf(os.Stderr, "monkey.seed %d\n", seed)
	found := make(map[string]int)
	for session := 0; left > 0; session++ {
		r := &monkey.Random{Rand: rand.New(rand.NewPCG(seed, uint64(session))), Keys: anyKeys(), Ways: ways, Changes: changes}
		of := bases[session%len(bases)]
		if *monkeyBase != "" {
			of = baseOf(t, bases, *monkeyBase)
		}
		script := r.Script(of.name, []string{"en", "fr"}[r.IntN(2)], min(left, eventsOfSession))
		happened, problem := play(t, of, script)
		left -= max(1, script.Count(happened))
		if session%100 == 99 {
			fmt.Fprintf(os.Stderr, "%s: %d events left, %d sorts of problems\n", time.Now().Format(time.TimeOnly), left, len(found))
		}
		if problem == "" {
			continue
		}
		sort, _, _ := strings.Cut(problem, ":")
		if found[sort]++; found[sort] > 3 {
			continue
		}
		script.Events = monkey.Shrink(script.Events, 300, func(events []monkey.Event) bool {
			part := *script
			part.Events = events
			_, problem := play(t, of, &part)
			return strings.HasPrefix(problem, sort+":")
		})
		_, problem = play(t, of, script)
		t.Errorf("seed %d, session %d: %s\n%s", seed, session, problem, script)
		if *monkeyKeep {
			name := fmt.Sprintf("%s-%d-%d", strings.ReplaceAll(sort, " ", "-"), seed, session)
			text := fmt.Sprintf("# %s\n%s", strings.ReplaceAll(problem, "\n", "\n# "), script)
			if err := os.WriteFile(filepath.Join(kept, name), []byte(text), 0o666); err != nil {
				t.Error(err)
			}
		}
	}
	if len(found) > 0 {
		t.Errorf("seed %d: problems %v", seed, found)
	}
}

// TestScriptsThatFailedOnce plays what random events once found.
func TestScriptsThatFailedOnce(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(keptScripts, "*"))
	if err != nil {
		t.Fatal(err)
	}
	scripts := make(map[string]*monkey.Script)
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		script, err := monkey.Read(file)
		file.Close()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		scripts[filepath.Base(path)] = script
	}
	bases := explored(t)
	isolate(t)
	for name, script := range scripts {
		t.Run(name, func(t *testing.T) {
			if _, problem := play(t, baseOf(t, bases, script.Base), script); problem != "" {
				t.Errorf("%s\n%s", problem, script)
			}
		})
	}
}

// isolate keeps what random events may do from the rest of the system: no program is
// found, and files are written to a folder of the test.
func isolate(t *testing.T) {
	t.Setenv("PATH", "")
	t.Chdir(t.TempDir())
}

// play plays a script in the explorer, and tells how many events happened and of the
// first problem: its sort, a colon, and what is wrong; nothing where all is well.
func play(t *testing.T, b base, script *monkey.Script) (happened int, problem string) {
	temp, err := os.MkdirTemp(".", "") //nolint:usetesting // a script is one of thousands, and leaves nothing
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(temp)
	dir := filepath.Join(temp, script.Base) // the screen shows its name
	files := b.write(t, dir)
	defer func() {
		if r := recover(); r != nil { // by what runs in virtual time, once no goroutine goes on
			if left := leftInBubble(); left != "" {
				problem = fmt.Sprintf("goroutines: %v\n%s", r, left)
			}
		}
	}()
	w := newWitness(script)
	tuitest.Run(t, tuitest.Options{Width: script.Width, Height: script.Height}, func(terminal tuitest.Terminal) error {
		ctx, cancel := context.WithCancel(terminal.Context)
		defer cancel()
		o := Options{Open: w.late.open(b.open(dir)), Path: b.path(dir), Lang: script.Language, Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ}
		o.State, _ = filepath.Abs(filepath.Join(temp, "state"))
		if o.Path != "" {
			o.Watch = func(ctx context.Context) *watch.Watcher {
				return watch.New(ctx, o.Path, watch.Options{PollOnly: true})
			}
		}
		w.Model = newModel(ctx, o)
		defer w.gc.Release()
		w.program = tea.NewProgram(w, programOptions(ctx, o, nil)...)
		terminal.Started(w.program)
		_, err := w.program.Run()
		w.leave()
		w.keepPlace()
		return err
	}, func(s *tuitest.Screen) {
		problem, happened = monkey.Play(s, script.Events, files.change, func(e monkey.Event) string { return w.check(s, e.IsPause()) })
		if problem == "" && !s.Ended() {
			problem = w.goHome(s)
		}
		if problem != "" {
			problem = fmt.Sprintf("%s\nafter %d of %d events:\n%s", problem, happened, len(script.Events), s.Text())
		}
		if !s.Ended() {
			w.program.Quit()
		}
		if err := s.Err(); err != nil {
			problem = fmt.Sprintf("end: %v, having sent %q", err, s.SentSince(0)[max(0, len(s.SentSince(0))-6000):])
		}
	})
	return happened, problem
}

// leftInBubble returns the stacks of the goroutines that are left of the last program in
// virtual time. One of Bubble Tea is left out, which may wait for ever to hand over what
// was typed once its program has ended.
func leftInBubble() string {
	buffer := make([]byte, 1<<22)
	last, left := 0, ""
	for stack := range strings.SplitSeq(string(buffer[:runtime.Stack(buffer, true)]), "\n\n") {
		_, after, _ := strings.Cut(stack, "synctest bubble ")
		number, _, _ := strings.Cut(after, "]")
		n, err := strconv.Atoi(number)
		if err != nil || n < last {
			continue
		}
		if n > last {
			last, left = n, ""
		}
		if !strings.Contains(stack, "ultraviolet.(*TerminalReader).sendEvents") {
			left += stack + "\n\n"
		}
	}
	return left
}
