package overlay

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// TestNoSliverOfThePageIsLeftBesideADialog draws each dialog on screens of any width:
// either it takes all of it, or the visible part on either side is wide enough to be read.
func TestNoSliverOfThePageIsLeftBesideADialog(t *testing.T) {
	colours := theme.New(true, colorprofile.ASCII)
	for _, w := range words.Languages {
		all := dialogs(30)
		all["help"] = NewHelp(keys.InList, nil)
		all["replace"] = NewReplace(page.Write{Name: "file.toml"})
		all["day"] = NewDay(voiceOf(&kb.KB{}))
		for _, name := range slices.Sorted(maps.Keys(all)) {
			for width := 40; width <= 220; width++ {
				box := ansi.StringWidthWc(all[name].View(colours, w, width, 50)[0])
				if left := width - box; left != 0 && left < 2*leastBeside {
					t.Fatalf("%s at %d columns leaves %d", name, width, left)
				}
			}
		}
	}
}

// TestNothingOfAPaletteIsCutBesideFreeColumns selects an item without a preview, and one
// with a preview: what the items say is whole in the first case, and in the second where
// the screen has room for both.
func TestNothingOfAPaletteIsCutBesideFreeColumns(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 21)) + " end"
	for _, preview := range []func(int) []rich.Line{nil, func(int) []rich.Line { return []rich.Line{rich.NewLine(rich.NewSpan(rich.Text, "seen"))} }} {
		groups := []Group{{Title: "Commands", Items: []Item{{Title: "first", Preview: preview}, {Title: long, Key: "x"}}}}
		p, _ := NewPalette(voiceOf(&kb.KB{}), search.NewIndex(&kb.KB{}), groups, nil, nil, "")
		for width := 120; width <= 220; width += 20 {
			text := ansi.Strip(strings.Join(p.View(theme.New(true, colorprofile.ASCII), words.For("en"), width, 40), "\n"))
			if hasRoom := preview == nil || width >= 200; hasRoom && !strings.Contains(text, long) {
				t.Errorf("at %d columns, an item is cut:\n%s", width, text)
			}
			if preview != nil && !strings.Contains(text, "seen") {
				t.Errorf("at %d columns, what is selected is not seen:\n%s", width, text)
			}
		}
	}
}

// TestNoNameIsCutInAListWithRoom lists entities with long names.
func TestNoNameIsCutInAListWithRoom(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", 24)) + " end"
	e := &kb.Entity{Key: "e"}
	tell := func(*kb.Entity) (name, kind string) { return long, "Regions and countries" }
	for _, d := range []page.Dialog{
		NewListing("Title", []*kb.Entity{e}, tell),
		NewMarked(func() []*kb.Entity { return []*kb.Entity{e} }, tell),
		NewTabChooser([]Item{{Title: long, Key: "1", Also: "12"}}, 0),
	} {
		text := ansi.Strip(strings.Join(d.View(theme.New(true, colorprofile.ASCII), words.For("en"), 200, 40), "\n"))
		if !strings.Contains(text, long) {
			t.Errorf("a name is cut:\n%s", text)
		}
	}
}
