package keeper

// Modes are what a program has taken of its terminal.
type Modes byte

// The modes, in the order in which they are taken.
const (
	Raw      Modes = 1 << iota // keys come as they are typed
	Title                      // the terminal keeps the title of the window
	Screen                     // the other screen is shown
	Mouse                      // the mouse is reported
	Paste                      // what is pasted is marked
	Keyboard                   // keys have their own codes
	Away                       // another program has the terminal
)

// The sequences that take modes, and those that give them back.
var (
	taking = map[string]Modes{"[?1049h": Screen, "[?1000h": Mouse, "[?1002h": Mouse, "[?1003h": Mouse, "[?2004h": Paste, "[22;0t": Title}
	giving = map[string]Modes{"[?1049l": Screen, "[?1002l": Mouse, "[?2004l": Paste, "[23;0t": Title}
)

// longestSequence is the length of the longest of the sequences.
const longestSequence = len("[?1049h")

// After returns the modes that are taken after a text has been written to the terminal,
// and those that were at any moment.
func (m Modes) After(text []byte) (after, ever Modes) {
	after, ever = m, m
	for i, c := range text {
		if c != '\x1b' || i+2 >= len(text) || text[i+1] != '[' {
			continue
		}
		sequence := control(text[i+1:])
		switch {
		case len(sequence) > 1 && sequence[1] == '>' && sequence[len(sequence)-1] == 'u':
			after |= Keyboard
		case len(sequence) > 1 && sequence[1] == '<' && sequence[len(sequence)-1] == 'u':
			after &^= Keyboard
		default:
			after = after&^giving[string(sequence)] | taking[string(sequence)]
		}
		ever |= after
	}
	return after, ever
}

// control returns the control sequence at the beginning of a text; empty where there is
// none, or a longer one than is of interest.
func control(text []byte) []byte {
	for i := 1; i < min(len(text), longestSequence); i++ {
		if text[i] >= '@' {
			return text[:i+1]
		}
	}
	return nil
}

// GivingBack returns what gives modes back, wherever the program was in its writing.
func (m Modes) GivingBack() string {
	if m == 0 {
		return ""
	}
	text := "\x18\x1b[?2026l\x1b[m\x1b[?25h"
	if m&(Mouse|Away) != 0 {
		text += "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l"
	}
	if m&(Paste|Away) != 0 {
		text += "\x1b[?2004l"
	}
	if m&Keyboard != 0 {
		text += "\x1b[>4m\x1b[<1u"
	}
	if m&Screen != 0 {
		text += "\x1b[0 q\x1b[r\x1b[?1049l"
	}
	if m&Title != 0 {
		text += "\x1b[23;0t"
	}
	return text
}
