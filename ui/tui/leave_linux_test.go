package tui

import (
	"io"
	"testing"
	"time"

	"github.com/creack/pty"
)

// terminalThatAnswers writes an answer to the keyboard for every question.
type terminalThatAnswers struct{ keyboard io.Writer }

func (t terminalThatAnswers) Write(question []byte) (int, error) {
	_, err := io.WriteString(t.keyboard, "\x1b[?62;c")
	return len(question), err
}

// A reader of the keyboard that was abandoned while the job was stopped may take the answer
// after it has woken the one that waits for it.
func TestLeavingEndsThoughAnotherReaderTakesTheAnswer(t *testing.T) {
	master, keyboard, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer master.Close()
	defer keyboard.Close()
	for round := range 100 {
		go func() { _, _ = keyboard.Read(make([]byte, 1<<10)) }()
		left := make(chan struct{})
		go func() {
			defer close(left)
			takeAnswers(keyboard, terminalThatAnswers{master}, 20*time.Millisecond)
		}()
		select {
		case <-left:
		case <-time.After(time.Minute):
			t.Fatalf("round %d: the terminal is not left", round)
		}
		_, _ = io.WriteString(master, "\r")
	}
}
