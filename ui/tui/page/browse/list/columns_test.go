package list

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/page"
)

// randomBase returns a knowledge base of one kind whose entities have some of several
// fields: numbers, dates, periods, texts of many lengths and scripts, lists.
func randomBase(r *rand.Rand) string {
	words := strings.Fields("a to mission Entwicklungszusammenarbeit 東京 cloud. of é̈ 2020 Дом ≠ – v1.2.3 very.long.dotted.name.of.a.rule")
	text := func(most int) string {
		var out []string
		for range 1 + r.IntN(most) {
			out = append(out, words[r.IntN(len(words))])
		}
		return strings.Join(out, " ")
	}
	var b strings.Builder
	fields := 1 + r.IntN(7)
	for i := range 1 + r.IntN(30) {
		fmt.Fprintf(&b, "[[thing]]\nname = %q\n", fmt.Sprint(i, " ", text(12)))
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "start = 2024-02-%02d\nend = 2024-03-%02d\n", 1+r.IntN(28), 1+r.IntN(28))
		}
		for f := range fields {
			switch (f + r.IntN(20)/18) % 4 {
			case 0:
				fmt.Fprintf(&b, "number%d = %d\n", f, r.IntN(1<<r.IntN(40)))
			case 1:
				fmt.Fprintf(&b, "text%d = %q\n", f, text(8))
			case 2:
				fmt.Fprintf(&b, "list%d = [%q, %q]\n", f, text(2), text(3))
			}
		}
	}
	return b.String()
}

// TestNoCellIsBlankThatHasAValue draws lists of random bases at random sizes, sorted by
// some columns or none, in both languages.
func TestNoCellIsBlankThatHasAValue(t *testing.T) {
	plain := theme.New(true, colorprofile.ASCII)
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 18))
		k := kbtest.Read(t, randomBase(r))
		v := present.NewVoice(k, []string{"en", "fr"}[seed%2])
		p, _ := New(v, search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("thing")})
		if r.IntN(2) == 0 {
			p.SetColumns(p.AllColumns())
		}
		p.SetSheet(r.IntN(2) == 0)
		for range 6 {
			width := 20 + r.IntN(180)
			p.SetSize(width, 1+r.IntN(20))
			if all := p.AllColumns(); r.IntN(2) == 0 {
				p.SetOrder(Order{{Field: all[r.IntN(len(all))].Field, Reverse: r.IntN(2) == 0}})
			}
			p.moveTo(r.IntN(p.rows.len()))
			p.MoveColumn(r.IntN(7) - 3)
			if p.isSheet && r.IntN(3) == 0 {
				p.Resize(r.IntN(11) - 5)
			}
			checkCells(t, p, plain, width)
			if t.Failed() {
				t.Fatalf("seed %d, %d cells, sorted by %+v:\n%s\n%s", seed, width, p.order, ansi.Strip(p.Header(plain, width)), ansi.Strip(strings.Join(p.Rows(plain, width, true), "\n")))
			}
		}
	}
}

// checkCells compares what is drawn with what the entities have.
func checkCells(t *testing.T, p *Page, plain *theme.Theme, width int) {
	t.Helper()
	places, rows := p.places(width), p.Rows(plain, width, true)
	header := ansi.Strip(p.Header(plain, width))
	if safe.Width(header) > width {
		t.Errorf("the header has %d cells", safe.Width(header))
	}
	left := len(p.columns) - len(places)
	if p.isSheet {
		left -= p.first - 1
		if p.first > 1 != strings.Contains(header, "‹") {
			t.Errorf("column %d is the first, and the header is %q", p.first, header)
		}
		if !p.HasRoom(p.Column().Field) {
			t.Errorf("the cursor is on column %d, which is not seen", p.column)
		}
	}
	if left > 0 && !strings.Contains(header, fmt.Sprint("+", left)) {
		t.Errorf("nothing says that %d columns have no room", left)
	}
	for _, by := range p.order {
		if !strings.ContainsAny(header, "▲▼") {
			t.Errorf("nothing says that the list is sorted by %q", by.Field)
		}
	}
	for i, row := range rows {
		row = ansi.Strip(row)
		if safe.Width(row) > width {
			t.Errorf("row %d has %d cells", i, safe.Width(row))
		}
		checkRow(t, p, places, row, p.Entity(p.offset+i))
	}
}

func checkRow(t *testing.T, p *Page, places []place, row string, e *kb.Entity) {
	t.Helper()
	for _, at := range places[1:] {
		want := p.voice.Cell(e, p.columns[at.column].Field)
		if want == "" {
			continue
		}
		got := strings.TrimSpace(cellsOf(row, at))
		if got == strings.TrimSpace(want) {
			continue
		}
		if got == "" || !strings.Contains(got, "…") {
			t.Errorf("of %q a cell of %d has %q", want, at.width, got)
		}
	}
	name := strings.TrimSpace(cellsOf(row, places[0]))
	if whole := p.voice.Cell(e, ""); name == "" || !strings.HasPrefix(whole, name) && !strings.Contains(name, "…") {
		t.Errorf("of %q, %d cells have %q", whole, places[0].width, name)
	}
}

// cellsOf returns what a line has at a place.
func cellsOf(line string, at place) string {
	return ansi.TruncateWc(safe.CutLeft(line, at.x), at.width, "")
}

// TestNumbersStandRight has the digits of a column and its title end in the same cell.
func TestNumbersStandRight(t *testing.T) {
	k := kbtest.Read(t, "[kinds.thing]\ncolumns = ['size', 'date']\n[thing.one]\nsize = 7\ndate = 2020-01-01\n[thing.two]\nsize = 1234567\ndate = 2020\n")
	p, _ := New(present.NewVoice(k, "en"), search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("thing")})
	p.SetSize(60, 5)
	plain := theme.New(true, colorprofile.ASCII)
	at := p.places(60)[1]
	for _, line := range append(p.Rows(plain, 60, true), p.Header(plain, 60)) {
		if text := cellsOf(ansi.Strip(line), at); strings.HasSuffix(text, " ") {
			t.Errorf("%q does not stand right", text)
		}
	}
	date := p.places(60)[2]
	for _, line := range p.Rows(plain, 60, true) {
		if text := cellsOf(ansi.Strip(line), date); !strings.HasPrefix(text, "2020") {
			t.Errorf("%q does not stand left", text)
		}
	}
}

// TestALongListIsMeasuredWhereItIsSeen moves to a row whose number is wider than those of
// the sample.
func TestALongListIsMeasuredWhereItIsSeen(t *testing.T) {
	var b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&b, "[thing.k%d]\nname = 'Thing %d'\nsize = %d\n", i, i, i%10)
	}
	b.WriteString("[thing.last]\nname = 'Last'\nsize = 1234567890123\n")
	k := kbtest.Read(t, b.String())
	p, _ := New(present.NewVoice(k, "en"), search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("thing")})
	p.SetSize(40, 10)
	plain := theme.New(true, colorprofile.ASCII)
	before := p.places(40)[1].width
	p.moveTo(p.rows.len() - 1)
	rows := p.Rows(plain, 40, true)
	if last := ansi.Strip(rows[len(rows)-1]); !strings.Contains(last, "1234567890123") {
		t.Errorf("after a column of %d cells, the last row is %q", before, last)
	}
}

// TestColumnsThatAreAlmostAlwaysEmptyAreLastInASheet has fields that one entity of many
// has stand before others in the file.
func TestColumnsThatAreAlmostAlwaysEmptyAreLastInASheet(t *testing.T) {
	var b strings.Builder
	b.WriteString("[kinds.rule]\ncolumns = ['author']\n")
	for i := range 40 {
		fmt.Fprintf(&b, "[rule.k%d]\nname = 'Rule %d'\nauthor = 'Author %d'\n", i, i, i%7)
		if i == 5 {
			b.WriteString("withdrawn = 2024-01-01\nexception = 'seldom'\n")
		}
		fmt.Fprintf(&b, "id = 'rule-%d-%d'\nseverity = 'level %d'\n", i, i*i, i%3)
	}
	k := kbtest.Read(t, b.String())
	p, _ := New(present.NewVoice(k, "en"), search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("rule")})
	p.SetSheet(true)
	var got []string
	for _, c := range p.Columns() {
		got = append(got, c.Field)
	}
	if want := " author severity id withdrawn exception"; strings.Join(got, " ") != want {
		t.Errorf("the columns are %q, not %q", strings.Join(got, " "), want)
	}
}
