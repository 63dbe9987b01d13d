package report

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
)

// TestWhatDependsOnASourceIsNotShownOnceItIsLeft leaves the page before the answer is
// there, with what is derived from the source and without.
func TestWhatDependsOnASourceIsNotShownOnceItIsLeft(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{"kb.toml": `
[ship.aino]
crew = { value = 12, source = "log" }
built = { value = 1901, source = ["log", "reprint"] }
[source.log]
[source.reprint]
derived_from = "log"
`})
	source := k.Lookup("source/log")
	look := theme.New(true, colorprofile.ASCII)
	p := NewRetraction(present.NewVoice(k, "en"))
	p.SetSize(80, 30)
	said := func(want string) {
		t.Helper()
		if got := strings.Join(p.View(look), "\n"); !strings.Contains(got, want) {
			t.Errorf("%q is not said:\n%s", want, got)
		}
	}
	leave := func(cmd page.Answer) {
		t.Helper()
		place := p.State()
		p.Leave()
		pagetest.Settle(cmd.Cmd)
		said("Finding what depends on it")
		pagetest.Settle(p.Show(page.Subject{}, place).Cmd)
	}
	leave(p.Show(page.Subject{Entity: source}, nil))
	said("1 claim would have no source left.")
	leave(p.Act(keys.Reprints))
	said("2 claims would have no source left.")
	pagetest.Settle(p.Act(keys.Reprints).Cmd)
	said("1 claim would have no source left.")
	if answer := p.Show(page.Subject{Entity: k.Lookup("ship/aino")}, nil); !answer.Ignored {
		t.Error("what depends on a ship is shown")
	}
}
