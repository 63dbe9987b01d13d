package cli_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"rihla/ui/cli"
)

// conversation is a dialogue that goes on while a test types.
type conversation struct {
	t    *testing.T
	in   *io.PipeWriter
	mu   sync.Mutex
	said strings.Builder
	done chan int
}

func (c *conversation) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.said.Write(p)
}

// text returns all that has been said.
func (c *conversation) text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.said.String()
}

// converse begins a dialogue about a base.
func converse(t *testing.T, base string) *conversation {
	t.Helper()
	run(t, "--version") // sets the environment
	in, typed := io.Pipe()
	c := &conversation{t: t, in: typed, done: make(chan int, 1)}
	go func() { c.done <- cli.Main([]string{"--plain", base}, in, c, io.Discard) }()
	t.Cleanup(func() {
		_ = typed.Close()
		if code := <-c.done; code != 0 {
			t.Errorf("the dialogue ends with %d", code)
		}
	})
	return c
}

// types types a line until what is said after it holds a text.
func (c *conversation) types(line, want string) string {
	c.t.Helper()
	before := len(c.text())
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); {
		if _, err := io.WriteString(c.in, line+"\n"); err != nil {
			c.t.Fatal(err)
		}
		for range 20 {
			time.Sleep(10 * time.Millisecond)
			if said := c.text()[before:]; strings.Contains(said, want) && strings.HasSuffix(said, "> ") {
				return said
			}
		}
	}
	c.t.Fatalf("%q is not answered with %q:\n%s", line, want, c.text()[before:])
	return ""
}

func (c *conversation) saves(path, text string) {
	c.t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

// TestWhatChangesInTheFilesIsSaidAtTheNextPrompt is a person with an editor beside the
// dialogue, who saves, breaks the file, mends it, and removes what is being read.
func TestWhatChangesInTheFilesIsSaidAtTheNextPrompt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ships.toml")
	ships := func(crew string) string {
		return "[ship.aino]\nname = \"Aino\"\ncrew = " + crew + "\n[ship.boreas]\nname = \"Boreas\"\ncrew = 7\n"
	}
	if err := os.WriteFile(path, []byte(ships("12")), 0o644); err != nil {
		t.Fatal(err)
	}
	c := converse(t, path)
	c.types("ship/aino", "crew: 12")
	c.saves(path, ships("13"))
	said := c.types("zz", "1 changed")
	if strings.Contains(said, "crew: 13") {
		t.Errorf("the page is said without having been asked for:\n%s", said)
	}
	if said = c.types("R", "crew: 13"); !strings.Contains(said, "* changed") {
		t.Errorf("what changed has no sign:\n%s", said)
	}
	c.saves(path, strings.Replace(ships("14"), "[ship.boreas]", "[ship.boreas", 1))
	c.types("zz", "ships.toml:4:")
	c.types("ship/aino", "crew: 13")
	c.saves(path, ships("15"))
	c.types("zz", "1 changed")
	c.types("ship/aino", "crew: 15")
	c.saves(path, "[ship.boreas]\nname = \"Boreas\"\ncrew = 7\n[ship.clio]\nname = \"Clio\"\n[ship.dora]\nname = \"Dora\"\n")
	c.types("zz", "2 added")
	c.types("ship/aino", "Unknown command")
	c.types("/", "3 entities")
}
