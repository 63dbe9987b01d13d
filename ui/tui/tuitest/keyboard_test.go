package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// What a terminal with kitty's protocol sends for keys of other layouts.
const (
	russianQ     = "\x1b[1081:1049:113;1;1081u" // й, where q is
	russianJ     = "\x1b[1086:1054:106;1;1086u" // о, where j is
	russianCtrlC = "\x1b[1089::99;5u"           // с, where c is
	greekCtrlC   = "\x1b[968::99;5u"            // ψ
	arabicCtrlC  = "\x1b[1572::99;5u"           // ؤ
	greekQ       = "\x1b[59:58:113;1;59u"       // ;
	xtermCtrlC   = "\x1b[27;5;1089~"            // с, as xterm sends it
	leftShift    = "\x1b[57441;2u"
	keypadEnter  = "\x1b[57414u"
	controlH     = "\x08"
)

func TestKeysOfOtherLayoutsQuit(t *testing.T) {
	for name, key := range map[string]string{
		"Russian q": russianQ, "Greek q": greekQ, "plain Russian q": "й", "plain Arabic q": "ض",
		"Russian ctrl-c": russianCtrlC, "Greek ctrl-c": greekCtrlC, "Arabic ctrl-c": arabicCtrlC, "Russian ctrl-c in xterm": xtermCtrlC,
	} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
				if s.Write(key); !s.Ended() {
					t.Errorf("%q does not quit:\n%s", key, s.Text())
				}
			})
		})
	}
}

func TestFieldsAreGivenWhatIsTyped(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/", russianQ, russianJ, "ж", greekQ).See("йож;")
		s.Type(controlH, controlH).See("йо").Miss("йож")
		s.Type("ctrl+u").Write("orac").Type(keypadEnter).See(bar + " Oracle").Miss("Amazon")
	})
}

func TestAModifierAloneDoesNothing(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		before := s.Text()
		if after := s.Type(leftShift).Text(); after != before {
			t.Errorf("shift alone shows\n%s\nnot\n%s", after, before)
		}
		s.Type(russianJ).See(bar + " Oracle")
	})
}
