package overlay

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// TestASlashBeginsToSearchTheHelp types what searches everywhere else, and then a word.
func TestASlashBeginsToSearchTheHelp(t *testing.T) {
	h := NewHelp(keys.InList, nil)
	for _, r := range "/tab" {
		h.Key(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	drawn := ansi.Strip(strings.Join(h.View(theme.New(true, colorprofile.TrueColor), words.For("en"), 80, 24), "\n"))
	if !strings.Contains(drawn, "› tab ") || !strings.Contains(drawn, "tabs 1 to 9") {
		t.Errorf("the help shows\n%s", drawn)
	}
}

// TestTheHelpFindsAKeyByOtherWords types what a key is also called.
func TestTheHelpFindsAKeyByOtherWords(t *testing.T) {
	for lang, typed := range map[string]string{"en": "fix", "fr": "renommer"} {
		w := words.For(lang)
		h := NewHelp(keys.InDetail|keys.AtEntity, nil)
		h.Paste(tea.PasteMsg{Content: typed})
		drawn := ansi.Strip(strings.Join(h.View(theme.New(true, colorprofile.TrueColor), w, 200, 56), "\n"))
		if first, _, _ := strings.Cut(w.Say(words.KeyChange), ","); !strings.Contains(drawn, first) || strings.Contains(drawn, w.Say(words.KeyUndo)) {
			t.Errorf("in %s, %q shows\n%s", lang, typed, drawn)
		}
	}
}

// TestTheHelpUsesTheColumnsOfAWideScreen compares the visible help of a list on a
// wide screen, without scrolling, with the table of keys.
func TestTheHelpUsesTheColumnsOfAWideScreen(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		w := words.For(lang)
		box := NewHelp(keys.InList, nil).View(theme.New(true, colorprofile.TrueColor), w, 200, 56)
		drawn := ansi.Strip(strings.Join(box, "\n"))
		for _, e := range keys.In(keys.InList) {
			if first, _, _ := strings.Cut(w.Say(e.Help), " "); !strings.Contains(drawn, e.Shown(w)+" ") || !strings.Contains(drawn, first) {
				t.Errorf("in %s, %q is not seen", lang, e.Shown(w))
			}
		}
		for _, asking := range w.Asking() {
			if !strings.Contains(drawn, asking.Written) {
				t.Errorf("in %s, %q is not seen", lang, asking.Written)
			}
		}
		if strings.Contains(ansi.Strip(box[len(box)-1]), theme.MoreBelow) {
			t.Errorf("lines go on below:\n%s", drawn)
		}
	}
}

// TestNoKeyOfTheHelpIsCut draws the help at narrow and wide sizes: the names of all keys
// of a list are there, on several lines where they are long.
func TestNoKeyOfTheHelpIsCut(t *testing.T) {
	looks := theme.New(true, colorprofile.TrueColor)
	for _, lang := range []string{"en", "fr"} {
		w := words.For(lang)
		for width := 36; width < 120; width += 7 {
			var shown strings.Builder
			for _, line := range NewHelp(keys.InList, nil).View(looks, w, width, 500) {
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
