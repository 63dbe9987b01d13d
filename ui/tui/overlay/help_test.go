package overlay

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// TestNoKeyOfTheHelpIsCut draws the help at narrow and wide sizes: the names of all keys
// of a list are there, on several lines where they are long.
func TestNoKeyOfTheHelpIsCut(t *testing.T) {
	looks := theme.New(true, colorprofile.TrueColor)
	for _, lang := range []string{"en", "fr"} {
		w := words.For(lang)
		for width := 36; width < 120; width += 7 {
			var shown strings.Builder
			for _, line := range NewHelp(keys.InList).View(looks, w, width, 500) {
				if _, line, isInside := strings.Cut(ansi.Strip(line), "│"); isInside {
					shown.WriteString(strings.ReplaceAll(string([]rune(line)[:1+keyColumn(min(72, width-4))]), " ", ""))
				}
			}
			for _, e := range keys.In(keys.InList) {
				if all := strings.ReplaceAll(e.Shown(w), " ", ""); !strings.Contains(shown.String(), all) {
					t.Errorf("in %s at %d cells, %q is not whole", lang, width, e.Shown(w))
				}
			}
		}
	}
}
