package timeline

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/model/kbtest"
	"rihla/model/timeline"
	"rihla/ui/draw/canvas"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

var today = timeline.NewDay(2026, time.November, 28)

func chartOf(t testing.TB, lang, text string) *Chart {
	t.Helper()
	k := kbtest.Read(t, text)
	v := present.NewVoice(k, lang)
	v.Today = "2026-11-28"
	return New(v, timeline.Gather(context.Background(), k, k.Entities, today))
}

// names are such as have broken frames before.
var names = []string{
	"Oracle", "Conférence sur l’intelligence artificielle au Maroc", "東京都庁舎展望室", "الرباط", `\u202Eback`, `\u001b[31mred`, `e\u0301\u0302\u0303cole`, "x",
	"👍🏽 ❤️", strings.Repeat("long ", 40), `\u0000`, "क्षि",
}

// base writes a random base: points and spans of every precision, from one decade
// to many centuries.
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

// move does something that a user may do.
func move(r *rand.Rand, c *Chart) {
	switch r.IntN(11) {
	case 0:
		c.SetSize(r.IntN(260), r.IntN(70))
	case 1:
		c.Zoom([]float64{0.5, 2, 0.01, 100}[r.IntN(4)], r.IntN(30)-1)
	case 2:
		c.Pan(r.IntN(21) - 10)
	case 3:
		c.Step(r.IntN(41) - 20)
	case 4:
		c.Fit()
	case 5:
		c.ShowToday()
	case 6:
		c.Scroll(r.IntN(21) - 10)
	case 7:
		c.Select(r.IntN(60) - 10)
	case 8:
		c.ClickStrip(r.IntN(200), 0)
	case 9:
		c.SetWindow(Window{(r.Float64() - 0.5) * 1e8, math.Exp(r.Float64()*40 - 10)})
	case 10:
		c.SetSize(20+r.IntN(100), 4+r.IntN(30))
	}
}

func runs(line rich.Line, role rich.Role) []string {
	var out []string
	for _, s := range line.Spans {
		if s.Role == role {
			out = append(out, strings.Fields(s.Text)...)
		}
	}
	return out
}

func TestNoLabelIsOverAnotherAndNothingIsOutside(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 100 {
		text := base(r)
		c := chartOf(t, []string{"fr", "en"}[n%2], text)
		c.SetSize(20+r.IntN(180), 4+r.IntN(60))
		for range 8 {
			move(r, c)
			lines := c.Draw()
			where := fmt.Sprintf("%d×%d, %+v, of\n%s", c.width, c.height, c.window, text)
			if len(lines) != c.height {
				t.Fatalf("%d lines: %s", len(lines), where)
			}
			for _, line := range lines {
				if line.Width() > c.width {
					t.Fatalf("%q is wider than %s", line.Text(), where)
				}
			}
			if c.width > 0 && c.height > 0 {
				checkAxis(t, c, lines, where)
				checkRows(t, c, lines, where)
				checkStatus(t, c, lines, where)
			}
		}
	}
}

// checkAxis finds nothing on the axis but whole labels, in order.
func checkAxis(t *testing.T, c *Chart, lines []rich.Line, where string) {
	f := c.frame()
	ticks := ticksOf(c.scale(), stepFor(c.scale(), c.voice.Words), c.voice.Words)
	var labels, above []string
	for _, tick := range ticks {
		labels = append(labels, tick.label)
		above = append(above, strings.Fields(tick.above)...)
	}
	within := func(got, all []string) {
		at := 0
		for _, word := range got {
			next := slices.Index(all[at:], word)
			if next < 0 {
				t.Fatalf("%q is no label, or not in its place: %q of %q: %s", word, got, all, where)
			}
			at += next + 1
		}
	}
	if f.axis.lines > 0 {
		within(runs(lines[f.axis.y], rich.Muted), labels)
	}
	if f.above.lines > 0 {
		within(runs(lines[f.above.y], rich.Strong), above)
	}
	for _, p := range []part{f.above, f.axis} {
		if p.lines == 0 {
			continue
		}
		if word := strings.Join(runs(lines[p.y], rich.Accent), " "); word != "" && strings.Trim(word, "‹ ›") != c.voice.Words.Say(words.Today) {
			t.Fatalf("of today %q is said: %s", word, where)
		}
	}
}

// checkRows finds on each row one name, whole or cut, and the mark where it belongs.
func checkRows(t *testing.T, c *Chart, lines []rich.Line, where string) {
	rows := c.frame().rows
	for y := range rows.lines {
		item := c.ItemAt(rows.y + y)
		label, begun, ended := "", false, false
		for _, s := range lines[rows.y+y].Spans {
			switch {
			case s.Link < 0:
				ended = begun
			case s.Link != item || ended:
				t.Fatalf("%q stands in the row of another, or twice: %s", s.Text, where)
			default:
				label, begun = label+s.Text, true
			}
		}
		if item == None {
			continue
		}
		i := &c.Items[item]
		want := c.voice.Name(i.Entity) + c.itemText(i)
		if i.Has(timeline.Disputed) {
			want += " ≠"
		}
		for part := range strings.SplitSeq(strings.TrimSuffix(label, "≠"), "…") {
			if !strings.Contains(want, strings.TrimSuffix(part, " ")) {
				t.Fatalf("%q is no part of %q: %s", part, want, where)
			}
		}
		whole := c.voice.Name(i.Entity)
		if label == want || c.width < 12 || strings.TrimSuffix(label, " ≠") == whole {
			continue
		}
		if !strings.Contains(label, "…") {
			t.Fatalf("%q is cut, and does not say so, of %q: %s", label, want, where)
		}
	}
}

// checkStatus finds both edges said in whole where there is room for them.
func checkStatus(t *testing.T, c *Chart, lines []rich.Line, where string) {
	status := c.frame().status
	earlier, later := c.earlier(), c.later()
	if status.lines == 0 || max(safe.Width(earlier), safe.Width(later)) >= c.width/2-1 {
		return
	}
	if text := lines[status.y].Text(); !strings.HasPrefix(text, earlier) || !strings.HasSuffix(text, later) {
		t.Fatalf("%q does not say %q and %q: %s", text, earlier, later, where)
	}
	if _, _, ok := c.strip(); ok {
		text := lines[status.y].Text()
		if open := strings.Index(text, "["); open < 0 || strings.Index(text, "]") <= open {
			t.Fatalf("%q does not show where the window is: %s", text, where)
		}
	}
	all := around(c.everything())
	if c.window.From < all.From-1e-3 || c.window.to() > all.to()+1e-3 {
		t.Fatalf("there is nothing to be seen beyond %+v: %s", all, where)
	}
	before, after := 0, 0
	for i := range c.Items {
		s := c.Items[i].Span()
		if float64(s.To)+1 <= c.window.From {
			before++
		} else if float64(s.From) >= c.window.to() {
			after++
		}
	}
	if before != c.before || after != c.after || before+after+len(c.rows) != len(c.Items) {
		t.Fatalf("%d before and %d after, counted %d and %d: %s", c.before, c.after, before, after, where)
	}
}

// TestMarksStandAtTheirDays holds every cell of a mark against the days that the
// cell stands for.
func TestMarksStandAtTheirDays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 80 {
		text := base(r)
		c := chartOf(t, "en", text)
		c.SetSize(30+r.IntN(150), 60)
		for range r.IntN(6) {
			move(r, c)
		}
		c.SetSize(100, 60)
		s := c.scale()
		for at, n := range c.rows {
			i := &c.Items[n]
			d := &drawing{Chart: c, parts: c.frame(), scale: s, on: canvas.New(c.width, c.height)}
			first, last := d.drawMark(0, i)
			span := i.Span()
			if i.Has(timeline.OpenStart) || i.Has(timeline.OpenEnd) {
				continue
			}
			from, to := max(s.From, float64(span.From)), min(s.to(), float64(span.To)+1)
			if s.day(float64(first)) > from+1e-3 || s.day(float64(last)+1) < to-1e-3 || s.day(float64(first)+1) < from-1e-3 || s.day(float64(last)) > to+1e-3 {
				t.Fatalf("row %d is from cell %d to %d, days %f to %f, and is of %f to %f\n%s", at, first, last, s.day(float64(first)), s.day(float64(last)+1), from, to, text)
			}
		}
	}
}

func TestTicksStandAtTheirDays(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	c := chartOf(t, "fr", "[a.b]\ndate = 2024-01-01")
	for range 500 {
		s := scale{Window{(r.Float64() - 0.5) * 4e6, math.Exp(r.Float64()*14 + 1.4)}, 20 + r.IntN(230)}
		by := stepFor(s, c.voice.Words)
		ticks := ticksOf(s, by, c.voice.Words)
		last := -math.MaxFloat64
		seen := 0
		for _, tick := range ticks {
			x := s.x(float64(tick.at))
			if x-last < float64(safe.Width(tick.label)) {
				t.Fatalf("ticks are %f cells apart, with %q: %+v", x-last, tick.label, s)
			}
			if last = x; x >= 0 && x < float64(s.cells) {
				seen++
			}
			if by.floor(tick.at) != tick.at || by.next(tick.at) <= tick.at {
				t.Fatalf("%q is no tick of %+v", tick.label, by)
			}
		}
		if seen == 0 && s.Days < 2e6 {
			t.Fatalf("no tick is seen: %+v by %+v", s, by)
		}
	}
}

// TestDensityCountsWhatHappens compares a density with one that is counted day by
// day.
func TestDensityCountsWhatHappens(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 30 {
		c := chartOf(t, "en", base(r))
		if len(c.Items) == 0 || c.Span().Days() > 40_000 {
			continue
		}
		c.SetSize(10+r.IntN(100), 20)
		c.SetWindow(around(c.Span()))
		c.Zoom(0.3+0.7*r.Float64(), r.IntN(c.width))
		s := c.scale()
		want := make([]float64, c.width)
		const parts = 16
		c.EachEvent(func(span timeline.Span) {
			for day := span.From; day <= span.To; day++ {
				for part := range parts {
					x := s.x(float64(day) + (float64(part)+0.5)/parts)
					if x >= 0 && x < float64(c.width) {
						want[int(x)] += 1 / float64(span.Days()*parts)
					}
				}
			}
		})
		for x := range want {
			// A day may fall into two cells, and be counted in one of them.
			if lo, hi := want[x]-1.2, want[x]+1.2; c.density[x] < lo-0.2*want[x] || c.density[x] > hi+0.2*want[x] {
				t.Fatalf("cell %d: %f, counted %f", x, c.density[x], want[x])
			}
		}
	}
}

func TestSteppingDownVisitsEverything(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 40 {
		c := chartOf(t, "en", base(r))
		c.SetSize(80, 24)
		c.Select(0)
		c.Zoom(0.3, None)
		c.Pan(-1_000_000)
		c.Select(0)
		for n := range c.Items {
			if c.selected != n {
				t.Fatalf("step %d leads to %d", n, c.selected)
			}
			if i := c.Selected(); !c.window.meets(i.Span()) {
				t.Fatalf("%d is selected, and outside", n)
			}
			if at, ok := c.row(n); !ok || at < c.top || at >= c.top+c.shown() {
				t.Fatalf("%d is selected, and its row is not seen", n)
			}
			c.Step(1)
		}
	}
}

func TestSteppingUpVisitsEveryPoint(t *testing.T) {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "[a.n%d]\ndate = %d-01-01\n", i, 1900+2*i)
	}
	c := chartOf(t, "en", b.String())
	c.SetSize(80, 24)
	c.Select(len(c.Items) - 1)
	c.Zoom(0.1, None)
	for n := range slices.Backward(c.Items) {
		if at, ok := c.row(c.selected); c.selected != n || !ok || at < c.top || at >= c.top+c.shown() {
			t.Fatalf("step %d leads to %d, seen %v", n, c.selected, ok)
		}
		c.Step(-1)
	}
}

func TestZoomingBringsWhatIsSelectedToTheMiddle(t *testing.T) {
	c := chartOf(t, "en", "[a.a]\ndate = 2000-01-01\n[a.b]\ndate = 2009-01-01\n[a.c]\ndate = 2010-01-01")
	c.SetSize(100, 24)
	c.Select(1)
	before := c.scale().cell(c.Items[1].Start.From)
	c.Zoom(0.5, None)
	if x := c.scale().cell(c.Items[1].Start.From); x >= before || x < 50 {
		t.Errorf("it was at %d, and is at %d", before, x)
	}
	c.Fit()
	day := c.scale().day(30.5)
	c.Zoom(0.5, 30)
	if x := c.scale().x(day); math.Abs(x-30.5) > 0.01 {
		t.Errorf("what was at 30.5 is at %f", x)
	}
}

func TestWeeksBeginOnMonday(t *testing.T) {
	for _, d := range []timeline.Day{-1, 0, 3, 4, 5, 20_000, -20_000} {
		y, m, day := step{weeks, 1}.floor(d).Date()
		if at := time.Date(y, m, day, 0, 0, 0, 0, time.UTC); at.Weekday() != time.Monday {
			t.Errorf("the week of day %d begins on a %s", d, at.Weekday())
		}
	}
}

func TestWhatIsSelectedStaysWhenZooming(t *testing.T) {
	c := chartOf(t, "en", "[a.first]\ndate = 1636-01-01\n[a.b]\ndate = 2024-01-01\n[a.c]\ndate = 2024-02-01\n[a.d]\ndate = 2024-03-01\n[a.e]\ndate = 2024-04-01")
	c.SetSize(80, 24)
	if got := c.Draw()[0].Text(); !strings.HasPrefix(got, "‹ 1 earlier") {
		t.Errorf("an outlier is not said to be there: %q", got)
	}
	c.Fit()
	if got := c.Draw()[0].Text(); got != "5 dates, 1636 to 2024" {
		t.Errorf("everything is %q", got)
	}
	c.Select(2)
	for range 20 {
		c.Zoom(0.5, None)
		if c.selected != 2 {
			t.Fatalf("%d is selected, not 2", c.selected)
		}
	}
	if c.window.Days != fewestDays {
		t.Errorf("the least that is seen is %f days", c.window.Days)
	}
	if c.Fit(); !c.window.holds(c.Span()) {
		t.Error("not everything is seen")
	}
}

func TestPartialDatesAreAsWideAsTheyAre(t *testing.T) {
	c := chartOf(t, "en", "[a.day]\ndate = 2024-07-02\n[a.month]\ndate = '2024-04'\n[a.year]\ndate = '2024'\n[a.span]\nstart = '2024-02'\nend = 2024-08-31\n[a.open]\nstart = 2024-10-01")
	c.SetSize(74, 20)
	c.SetWindow(Window{float64(timeline.NewDay(2024, 1, 1)), 366})
	want := []string{
		"╌╌ year " + strings.Repeat("╌", 28) + "●" + strings.Repeat("╌", 37),
		"      ●╌╌╌╌" + strings.Repeat("━", 39) + " span",
		"                  ╌╌╌●╌╌╌ month",
		"                                     ● day",
		strings.Repeat(" ", 50) + "open ●━━━━━━━━━━━━━━━━━▸",
	}
	lines := c.Draw()
	for n, want := range want {
		got := strings.ReplaceAll(lines[c.frame().rows.y+n].Text(), string(grid), " ")
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
	if got := lines[c.frame().rows.y+1].Text(); !strings.Contains(got, "━━━━●━━━━━") {
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
	x := c.scale().cell(today)
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
