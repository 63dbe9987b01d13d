package timeline

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/model/kbtest"
	"rihla/model/timeline"
	"rihla/ui/present"
)

var today = timeline.NewDay(2026, time.November, 28)

func chartOf(t testing.TB, lang, text string) *Chart {
	t.Helper()
	k := kbtest.Read(t, text)
	v := present.NewVoice(k, lang)
	v.Day, _ = present.ParseDay("2026-11-28")
	v.Today = v.Day
	return New(v, timeline.Gather(context.Background(), k, k.Entities, today))
}

// names are names that have broken frames before.
var names = []string{
	"Oracle", "Conférence sur l’intelligence artificielle au Maroc", "東京都庁舎展望室", "الرباط", `\u202Eback`, `\u001b[31mred`, `e\u0301\u0302\u0303cole`, "x",
	"👍🏽 ❤️", strings.Repeat("long ", 40), `\u0000`, "क्षि",
}

// base returns a random knowledge base of points and spans of every precision, over
// one decade up to many centuries.
func base(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[kinds.a.fields]\nfounded = { type = 'year' }\n[relations.seat]\n")
	centre, spread := 1900+r.IntN(150), []int{1, 3, 30, 800, 12000}[r.IntN(5)]
	year := func() int { return centre + r.IntN(spread) - spread/2 }
	date := func() string {
		y := year()
		switch {
		case y < 1000 || y > 9999 || r.IntN(3) == 0:
			return fmt.Sprintf("'%04d'", max(y, 0))
		case r.IntN(3) == 0:
			return fmt.Sprintf("'%04d-%02d'", y, 1+r.IntN(12))
		}
		return fmt.Sprintf("%04d-%02d-%02d", y, 1+r.IntN(12), 1+r.IntN(28))
	}
	for i := range r.IntN(40) {
		kind := string(rune('a' + r.IntN(3)))
		fmt.Fprintf(&b, "[%s.n%d]\nname = \"%s\"\n", kind, i, names[r.IntN(len(names))])
		switch r.IntN(6) {
		case 0:
			fmt.Fprintf(&b, "date = %s\n", date())
		case 1:
			fmt.Fprintf(&b, "start = %s\nend = %s\n", date(), date())
		case 2:
			fmt.Fprintf(&b, "start = %s\n", date())
		case 3:
			fmt.Fprintf(&b, "seat = { to = 'a/n0', since = %s, until = %s }\n", date(), date())
		case 4:
			fmt.Fprintf(&b, "date = [{ value = %s, confidence = 'disputed' }, { value = %s }]\nend = %s\n", date(), date(), date())
		case 5:
			fmt.Fprintf(&b, "founded = %d\n", year())
		}
	}
	return b.String()
}

func TestPartialDatesAreAsWideAsTheyAre(t *testing.T) {
	c := chartOf(t, "en", "[a.day]\ndate = 2024-07-02\n[a.month]\ndate = '2024-04'\n[a.year]\ndate = '2024'\n[a.span]\nstart = '2024-02'\nend = 2024-08-31\n[a.open]\nstart = 2024-10-01")
	c.SetSize(74, 20)
	c.SetWindow(Window{float64(timeline.NewDay(2024, 1, 1)), 366})
	want := []string{
		"╌╌ year " + strings.Repeat("╌", 28) + "●" + strings.Repeat("╌", 37),
		"      ●╌╌╌╌" + strings.Repeat("━", 39) + " span",
		"                  ╌╌╌●╌╌╌ month · April 2024",
		"                                     ● day · 2 July 2024",
		strings.Repeat(" ", 27) + "open · since 1 October 2024 ●━━━━━━━━━━━━━━━━━▸",
	}
	lines := c.Draw()
	for n, want := range want {
		got := strings.ReplaceAll(lines[c.frame().rows.y+n*c.frame().perRow].Text(), string(grid), " ")
		if strings.TrimRight(got, " ") != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func TestADayIsExactHoweverWide(t *testing.T) {
	c := chartOf(t, "en", "[a.day]\ndate = 2024-07-02\n[a.month]\ndate = '2024-07'")
	c.SetSize(40, 20)
	c.SetWindow(Window{float64(timeline.NewDay(2024, 7, 1)), 4})
	lines := c.Draw()
	if got := lines[c.frame().rows.y+c.frame().perRow].Text(); !strings.Contains(got, "━━━━●━━━━━") {
		t.Errorf("a day is drawn as %q", got)
	}
	if got := lines[c.frame().rows.y].Text(); strings.Contains(got, "━") || !strings.HasSuffix(got, "▸") {
		t.Errorf("a month is drawn as %q", got)
	}
}

func TestTodayIsMarked(t *testing.T) {
	c := chartOf(t, "fr", "[a.open]\nstart = 2024-10-01\n[a.b]\ndate = 2025-01-01")
	c.SetSize(80, 20)
	lines := c.Draw()
	f := c.frame()
	if !strings.Contains(lines[f.above.y].Text(), "aujourd’hui") {
		t.Errorf("today has no name: %q", lines[f.above.y].Text())
	}
	x := c.scale.cell(today)
	for y := f.rows.y + 2; y < f.rows.y+f.rows.lines; y++ {
		if cells := []rune(lines[y].Text()); x >= len(cells) || cells[x] != now {
			t.Fatalf("row %d has no line of today: %q", y, lines[y].Text())
		}
	}
}

func TestDisputedDatesAreBothSaid(t *testing.T) {
	c := chartOf(t, "en", "[kb]\nformat = 1\n[a.b]\nname = 'Mission'\nstart = [{ value = 2024-02-11, source = 's', confidence = 'disputed' }, { value = 2024-02-10, source = 't' }]\nend = 2024-02-21")
	c.SetSize(100, 24)
	all := ""
	for _, line := range c.Draw() {
		all += line.Text() + "\n"
	}
	for _, want := range []string{"Mission ≠", "from 10 or 11 February 2024 to 21 February 2024", "≠ disputed", "2 sources"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said in\n%s", want, all)
		}
	}
}

func TestAPlainLineHasNothingDrawn(t *testing.T) {
	c := chartOf(t, "en", "[kb]\nformat = 1\n[relations.seat]\n[city.x]\nname = 'Austin'\n[a.b]\nname = 'Oracle'\nseat = { to = 'city/x', since = 2020-12-11 }\ndate = '2024-02'")
	var got []string
	for i := range c.Items {
		got = append(got, c.Plain(&c.Items[i]))
	}
	want := []string{"since 11 December 2020, ongoing - seat: Austin - Oracle", "February 2024 - a - Oracle"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
