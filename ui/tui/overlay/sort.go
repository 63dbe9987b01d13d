package overlay

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Sort chooses what a list is sorted by. Its first line is the order of the
// files; each other one is a column.
type Sort struct {
	chooser
	columns []present.Column
	by      []present.SortBy
}

// NewSort returns the choice among all columns, those that are shown first, of a
// list that is sorted already; it begins at a column, unless that is nil.
func NewSort(all, shown []present.Column, by []present.SortBy, at *present.Column) *Sort {
	s := &Sort{columns: present.ShownFirst(all, shown), by: slices.Clone(by)}
	s.field, s.take, s.cursor = widget.NewField(), s.turn, 1
	s.narrow = func() tea.Cmd { return s.narrowItems(len(s.columns)+1, s.text) }
	s.setItems(len(s.columns) + 1)
	if at == nil && len(by) > 0 {
		at = &present.Column{Field: by[0].Field}
	}
	if at != nil {
		s.cursor = 1 + slices.IndexFunc(s.columns, func(c present.Column) bool { return c.Field == at.Field })
	}
	return s
}

// text returns the title of the column of a line, "" for the order of the files.
func (s *Sort) text(line int) string {
	if line == 0 {
		return ""
	}
	return s.columns[line-1].Title
}

// key returns the place of a line among the keys, or -1.
func (s *Sort) key(line int) int {
	if line == 0 {
		return -1
	}
	return slices.IndexFunc(s.by, func(by present.SortBy) bool { return by.Field == s.columns[line-1].Field })
}

// Key answers a key; each change is shown at once.
func (s *Sort) Key(msg tea.KeyPressMsg) page.Answer {
	left, answer := s.choose(msg, keys.InBoxes)
	switch left {
	case keys.Accept:
		answer = page.Answer{}
		if line := s.item(); line >= 0 && s.key(line) < 0 && !s.hasChosen {
			s.by = nil
			answer = s.turn()
		}
		answer.Close = true
	case keys.Toggle:
		return s.turn()
	}
	return answer
}

// turn makes a key of the line under the cursor, or turns it round; one that was
// turned round already is no key any more.
func (s *Sort) turn() page.Answer {
	line := s.item()
	if line < 0 {
		return page.Ignored
	}
	s.hasChosen = true
	switch at := s.key(line); {
	case line == 0:
		s.by = nil
	case at < 0:
		s.by = append(s.by, present.SortBy{Field: s.columns[line-1].Field})
	case !s.by[at].Reverse:
		s.by[at].Reverse = true
	default:
		s.by = slices.Delete(s.by, at, at+1)
	}
	return page.Answer{Intent: page.Sort{By: slices.Clone(s.by)}}
}

// View draws the choice.
func (s *Sort) View(t *theme.Theme, w *words.Language, width, height int) []string {
	hints := []hint{{keys.Accept, words.HintAlone}, {keys.Toggle, words.HintAddKey}}
	inner := hinted(w, max(60, widestTitle(s.columns)+6), width, hints...)
	lines := s.narrowed(t, w, inner, height-2, func(i int) string {
		text := "    " + w.Say(words.SortLine)
		if i == 0 && len(s.by) == 0 {
			text = "  • " + w.Say(words.SortLine)
		}
		if i > 0 {
			text = "    " + safe.CutName(safe.Line(s.columns[i-1].Title), inner-6)
			if at := s.key(i); at >= 0 {
				way := "▲"
				if s.by[at].Reverse {
					way = "▼"
				}
				text = strconv.Itoa(at+1) + " " + way + " " + safe.CutName(safe.Line(s.columns[i-1].Title), inner-6)
			}
		}
		return option(t, safe.Cut(text, inner-2), i == s.item(), inner)
	})
	return widget.Box(t, w.Say(words.SortTitle), lines, inner, s.unseen(), s.narrowEdge(t, w, hints...)...)
}
