package tui

import (
	"bytes"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/words"
)

// marks are the entities that the user has marked, in the order in which they
// were, all of them of the knowledge base that is shown.
type marks struct {
	list []*kb.Entity
	at   map[*kb.Entity]bool
}

func (s *marks) has(e *kb.Entity) bool { return s.at[e] }

func (s *marks) toggle(e *kb.Entity) {
	if s.has(e) {
		s.drop(e)
		return
	}
	s.set(append(slices.Clip(s.list), e))
}

func (s *marks) drop(e *kb.Entity) {
	s.set(slices.DeleteFunc(slices.Clone(s.list), func(other *kb.Entity) bool { return other == e }))
}

// set marks these and no others. A list is never written to, so that whoever
// has it may keep it.
func (s *marks) set(list []*kb.Entity) {
	s.list, s.at = list, make(map[*kb.Entity]bool, len(list))
	for _, e := range list {
		s.at[e] = true
	}
}

// mark marks or unmarks what is selected; in a list, the selection moves on.
func (m *Model) mark() tea.Cmd {
	e := m.current()
	if e == nil {
		return m.say(words.NothingSelected)
	}
	m.marks.toggle(e)
	if m.picture != nil {
		m.picture.subject.Marked = m.marks.list
		if p, ok := m.picture.page.(interface{ SetMarked([]*kb.Entity) }); ok {
			p.SetMarked(m.marks.list)
		}
	}
	if m.focus == keys.InList {
		m.move(keys.Down)
	}
	return nil
}

// showMarked opens the dialog of what is marked.
func (m *Model) showMarked() tea.Cmd {
	if len(m.marks.list) == 0 {
		return m.notify(keys.Say(m.words(), words.NothingMarked, keys.Mark))
	}
	m.dialog = overlay.NewMarked(
		func() []*kb.Entity { return m.marks.list },
		m.nameAndKind,
	)
	return nil
}

// above is a dialog that another one opened, which comes back where nothing is
// chosen.
type above struct {
	overlay.Dialog
	below overlay.Dialog
}

// closeDialog closes the dialog, which leaves the one below it.
func (m *Model) closeDialog(chosen any) {
	below, ok := m.dialog.(above)
	m.dialog = nil
	if ok && chosen == nil {
		m.dialog = below.below
	}
}

// obeyMarked does what was decided about what is marked.
func (m *Model) obeyMarked(chosen any) tea.Cmd {
	switch chosen := chosen.(type) {
	case overlay.Unmarked:
		if chosen.Entity == nil {
			m.marks.set(nil)
		} else {
			m.marks.drop(chosen.Entity)
		}
	case overlay.CopyMarked:
		m.dialog = above{m.copyMenu(m.marks.list), m.dialog}
	case overlay.WriteMarked:
		if m.kb.Partial {
			return m.say(words.NotAllRead)
		}
		m.dialog = above{overlay.NewNaming(usualFile, endings), m.dialog}
	case overlay.Named:
		return m.write(chosen.Name, false)
	case overlay.Replaced:
		return m.write(chosen.Name, true)
	case overlay.CompareMarked:
		return m.goToCompare()
	}
	return nil
}

// copyMenu offers what can be copied of several entities.
func (m *Model) copyMenu(list []*kb.Entity) overlay.Dialog {
	k, v, lang := m.kb, m.voice, m.lang
	lines := func(one func(*kb.Entity) string) func() string {
		return func() string {
			out := make([]string, len(list))
			for i, e := range list {
				out[i] = one(e)
			}
			return strings.Join(out, "\n")
		}
	}
	return overlay.NewCopyMenu([]overlay.CopyItem{
		{Action: keys.CopyName, Label: words.CopyNames, Text: lines(v.Name)},
		{Action: keys.CopyAddress, Label: words.CopyAddresses, Text: lines(func(e *kb.Entity) string { return safe.Line(string(e.Address())) })},
		{Action: keys.CopyMarkdown, Label: words.CopyMarkdown, Text: lines(func(e *kb.Entity) string { return export.NoteMarkdown(v.Note(e)) })},
		{Action: keys.CopyJSON, Label: words.CopyJSON, Text: func() string {
			var b bytes.Buffer
			if err := export.JSON(&b, k, lang, list); err != nil {
				return ""
			}
			return strings.TrimSpace(b.String())
		}},
	})
}

// goToCompare sets what is marked side by side.
func (m *Model) goToCompare() tea.Cmd {
	if len(m.marks.list) < 2 {
		return m.notify(keys.Say(m.words(), words.CannotCompare, keys.Mark))
	}
	m.dialog = nil
	m.leave()
	m.endPicture()
	m.focus = keys.InCompare
	m.compare.Show(m.marks.list)
	return nil
}

// compareAgain brings back what was compared, or the list, where less than two
// of it are left.
func (m *Model) compareAgain(at place) {
	if at.focus != keys.InCompare {
		return
	}
	if list := m.again(at.compared); len(list) >= 2 {
		m.compare.Show(list)
		m.compare.Restore(at.comparedAt)
	} else {
		m.focus = keys.InList
	}
}

// again returns those of some entities that this knowledge base has, whatever
// other they were of. An outline does not tell namesakes apart: who stands at
// the same place and is called the same, or the same and more, is meant first.
func (m *Model) again(were []whereabouts) []*kb.Entity {
	places := make(map[kb.Pos]*kb.Entity)
	kinds := make(map[*kb.Kind]bool)
	for _, at := range were {
		if e := m.kb.Lookup(at.address); e != nil && e.Pos == at.pos {
			continue
		}
		if kind := m.kb.Kind(at.address.Kind()); kind != nil {
			kinds[kind] = true
			places[at.pos] = nil
		}
	}
	for kind := range kinds {
		for _, e := range kind.Entities {
			if _, asked := places[e.Pos]; asked {
				places[e.Pos] = e
			}
		}
	}
	var out []*kb.Entity
	for _, at := range were {
		e := places[at.pos]
		if key := at.address.Key(); e == nil || e.Kind.Name != at.address.Kind() || e.Key != key && !strings.HasPrefix(e.Key, key+" ") {
			e = m.kb.Lookup(at.address)
		}
		if e != nil && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

func whereaboutsOfAll(list []*kb.Entity) []whereabouts {
	out := make([]whereabouts, len(list))
	for i, e := range list {
		out[i] = whereaboutsOf(e)
	}
	return out
}

// markedCount says how many are marked, nothing where none are.
func (m *Model) markedCount() string {
	if len(m.marks.list) == 0 {
		return ""
	}
	return theme.MarkGlyph + " " + m.words().Count(len(m.marks.list), words.MarkedCount)
}

// detailLines draws the detail, with a mark before its first line where the
// entity is marked. Each line begins with a cell that is free otherwise.
func (m *Model) detailLines(focused bool) []string {
	lines := block(m.detail.View(m.theme, focused, m.light()), m.layout.Body.H, " ")
	if m.marks.has(m.detail.Entity) && len(lines) > 0 {
		lines[0] = m.theme.Accent.Render(theme.MarkGlyph) + strings.TrimPrefix(lines[0], " ")
	}
	return lines
}

// wordy is the width of a screen, in cells, from which on the bottom line says
// more of where the user is.
const wordy = 60

// comparePosition says which row is selected; which entity, where not all of
// them are seen.
func (m *Model) comparePosition() string {
	w := m.words()
	from, to, at, all := m.compare.Columns()
	across := ""
	if to-from+1 < all {
		across = w.Number(at) + "/" + w.Number(all)
	}
	row, rows := m.compare.Rows()
	down := w.Number(row) + "/" + w.Number(rows)
	switch {
	case row == 0:
		return across
	case across == "":
		return down
	case m.width < wordy:
		return across
	}
	return across + " · " + w.Say(words.RowPlace, down)
}

// hintNow returns what a key does as things are, where that is not always the
// same.
func (m *Model) hintNow(a keys.Action, hint string) string {
	switch {
	case a == keys.Mark && m.marks.has(m.current()):
		return m.words().Say(words.HintUnmark)
	case a == keys.Differing && m.compare.Differing():
		return m.words().Say(words.HintAll)
	case a == keys.Whole && m.focus == keys.InDetail:
		if _, unfolded := m.detail.Folds(); unfolded {
			return m.words().Say(words.HintRefold)
		}
	case a == keys.Whole && m.compare.Whole():
		return m.words().Say(words.HintFold)
	}
	return hint
}

// saidMarked says beside a position that the entity that is shown is marked,
// where there is room.
func (m *Model) saidMarked(position string) string {
	if !m.marks.has(m.detail.Entity) || m.width < wordy {
		return position
	}
	if position == "" {
		return m.words().Say(words.IsMarked)
	}
	return m.words().Say(words.IsMarked) + " · " + position
}
