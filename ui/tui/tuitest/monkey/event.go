// Package monkey writes scripts of random events, plays them at a terminal, and shortens
// those that fail. It does not know what the program is, nor what is wrong with it.
package monkey

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"rihla/ui/tui/tuitest"
)

// Verb is what happens in an event.
type Verb string

// The verbs, with their numbers and their text.
const (
	Type   Verb = "type"   // a key by its name
	Send   Verb = "send"   // bytes, as a terminal sends them
	Paste  Verb = "paste"  // times; the text
	Click  Verb = "click"  // x, y
	Drag   Verb = "drag"   // x, y, to x, to y
	Wheel  Verb = "wheel"  // x, y, steps
	Resize Verb = "resize" // width, height
	Wait   Verb = "wait"   // milliseconds
	Still  Verb = "still"  // until the screen is
	Change Verb = "change" // which file, an amount; how
)

// numbers are how many numbers each verb has.
var numbers = map[Verb]int{Type: 0, Send: 0, Paste: 1, Click: 2, Drag: 4, Wheel: 3, Resize: 2, Wait: 1, Still: 0, Change: 2}

// Event is one thing that a person, the terminal or another program does.
type Event struct {
	Verb    Verb
	Numbers []int
	Text    string
}

// IsPause reports whether nothing happens in an event but that time passes.
func (e Event) IsPause() bool { return e.Verb == Still || e.Verb == Wait }

func (e Event) String() string {
	var b strings.Builder
	b.WriteString(string(e.Verb))
	for _, n := range e.Numbers {
		fmt.Fprintf(&b, " %d", n)
	}
	if e.Text != "" {
		b.WriteByte(' ')
		b.WriteString(strconv.QuoteToASCII(e.Text))
	}
	return b.String()
}

func parseEvent(line string) (e Event, err error) {
	rest := line
	if before, text, ok := strings.Cut(line, `"`); ok {
		if e.Text, err = strconv.Unquote(`"` + text); err != nil {
			return e, fmt.Errorf("%s: %w", line, err)
		}
		rest = before
	}
	for i, word := range strings.Fields(rest) {
		if i == 0 {
			e.Verb = Verb(word)
			continue
		}
		n, err := strconv.Atoi(word)
		if err != nil {
			return e, fmt.Errorf("%s: %w", line, err)
		}
		e.Numbers = append(e.Numbers, n)
	}
	if want, known := numbers[e.Verb]; !known || len(e.Numbers) != want {
		return e, fmt.Errorf("%s: not an event", line)
	}
	return e, nil
}

// play has the event happen, all but a change of a file.
func (e Event) play(s *tuitest.Screen, change func(Event)) {
	n := e.Numbers
	switch e.Verb {
	case Type:
		s.Type(e.Text)
	case Send:
		s.Write(e.Text)
	case Paste:
		s.Paste(strings.Repeat(e.Text, n[0]))
	case Click:
		s.Click(n[0], n[1])
	case Drag:
		s.Drag(n[0], n[1], n[2], n[3])
	case Wheel:
		s.Wheel(n[0], n[1], n[2])
	case Resize:
		s.Resize(n[0], n[1])
	case Wait:
		s.Wait(time.Duration(n[0]) * time.Millisecond)
	case Still:
		s.Settle()
	case Change:
		change(e)
	}
}

// Play has events happen at a terminal, one as soon as the program has dealt with the
// one before, until check tells of a problem: it returns that, and how many events have
// happened. It ends when the program does.
func Play(s *tuitest.Screen, events []Event, change func(Event), check func(Event) string) (problem string, happened int) {
	for i, e := range events {
		if e.IsPause() {
			e.play(s, change)
		} else {
			s.AtOnce(func() { e.play(s, change) })
		}
		if problem := check(e); problem != "" {
			return problem, i + 1
		}
		if s.Ended() {
			return "", i + 1
		}
	}
	return "", len(events)
}
