package tuitest

import (
	"fmt"
	"strings"
)

// keys are the bytes that a keyboard sends for a key.
var keys = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f", "space": " ",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~", "delete": "\x1b[3~", "f5": "\x1b[15~",
}

// modifiers are the numbers of modifiers in the sequences of keys.
var modifiers = map[string]string{"shift": "2", "alt": "3", "ctrl": "5"}

// Type presses keys, one after the other: a letter, or a name such as "enter",
// "esc", "pgdown", "ctrl+d", "alt+d".
func (s *Screen) Type(names ...string) *Screen {
	s.t.Helper()
	for _, name := range names {
		s.press(s.bytes(name))
	}
	return s
}

func (s *Screen) bytes(name string) string {
	if b, ok := keys[name]; ok {
		return b
	}
	if modifier, key, ok := strings.Cut(name, "+"); ok && modifiers[modifier] != "" {
		switch plain := keys[key]; {
		case len(plain) == len("\x1b[A"):
			return "\x1b[1;" + modifiers[modifier] + plain[2:]
		case strings.HasSuffix(plain, "~"):
			return strings.TrimSuffix(plain, "~") + ";" + modifiers[modifier] + "~"
		}
	}
	if letter, ok := strings.CutPrefix(name, "ctrl+"); ok && len(letter) == 1 {
		return string(letter[0] & 0x1F)
	}
	if letter, ok := strings.CutPrefix(name, "alt+"); ok && len(letter) == 1 {
		return "\x1b" + letter
	}
	return name
}

// Write types a text, letter by letter, and waits at its end only.
func (s *Screen) Write(text string) *Screen {
	s.press(text)
	return s
}

// Hurry presses keys as fast as a person who holds one down: it waits at the
// end only.
func (s *Screen) Hurry(names ...string) *Screen {
	var all strings.Builder
	for _, name := range names {
		all.WriteString(s.bytes(name))
	}
	s.press(all.String())
	return s
}

func (s *Screen) press(bytes string) {
	if s.Ended() {
		return
	}
	_, _ = s.keyboard.Write([]byte(bytes))
	s.wait()
}

// Paste pastes a text.
func (s *Screen) Paste(text string) *Screen {
	s.press("\x1b[200~" + text + "\x1b[201~")
	return s
}

// Click presses and releases the left button on a cell.
func (s *Screen) Click(x, y int) *Screen {
	s.press(mouse(0, x, y, true) + mouse(0, x, y, false))
	return s
}

// DoubleClick clicks twice, as fast as a person does.
func (s *Screen) DoubleClick(x, y int) *Screen {
	one := mouse(0, x, y, true) + mouse(0, x, y, false)
	s.press(one + one)
	return s
}

// ClickOn clicks on the first cell of a text that is seen.
func (s *Screen) ClickOn(text string) *Screen {
	s.t.Helper()
	x, y := s.at(text)
	return s.Click(x, y)
}

// DoubleClickOn clicks twice on a text that is seen.
func (s *Screen) DoubleClickOn(text string) *Screen {
	s.t.Helper()
	x, y := s.at(text)
	return s.DoubleClick(x, y)
}

// The buttons of a wheel.
const (
	wheelUp   = 64
	wheelDown = 65
)

// Wheel turns the wheel over a cell, down where steps is positive.
func (s *Screen) Wheel(x, y, steps int) *Screen {
	button := wheelDown
	if steps < 0 {
		button, steps = wheelUp, -steps
	}
	s.press(strings.Repeat(mouse(button, x, y, true), steps))
	return s
}

func mouse(button, x, y int, down bool) string {
	final := 'm'
	if down {
		final = 'M'
	}
	return fmt.Sprintf("\x1b[<%d;%d;%d%c", button, x+1, y+1, final)
}

func (s *Screen) at(text string) (x, y int) {
	s.t.Helper()
	x, y, ok := s.Find(text)
	if !ok {
		s.t.Fatalf("%q is not seen:\n%s", text, s.Text())
	}
	return x, y
}

// Drag presses the left button on a cell, moves to another and releases it.
func (s *Screen) Drag(x, y, toX, toY int) *Screen {
	const held = 32 // added to a button while the pointer moves
	s.press(mouse(0, x, y, true) + mouse(held, toX, toY, true) + mouse(0, toX, toY, false))
	return s
}
