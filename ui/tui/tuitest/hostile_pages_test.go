package tuitest_test

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"rihla/model/kbtest"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/tuitest"
	"rihla/ui/words"
)

// back leaves a dialog and what was below it. Esc is sent as terminals do that tell it
// from the beginning of a sequence, so that keys may follow at once.
var back = strings.Repeat("\x1b[27u", 4)

// TestNothingHostileComesThroughAPage shows each hostile text on every page, in every
// picture and dialog. What the terminal is sent holds no more than what the explorer itself
// has to say to it, and the explorer lives.
func TestNothingHostileComesThroughAPage(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // neither an editor nor a browser is begun
	t.Chdir(t.TempDir())
	var reached sync.Map
	reached.Store("list", true)
	all := kbtest.Hostile()
	t.Run("texts", func(t *testing.T) {
		for _, name := range slices.Sorted(maps.Keys(all))[:kbtest.Rounds(len(all))] {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				walkEverywhere(t, all[name], &reached)
			})
		}
	})
	if kbtest.IsRaced() {
		return // not every text leads to this page
	}
	for _, place := range everywhere {
		if _, is := reached.Load(place.name); !is {
			t.Errorf("%s is not reached", place.name)
		}
	}
}

// walkEverywhere shows a text on every page, and notes which are reached.
func walkEverywhere(t *testing.T, text string, reached *sync.Map) {
	options := tuitest.Options{Width: 72, Height: 20, Environ: []string{"EDITOR=none", "TERM_PROGRAM=WezTerm"}}
	rewritten := strings.NewReplacer("space", "", "down", "", "s h i p", "a") // two are marked from the beginning
	explore(t, file(t, text), options, func(s *tuitest.Screen) {
		list := s.Hurry("space", "down", "space", "g").Text()
		for _, place := range everywhere {
			s.Hurry(strings.Fields("1 g " + rewritten.Replace(cmp.Or(place.keys, "0")))...)
			if s.Ended() {
				t.Fatalf("%q ends it: %v", place.keys, s.Err())
			}
			if _, is := reached.Load(place.name); !is && s.Text() != list {
				if _, _, isTitled := s.Find(words.For("fr").Say(place.title)); isTitled {
					reached.Store(place.name, true)
				}
			}
			if place.scope&(keys.InField|keys.InDialog) != 0 {
				s.Write(back)
			}
		}
		sent := s.Sent()
		for _, seq := range tuitest.Sequences(sent) {
			if isForeign(seq) && !isLink(seq) {
				t.Errorf("the terminal was sent %q", seq)
			}
		}
		if at := bytes.IndexFunc(sent, misleads); at >= 0 {
			t.Errorf("a character misleads in %q", sent[max(0, at-40):min(len(sent), at+20)])
		}
	})
}

// isLink reports whether a sequence makes a web address a link, with nothing in it that
// ends it.
func isLink(seq string) bool {
	rest, ok := strings.CutPrefix(seq, "\x1b]8;")
	return ok && !strings.ContainsFunc(strings.TrimSuffix(strings.TrimSuffix(rest, "\a"), "\x1b\\"), func(r rune) bool { return r <= ' ' || r > '~' })
}

// misleads reports whether a character changes the order of what is read, or hides
// in it.
func misleads(r rune) bool {
	return r == utf8.RuneError || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r >= 0xe0000 && r <= 0xe007f
}
