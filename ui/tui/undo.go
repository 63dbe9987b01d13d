package tui

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/save"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// alteration is a change that the explorer wrote into a file.
type alteration struct {
	patches []edit.Patch // of one file or several, in the order of writing
	what    string       // the name of the changed thing; it may come from a file
	deed    words.Deed
	shows   page.Written // the selection after a redo
	was     kb.Address   // of what was renamed, before
}

// mostAlterations bounds the changes that can be undone.
const mostAlterations = 500

// written returns the message that a change was written, or why it was not.
func (m *Model) written(c edit.Change, deed words.Deed, what, said string, err error) tea.Msg {
	if err != nil {
		return work.Then(func() tea.Cmd { return m.say(words.NotWritten, m.notSaved(err)) })
	}
	s := alteration{patches: []edit.Patch{c.Patch()}, what: what, deed: deed}
	return work.Then(func() tea.Cmd { return m.handleWritten(s, said) })
}

// handleWritten remembers how to undo what was written, and reads the files again.
func (m *Model) handleWritten(s alteration, said string) tea.Cmd {
	a := &m.altering
	a.done, a.undone = append(a.done, s), nil
	if len(a.done) > mostAlterations {
		a.done = slices.Delete(a.done, 0, len(a.done)-mostAlterations)
	}
	m.saved = said
	return m.reloadPatched(s.patches)
}

// reloadPatched reloads the files that were written.
func (m *Model) reloadPatched(all []edit.Patch) tea.Cmd {
	if len(all) > 1 {
		return m.reload()
	}
	return m.reloadFile(all[0].File)
}

// reversed returns the patches that undo all, in the order in which to apply them.
func reversed(all []edit.Patch) []edit.Patch {
	var out []edit.Patch
	for _, p := range slices.Backward(all) {
		out = append(out, p.Reverse())
	}
	return out
}

// undo takes back the last change, beside the screen, if its file is as the explorer
// left it.
func (m *Model) undo() tea.Cmd {
	switch a := m.altering; {
	case len(a.done) > 0:
	case len(a.undone) > 0:
		return m.say(words.NothingMoreToUndo, keys.Name(m.words(), keys.Redo))
	default:
		return m.say(words.NothingToUndo)
	}
	s := m.altering.done[len(m.altering.done)-1]
	all := reversed(s.patches)
	return m.repatch(s, all, words.NotUndone, func() words.Message {
		a := &m.altering
		a.done, a.undone = a.done[:len(a.done)-1], append(a.undone, s)
		a.rename(s.shows.Entity, s.was)
		a.shows = page.Written{Entity: s.was}
		return s.deed.Undone
	})
}

// redo makes the change again that was taken back last.
func (m *Model) redo() tea.Cmd {
	if len(m.altering.undone) == 0 {
		return m.say(words.NothingToRedo)
	}
	s := m.altering.undone[len(m.altering.undone)-1]
	return m.repatch(s, s.patches, words.NotRedone, func() words.Message {
		a := &m.altering
		a.undone, a.done = a.undone[:len(a.undone)-1], append(a.done, s)
		a.rename(s.was, s.shows.Entity)
		a.shows = s.shows
		return s.deed.Redone
	})
}

// repatch writes the patches of an undo or redo one at a time, and reloads the files.
func (m *Model) repatch(s alteration, all []edit.Patch, failed words.Message, settle func() words.Message) tea.Cmd {
	if m.altering.isUndoing {
		return nil
	}
	m.altering.isUndoing = true
	k := m.kb
	return func() tea.Msg {
		lines, err := save.Patches(k, all)
		return work.Then(func() tea.Cmd {
			m.altering.isUndoing = false
			what := safe.Line(s.what)
			if err != nil {
				return m.say(failed, what, m.notSaved(err))
			}
			m.saved = m.words().Say(settle(), what, m.places(placesOf(all, lines)))
			return m.reloadPatched(all)
		})
	}
}

// placesOf returns the files that patches leave, each with its first line of those given; if
// they leave none, those that they remove.
func placesOf(all []edit.Patch, lines []int) []string {
	var left, removed []string
	for i, p := range all {
		if p.IsRemoval() {
			removed = append(removed, p.File)
		} else {
			left = append(left, p.File+":"+strconv.Itoa(lines[i]))
		}
	}
	if len(left) == 0 {
		return removed
	}
	return left
}

// mostPlaces bounds the files that a notice names.
const mostPlaces = 3

// places names the files of a change, and counts those beyond mostPlaces.
func (m *Model) places(all []string) string {
	w, n := m.words(), min(len(all), mostPlaces)
	named := make([]string, 0, n+1)
	for _, at := range all[:n] {
		named = append(named, briefPath(at, m.width/n))
	}
	if more := len(all) - n; more > 0 {
		named = append(named, w.Count(more, words.MoreFiles))
	}
	return strings.Join(named, w.ListComma)
}
