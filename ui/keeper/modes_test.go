package keeper_test

import (
	"strings"
	"testing"

	"rihla/ui/keeper"
)

const all = "\x1b[22;0t\x1b[?25l\x1b[?1049h\x1b[>4;2m\x1b[>29u\x1b[?2004h\x1b[?1002h\x1b[?1006h"

func TestModesAreThoseThatAreWritten(t *testing.T) {
	for _, c := range []struct {
		text        string
		after, ever keeper.Modes
	}{
		{"text", 0, 0},
		{all, keeper.Title | keeper.Screen | keeper.Keyboard | keeper.Paste | keeper.Mouse, keeper.Title | keeper.Screen | keeper.Keyboard | keeper.Paste | keeper.Mouse},
		{"\x1b[?1049h frame \x1b[?1049l", 0, keeper.Screen},
		{"\x1b[?1049l\x1b[?1049h", keeper.Screen, keeper.Screen},
		{"\x1b[>1u\x1b[<1u\x1b[<u", 0, keeper.Keyboard},
		{"\x1b[=5;1u\x1b[?u\x1b[38;5;1049h\x1b[", 0, 0},
		{"\x1b[?1002l\x1b[?1002h\x1b[?1006h", keeper.Mouse, keeper.Mouse},
	} {
		after, ever := keeper.Modes(0).After([]byte(c.text))
		if after != c.after || ever != c.ever {
			t.Errorf("%q leaves %b, and had %b", c.text, after, ever)
		}
	}
}

// TestWhatIsGivenBackIsNotTaken has everything given back by what the terminal is
// written, and nothing else touched.
func TestWhatIsGivenBackIsNotTaken(t *testing.T) {
	for m := keeper.Modes(1); m < keeper.Away; m++ {
		text := m.GivingBack()
		if after, _ := m.After([]byte(text)); after != m&keeper.Raw {
			t.Errorf("%b leaves %b: %q", m, after, text)
		}
		for mode, sequence := range map[keeper.Modes]string{keeper.Screen: "\x1b[?1049l", keeper.Title: "\x1b[23;0t", keeper.Keyboard: "\x1b[<1u"} {
			if m&mode == 0 && strings.Contains(text, sequence) {
				t.Errorf("%b is given back by %q", m, text)
			}
		}
	}
	if text := keeper.Modes(0).GivingBack(); text != "" {
		t.Errorf("nothing is given back by %q", text)
	}
}
