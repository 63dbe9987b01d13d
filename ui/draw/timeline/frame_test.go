package timeline

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/words"
)

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

// checkAxis checks that the axis has only whole labels, in order.
func checkAxis(t *testing.T, c *Chart, lines []rich.Line, where string) {
	f := c.frame()
	ticks := ticksOf(c.scale, stepFor(c.scale, c.voice.Words), c.voice.Words)
	var labels, above []string
	gaps := c.scale.gaps
	for _, tick := range ticks {
		for len(gaps) > 0 && gaps[0].from < float64(tick.at) {
			labels = append(labels, strings.Fields("╱ "+gaps[0].label+" ╱")...)
			gaps = gaps[1:]
		}
		labels = append(labels, tick.label)
		above = append(above, strings.Fields(tick.above)...)
	}
	for _, g := range gaps {
		labels = append(labels, strings.Fields("╱ "+g.label+" ╱")...)
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

// checkRows checks that each row has one name, whole or cut, and its mark at the
// right cells.
func checkRows(t *testing.T, c *Chart, lines []rich.Line, where string) {
	rows := c.frame().rows
	checkMore(t, c, lines, where)
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
		dated := want + " · " + c.When(i)
		for part := range strings.SplitSeq(strings.TrimSuffix(label, "≠"), "…") {
			if !strings.Contains(dated, strings.TrimSuffix(part, " ")) {
				t.Fatalf("%q is no part of %q: %s", part, dated, where)
			}
		}
		whole := c.voice.Name(i.Entity)
		if label == want || label == dated || c.width < 12 || strings.TrimSuffix(label, " ≠") == whole {
			continue
		}
		if !strings.Contains(label, "…") {
			t.Fatalf("%q is cut, and does not say so, of %q: %s", label, want, where)
		}
	}
}

// checkMore checks that the first and the last row that is seen are marked if and only
// if rows go on, and that the heading says which are seen.
func checkMore(t *testing.T, c *Chart, lines []rich.Line, where string) {
	first, last := None, None
	rows := c.frame().rows
	marked := map[string]bool{}
	for y := rows.y; y < rows.y+rows.lines; y++ {
		if item := c.ItemAt(y); item != None {
			if first == None {
				first = item
			}
			last = item
		}
		spans := lines[y].Spans
		if n := len(spans); n > 0 && spans[n-1].Role == rich.Muted && spans[n-1].Link < 0 {
			for _, sign := range []string{theme.MoreAbove, theme.MoreBelow, theme.MoreBoth} {
				marked[sign] = marked[sign] || strings.HasSuffix(spans[n-1].Text, sign)
			}
		}
	}
	if first == None {
		return
	}
	above, below := first != int(c.rows[0]), last != int(c.rows[len(c.rows)-1])
	both := marked[theme.MoreBoth]
	if (marked[theme.MoreAbove] || both) != above || (marked[theme.MoreBelow] || both) != below {
		t.Fatalf("marked %v, with more above %v and below %v: %s", marked, above, below, where)
	}
	if status := c.frame().status; status.lines > 0 && c.before+c.after == 0 && c.width > 80 && strings.Contains(lines[status.y].Text(), "–") != (above || below) {
		t.Fatalf("%q, with more above %v and below %v: %s", lines[status.y].Text(), above, below, where)
	}
}

// checkStatus checks that both counts are whole if they fit.
func checkStatus(t *testing.T, c *Chart, lines []rich.Line, where string) {
	status := c.frame().status
	earlier, later := c.earlier(), c.later()
	if status.lines == 0 || max(safe.Width(earlier), safe.Width(later)) >= c.width/2-2 {
		return
	}
	if text := strings.TrimPrefix(lines[status.y].Text(), " "); !strings.HasPrefix(text, earlier) || !strings.HasSuffix(text, later) {
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
