package main

import (
	"os"
	"strings"
	"time"

	"rihla/tools/terminal"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

const (
	patience = 3 * work.Patience // the program says by then that it is at work
	longest  = time.Minute       // to wait until its work is done
	slowest  = 3 * time.Second   // to wait for a page that says nothing while it is made
)

// takeLong sets which bases take long to read: those for which the program shows its
// progress.
func takeLong(program string, columns []column) error {
	takesLong := map[string]bool{}
	for i := range columns {
		c := &columns[i]
		if _, known := takesLong[c.path]; !known {
			t, err := c.start(program, os.DevNull)
			if err != nil {
				return err
			}
			terminal.Settle(t)
			time.Sleep(patience)
			takesLong[c.path] = isAtWork(t, c.lang)
			t.Close()
		}
		c.takesLong = takesLong[c.path]
	}
	return nil
}

// settle waits until a screen is complete, and where a base takes long until nothing
// more is read or drawn.
func (c column) settle(t *terminal.Terminal) {
	terminal.Settle(t)
	if c.takesLong {
		time.Sleep(patience)
	}
	for deadline := time.Now().Add(slowest); isEmpty(t) && time.Now().Before(deadline); {
		time.Sleep(patience / 10)
		terminal.Settle(t)
	}
	for deadline := time.Now().Add(longest); isAtWork(t, c.lang) && time.Now().Before(deadline); {
		time.Sleep(patience / 10)
		terminal.Settle(t)
	}
}

// leastShown is how many letters of its work the program shows on any screen.
const leastShown = 7

// isAtWork reports whether the program says that it reads or draws.
func isAtWork(t *terminal.Terminal, lang string) bool {
	w := words.For(lang)
	for line := range strings.Lines(t.Grid().String()) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, w.Say(words.Drawing)) {
			return true
		}
		for _, stage := range []words.Message{words.Finding, words.Reading, words.Linking} {
			said := string([]rune(w.Say(stage))[:leastShown])
			if strings.HasPrefix(line, said) && strings.Contains(line, " %") {
				return true
			}
		}
	}
	return false
}

// isEmpty reports whether nothing is drawn between the tabs and the footer.
func isEmpty(t *terminal.Terminal) bool {
	const head, foot = 3, 2
	lines := strings.Split(t.Grid().String(), "\n")
	return strings.TrimSpace(strings.Join(lines[min(head, len(lines)):max(head, len(lines)-foot)], "")) == ""
}
