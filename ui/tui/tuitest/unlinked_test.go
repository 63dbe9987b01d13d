package tuitest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// staff returns firms, and people of whom each in turn works at one of several.
func staff(firms []string, at ...string) string {
	text := ""
	for _, firm := range firms {
		text += fmt.Sprintf("[firm.%s]\nname = \"%s\"\n", firm, strings.ToUpper(firm))
	}
	for i, firm := range at {
		text += fmt.Sprintf("[person.p%d]\nworks_at = \"%s\"\n", i, firm)
	}
	return text
}

// TestAFieldThatLosesItsLinksIsToldAndMended: most people work at a firm whose key
// somebody else changes in the file.
func TestAFieldThatLosesItsLinksIsToldAndMended(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "staff.toml")
	at := []string{"acme", "acme", "acme", "acme", "acme", "acme", "acme", "bolt", "bolt", "crane"}
	write := func(firms ...string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(staff(firms, at...)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("acme", "bolt", "crane")
	explore(t, dir, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		write("apex", "bolt", "crane")
		s.Type("L", "R").Wait(time.Second).See("3 links of works_at no longer read as links (! says what to do)")
		s.Type("!").See("3 of 10 values of works_at name", "unlinked-field")
		s.Type("c").See("read as links", "kb.toml", "strict = false", "[relations.works_at]", `to = "firm"`).Type("ctrl+s").See("Wrote kb.toml:1")
		text, err := os.ReadFile(filepath.Join(dir, "kb.toml"))
		if want := "[kb]\nstrict = false\n\n[relations.works_at]\nfrom = \"person\"\nto = \"firm\"\n"; err != nil || string(text) != want {
			t.Errorf("%v, %q, want %q", err, text, want)
		}
		s.Miss("unlinked-field").Type("esc", "1").Miss("no longer read").Type("u").See("ndone")
	})
}

// TestAnEditOfOnesOwnThatLosesLinksSaysSo: what the explorer has written is told first.
func TestAnEditOfOnesOwnThatLosesLinksSaysSo(t *testing.T) {
	path := file(t, staff([]string{"acme", "bolt"}, "acme", "bolt", "acme", "Far away", "Elsewhere"))
	explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "/").Write("p0").Type("enter", "enter", "c").Write("itself").Type("enter", "ctrl+x", "ctrl+s")
		s.See("Wrote trial.toml:5; u undoes it. 2 links of works_at no longer read as links (! says what to do)")
		s.Type("esc", "!").See("2 of 4 values of works_at name", "unlinked-field").Type("c", "right").See("+ never").Type("esc", "esc", "esc", "u").See("ndone", "3 links")
	})
}
