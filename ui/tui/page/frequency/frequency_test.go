package frequency

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/frequency"
	"rihla/model/kbtest"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
	"rihla/ui/tui/widget"
)

// TestATableFitsItsCells draws the tables of all fields of the built-in base at random
// sizes, moved and scrolled at random.
func TestATableFitsItsCells(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	k := kbtest.BuiltIn(t)
	x := search.NewIndex(k)
	looks := theme.New(true, colorprofile.TrueColor)
	moves := []keys.Action{keys.Up, keys.Down, keys.PageDown, keys.PageUp, keys.HalfDown, keys.Bottom, keys.Top, keys.Sort, keys.Toggle}
	tables := 0
	for _, lang := range []string{"en", "fr"} {
		v := present.NewVoice(k, lang)
		for _, kind := range k.Kinds {
			for _, c := range v.Countable(kind, nil) {
				width, height := 20+r.IntN(180), 4+r.IntN(50)
				p := New(v, x)
				p.SetSize(width, height)
				pagetest.Settle(p.Show(page.Subject{Kind: kind, Entities: kind.Entities, Column: &c, Query: "a filter of some length"}, nil).Cmd)
				for range 12 {
					p.Act(moves[r.IntN(len(moves))])
					p.Wheel(0, 0, r.IntN(9)-4)
					checkView(t, p, p.View(looks))
				}
				tables++
			}
		}
	}
	if tables < 100 {
		t.Errorf("only %d tables", tables)
	}
}

func checkView(t *testing.T, p *Page, lines []string) {
	t.Helper()
	widget.TakeCursor(lines)
	if len(lines) > p.height {
		t.Fatalf("%d lines in %d, of %s", len(lines), p.height, p.column.Field)
	}
	seen := 0
	for _, line := range lines {
		if w := ansi.StringWidthWc(line); w > p.width {
			t.Fatalf("%d cells in %d: %s", w, p.width, line)
		}
		for i := range p.rows {
			plain := ansi.Strip(line)
			if number := p.voice.Words.Number(p.rows[i].Count); i == p.cursor && strings.Contains(plain, theme.Bar.Left) && strings.Contains(plain, number) {
				seen++
			}
		}
	}
	if seen != 1 && len(p.rows) > 0 {
		t.Fatalf("the selected row of %s is seen %d times in %d lines of %d cells:\n%s", p.column.Field, seen, p.height, p.width, ansi.Strip(strings.Join(lines, "\n")))
	}
}

// TestValuesThatBeginAndEndAlikeAreToldApart has addresses that differ in their middle.
func TestValuesThatBeginAndEndAlikeAreToldApart(t *testing.T) {
	var b strings.Builder
	for i := range 9 {
		fmt.Fprintf(&b, "[firm.f%d]\nhome = 'https://www.example.com/firms/%d/index.html'\n", i, i)
	}
	k := kbtest.Read(t, b.String())
	v := present.NewVoice(k, "en")
	kind := k.Kind("firm")
	for _, c := range v.Countable(kind, nil) {
		if c.Field != "home" {
			continue
		}
		for _, width := range []int{40, 60, 80} {
			p := New(v, search.NewIndex(k))
			p.SetSize(width, 20)
			pagetest.Settle(p.Show(page.Subject{Kind: kind, Entities: kind.Entities, Column: &c}, nil).Cmd)
			seen := map[string]bool{}
			for _, line := range p.View(theme.New(true, colorprofile.TrueColor)) {
				if plain := ansi.Strip(line); strings.Contains(plain, "http") || strings.Contains(plain, "index") {
					seen[strings.TrimLeft(plain, theme.Bar.Left+" ")] = true
				}
			}
			if len(seen) != 9 {
				t.Errorf("at %d cells, of 9 addresses %d are told apart: %v", width, len(seen), seen)
			}
		}
		return
	}
	t.Fatal("addresses are not counted")
}

// TestValuesAndBarsShareTheRoom draws long values at all widths: where there are no
// bars, values are not cut while cells are free; where there are, the longest is long
// enough to compare others with.
func TestValuesAndBarsShareTheRoom(t *testing.T) {
	const longest = 50
	k := kbtest.BuiltIn(t)
	x := search.NewIndex(k)
	for width := 20; width < 200; width++ {
		p := New(present.NewVoice(k, "en"), x)
		p.SetSize(width, 20)
		p.widest = cells{name: longest, count: 8, share: 5}
		c := p.cells()
		used := margin + c.name + gap + c.count + 1
		for _, cell := range []int{c.share, c.bar} {
			if cell > 0 {
				used += gap + cell
			}
		}
		switch {
		case used > width:
			t.Fatalf("%d cells in %d", used, width)
		case c.bar == 0 && c.name < longest && used < width:
			t.Errorf("at %d cells values are cut to %d, and %d are free", width, c.name, width-used)
		case c.bar > 0 && c.name < longest && c.bar < (c.name+gap+c.bar)/barPart:
			t.Errorf("at %d cells bars are %d long beside values of %d", width, c.bar, c.name)
		}
	}
}

func TestShares(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := New(present.NewVoice(k, "en"), search.NewIndex(k))
	for _, is := range []struct {
		n, of int
		want  string
	}{{1, 1000, "<1%"}, {999, 1000, ">99%"}, {1000, 1000, "100%"}, {1, 3, "33%"}, {2, 3, "67%"}} {
		if got := p.share(is.n, is.of); got != is.want {
			t.Errorf("%d of %d: %s, not %s", is.n, is.of, got, is.want)
		}
	}
}

func TestRangesAreCalledByTheirEnds(t *testing.T) {
	k := kbtest.BuiltIn(t)
	p := New(present.NewVoice(k, "fr"), search.NewIndex(k))
	for want, row := range map[string]frequency.Row{
		"1\u202f000 – 1\u202f999": {What: frequency.Range, From: "1000", To: "1999"},
		"-0,5 – 0,49":             {What: frequency.Range, From: "-0.5", To: "0.49"},
		"1970–1979":               {What: frequency.Range, From: "1970", To: "1979", Unit: frequency.Decade},
		"1977":                    {What: frequency.Range, From: "1977", To: "1977", Unit: frequency.Year},
		"février 2024":            {What: frequency.Range, From: "2024-02", To: "2024-02", Unit: frequency.Month},
		"1er février 2024":        {What: frequency.Range, From: "2024-02-01", To: "2024-02-01", Unit: frequency.Day},
		"aucune valeur":           {What: frequency.Missing},
	} {
		if got := p.name(&row); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
