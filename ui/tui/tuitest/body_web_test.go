package tuitest_test

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// webBody links to addresses: behind another text, as itself, behind the text of another,
// to a mailbox, in an image, and to what is not opened.
const webBody = "[a.b]\nname = \"B\"\nbody = \"\"\"\n[the site](https://site.example/é) <https://self.example/> [https://good.example](https://evil.example/) " +
	"[me](mailto:me@x.example) ![a map](https://map.example/m.png) [no](javascript:alert) [b](file:///etc/passwd)\n\"\"\"\n"

// TestALinkOfABodyIsOpenedWhereItLeads shows the address first where it is not what the
// text says.
func TestALinkOfABodyIsOpenedWhereItLeads(t *testing.T) {
	_, notes := program(t, "xdg-open", "")
	for i, c := range []struct {
		said, address string
		asks          bool
	}{
		{"the site", "https://site.example/%C3%A9", true}, {"https://self.example/", "https://self.example/", false},
		{"https://good.example", "https://evil.example/", true}, {"me", "mailto:me@x.example", true}, {"a map", "https://map.example/m.png", true},
	} {
		for _, key := range []string{"o", "enter"} {
			_ = os.Remove(notes)
			explore(t, file(t, webBody), wide, func(s *tuitest.Screen) {
				s.Type("enter")
				walkTo(s, c.said)
				s.See("lien " + string(rune('1'+i)) + "/5").Type(key)
				if c.asks {
					s.See("Ouvrir cette adresse", "«\u00a0"+c.said+"\u00a0» mène à", c.address)
					if _, err := os.Stat(notes); err == nil {
						t.Errorf("%s was opened", c.address)
					}
					s.Type("o")
				}
				s.Miss("Ouvrir cette adresse")
				if got := strings.TrimSpace(read(t, notes)); got != c.address {
					t.Errorf("opened %q, want %q", got, c.address)
				}
			})
		}
	}
}

func TestLinksOfABodyAreLinksWhereTheTerminalFollowsThem(t *testing.T) {
	o := tuitest.Options{Width: 100, Height: 30, Environ: []string{"TERM_PROGRAM=WezTerm"}}
	explore(t, file(t, webBody), o, func(s *tuitest.Screen) {
		s.Type("enter").See("the site (https://site.example/é) https://self.example/", "https://good.example (https://evil.example/) me")
		sent := string(s.Sent())
		for _, address := range []string{"https://site.example/%C3%A9", "https://self.example/", "https://evil.example/", "mailto:me@x.example", "https://map.example/m.png"} {
			if !strings.Contains(sent, "\x1b]8;;"+address) {
				t.Errorf("%s is no link", address)
			}
		}
		for _, wrong := range []string{";javascript", ";file", ";https://good"} {
			if strings.Contains(sent, "\x1b]8;"+wrong) {
				t.Errorf("%q is a link", wrong)
			}
		}
	})
}
