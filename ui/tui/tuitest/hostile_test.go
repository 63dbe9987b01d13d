package tuitest_test

import (
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// attacks are texts that would do something to a terminal, as TOML writes them.
var attacks = []string{
	`\u001b_Ga=T,f=100;AAAA\u001b\\`, // kitty graphics
	`\u001bPq#0;2;0;0;0\u001b\\`,     // sixel
	`\u001b]52;c;cm0gLXJmIC8=\u0007`, // clipboard
	`\u009d52;c;cm0=\u009c`,          // the same by C1
	`\u001b]8;;http://evil\u001b\\x`,
	`\u001b]52;c;unterminated`,
	`\u001b[2J\u001b[31m`,
	`\u001b[?1049l\u001b[c`,
	`\u001bX sos \u001b\\`,
	`\u001b^ pm \u001b\\`,
	`\u202egnp.exe\u202c \u2066x\u2069`,
	`\u0000\u0007\u0008\u007f\r`,
	`tag \U000E0041\U000E007F zero\u200bwidth`,
}

func TestWhatFilesHoldNeverReachesTheTerminal(t *testing.T) {
	var b strings.Builder
	for i, attack := range attacks {
		// As kind, key, name, alias, field, value, quote, note, body, address.
		other := attacks[(i+1)%len(attacks)]
		b.WriteString("[\"k" + attack + "\".\"key" + attack + "\"]\n")
		b.WriteString("name = \"" + attack + "\"\naliases = [\"" + attack + "\"]\nsummary = \"" + other + "\"\n")
		b.WriteString("url = \"https://example.com/" + attack + "\"\n")
		b.WriteString("body = \"# " + attack + "\\n\\n[a](" + attack + ") `" + other + "`\\n\\n    " + attack + "\"\n")
		b.WriteString("\"field" + attack + "\" = { value = \"" + attack + "\", source = \"" + other + "\", quote = \"" + attack + "\", note = \"" + attack + "\" }\n")
	}
	text := "[kb]\ntitle = \"" + attacks[0] + attacks[2] + "\"\nsummary = \"" + attacks[3] + "\"\n" + b.String()
	for name, size := range map[string]tuitest.Options{"wide": wide, "narrow": {Width: 30, Height: 10}} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, text), size, func(s *tuitest.Screen) {
				for range attacks {
					s.Type("enter", "tab", "s", "pgdown", "esc", "tab", "enter", "pgdown", "esc", "esc", "esc", "esc")
					s.Type("S", "c", "space", "esc", "?", "esc", "/").Write("e").Type("esc", "right")
				}
				s.Type("g", "space", "space", "enter", "space", "esc", "m", "down", "y", "esc", "=", "pgdown", "right", "d", "L", "L", "esc", "esc")
				s.Type("0", "pgdown", "G", "L", "L")
				for _, seq := range tuitest.Sequences(s.Sent()) {
					if isForeign(seq) {
						t.Errorf("the terminal was sent %q", seq)
					}
				}
				if s.Ended() {
					t.Errorf("it ended: %v", s.Err())
				}
			})
		})
	}
}

// isForeign reports whether a sequence is none that the explorer has a use for:
// moves, styles, modes, the title.
func isForeign(seq string) bool {
	switch {
	case seq == "\r" || seq == "\n" || seq == "\t" || seq == "\b" || seq == "\x1bM":
		return false
	case strings.HasPrefix(seq, "\x1b]2;Rihla"), seq == "\x1b]11;?\a":
		return strings.ContainsFunc(seq[1:len(seq)-1], func(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 })
	case strings.HasPrefix(seq, "\x1b["):
		return strings.ContainsFunc(seq[2:], func(r rune) bool { return r < ' ' || r > '~' })
	}
	return true
}

func TestHostileTextsAreShownForWhatTheyAre(t *testing.T) {
	explore(t, file(t, "[k.a]\nname = \""+attacks[2]+"\"\n"), wide, func(s *tuitest.Screen) {
		s.See("␛]52;c;cm0gLXJmIC8=␇")
	})
}
