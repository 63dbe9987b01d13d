// Package report holds the pages that report on a knowledge base as a whole or on
// what is selected: its problems, gaps and suggestions, what was inferred, a brief,
// what depends on a source.
package report

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/sift"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// rows are what a listing lists, in its order, in groups.
type rows interface {
	Len() int
	// Group returns the index of the group of a row; those of one group follow each
	// other. Heading returns the lines above a group.
	Group(i int) int
	Heading(group, width int) []rich.Line
	Lines(i, width int) []rich.Line
	// Text returns what the filter looks in.
	Text(i int) string
	// Key finds a row again in another reading of the files.
	Key(i int) string
	Open(i int) page.Intent
	Selection(i int) page.Selection
	// in returns the same rows in another voice.
	in(v present.Voice) rows
}

// listing is a page of rows that are filtered as one types.
type listing struct {
	page.Defaults
	voice  present.Voice
	rows   rows         // nil until they are there
	maker  *work.Worker // of the rows
	sifter *sift.Sifter

	texts listingTexts
	// head returns the line above the rows, none what stands below it if there are
	// none; where they are nil, it is what the texts say.
	head func(shown, all int) []rich.Span
	none func(width int) []rich.Line

	width, height int
	entries       widget.Entries
	visible       []int // indexes of the rows that the filter leaves
	filter        string
	field         *widget.Field // while the filter is typed
	wanted        listingState  // where to go once there are rows
}

// listingState is what brings a listing back to where it was left.
type listingState struct {
	filter, key string
	at, top     int
}

// listingTexts are what a listing is called, what it says while its rows are looked
// for, and what it says if there are none.
type listingTexts struct{ title, looking, empty words.Message }

func newListing(voice present.Voice, texts listingTexts) listing {
	return listing{voice: voice, texts: texts, maker: new(work.Worker), sifter: new(sift.Sifter), height: 1}
}

// look has the rows made beside the screen.
func (l *listing) look(find func(context.Context) rows) tea.Cmd {
	return work.Do(l.maker, find, func(r rows) tea.Cmd { return l.setRows(r.in(l.voice)) })
}

// setRows lists other rows, and goes to what was selected, or to where the page is to
// go.
func (l *listing) setRows(all rows) tea.Cmd {
	if l.rows != nil {
		l.wanted = l.State().(listingState)
	}
	if l.rows == nil || l.rows.Len() != all.Len() {
		l.visible = nil // indexes of rows that are gone
		l.entries.Set(0, nil)
	}
	l.rows = all
	l.sifter.Forget()
	return l.sift()
}

// forget lets go of the rows, and keeps where the page is.
func (l *listing) forget() {
	l.wanted, _ = l.State().(listingState)
	l.rows, l.visible = nil, nil
	l.sifter.Forget()
	l.entries.Set(0, nil)
}

// State returns what brings the page back to where it is.
func (l *listing) State() any {
	if l.rows == nil {
		return l.wanted
	}
	s := listingState{filter: l.filter, at: l.entries.Selected, top: l.entries.Top}
	if at, ok := l.selected(); ok {
		s.key = l.rows.Key(at)
	}
	return s
}

// restore goes to where the page was left, now or once there are rows.
func (l *listing) restore(at any) tea.Cmd {
	l.wanted, _ = at.(listingState)
	l.filter = l.wanted.filter
	if l.rows == nil {
		return nil
	}
	return l.sift()
}

// show lists these rows, and goes to where the page is to go.
func (l *listing) show(visible []int) {
	l.visible = visible
	at := max(0, min(l.wanted.at, len(visible)-1))
	if key := l.wanted.key; key != "" && (len(visible) == 0 || l.rows.Key(visible[at]) != key) {
		if same := slices.IndexFunc(visible, func(i int) bool { return l.rows.Key(i) == key }); same >= 0 {
			at = same
		}
	}
	l.entries.Selected, l.entries.Top, l.entries.Skip = at, l.wanted.top, 0
	l.entries.Set(len(visible), l.entry)
}

// entry lays out a visible row, below the heading of its group if that begins there.
func (l *listing) entry(n, width int) widget.Entry {
	i := l.visible[n]
	e := widget.Entry{Lines: l.rows.Lines(i, width)}
	if group := l.rows.Group(i); n == 0 || l.rows.Group(l.visible[n-1]) != group {
		if e.Above = l.rows.Heading(group, width); n > 0 && len(e.Above) > 0 {
			e.Above = slices.Insert(e.Above, 0, rich.Line{})
		}
	}
	return e
}

// selected returns the index of the row that is selected.
func (l *listing) selected() (i int, ok bool) {
	if l.rows == nil || len(l.visible) == 0 {
		return 0, false
	}
	return l.visible[l.entries.Selected], true
}

// isEmpty reports whether there is nothing to filter.
func (l *listing) isEmpty() bool { return l.rows != nil && l.rows.Len() == 0 }

// headLines is how many lines stand above the rows.
func (l *listing) headLines() int {
	if l.height < 8 {
		return 1
	}
	return 2
}

// SetSize gives the page its cells.
func (l *listing) SetSize(width, height int) tea.Cmd {
	l.width, l.height = width, height
	l.entries.SetSize(width-1, max(1, height-l.headLines()))
	return nil
}

// SetVoice shows the same in another voice, keeping the place.
func (l *listing) SetVoice(voice present.Voice) tea.Cmd {
	l.voice = voice
	if l.rows == nil {
		return nil
	}
	return l.setRows(l.rows.in(voice))
}

// Subject returns all of the knowledge base.
func (l *listing) Subject() page.Subject { return page.Subject{Entities: l.voice.KB.Entities} }

// Selection returns what the selected row is about.
func (l *listing) Selection() page.Selection {
	if i, ok := l.selected(); ok {
		return l.rows.Selection(i)
	}
	return page.Selection{}
}

// Act moves, filters, or opens the selected row.
func (l *listing) Act(a keys.Action) page.Answer {
	switch a {
	case keys.Open:
		if i, ok := l.selected(); ok {
			return page.Answer{Intent: l.rows.Open(i)}
		}
		return page.Ignored
	case keys.FindText:
		if l.isEmpty() {
			return page.Ignored
		}
		field := widget.NewField()
		field.SetValue(l.filter)
		l.field = &field
		return page.Answer{}
	case keys.Close:
		if l.filter == "" {
			return page.Ignored
		}
		return page.Answer{Cmd: l.setFilter("")}
	}
	return page.Answer{Ignored: !l.entries.Move(a)}
}

// Leave ends typing and the work.
func (l *listing) Leave() bool {
	l.Blur()
	l.maker.Stop()
	l.sifter.Stop()
	return false
}

// IsSlow reports whether the rows are being made or filtered for long.
func (l *listing) IsSlow() bool { return l.maker.IsSlow() || l.sifter.IsSlow() }

// Position says which row is selected.
func (l *listing) Position() string {
	if len(l.visible) == 0 {
		return ""
	}
	return l.voice.Words.Number(l.entries.Selected+1) + "/" + l.voice.Words.Number(len(l.visible))
}

// Hint returns the usual hint; Esc clears the filter first.
func (l *listing) Hint(a keys.Action, usual string) (string, bool) {
	_, some := l.selected()
	switch a {
	case keys.Close:
		return l.voice.Words.Say(words.HintClear), l.filter != ""
	case keys.Open, keys.Edit, keys.Change:
		return usual, some
	case keys.FindText:
		return usual, l.filter == "" && !l.isEmpty() // the filter in force is shown
	}
	return usual, true
}

// Wheel scrolls.
func (l *listing) Wheel(_, _, lines int) page.Answer {
	l.entries.Scroll(lines)
	return page.Answer{}
}

// Click selects the row at a cell.
func (l *listing) Click(_, y int) page.Answer {
	n := l.entries.EntryAt(y - l.headLines())
	if y < l.headLines() || n < 0 {
		return page.Ignored
	}
	l.entries.Selected = n
	return page.Answer{}
}

// View draws the heading and the rows that are visible, and marks where they go on.
func (l *listing) View(t *theme.Theme) []string {
	all := 0
	if l.rows != nil {
		all = l.rows.Len()
	}
	head := l.heading
	if l.head != nil {
		head = l.head
	}
	lines := []string{widget.Fill(safe.Spaces(widget.EntryMargin)+t.Line(rich.NewLine(head(len(l.visible), all)...).Cut(max(1, l.width-widget.EntryMargin-1))), l.width)}
	for len(lines) < l.headLines() {
		lines = append(lines, "")
	}
	if len(l.visible) > 0 {
		entries := l.entries.View(t)
		widget.MarkMore(t, entries, l.width, l.entries.IsAbove(), l.entries.IsBelow())
		return append(lines, entries...)
	}
	for _, line := range l.nothing(l.width - 2*widget.EntryMargin) {
		if len(lines) < l.height {
			lines = append(lines, safe.Spaces(widget.EntryMargin)+t.Line(line))
		}
	}
	return lines
}

// titled begins the line above the rows.
func (l *listing) titled() []rich.Span {
	return []rich.Span{rich.NewSpan(rich.Heading, l.voice.Words.Say(l.texts.title)), rich.NewSpan(rich.Plain, "  ")}
}

// heading says what is listed, and how much of it.
func (l *listing) heading(shown, all int) []rich.Span {
	w := l.voice.Words
	switch {
	case l.rows == nil:
		return append(l.titled(), rich.NewSpan(rich.Muted, w.Say(l.texts.looking)))
	case l.filter != "":
		return append(l.titled(), rich.NewSpan(rich.Accent, w.Number(shown)+"/"+w.Number(all)))
	}
	return append(l.titled(), rich.NewSpan(rich.Muted, w.Number(all)))
}

// nothing says why there are no rows.
func (l *listing) nothing(width int) []rich.Line {
	w := l.voice.Words
	width = max(8, width)
	switch {
	case l.filter != "" && l.rows != nil && l.rows.Len() > 0:
		quoted := w.Quote(safe.Cut(safe.Line(l.filter), width/2))
		return rich.Wrap(rich.Muted, w.Say(words.NothingFoundFor, quoted)+"\n"+keys.Say(w, words.HowToClear, keys.Close), width)
	case l.none != nil:
		return l.none(width)
	case l.rows == nil:
		return nil
	}
	return rich.Wrap(rich.Muted, w.Say(l.texts.empty), width)
}
