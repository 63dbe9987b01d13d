package matrix_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/matrix"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// pieces are what names are made of: wide, combining, from right to left, and
// such as a terminal would obey.
var pieces = []string{"a", "B", "é", "e\u0301", "船", " ", "رحلة", "\\u0007", "\\u001b[31m", "\\u202e", "🧭", "-", "x"}

func name(r *rand.Rand) string {
	var b strings.Builder
	b.WriteByte('n')
	for range 1 + r.IntN(24) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// coast is a random base of ships and ports; in some, nobody no sources to cite.
func coast(t testing.TB, r *rand.Rand) *kb.KB {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.calls_at]\n[relations.sees]\n[source.log]\n")
	ships, ports := 1+r.IntN(60), 1+r.IntN(60)
	for i := range ships {
		fmt.Fprintf(&b, "[ship.a%d]\nname = \"%s\"\ncalls_at = [", i, name(r))
		for range r.IntN(5) {
			fmt.Fprintf(&b, "{ to = 'b%d'%s },", r.IntN(ports), []string{"", ", source = 'log'", ", source = 'log', confidence = 'low'"}[r.IntN(3)])
		}
		fmt.Fprintf(&b, "]\nsees = 'a%d'\n", r.IntN(ships))
	}
	for i := range ports {
		fmt.Fprintf(&b, "[port.b%d]\nname = \"%s\"\n", i, name(r))
	}
	return kbtest.Read(t, b.String())
}

// drawn is a picture by its cells.
type drawn [][]string

func cellsOf(t *testing.T, lines []rich.Line, width, height int) drawn {
	t.Helper()
	if len(lines) > height {
		t.Fatalf("%d lines of %d", len(lines), height)
	}
	out := make(drawn, len(lines))
	for y, line := range lines {
		if line.Width() > width {
			t.Fatalf("line %d takes %d cells of %d: %q", y, line.Width(), width, line.Text())
		}
		for piece, n := range safe.Cells(line.Text()) {
			out[y] = append(out[y], piece)
			for range n - 1 {
				out[y] = append(out[y], "")
			}
		}
	}
	return out
}

// text returns the text of width cells from column x of line y, without spaces
// at its end.
func (d drawn) text(x, y, width int) string {
	if y >= len(d) {
		return ""
	}
	row := d[y]
	return strings.TrimRight(strings.Join(row[min(x, len(row)):min(x+width, len(row))], ""), " ")
}

// TestEverythingStandsWhereItBelongs draws random tables at random sizes, and
// reads every name, number and cell back from where it has to stand: were two to
// overlap, one of them would not be there.
func TestEverythingStandsWhereItBelongs(t *testing.T) {
	for round := range uint64(120) {
		r := rand.New(rand.NewPCG(round, 21))
		k := coast(t, r)
		v := present.NewVoice(k, "en")
		columns := k.Kind([]string{"port", "ship"}[r.IntN(2)]).Entities
		table := matrix.Between(context.Background(), k, k.Kind("ship").Entities, columns, matrix.Options{Hops: 1 + r.IntN(3)}).WithoutEmpty()
		if table.Linked() == 0 {
			continue
		}
		table = draw.Order(r.IntN(int(draw.Orders))).Arrange(context.Background(), v, table)
		shading := draw.NewShading(v, table, r.IntN(2) == 0)
		width, height := r.IntN(140), r.IntN(50)
		l := draw.Measure(v, table, shading).Lay(width, height)
		view := draw.Viewport{
			Top: r.IntN(max(1, len(table.Rows)-l.Rows+1)), Left: r.IntN(max(1, len(table.Columns)-l.Columns+1)),
			Row: r.IntN(len(table.Rows)), Column: r.IntN(len(table.Columns)),
		}
		d := cellsOf(t, draw.Draw(v, table, shading, l, view), width, height)
		fail := func(format string, about ...any) {
			t.Helper()
			var b strings.Builder
			for _, line := range d {
				b.WriteString(strings.Join(line, "") + "\n")
			}
			t.Fatalf("round %d, %d×%d, %+v: %s\n%s", round, width, height, view, fmt.Sprintf(format, about...), b.String())
		}
		shown := make(map[string]string)
		for y := range l.Rows {
			axis := table.Rows[view.Top+y]
			checkRow(v, d, l, axis, y, fail)
			// Rows of different names do not look alike where there is room for a word.
			if text, _, _ := cutLast(strings.TrimRight(d.text(1, l.Head()+y, l.X(-1)), " [")); l.X(-1) > 16 {
				if other, there := shown[text]; there && other != v.Name(axis.Entity) {
					fail("%q and %q are both called %q", other, v.Name(axis.Entity), text)
				}
				shown[text] = v.Name(axis.Entity)
			}
			for i := range l.Columns {
				want := shading.Cell(table.Cell(view.Top+y, view.Left+i)).Text
				if axis.Entity == table.Columns[view.Left+i].Entity {
					want = "╲"
				}
				got := d.text(l.X(i)+1-safe.Width(want), l.Head()+y, safe.Width(want))
				if got != want && (want != "·" || got != "") {
					fail("the cell %d × %d is %q, want %q", y, i, got, want)
				}
			}
		}
		for i := range l.Columns {
			checkColumn(v, d, l, table.Columns[view.Left+i], i, fail)
		}
		checkMarks(d, l, view, table, fail)
		if x, y := l.X(view.Column-view.Left), l.Head()+view.Row-view.Top; view.Column >= view.Left && view.Column < view.Left+l.Columns && y >= l.Head() && y < l.Head()+l.Rows {
			if d.text(x+1, y, 1) != "]" {
				fail("the cell that is lit is not marked")
			}
			if row, column, ok := l.At(x, y); !ok || row != view.Row-view.Top || column != view.Column-view.Left {
				fail("at %d, %d there is %d × %d", x, y, row, column)
			}
		}
	}
}

// checkMarks checks that a mark at the edge agrees with what is beyond it. The bracket of
// the cell that is lit may stand in its place.
func checkMarks(d drawn, l draw.Layout, view draw.Viewport, table *matrix.Table, fail func(string, ...any)) {
	if l.Rows < 2 || l.Width < 1 {
		return
	}
	above, below := d.text(l.Width-1, l.Head(), 1), d.text(l.Width-1, l.Head()+l.Rows-1, 1)
	if above != "]" && (above == "↑") != (view.Top > 0) {
		fail("the first row has %q at its edge", above)
	}
	if below != "]" && (below == "↓") != (view.Top+l.Rows < len(table.Rows)) {
		fail("the last row has %q at its edge", below)
	}
}

func checkRow(v present.Voice, d drawn, l draw.Layout, axis matrix.Axis, y int, fail func(string, ...any)) {
	line, count := d.text(1, l.Head()+y, l.X(-1)), strconv.Itoa(axis.Linked)
	shown, number, _ := cutLast(strings.TrimRight(line, " ["))
	if l.X(-1) > 12 && number != count {
		fail("row %d: its number is %q, want %q", y, number, count)
	}
	if l.X(-1) > 12 && !isOf(shown, v.Name(axis.Entity)) {
		fail("row %d is called %q, want %q", y, shown, v.Name(axis.Entity))
	}
}

// isOf reports whether a shown text is a name, or a part of one with an ellipsis for
// what is missing.
func isOf(shown, name string) bool {
	if shown == strings.TrimRight(name, " ") {
		return true
	}
	parts := strings.Split(shown, "…")
	for i, part := range parts {
		at := strings.Index(name, strings.Trim(part, " "))
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		name = name[at:]
	}
	return len(parts) > 1 && len(shown) > len("…")
}

func cutLast(s string) (before, after string, ok bool) {
	at := strings.LastIndexByte(s, ' ')
	if at < 0 {
		return "", s, false
	}
	return strings.TrimRight(s[:at], " "), s[at+1:], true
}

// checkColumn reads the name of a column across, or else downwards.
func checkColumn(v present.Voice, d drawn, l draw.Layout, axis matrix.Axis, i int, fail func(string, ...any)) {
	name, count := v.Name(axis.Entity), strconv.Itoa(axis.Linked)
	if l.HasFlags() {
		shown, number, _ := cutLast(d.text(l.X(i), i, l.Width))
		if number != count || !isOf(shown, name) {
			fail("column %d is called %q %q, want %q %q", i, shown, number, name, count)
		}
		return
	}
	var down []string
	for y := 1; y < l.Head(); y++ {
		down = append(down, d.text(l.X(i), y, 1))
	}
	if len(down) == 0 {
		return
	}
	if got := strings.Join(down, ""); !strings.HasSuffix(got, count) {
		fail("down column %d stands %q, want %q", i, got, count)
	}
	letters := strings.TrimLeft(strings.Join(down[:len(down)-len(count)], "\x00"), "\x00")
	at := 0
	for letter := range strings.SplitSeq(letters, "\x00") {
		if letter == "" || letter == "⋮" || letter == "…" {
			break
		}
		if !strings.HasPrefix(strings.ReplaceAll(name[at:], " ", ""), letter) {
			fail("down column %d stands %q, want %q", i, letters, name)
		}
		at += strings.Index(name[at:], letter) + len(letter)
	}
}

// TestAllOfATableIsSeenAtOnce asks of every linked cell that its dot is set, where
// few are, and of the picture that it stays in its frame.
func TestAllOfATableIsSeenAtOnce(t *testing.T) {
	for round := range uint64(60) {
		r := rand.New(rand.NewPCG(round, 22))
		k := coast(t, r)
		v := present.NewVoice(k, "en")
		table := matrix.Between(context.Background(), k, k.Kind("ship").Entities, k.Kind("port").Entities, matrix.Options{}).WithoutEmpty()
		if table.Linked() == 0 {
			continue
		}
		width, height := r.IntN(100), r.IntN(40)
		view := draw.Viewport{Row: r.IntN(len(table.Rows)), Column: r.IntN(len(table.Columns))}
		w := draw.NewWhole(table, width, height)
		d := cellsOf(t, w.Draw(v, table, view), width, height)
		if width < 3 || height < 3 {
			continue
		}
		if !strings.Contains(fmt.Sprint(d), "┼") {
			t.Fatalf("round %d, %d×%d: the cell that is lit is not marked", round, width, height)
		}
		_, _, least := w.Scale()
		for y, line := range d {
			for x, piece := range line {
				row, column, ok := w.At(x, y)
				if !strings.ContainsAny(piece, " \u2800") && piece != "▌" && y > 0 && (!ok || row >= len(table.Rows) || column >= len(table.Columns)) {
					t.Fatalf("round %d: %q at %d, %d is beyond the table", round, piece, x, y)
				}
			}
		}
		if filled := strings.ContainsFunc(fmt.Sprint(d), func(r rune) bool { return r > 0x2800 && r < 0x2900 }); least == 1 && table.Linked() > 40 && !filled {
			t.Fatalf("round %d, %d×%d: there is no dot", round, width, height)
		}
	}
}

func TestInWordsThereIsNothingDrawn(t *testing.T) {
	for round := range uint64(60) {
		r := rand.New(rand.NewPCG(round, 23))
		k := coast(t, r)
		for _, e := range k.Entities {
			e.Name = kb.Text{} // its key is ASCII
		}
		v := present.NewVoice(k, "en")
		table := matrix.Between(context.Background(), k, k.Kind("ship").Entities, k.Kind("port").Entities, matrix.Options{Hops: 1 + r.IntN(3)}).WithoutEmpty()
		sides := draw.Sides{Rows: "Ships", Columns: "Ports", Hops: table.Options().Hops}
		cells := 0
		lines, _ := sides.Lines(v, table)
		for _, line := range lines {
			if strings.HasPrefix(line.Text(), "  ") {
				cells++
			}
			for _, sign := range line.Text() {
				if sign > 0x7f {
					t.Fatalf("%q is drawn in %q", sign, line.Text())
				}
			}
		}
		if cells != table.Linked() {
			t.Fatalf("%d cells are said, want %d", cells, table.Linked())
		}
	}
}

// TestFewColumnsAreNamedWhole lays a table of few columns and more rows than fit out:
// as long as six rows are seen, names of columns are read across rather than as three
// letters downwards.
func TestFewColumnsAreNamedWhole(t *testing.T) {
	k := kbtest.BuiltIn(t)
	v := present.NewVoice(k, "fr")
	table := matrix.Between(context.Background(), k, k.Kind("company").Entities, k.Kind("event").Entities, matrix.Options{}).WithoutEmpty()
	m := draw.Measure(v, table, draw.NewShading(v, table, false))
	for height := len(table.Columns) + 6; height < 40; height++ {
		if l := m.Lay(80, height); !l.HasFlags() || l.Rows < 6 {
			t.Errorf("%d columns in %d lines: named across: %v, %d rows", len(table.Columns), height, l.HasFlags(), l.Rows)
		}
	}
}
