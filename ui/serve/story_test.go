package serve

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/command"
	"rihla/ui/tui/keys"
)

func TestWhoHasAKeyExplores(t *testing.T) {
	h := opens(t, false, nil)
	p := h.sits("xterm-256color", 100, 30).waits("Austin").waits("1/2")
	p.types("\r").waits("twin").types("q")
	if status, isBack := p.leaves(); status != 0 || !isBack {
		t.Errorf("it ends with %d; the terminal is given back: %v", status, isBack)
	}
	if log := h.log.String(); !strings.Contains(log, "session begins") || !strings.Contains(log, "SHA256:") {
		t.Errorf("the log is %q", log)
	}
}

func TestEachHasTheirOwnLanguage(t *testing.T) {
	h := opens(t, false, nil)
	h.sits("xterm", 100, 30, "LANG=fr_FR.UTF-8").waits("aide")
	h.sits("xterm", 100, 30).waits("help")
}

// TestNothingIsWritten presses every key on every page, with read-only bindings and with
// bindings that write files and run a user command, and checks that no file changes.
func TestNothingIsWritten(t *testing.T) {
	own := []keys.Own{{Key: "D", Title: "run", Name: "run", Scope: keys.Everywhere}}
	all, conflicts := keys.Usual().With(own)
	if len(conflicts) > 0 {
		t.Fatal(conflicts)
	}
	for name, bindings := range map[string]keys.Bindings{"all": all, "read-only": all.ReadOnly()} {
		t.Run(name, func(t *testing.T) { pressesAll(t, own[0], bindings) })
	}
}

func pressesAll(t *testing.T, own keys.Own, bindings keys.Bindings) {
	ran := filepath.Join(t.TempDir(), "ran")
	for _, name := range []string{"EDITOR", "VISUAL", "BROWSER"} {
		t.Setenv(name, "touch "+ran)
	}
	h := opens(t, false, func(o *Options) {
		run, err := command.Parse([]string{"touch", ran})
		if err != nil {
			t.Fatal(err)
		}
		o.Explorer.Commands = []command.Command{{Own: own, Output: command.None, Timeout: time.Second, Template: run}}
	})
	bindings.Use()
	before, err := os.ReadFile(filepath.Join(h.folder, "city.toml"))
	if err != nil {
		t.Fatal(err)
	}
	p := h.sits("xterm-256color", 100, 30).waits("1/2")
	for _, way := range []string{"\r", "!", "b", "vg", "vs", " m", "y"} {
		p.types("\x1b\x1b\x1b" + way)
		for key := byte(1); key < 0x7f; key++ {
			if strings.IndexByte("q\x03\x1b", key) < 0 {
				p.types(string(rune(key)))
			}
		}
		p.types("\r\x13wx\r\x1b")
	}
	for range 50 {
		if time.Sleep(200 * time.Millisecond); len(p.ended) > 0 {
			break
		}
		p.types("\x03") // a key right after Esc would be read as Alt and that key
	}
	if status, _ := p.leaves(); status != 0 {
		t.Errorf("it ends with %d", status)
	}
	after, err := os.ReadFile(filepath.Join(h.folder, "city.toml"))
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file holds %q, %v", after, err)
	}
	if files, _ := os.ReadDir(h.folder); len(files) != 1 {
		t.Errorf("there are %v", files)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("a program was run")
	}
}

func TestAnAddressIsShownAndNotOpened(t *testing.T) {
	h := opens(t, false, nil)
	h.sits("xterm-256color", 100, 30).waits("1/2").types("\r").waits("website").types("o").waits("Web address: https://rabat.example/")
}

func TestAReloadReachesAll(t *testing.T) {
	h := opens(t, false, nil)
	a, b := h.sits("xterm", 100, 30).waits("Austin"), h.sits("xterm", 100, 30).waits("Austin")
	h.write("more.toml", "[city.fes]\nname = \"Fes\"\n")
	a.waits("Fes")
	b.waits("Fes")
	h.write("more.toml", "[city.fes\n")
	a.waits("more.toml")
	b.waits("more.toml")
	h.write("more.toml", "[city.sale]\nname = \"Salé\"\n")
	a.waits("Salé")
	b.waits("Salé")
}

func TestOneThatFailsLeavesTheOthers(t *testing.T) {
	stderr := os.Stderr
	if null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0); err == nil {
		os.Stderr = null // Bubble Tea writes the panic there
		defer func() { os.Stderr = stderr; _ = null.Close() }()
	}
	h := opens(t, false, nil)
	a := h.sits("xterm", 80, 24).waits("Austin")
	b := h.sits("xterm", 80, 24).waits("Austin")
	h.mu.Lock()
	first := h.programs[0]
	h.mu.Unlock()
	first.Send(tea.BatchMsg{func() tea.Msg { panic("a fault") }, func() tea.Msg { return nil }})
	if status, isBack := a.leaves(); status != 1 || !isBack {
		t.Errorf("it ends with %d; the terminal is given back: %v", status, isBack)
	}
	b.types("j").waits("2/2")
	h.sits("xterm", 80, 24).waits("Austin")
}

func TestTheEndOfAConnectionEndsItsExplorer(t *testing.T) {
	h := opens(t, false, nil)
	h.sits("xterm", 80, 24).waits("Austin").types("q").leaves()
	before := runtime.NumGoroutine()
	for range 5 {
		p := h.sits("xterm", 80, 24).waits("Austin").types(" vg")
		_ = p.client.Close()
	}
	after := 0
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if after = runtime.NumGoroutine(); after <= before {
			return
		}
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("%d goroutines, before %d:\n%s", after, before, stacks[:runtime.Stack(stacks, true)])
}

func TestTheEndOfTheServerGivesAllTerminalsBack(t *testing.T) {
	h := opens(t, false, nil)
	all := []*person{h.sits("xterm", 80, 24).waits("Austin"), h.sits("xterm", 80, 24).waits("Austin")}
	h.end()
	for _, p := range all {
		if status, isBack := p.leaves(); status != 0 || !isBack || !strings.Contains(p.sees(), "is shutting down") {
			t.Errorf("it ends with %d; the terminal is given back: %v\n%s", status, isBack, p.sees())
		}
	}
}
