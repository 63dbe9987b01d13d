package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// fields are the keys that open each field that is typed in.
var fields = map[string][]string{
	"filter":  {"1", "/"},
	"palette": {":"},
	"chooser": {"1", "v", "p", "a"},
	"facets":  {"1", "f", "/"},
	"find":    {"1", "enter", "f"},
	"help":    {"?"},
	"file":    {"1", "space", "m", "w"},
	"view":    {"1", "/", "o", "enter", "V"},
}

func TestTheWordAfterTheCursorIsDeletedInEveryField(t *testing.T) {
	for name, open := range fields {
		for _, key := range []string{"alt+d", "alt+delete"} {
			t.Run(name+" "+key, func(t *testing.T) {
				explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
					s.Type(open...).Type("ctrl+u", key).Write("a").Type("left", key)
					if s.Ended() {
						t.Fatal(s.Err())
					}
					s.Write("xyzzy plugh").Type("ctrl+a", key).See("plugh").Miss("xyzzy")
					s.Type("ctrl+a").Write("q").Type("ctrl+a", key).See("plugh").Miss("q plugh")
					s.Type(key).Miss("plugh").Write("é").See("é")
				})
			})
		}
	}
}
