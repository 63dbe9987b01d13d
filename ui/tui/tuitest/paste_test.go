package tuitest_test

import (
	"bytes"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// eachField tells a story of each place where text is typed.
func eachField(t *testing.T, story func(s *tuitest.Screen)) {
	for name, open := range fields {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
				s.Type(open...).Type("ctrl+u") // the name of a file is there already
				story(s)
				if s.Ended() {
					s.Fail("it ended: %v", s.Err())
				}
			})
		})
	}
}

func TestPastedTextIsOneLineAndNoKey(t *testing.T) {
	eachField(t, func(s *tuitest.Screen) {
		s.Paste("aus\rtin\ttex\nas\r\nq").See("aus tin tex as q")
	})
}

func TestPastedControlsReachNoTerminal(t *testing.T) {
	eachField(t, func(s *tuitest.Screen) {
		s.Paste("a\x1b]52;c;aGVsbG8=\a\x00\x1b[2J\u202eb\u009b31m").See("a␀<U+202E>b<U+009B>31m")
		for _, sequence := range []string{"\x1b]52;", "\x1b[2Jb", "\u202e", "\u009b", "\x00"} {
			if bytes.Contains(s.Sent(), []byte(sequence)) {
				s.Fail("the terminal was sent %q", sequence)
			}
		}
	})
}

func TestAMegabyteMayBePasted(t *testing.T) {
	eachField(t, func(s *tuitest.Screen) {
		s.Paste(strings.Repeat("0123456789abcdef", 1<<16)).See("0123456789abcdef").Type("esc")
	})
}

func TestPastingWhereNothingIsTypedDoesNothing(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		for _, key := range []string{"1", "enter", "0", "S"} {
			before := s.Type(key).Text()
			s.Paste("q\rq").Same(before)
		}
	})
}
