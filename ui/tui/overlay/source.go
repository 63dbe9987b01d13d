package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/theme"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Followed is the answer of the source dialog: the source to go to.
type Followed struct{ Entity *kb.Entity }

// Source shows what stands behind a statement or a fact.
type Source struct {
	noClick
	noPaste
	scroller
	lay    func(width int) []present.Line
	source *kb.Entity // where Enter leads, or nil
}

// NewSource returns the dialog of what lay sets for a width; source is where
// Enter leads, or nil.
func NewSource(lay func(width int) []present.Line, source *kb.Entity) *Source {
	return &Source{lay: lay, source: source}
}

// Key answers a key.
func (s *Source) Key(msg tea.KeyPressMsg) (Answer, tea.Cmd) {
	switch a := asked(msg, keys.Source); a {
	case keys.Close, keys.Source:
		return Answer{Close: true}, nil
	case keys.Accept:
		if s.source != nil {
			return Answer{Close: true, Chosen: Followed{s.source}}, nil
		}
		return Answer{Close: true}, nil
	default:
		s.act(a)
	}
	return Answer{}, nil
}

// View draws the evidence.
func (s *Source) View(t *theme.Theme, w *words.Words, width, height int) []string {
	inner := min(72, width-4)
	lines := s.lay(inner)
	s.set(len(lines), height-2)
	from, to := s.window()
	drawn := make([]string, 0, to-from)
	for _, line := range lines[from:to] {
		drawn = append(drawn, widget.DrawLine(t, line))
	}
	hints := hint(t, "Esc", w.HintClose)
	if s.source != nil {
		hints = hint(t, "↵", w.HintOpen, "Esc", w.HintClose)
	}
	return widget.Box(t, w.SourceTitle, drawn, inner, s.edge(t, hints, w)...)
}
