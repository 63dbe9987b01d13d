package widget

import (
	"strings"
	"testing"

	"rihla/ui/words"
)

func TestTheHintUnderTheMouse(t *testing.T) {
	w := words.For("en")
	const line = "└─ ↵ open  Esc close  + - zoom  ↑↓←→ move  choose a row  ↓ 1–9/40 ─┘"
	for text, want := range map[string]string{"↵": "enter", "open": "enter", "close": "esc", "+": "+", "-": "-", "zoom": "+", "→": "right", "move": "", "a row": "", "40": "down"} {
		cell := len([]rune(line[:strings.Index(line, text)]))
		msg, ok := HintAt(w, line, cell)
		if got := msg.String(); ok != (want != "") || ok && got != want {
			t.Errorf("on %q: %v %q, want %q", text, ok, got, want)
		}
	}
	if _, ok := HintAt(w, line, 200); ok {
		t.Error("there is a hint beyond the line")
	}
}
