package overlay

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// numbered is the text of line n of a dialog.
func numbered(n int) string { return fmt.Sprintf("x%03d", n) }

var isNumbered = regexp.MustCompile(`x(\d{3})`)

// viewer is what a test needs of a dialog.
type viewer interface {
	View(t *theme.Theme, w *words.Language, width, height int) []string
	Scroll(lines int)
}

// dialogs returns one dialog of each sort that has any number of lines.
func dialogs(n int) map[string]viewer {
	items := make([]MenuItem, n)
	columns := make([]present.Column, n)
	entities := make([]*kb.Entity, n)
	names := make(map[*kb.Entity]string)
	lines := make([]rich.Line, n)
	for i := range n {
		items[i] = MenuItem{Action: keys.Graph, Label: words.Message{numbered(i), numbered(i)}}
		columns[i] = present.Column{Field: numbered(i), Title: numbered(i)}
		entities[i] = &kb.Entity{Key: numbered(i)}
		names[entities[i]] = numbered(i)
		lines[i] = rich.NewLine(rich.NewSpan(rich.Text, numbered(i)))
	}
	tell := func(e *kb.Entity) (name, kind string) { return names[e], "" }
	return map[string]viewer{
		"menu":    NewMenu(keys.InPictureMenu, keys.Pictures, words.PicturesTitle, words.HintOpen, items),
		"columns": NewColumns(columns, columns, func(string) bool { return true }),
		"fields":  NewFieldChooser(columns),
		"listing": NewListing("Title", entities, tell),
		"marked":  NewMarked(func() []*kb.Entity { return entities }, tell),
		"source":  NewSource(func(int) detail.Page { return detail.Page{Lines: lines} }),
		"replace": NewReplace(strings.Join(strings.Split(strings.Repeat("word ", n), " "), " ")),
	}
}

// TestCuesSayWhatIsNotSeen scrolls each dialog at random, on screens of any size: its
// edges have a mark where lines go on, and nowhere else, and say which lines are seen.
func TestCuesSayWhatIsNotSeen(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	colours := theme.New(true, colorprofile.ASCII)
	for round := range 40 {
		n := 1 + r.IntN(60)
		w := words.Languages[round%len(words.Languages)]
		for name, dialog := range dialogs(n) {
			if name == "replace" {
				continue // its lines have no numbers: see TestEveryFormKeepsItsField
			}
			for range 12 {
				width, height := 20+r.IntN(180), 5+r.IntN(50)
				dialog.View(colours, w, width, height)
				dialog.Scroll(r.IntN(30) - 15)
				box := dialog.View(colours, w, width, height)
				checkCues(t, fmt.Sprintf("%s of %d at %d×%d", name, n, width, height), box, n, width, height)
			}
		}
	}
}

func checkCues(t *testing.T, where string, box []string, n, width, height int) {
	t.Helper()
	text := ansi.Strip(strings.Join(box, "\n"))
	if len(box) > height {
		t.Fatalf("%s: %d lines\n%s", where, len(box), text)
	}
	for _, line := range box {
		if ansi.StringWidthWc(line) > width {
			t.Fatalf("%s: %q is wider than the screen", where, line)
		}
	}
	seen := isNumbered.FindAllString(text, -1)
	if len(seen) == 0 {
		t.Fatalf("%s shows nothing:\n%s", where, text)
	}
	top, bottom := ansi.Strip(box[0]), ansi.Strip(box[len(box)-1])
	above, below := seen[0] != numbered(0), seen[len(seen)-1] != numbered(n-1)
	if strings.HasSuffix(top, theme.MoreAbove+"─╮") != above || strings.HasSuffix(bottom, theme.MoreBelow+"─╯") != below {
		t.Fatalf("%s: more above %v, below %v:\n%s", where, above, below, text)
	}
	place := regexp.MustCompile(`\d+(–\d+)? (of|sur) \d+`).FindString(bottom)
	want := fmt.Sprintf("%s–%s ", strings.TrimLeft(seen[0][1:], "0"), strings.TrimLeft(seen[len(seen)-1][1:], "0"))
	if place == "" && (above || below) && width >= 60 {
		t.Fatalf("%s does not say %q:\n%s", where, want, text)
	}
	if place != "" && !above && !below {
		t.Fatalf("%s shows all, and says %q:\n%s", where, place, text)
	}
}

// TestAMenuIsAsWideAsItsItems checks that no item is cut where the screen has room.
func TestAMenuIsAsWideAsItsItems(t *testing.T) {
	long := strings.Repeat("words ", 14) + "end"
	m := NewMenu(keys.InCopy, keys.Copy, words.PicturesTitle, words.HintOpen, []MenuItem{{Action: keys.CopyName, Label: words.Message{long, long}}})
	box := m.View(theme.New(true, colorprofile.ASCII), words.For("en"), 120, 20)
	if text := ansi.Strip(strings.Join(box, "\n")); !strings.Contains(text, long) {
		t.Errorf("an item is cut:\n%s", text)
	}
}

// TestNoColumnIsCutWhereThereIsRoom has the dialogs of columns and of the order with a
// title of a field that is deep within tables.
func TestNoColumnIsCutWhereThereIsRoom(t *testing.T) {
	long := "Detection.selection." + strings.Repeat("within.", 7) + "Image"
	columns := []present.Column{{Title: "Rule"}, {Field: "image", Title: long}}
	for _, d := range []interface {
		View(t *theme.Theme, w *words.Language, width, height int) []string
	}{
		NewColumns(columns, columns, func(string) bool { return false }),
		NewSort(columns, columns, nil, nil),
	} {
		for _, lang := range []string{"en", "fr"} {
			box := d.View(theme.New(true, colorprofile.ASCII), words.For(lang), 120, 20)
			if text := ansi.Strip(strings.Join(box, "\n")); !strings.Contains(text, long) {
				t.Errorf("the title is cut:\n%s", text)
			}
		}
	}
}

// TestEveryFormKeepsItsField checks that on a low screen the field of a form is seen,
// and that lines above it are told of.
func TestEveryFormKeepsItsField(t *testing.T) {
	colours := theme.New(true, colorprofile.ASCII)
	f := NewNaming("file.toml", []string{".toml", ".json", ".csv", ".md"})
	f.Key(tea.KeyPressMsg{Code: 'a', Text: "a"})
	for height := 3; height < 12; height++ {
		box := f.View(colours, words.For("en"), 40, height)
		text := ansi.Strip(strings.Join(box, "\n"))
		if len(box) > height {
			t.Errorf("%d lines of %d:\n%s", len(box), height, text)
		}
		if f.offset > 0 != strings.Contains(ansi.Strip(box[0]), theme.MoreAbove) {
			t.Errorf("lines above are not told of:\n%s", text)
		}
	}
}
