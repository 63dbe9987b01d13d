package tuitest_test

import (
	"testing"

	"rihla/ui/tui/keys"
	"rihla/ui/tui/tuitest"
)

// fitted are the keys that find done what they do, which is seen.
var fitted = map[string]bool{"graph z": true, "timeline z": true, "timeline t": true}

// TestEveryKeyIsAnswered presses each key of the table on pages of the built-in base:
// something changes on the screen, or a notice says why not. Movement, which is silent
// at an end, and what concerns the terminal alone are left out.
func TestEveryKeyIsAnswered(t *testing.T) {
	for name, at := range map[string][]string{
		"overview": nil, "list": {"2"}, "detail": {"2", "enter"}, "graph": {"2", "v", "g"}, "timeline": {"v", "t"}, "map": {"v", "m"}, "matrix": {"2", "v", "x"}, "problems": {"!"}, "inference": {"i"},
	} {
		t.Run(name, func(t *testing.T) {
			pressed := make(map[string]bool)
			for _, e := range keys.Table {
				for _, b := range e.Keys {
					key := b.Keys()[0]
					if pressed[key] || fitted[name+" "+key] {
						continue
					}
					if e.After != keys.None || keys.IsMove(b.Action) || b.Action == keys.Quit || b.Action == keys.Suspend || len([]rune(key)) > 1 && key != "enter" && key != "tab" && key != "space" {
						continue
					}
					pressed[key] = true
					exploreMorocco(t, wide, func(s *tuitest.Screen) {
						before := s.Type(at...).Text()
						if s.Type(key).Text() == before {
							t.Errorf("%q is not answered", key)
						}
					})
				}
			}
		})
	}
}
