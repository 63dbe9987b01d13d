package list

import (
	"fmt"
	"math/rand/v2"
	"slices"
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
	canGive := slices.ContainsFunc(places[:len(places)-1], p.canGive)
	for _, at := range places[1:] {
		title := safe.CutName(p.titles[at.column], at.width)
		if isPlaced := !slices.ContainsFunc(p.order, func(by present.SortBy) bool { return !p.HasRoom(by.Field) || by.Field == p.columns[at.column].Field }); isPlaced && canGive && !strings.Contains(header, title) {
			t.Errorf("%q is cut in the header %q", title, header)
		}
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

// TestOneLongNameLeavesOthersTheirCells has one entity of many with a long name: what is
// in the other columns stays whole.
func TestOneLongNameLeavesOthersTheirCells(t *testing.T) {
	var b strings.Builder
	b.WriteString("[kinds.firm]\ncolumns = ['founded', 'city', 'staff', 'sector']\n")
	for i := range 30 {
		name := fmt.Sprintf("Firm %d", i)
		if i == 7 {
			name = strings.Repeat("a very long name ", 6)
		}
		fmt.Fprintf(&b, "[firm.f%d]\nname = %q\nfounded = 19%02d\ncity = 'City %d'\nstaff = %d\nsector = 'Sector of a kind %d'\n", i, name, 10+i, i, 1000*i, i%4)
	}
	k := kbtest.Read(t, b.String())
	p, _ := New(present.NewVoice(k, "en"), search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("firm")})
	p.SetSize(80, 24)
	plain := theme.New(true, colorprofile.ASCII)
	for row, line := range p.Rows(plain, 80, true) {
		if want := fmt.Sprintf("Sector of a kind %d", row%4); !strings.Contains(ansi.Strip(line), want) {
			t.Fatalf("%q does not say %q", ansi.Strip(line), want)
		}
	}
	if long := ansi.Strip(p.Rows(plain, 200, true)[7]); !strings.Contains(long, "a very long name a very long name") {
		t.Errorf("with room for all, the long name is %q", long)
	}
}

// TestNamesAskForMoreThanOtherColumns has a list that is wide enough for all but its names
// ask for what these lack, and show them whole there.
func TestNamesAskForMoreThanOtherColumns(t *testing.T) {
	var b strings.Builder
	for i := range 30 {
		fmt.Fprintf(&b, "[[rule]]\nname = 'Detection of the process number %d that dumps memory'\nauthor = 'An author of a long name %d'\nimage = 'an image of a long name %d'\n", i, i, i)
	}
	k := kbtest.Read(t, b.String())
	p, _ := New(present.NewVoice(k, "en"), search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("rule")})
	const usual = 100
	want := p.Want(usual)
	if want <= usual || want > usual+15 {
		t.Errorf("it wants %d cells", want)
	}
	p.SetSize(want, 24)
	plain := theme.New(true, colorprofile.ASCII)
	for _, line := range p.Rows(plain, want, true) {
		if !strings.Contains(ansi.Strip(line), "that dumps memory") {
			t.Fatalf("a name is cut: %q", ansi.Strip(line))
		}
	}
	if narrow := p.Want(0); narrow <= 0 {
		t.Errorf("without room it wants %d cells", narrow)
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

// TestCoordinatesAreNotCutForANameSeenLater moves to the end of a list whose last names
// are longer than those of the sample.
func TestCoordinatesAreNotCutForANameSeenLater(t *testing.T) {
	var b strings.Builder
	for i := range 3000 {
		name := "Short"
		if i > 2900 {
			name = "A name of more than thirty cells"
		}
		fmt.Fprintf(&b, "[city.c%d]\nname = %q\nlocation = [%d.1234, -17%d.1234]\n", i, fmt.Sprint(name, " ", i), 10+i%80, i%10)
	}
	k := kbtest.Read(t, b.String())
	p, _ := New(present.NewVoice(k, "en"), search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("city")})
	p.SetSize(44, 10)
	p.moveTo(p.rows.len() - 1)
	for _, row := range p.Rows(theme.New(true, colorprofile.ASCII), 44, true) {
		if !strings.Contains(row, "° W") {
			t.Errorf("coordinates are cut: %q", ansi.Strip(row))
		}
	}
}

// TestTitlesAreWholeBesideWhatIsHidden sorts lists by a column that has no room, at all
// widths from which the last title and the way it is sorted fit: no title is cut for what
// is said beside it.
func TestTitlesAreWholeBesideWhatIsHidden(t *testing.T) {
	var b strings.Builder
	b.WriteString("[kinds.firm]\ncolumns = ['site', 'themes', 'founding']\n")
	for i := range 20 {
		fmt.Fprintf(&b, "[firm.f%d]\nname = 'A firm of number %d'\nsite = 'Town %d'\nthemes = 'Theme number %d'\nfounding = 19%02d\nkind_of_firm = 'k%d'\n", i, i, i, i, 10+i, i)
	}
	k := kbtest.Read(t, b.String())
	plain := theme.New(true, colorprofile.ASCII)
	named := 0
	for _, field := range []string{"kind_of_firm", "themes"} {
		p, _ := New(present.NewVoice(k, "en"), search.NewIndex(k), new(page.Marks), Subject{Kind: k.Kind("firm")})
		p.SetOrder(Order{{Field: field}})
		for width := 52; width < 130; width++ {
			p.SetSize(width, 24)
			header := ansi.Strip(p.Header(plain, width))
			if strings.Contains(header, "…") || !strings.Contains(header, "▲") {
				t.Errorf("at %d the titles are %q", width, header)
			}
			if strings.Contains(header, "Kind_of_firm ▲") {
				named++
			}
		}
	}
	if named == 0 {
		t.Error("the column is never named")
	}
}
