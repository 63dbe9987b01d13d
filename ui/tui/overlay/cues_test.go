package overlay

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// numbered is the text of line n of a dialog.
func numbered(n int) string { return fmt.Sprintf("x%03d", n) }

var isNumbered = regexp.MustCompile(`(?i)x(\d{3})`)

// dialogs returns one dialog of each sort that has n lines.
func dialogs(n int) map[string]page.Dialog {
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
	tabs := make([]Item, n)
	for i := range tabs {
		tabs[i] = Item{Title: numbered(i), Key: strconv.Itoa(i % 10), Also: "12"}
	}
	return map[string]page.Dialog{
		"menu":    NewMenu(keys.InPictureMenu, keys.Pictures, words.PicturesTitle, words.HintOpen, items),
		"tabs":    NewTabChooser(tabs, n/2),
		"palette": grouped(n),
		"facets":  facetsOf(n),
		"sort":    NewSort(columns[1:], columns[1:], nil, nil),
		"columns": NewColumns(columns, columns, func(string) bool { return true }),
		"fields":  NewFieldChooser(columns),
		"listing": NewListing("Title", entities, tell),
		"marked":  NewMarked(func() []*kb.Entity { return entities }, tell),
		"source":  NewSource(func(int) detail.Page { return detail.Page{Lines: lines} }),
	}
}

// groupsOf cuts n lines into groups, each with the number of the line of its title and
// of those of its items.
func groupsOf(n int, group func(title int, items []int)) {
	for at := 0; at < n; {
		size := min(1+at%7, n-at-1)
		if left := n - at - 1 - size; left == 1 {
			size++ // a title alone is no group
		}
		var items []int
		for i := range size {
			items = append(items, at+1+i)
		}
		group(at, items)
		at += 1 + size
	}
}

// grouped returns a palette of n lines, the titles of its groups among them.
func grouped(n int) *Palette {
	p := &Palette{voice: voiceOf(&kb.KB{}), index: search.NewIndex(&kb.KB{})}
	groupsOf(n, func(title int, items []int) {
		g := Group{Title: numbered(title), Count: "9"}
		for _, i := range items {
			g.Items = append(g.Items, Item{Title: numbered(i), Also: "also", Key: "k"})
		}
		p.recent = append(p.recent, g)
	})
	p.begin("")
	return p
}

// facetsOf returns facets of n lines, the titles of the fields among them.
func facetsOf(n int) *Facets {
	f, _ := NewFacets(voiceOf(&kb.KB{}), search.NewIndex(&kb.KB{}), query.Node{}, nil, "", func(int) int { return 0 })
	f.facets = nil
	groupsOf(n, func(title int, items []int) {
		facet := search.Facet{Path: numbered(title), Having: 1}
		f.open[facet.Path] = true
		for _, i := range items {
			facet.Values = append(facet.Values, search.FacetValue{Query: numbered(i), Value: kb.Value{Type: kb.String, Str: numbered(i)}, Count: 1})
		}
		f.facets = append(f.facets, facet)
	})
	f.lay()
	return f
}

func voiceOf(k *kb.KB) present.Voice { return present.NewVoice(k, "en") }

// TestCuesSayWhatIsNotSeen scrolls each dialog at random, on screens of any size: its
// edges have a mark where lines go on, and nowhere else, and say which lines are seen.
// The arrow down goes to every line.
func TestCuesSayWhatIsNotSeen(t *testing.T) {
	const least = 7 // lines, for facets to have a title and a value
	r := rand.New(rand.NewPCG(7, 8))
	colours := theme.New(true, colorprofile.ASCII)
	for round := range 16 {
		n := 2 + r.IntN(60)
		w := words.Languages[round%len(words.Languages)]
		all := dialogs(n)
		for _, name := range slices.Sorted(maps.Keys(all)) {
			dialog := all[name]
			where, width, height := "", 0, 0
			look := func() []int {
				box := dialog.View(colours, w, width, height)
				return checkCues(t, where, box, w, n, width, height)
			}
			for range 12 {
				width, height = 20+r.IntN(180), least+r.IntN(55)
				where = fmt.Sprintf("%s of %d at %d×%d", name, n, width, height)
				dialog.View(colours, w, width, height)
				dialog.Scroll(r.IntN(30) - 15)
				look()
			}
			dialog.Scroll(-n)
			reached := make(map[int]bool)
			for range n + 1 {
				for _, line := range look() {
					reached[line] = true
				}
				dialog.Key(tea.KeyPressMsg{Code: tea.KeyDown})
			}
			if len(reached) != n {
				t.Errorf("%s: the arrow down goes to %d lines", where, len(reached))
			}
		}
	}
}

// placed is what an edge says of the lines that are seen.
var placed = regexp.MustCompile(`(\d+)(?:–(\d+))? (?:of|sur) (\d+)`)

// placedFrom is the width of a screen on which the edge has room to say which lines are
// seen.
const placedFrom = 40

// checkCues checks the edges of a dialog of n lines, and returns those that are seen.
func checkCues(t *testing.T, where string, box []string, w *words.Language, n, width, height int) []int {
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
	var seen []int
	order := safe.Cut(w.Say(words.SortLine), 8) // the line of no column
	for _, found := range isNumbered.FindAllStringSubmatch(strings.Replace(text, strings.TrimSuffix(order, "…"), numbered(0), 1), -1) {
		line, _ := strconv.Atoi(found[1])
		seen = append(seen, line)
	}
	if len(seen) == 0 {
		t.Fatalf("%s shows nothing:\n%s", where, text)
	}
	for i, line := range seen {
		if line != seen[0]+i {
			t.Fatalf("%s shows the lines %v:\n%s", where, seen, text)
		}
	}
	first, last := seen[0], seen[len(seen)-1]
	top, bottom := ansi.Strip(box[0]), ansi.Strip(box[len(box)-1])
	above, below := first > 0, last < n-1
	if strings.HasSuffix(top, theme.MoreAbove+"─╮") != above || strings.HasSuffix(bottom, theme.MoreBelow+"─╯") != below {
		t.Fatalf("%s: more above %v, below %v:\n%s", where, above, below, text)
	}
	switch place := placed.FindStringSubmatch(bottom); {
	case place == nil && (above || below) && width >= placedFrom:
		t.Fatalf("%s does not say that lines %d to %d are seen:\n%s", where, first+1, last+1, text)
	case place != nil && !above && !below:
		t.Fatalf("%s shows all, and says %q:\n%s", where, place[0], text)
	case place != nil:
		if want := []string{strconv.Itoa(first + 1), strconv.Itoa(last + 1), strconv.Itoa(n)}; place[1] != want[0] || cmp.Or(place[2], place[1]) != want[1] || place[3] != want[2] {
			t.Fatalf("%s says %q of %q:\n%s", where, place[0], want, text)
		}
	}
	return seen
}

// TestTextsInDialogsSayWhereTheyGoOn compares the visible lines of dialogs with the
// same on a screen that is high enough for all.
func TestTextsInDialogsSayWhereTheyGoOn(t *testing.T) {
	const high = 400
	r := rand.New(rand.NewPCG(9, 10))
	colours := theme.New(true, colorprofile.ASCII)
	voice := voiceOf(&kb.KB{})
	made := map[string]func() (d page.Dialog, above int){
		"help":    func() (page.Dialog, int) { return NewHelp(keys.InList, nil), 2 },
		"replace": func() (page.Dialog, int) { return NewReplace(page.Write{Name: strings.Repeat("word ", 40)}), 0 },
		"address": func() (page.Dialog, int) {
			return NewAddress("https://xn--a.example/"+strings.Repeat("word ", 40), ""), 0
		},
		"view": func() (page.Dialog, int) {
			return NewViewNaming(voice, search.NewIndex(voice.KB), strings.Repeat("word ", 20)), 0
		},
		"day": func() (page.Dialog, int) { return NewDay(voice), 0 },
	}
	for round := range 120 {
		w := words.Languages[round%len(words.Languages)]
		for _, name := range slices.Sorted(maps.Keys(made)) {
			dialog := made[name]
			d, head := dialog()
			width, height := 40+r.IntN(160), 6+r.IntN(55)
			whole, _ := dialog()
			all := inside(whole.View(colours, w, width, high), head)
			if h, ok := whole.(*Help); ok {
				all = helpLines(h, colours, w, width, height)
			}
			d.View(colours, w, width, height)
			for range r.IntN(3 * len(all)) {
				d.Key(tea.KeyPressMsg{Code: [2]rune{tea.KeyUp, tea.KeyDown}[r.IntN(2)]})
			}
			if name == "help" && height < 9 {
				head = 1
			}
			box := d.View(colours, w, width, height)
			seen := inside(box, head)
			text := ansi.Strip(strings.Join(box, "\n"))
			if len(box) > height {
				t.Fatalf("%s at %d×%d has %d lines", name, width, height, len(box))
			}
			above, below := strings.Contains(ansi.Strip(box[0]), theme.MoreAbove), strings.HasSuffix(ansi.Strip(box[len(box)-1]), theme.MoreBelow+"─╯")
			isThere := false
			for from := range len(all) - len(seen) + 1 {
				if slices.Equal(all[from:from+len(seen)], seen) && above == (from > 0) && below == (from+len(seen) < len(all)) {
					isThere = true
				}
			}
			if !isThere {
				t.Fatalf("%s at %d×%d: more above %v, below %v:\n%s", name, width, height, above, below, text)
			}
			for range all {
				d.Key(tea.KeyPressMsg{Code: tea.KeyDown})
			}
			if end := inside(d.View(colours, w, width, height), head); end[len(end)-1] != all[len(all)-1] {
				t.Fatalf("%s at %d×%d does not go to its end:\n%s", name, width, height, text)
			}
		}
	}
}

// helpLines returns all lines of the help, in the columns that it has at a size, within
// the edges of its box.
func helpLines(h *Help, t *theme.Theme, w *words.Language, width, height int) []string {
	rows := max(1, height-4)
	if height < 9 {
		rows = max(1, height-3)
	}
	inner, columns := h.layOut(t, w, width, rows)
	column := (inner+betweenHelp)/columns - betweenHelp
	lines := abreast(h.blocks(t, w, column, nil), columns, column, rows)
	return inside(widget.Box(t, "", lines, inner, widget.Unseen{}), 0)
}

// inside returns the lines within the edges of a box, those of its head left out.
func inside(box []string, head int) []string {
	var out []string
	for _, line := range box[1+head : len(box)-1] {
		out = append(out, ansi.Strip(line))
	}
	return out
}

// TestTheEdgeGivesUpHintsOneByOne narrows each dialog: its edge always has the key that
// closes, and never fewer hints than on a narrower screen.
func TestTheEdgeGivesUpHintsOneByOne(t *testing.T) {
	colours := theme.New(true, colorprofile.ASCII)
	for _, w := range words.Languages {
		closing := keys.Short(w, keys.Close)
		for name, dialog := range dialogs(30) {
			had := 0
			for width := 20; width < 160; width++ {
				box := dialog.View(colours, w, width, 20)
				edge := strings.TrimRight(ansi.Strip(box[len(box)-1]), " ↓─╯")
				hints := len(regexp.MustCompile(` {1,2}\S+ \S`).FindAllString(edge, -1))
				if !strings.Contains(edge, closing) || hints < had {
					t.Fatalf("%s at %d columns: %q has %d hints, had %d", name, width, edge, hints, had)
				}
				had = hints
			}
		}
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
	f := NewNaming(page.Writing{Usual: "file.toml", Endings: []string{".toml", ".json", ".csv", ".md"}})
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

// TestABoxIsAsWideAsItsHints draws dialogs of short lines on wide screens.
func TestABoxIsAsWideAsItsHints(t *testing.T) {
	colours := theme.New(true, colorprofile.ASCII)
	for _, w := range words.Languages {
		for name, hints := range map[string][]words.Message{
			"columns": {words.HintToggle, words.HintShift},
			"marked":  {words.HintOpen, words.HintCompare, words.HintCopy, words.HintWrite, words.HintUnmark, words.HintNone},
		} {
			box := dialogs(50)[name].View(colours, w, 140, 20)
			edge := ansi.Strip(box[len(box)-1])
			for _, hint := range append(hints, words.HintClose) {
				if !strings.Contains(edge, " "+w.Say(hint)+" ") {
					t.Errorf("the edge of %s does not say %q: %q", name, w.Say(hint), edge)
				}
			}
		}
	}
}

// TestFacetsOfNothingAreShortAndNameNoDeadKey draws those of an empty base.
func TestFacetsOfNothingAreShortAndNameNoDeadKey(t *testing.T) {
	w := words.For("en")
	f := facetsOf(0)
	f.counted = true
	box := ansi.Strip(strings.Join(f.View(theme.New(true, colorprofile.ASCII), w, 120, 40), "\n"))
	if strings.Count(box, "\n") > 8 || strings.Contains(box, keys.Short(w, keys.Toggle)+" "+w.Say(words.HintChoose)) || !strings.Contains(box, w.Say(words.FacetsNone)) {
		t.Errorf("%s", box)
	}
}
