// Package report holds the pages that report on a knowledge base as a whole or on
// what is selected: its problems, gaps and suggestions, a brief, what depends on a
// source.
package report

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
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
}

// listing is a page of rows that are filtered as one types.
type listing struct {
	page.Defaults
	voice  present.Voice
	rows   rows
	worker *work.Worker // of the filter

	// head returns the line above the rows, and below what stands there if there
	// are none.
	head func(shown, all int) []rich.Span
	none func(width int) []rich.Line

	width, height int
	entries       widget.Entries
	texts         []string // folded, of all rows; nil until they are needed
	visible       []int    // indexes of the rows that the filter leaves
	filter        string
	field         *widget.Field // while the filter is typed
	wanted        listingState  // where to go once there are rows
}

// listingState is what brings a listing back to where it was left.
type listingState struct {
	filter, key string
	at, top     int
}

func newListing(voice present.Voice) listing {
	return listing{voice: voice, worker: new(work.Worker), height: 1}
}

// setRows lists other rows, and goes to what was selected, or to where the page is to
// go.
func (l *listing) setRows(all rows) tea.Cmd {
	if l.rows != nil {
		l.wanted = l.State().(listingState)
	}
	l.rows, l.texts = all, nil
	return l.sift()
}

// forget lets go of the rows, and keeps where the page is.
func (l *listing) forget() {
	l.wanted, _ = l.State().(listingState)
	l.rows, l.texts, l.visible = nil, nil, nil
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

// few is how many rows are filtered at once, between two frames.
const few = 2000

// sift works out which rows the filter leaves: at once among few, else beside the
// screen.
func (l *listing) sift() tea.Cmd {
	type sifted struct {
		texts   []string
		visible []int
	}
	all, texts, asked := l.rows, l.texts, strings.Fields(query.Fold(l.filter))
	work1 := func(ctx context.Context) sifted {
		out := sifted{texts, make([]int, 0, all.Len())}
		if len(asked) > 0 && texts == nil {
			out.texts = make([]string, all.Len())
			for i := range out.texts {
				if ctx.Err() != nil {
					return sifted{}
				}
				out.texts[i] = query.Fold(all.Text(i))
			}
		}
		for i := range all.Len() {
			if !slices.ContainsFunc(asked, func(word string) bool { return !strings.Contains(out.texts[i], word) }) {
				out.visible = append(out.visible, i)
			}
		}
		return out
	}
	settle := func(s sifted) tea.Cmd {
		l.texts = s.texts
		l.show(s.visible)
		return nil
	}
	if all.Len() > few && len(asked) > 0 {
		return work.Do(l.worker, work1, settle)
	}
	l.worker.Stop()
	return settle(work1(context.Background()))
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
	l.voice, l.texts = voice, nil
	return nil
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

// setFilter filters the rows; what is selected stays so if it is left.
func (l *listing) setFilter(text string) tea.Cmd {
	if l.rows == nil || text == l.filter {
		l.filter = text
		return nil
	}
	l.wanted = l.State().(listingState)
	l.wanted.top = 0
	l.filter = text
	return l.sift()
}

// Type takes a key or pasted text into the filter.
func (l *listing) Type(msg tea.Msg) (page.Answer, bool) {
	if l.field == nil {
		return page.Ignored, false
	}
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		switch a := keys.Find(keys.InField, msg); a {
		case keys.None:
		case keys.Accept:
			l.field = nil
			return page.Answer{}, true
		case keys.Close:
			l.field = nil
			return page.Answer{Cmd: l.setFilter("")}, true
		case keys.Palette:
			text := l.field.Value()
			l.field = nil
			return page.Answer{Intent: page.Search{Text: text}}, true
		default:
			l.entries.Move(a)
			return page.Answer{}, true
		}
	}
	var cmd tea.Cmd
	*l.field, cmd = l.field.Update(msg)
	return page.Answer{Cmd: tea.Batch(cmd, l.setFilter(l.field.Value()))}, true
}

// Blur ends typing.
func (l *listing) Blur() { l.field = nil }

// Leave ends typing and the work.
func (l *listing) Leave() bool {
	l.Blur()
	l.worker.Stop()
	return false
}

// IsSlow reports whether the rows are being filtered for long.
func (l *listing) IsSlow() bool { return l.worker.IsSlow() }

// filterPrompt stands before what is typed.
const filterPrompt = " / "

// Input returns the filter while it is typed.
func (l *listing) Input(t *theme.Theme) *page.Input {
	if l.field == nil {
		return nil
	}
	l.field.SetWidth(max(1, l.width-len(filterPrompt)-2))
	return &page.Input{
		Line: widget.Fill(t.Key.Render(filterPrompt)+l.field.View(), l.width),
		Under: func(room int) string {
			return widget.Fill(t.Muted.Render(safe.Cut(safe.Spaces(len(filterPrompt))+l.voice.Words.Say(words.HelpPrompt), room)), room)
		},
	}
}

// Status draws the filter in force.
func (l *listing) Status(t *theme.Theme, width int) string {
	if l.filter == "" {
		return ""
	}
	return t.Key.Render("/") + " " + t.Match.Render(safe.Cut(safe.Line(l.filter), max(4, width/2)))
}

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
	case keys.Open, keys.Edit:
		return usual, some
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

// View draws the heading and the rows that are visible.
func (l *listing) View(t *theme.Theme) []string {
	all := 0
	if l.rows != nil {
		all = l.rows.Len()
	}
	head := l.head(len(l.visible), all)
	lines := []string{widget.Fill(safe.Spaces(widget.EntryMargin)+t.Line(rich.NewLine(head...).Cut(max(1, l.width-widget.EntryMargin-1))), l.width)}
	for len(lines) < l.headLines() {
		lines = append(lines, "")
	}
	if len(l.visible) > 0 {
		return append(lines, l.entries.View(t)...)
	}
	for _, line := range l.nothing(l.width - 2*widget.EntryMargin) {
		if len(lines) < l.height {
			lines = append(lines, safe.Spaces(widget.EntryMargin)+t.Line(line))
		}
	}
	return lines
}

// nothing says why there are no rows.
func (l *listing) nothing(width int) []rich.Line {
	w := l.voice.Words
	if l.filter != "" && l.rows != nil && l.rows.Len() > 0 {
		quoted := w.Quote(safe.Cut(safe.Line(l.filter), width/2))
		return rich.Wrap(rich.Muted, w.Say(words.NothingFoundFor, quoted)+"\n"+keys.Say(w, words.HowToClear, keys.Close), max(8, width))
	}
	return l.none(max(8, width))
}
