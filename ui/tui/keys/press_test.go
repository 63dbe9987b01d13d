package keys

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/words"
)

// TestEveryShownKeyCanBePressed presses each key by the name that help and hints show.
func TestEveryShownKeyCanBePressed(t *testing.T) {
	for _, w := range words.Languages {
		for _, table := range [][]Entry{Table, dialogs} {
			for _, e := range table {
				for name := range strings.SplitSeq(e.Show+" "+e.Hinted(w), " ") {
					if name == "…" || name == "" || strings.Trim(name, "↑↓←→") == "" {
						continue
					}
					msg, ok := Press(w, named(w, name))
					if !ok || Find(e.Scope, msg) == None {
						t.Errorf("%s: %q presses %q, which means nothing there", w.Tag, name, msg)
					}
				}
			}
		}
	}
}

func TestAKeyIsWrittenAsItIsShown(t *testing.T) {
	for _, c := range []struct {
		msg  tea.KeyPressMsg
		want string
	}{
		{tea.KeyPressMsg{Code: 'b', Text: "b"}, "b"}, {tea.KeyPressMsg{Code: 'g', Mod: tea.ModCtrl}, "ctrl-g"}, {tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, "espace"},
		{tea.KeyPressMsg{Code: 'b', Text: "B", Mod: tea.ModShift}, "B"}, {tea.KeyPressMsg{Code: tea.KeyUp, Mod: tea.ModShift}, "maj-↑"}, {tea.KeyPressMsg{Code: tea.KeyPgUp}, "Pg\u00a0préc"}, {tea.KeyPressMsg{Code: tea.KeyEnd}, "Fin"}, {tea.KeyPressMsg{Code: tea.KeyF9}, "F9"},
	} {
		if got := Written(words.For("fr"), c.msg); got != c.want {
			t.Errorf("%v is written %q, not %q", c.msg, got, c.want)
		}
	}
}
