package overlay

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// TestNothingFoundHasNoHintsOfRows narrows dialogs until no row is left: only the key
// that closes or clears is told of.
func TestNothingFoundHasNoHintsOfRows(t *testing.T) {
	colours, w := theme.New(true, colorprofile.ASCII), words.For("en")
	all := dialogs(30)
	palette := grouped(30)
	palette.offer(nil)
	all["palette"] = palette
	for _, name := range []string{"tabs", "palette", "sort", "columns", "fields", "listing", "marked"} {
		dialog := all[name]
		if name != "palette" {
			for range 4 {
				dialog.Key(tea.KeyPressMsg{Code: 'q', Text: "q"})
			}
		}
		box := dialog.View(colours, w, 120, 20)
		edge := ansi.Strip(box[len(box)-1])
		if !strings.Contains(edge, keys.Short(w, keys.Close)) {
			t.Errorf("%s: %q does not say what closes", name, edge)
		}
		for _, action := range []keys.Action{keys.Accept, keys.NextTab, keys.Toggle} {
			if strings.Contains(edge, keys.Short(w, action)+" ") {
				t.Errorf("%s: %q has the hint of %s", name, edge, keys.Short(w, action))
			}
		}
	}
}

// TestEnterOpensNothingThatWasNotFound types in a list of many and presses Enter before
// they have been gone through, and after.
func TestEnterOpensNothingThatWasNotFound(t *testing.T) {
	listing := dialogs(2 * work.Few)["listing"]
	cmd := listing.Key(tea.KeyPressMsg{Code: '7', Text: "7"}).Cmd
	if early := listing.Key(tea.KeyPressMsg{Code: tea.KeyEnter}); early.Close || early.Intent != nil {
		t.Errorf("Enter opens %v before anything is found", early.Intent)
	}
	pagetest.Settle(cmd)
	late, _ := listing.Key(tea.KeyPressMsg{Code: tea.KeyEnter}).Intent.(page.Open)
	if late.Entity == nil || late.Entity.Key != "x007" {
		t.Errorf("Enter opens %v", late)
	}
}
