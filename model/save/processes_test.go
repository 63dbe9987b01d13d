package save_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	strict "github.com/pelletier/go-toml/v2"

	"rihla/model/reader"
	"rihla/model/save"
)

// TestMain is an explorer that saves a view in each path that it reads, if a test has
// started this program as one.
func TestMain(m *testing.M) {
	if os.Getenv("RIHLA_TEST_SAVES") == "" {
		os.Exit(m.Run())
	}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		k, err := reader.Open(context.Background(), lines.Text(), reader.Options{})
		if err != nil {
			fmt.Println("!", err)
			continue
		}
		fmt.Println("ready")
		lines.Scan()
		saved, err := save.View(k, cyber)
		if err != nil {
			fmt.Println("!", err)
			continue
		}
		fmt.Println(saved.Name)
	}
}

// explorer is a process that saves views.
type explorer struct {
	send io.Writer
	told *bufio.Scanner
}

func startExplorer(t *testing.T) explorer {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "RIHLA_TEST_SAVES=1")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = in.Close()
		_ = cmd.Wait()
	})
	return explorer{in, bufio.NewScanner(out)}
}

func (e explorer) tell(t *testing.T, text string) {
	t.Helper()
	if _, err := fmt.Fprintln(e.send, text); err != nil {
		t.Fatal(err)
	}
}

func (e explorer) hear(t *testing.T) string {
	t.Helper()
	if !e.told.Scan() {
		t.Fatal("an explorer ended")
	}
	return e.told.Text()
}

func TestConcurrentExplorersKeepEachOthersViews(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 20
	}
	explorers := []explorer{startExplorer(t), startExplorer(t), startExplorer(t)}
	for round := range rounds {
		dir := atlas(t, map[string]string{"a.toml": "[a.b]\n"})
		if round%2 == 0 {
			dir = atlas(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[views.old]\nquery = 'x'\n", "a.toml": "[a.b]\n"})
		}
		for _, e := range explorers {
			e.tell(t, dir)
			if got := e.hear(t); got != "ready" {
				t.Fatal(got)
			}
		}
		for _, e := range explorers {
			e.tell(t, "now")
		}
		names, refused := make(map[string]bool), 0
		for _, e := range explorers {
			name, isError := strings.CutPrefix(e.hear(t), "!")
			switch {
			case !isError:
				names[name] = true
			case strings.Contains(name, "another program is writing to it"):
				refused++
			default:
				t.Fatal(name)
			}
		}
		text := read(t, filepath.Join(dir, "kb.toml"))
		var manifest struct {
			Views map[string]struct{ Label, Query string }
		}
		if err := strict.Unmarshal([]byte(text), &manifest); err != nil {
			t.Fatalf("%v:\n%s", err, text)
		}
		if len(names)+refused != len(explorers) {
			t.Fatalf("saved were %v:\n%s", names, text)
		}
		for name := range names {
			if v := manifest.Views[name]; v.Label != cyber.Label || v.Query != cyber.Query {
				t.Fatalf("%s is %+v:\n%s", name, v, text)
			}
		}
		if _, ok := manifest.Views["old"]; ok != (round%2 == 0) {
			t.Fatalf("the view before is lost:\n%s", text)
		}
	}
}
