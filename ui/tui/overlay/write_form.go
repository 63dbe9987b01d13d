package overlay

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// WriteForm is a form whose result is written into a file. Some of its rows complete
// from what the base holds; below them it shows the lines to write, and their place.
type WriteForm struct {
	scroller
	voice   present.Voice
	of      *kb.Entity // that it is about
	title   func(w *words.Language) string
	modes   []formMode // what the first row chooses from; none where there is no choice
	rows    []*formRow
	folded  []*formRow // hidden rows, which a key adds
	row     int        // index of the row with the focus
	make    func() (change page.Alter, missing string)
	renewed func()             // makes anew what is derived from the knowledge base
	refused func(error) string // says why nothing would be written

	worker    work.Worker
	shown     preview
	failure   string // why nothing was written
	said      string // a notice, shown until the next key
	changed   string // what has changed in the files since the form was begun
	lost      string // why nothing can be written any more; empty if something can
	isWriting bool
	rebind    func(page.Revise) bool // takes what is changed of another reading, if it is the same
	grow      func()                 // called after each input, to add rows; may be nil
	// find rebinds the form to another reading of an entity, which was the first argument in
	// the knowledge base before, and returns the rows that start from another text. Nil if any
	// reading will do.
	find      func(before *kb.KB, was, of *kb.Entity) (rows []rowChange, isThere bool)
	gone      words.Message // said where find finds nothing
	canRemove bool          // a key removes what the form is of
	isRemoval bool          // that key was pressed
	isTyped   bool          // something was typed
	lines     []formLine    // as drawn last, for clicks
	size      [2]int        // of the screen when last drawn
	highest   int           // maximum height of the form at that size so far, in lines
}

// formMode is one of the things that a form can write.
type formMode struct {
	label  words.Message
	title  func(w *words.Language) string
	rows   []*formRow
	folded []*formRow
	make   func() (change page.Alter, missing string)
}

// setMode has the form ask for another thing.
func (f *WriteForm) setMode(n int) {
	m := f.modes[n]
	f.title, f.rows, f.folded, f.make = m.title, m.rows, m.folded, m.make
}

// unfold shows the folded rows and moves to the first of them.
func (f *WriteForm) unfold() tea.Cmd {
	first := len(f.rows)
	f.rows, f.folded = slices.Concat(f.rows, f.folded), nil
	for i := range f.modes {
		m := &f.modes[i]
		m.rows, m.folded = slices.Concat(m.rows, m.folded), nil
	}
	return tea.Batch(f.take(), f.goTo(first))
}

// begin gives the focus to a row, unfolding it if necessary, and fills in the suggested value.
func (f *WriteForm) begin(row *formRow, of page.Revise) {
	if slices.Contains(f.folded, row) {
		f.rows, f.folded = slices.Concat(f.rows, f.folded), nil
	}
	f.row = max(0, slices.Index(f.rows, row))
	if of.Meant != "" {
		row.set(of.Meant)
	}
	if len(of.Among) > 0 {
		row.offer = offerWords(of.Among...)
		row.preset, row.isOpen = row.text(), true
		row.field.Reset()
	}
}

// choose goes to the next thing that the form can write, or the one before.
func (f *WriteForm) choose(msg tea.KeyPressMsg) page.Answer {
	r, by := f.rows[f.row], 0
	switch e := keys.EditingOf(msg); {
	case e == keys.CaretLeft:
		by = -1
	case e == keys.CaretRight, msg.Text == " ":
		by = 1
	default:
		return page.Ignored
	}
	n := len(r.choices)
	r.choice = (r.choice + by + n) % n
	if r.chosen != nil {
		r.chosen(r.choice)
	}
	return page.Answer{Cmd: f.preview()}
}

// preview is what would be written, or what is missing.
type preview struct {
	missing string
	refusal string
	says    string // a warning about the consequences
	files   []previewed
}

// previewed is the diff of one file.
type previewed struct {
	at             string // file and line
	isNew          bool
	removed, added []string
}

// Renew shows the form, as it was left, of a knowledge base that may have been read
// anew. The command works out what would be written.
func (f *WriteForm) Renew(v present.Voice, of *kb.Entity) tea.Cmd {
	f.voice, f.of, f.failure, f.lost, f.isWriting = v, of, "", "", false
	f.renewed()
	for _, r := range slices.Concat(f.rows, f.folded) {
		r.changed = f.preview
	}
	for _, m := range f.modes {
		for _, r := range slices.Concat(m.rows, m.folded) {
			r.changed = f.preview
		}
	}
	return f.rows[f.row].focus()
}

// Rebind has the form, as it was left, change what is given of another reading of the
// files. It reports false where that is not what it was begun of.
func (f *WriteForm) Rebind(of page.Revise) bool { return f.rebind(of) }

// Resume renews an open form on another reading, in which it finds by itself what it changes:
// of is nil if its entity is gone. What was typed stays. The form says what it now starts from
// that has changed, or why it can no longer be written; isSame is set if there is nothing to say.
func (f *WriteForm) Resume(v present.Voice, of *kb.Entity) (cmd tea.Cmd, isSame bool) {
	before, was := f.voice, f.of
	if was != nil && of == nil {
		return nil, f.lose(v.Words.Say(words.EntityIsGone, before.Name(was)))
	}
	f.voice, f.of = v, of
	var rows []rowChange
	if f.find != nil {
		var isThere bool
		if rows, isThere = f.find(before.KB, was, of); !isThere {
			f.voice, f.of = before, was
			return nil, f.lose(v.Words.Say(f.gone))
		}
	}
	if len(rows) > 0 {
		f.changed = sayChanged(v.Words, rows)
	}
	return f.Renew(v, of), len(rows) == 0
}

// lose keeps the form as it is, but writes nothing any more.
func (f *WriteForm) lose(why string) (isSame bool) {
	f.lost, f.failure, f.said, f.changed, f.isWriting = why, "", "", "", false
	f.preview()
	return false
}

// IsLost reports whether the form can no longer be written, since what it changes is gone.
func (f *WriteForm) IsLost() bool { return f.lost != "" }

// HasInput reports whether something was typed into the form.
func (f *WriteForm) HasInput() bool { return f.isTyped }

// Say shows a notice in the form until the next key.
func (f *WriteForm) Say(text string) { f.said = text }

// Key answers a key.
func (f *WriteForm) Key(msg tea.KeyPressMsg) page.Answer {
	f.said = ""
	switch a := keys.Find(keys.InField|keys.InWriteForm, msg); a {
	case keys.Close:
		return page.Answer{Close: true}
	case keys.NewLine:
		if !f.rows[f.row].breakLine() {
			return page.Ignored
		}
		return page.Answer{Cmd: f.preview()}
	case keys.Accept:
		if f.rows[f.row].field.IsLong() {
			f.rows[f.row].breakLine()
			return page.Answer{Cmd: f.preview()}
		}
		if f.row == len(f.rows)-1 {
			return f.write()
		}
		return page.Answer{Cmd: f.next()}
	case keys.Write:
		return f.write()
	case keys.NextTab:
		return page.Answer{Cmd: f.next()}
	case keys.Down, keys.Up, keys.PageDown, keys.PageUp:
		return f.move(a)
	case keys.PrevTab:
		return page.Answer{Cmd: f.goTo(f.row - 1)}
	case keys.Remove:
		if !f.canRemove || f.IsLost() {
			return page.Ignored
		}
		f.isRemoval = !f.isRemoval
		return page.Answer{Cmd: f.preview()}
	case keys.MoreRows:
		if len(f.folded) == 0 {
			return page.Ignored
		}
		return page.Answer{Cmd: f.unfold()}
	case keys.NextOffer, keys.PrevOffer:
		by := 1
		if a == keys.PrevOffer {
			by = -1
		}
		if !f.rows[f.row].step(by) {
			return page.Ignored
		}
		return page.Answer{Cmd: f.preview()}
	case keys.None:
		if f.rows[f.row].choices != nil {
			return f.choose(msg)
		}
		return page.Answer{Cmd: f.typed(msg), Ignored: !keys.IsTyping(msg)}
	}
	return page.Ignored
}

// mostAreaRows is the number of rows of a text of several lines that are seen at once.
const mostAreaRows = 8

// move moves the caret within a text of several lines, else to the next row or the one before.
func (f *WriteForm) move(a keys.Action) page.Answer {
	by, isPage := 1, a == keys.PageDown || a == keys.PageUp
	if a == keys.Up || a == keys.PageUp {
		by = -1
	}
	if field := &f.rows[f.row].field; field.IsLong() {
		if isPage {
			field.MoveRows(by * (mostAreaRows - 1))
			return page.Answer{}
		}
		if field.MoveRows(by) {
			return page.Answer{}
		}
	}
	if isPage {
		return page.Ignored
	}
	return page.Answer{Cmd: f.goTo(f.row + by)}
}

// Paste takes pasted text into the row that is typed in.
func (f *WriteForm) Paste(msg tea.PasteMsg) tea.Cmd { return f.typed(msg) }

func (f *WriteForm) typed(msg tea.Msg) tea.Cmd {
	if f.rows[f.row].choices != nil {
		return nil
	}
	cmd := f.rows[f.row].typed(msg)
	f.isTyped = true
	if f.grow != nil {
		f.grow()
	}
	return cmd
}

// take takes what is selected to complete the row.
func (f *WriteForm) take() tea.Cmd {
	if !f.rows[f.row].take() {
		return nil
	}
	return f.preview()
}

// next completes the row, and goes to the next.
func (f *WriteForm) next() tea.Cmd { return tea.Batch(f.take(), f.goTo(f.row+1)) }

// goTo moves to a row, and wraps around.
func (f *WriteForm) goTo(row int) tea.Cmd {
	n := len(f.rows)
	f.row = (row + n) % n
	return f.rows[f.row].focus()
}

// write writes the change, unless something is missing.
func (f *WriteForm) write() page.Answer {
	if f.IsLost() {
		return page.Answer{}
	}
	cmd := f.take()
	change, missing := f.make()
	f.failure = missing
	if missing != "" || f.isWriting {
		return page.Answer{Cmd: cmd}
	}
	f.isWriting = true
	change.By = f
	return page.Answer{Cmd: cmd, Intent: change}
}

// Told says in the form why nothing was written, if so.
func (f *WriteForm) Told(reason string) { f.failure, f.isWriting = reason, false }

// preview works out, beside the screen, what would be written.
func (f *WriteForm) preview() tea.Cmd {
	f.failure = ""
	if f.IsLost() {
		f.worker.Stop()
		f.shown = preview{}
		return nil
	}
	change, missing := f.make()
	if missing != "" {
		f.worker.Stop()
		f.shown = preview{missing: missing}
		return nil
	}
	return work.Do(&f.worker, func(context.Context) preview {
		var p preview
		if change.Says != nil {
			p.says = change.Says()
		}
		all, err := change.Make()
		if err != nil {
			p.refusal = f.refused(err)
		}
		for _, c := range all {
			_, removed, added := c.Lines()
			removed, added = differing(removed, added)
			p.files = append(p.files, previewed{c.At(), c.Before == nil, removed, added})
		}
		return p
	}, func(p preview) tea.Cmd {
		f.shown = p
		return nil
	})
}

// differing drops the pairs of equal lines if as many lines are added as removed.
func differing(removed, added []string) (were, are []string) {
	if len(removed) != len(added) {
		return removed, added
	}
	for i := range removed {
		if removed[i] != added[i] {
			were, are = append(were, removed[i]), append(are, added[i])
		}
	}
	return were, are
}
