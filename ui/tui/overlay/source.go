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

// Browsed is the answer of the source dialog: the source to open on the web.
type Browsed struct{ Entity *kb.Entity }

// Source shows what stands behind a statement or a fact; its sources can be
// walked and opened.
type Source struct {
	noPaste
	title func(*words.Words) string
	lay   func(width int) present.Page
	width int
	page  present.Page
	doc   widget.Document
}

// NewSource returns the dialog of what lay sets for a width; the links of the
// page are the sources.
func NewSource(lay func(width int) present.Page) *Source {
	return newSource(func(w *words.Words) string { return w.SourceTitle }, lay)
}

// NewFinding returns the dialog of what is wrong.
func NewFinding(lay func(width int) present.Page) *Source {
	return newSource(func(w *words.Words) string { return w.Problems }, lay)
}

// NewFalls returns the dialog of what falls with a source.
func NewFalls(lay func(width int) present.Page) *Source {
	return newSource(func(w *words.Words) string { return w.FallsTitle }, lay)
}

// widestSource keeps lines short enough to read.
const widestSource = 72

// newSource lays the page out at once: a key may come before the first frame.
func newSource(title func(*words.Words) string, lay func(width int) present.Page) *Source {
	s := &Source{title: title, lay: lay}
	s.setWidth(widestSource)
	return s
}

func (s *Source) setWidth(width int) {
	if width == s.width {
		return
	}
	link := s.doc.Link
	s.width, s.page = width, s.lay(width)
	s.doc = widget.NewDocument(s.page.Lines, len(s.page.Links))
	s.doc.Restore(0, link)
}

// selected returns the source that is selected, or nil.
func (s *Source) selected() *kb.Entity {
	if s.doc.Link < 0 || s.doc.Link >= len(s.page.Links) {
		return nil
	}
	return s.page.Links[s.doc.Link].To
}

// Key answers a key.
func (s *Source) Key(msg tea.KeyPressMsg) (Answer, tea.Cmd) {
	if keys.Find(keys.InDetail, msg.String()) == keys.Web {
		return Answer{Chosen: Browsed{s.selected()}}, nil
	}
	switch a := asked(msg, keys.Source); a {
	case keys.Close, keys.Source:
		return Answer{Close: true}, nil
	case keys.Accept:
		return s.follow(), nil
	default:
		s.doc.Act(walked(msg, a))
	}
	return Answer{}, nil
}

// walked returns what a key asks for where links are walked.
func walked(msg tea.KeyPressMsg, a keys.Action) keys.Action {
	switch walk := keys.Find(keys.InDetail, msg.String()); walk {
	case keys.NextLink, keys.PrevLink:
		return walk
	}
	if a == keys.Toggle {
		return keys.PageDown
	}
	return a
}

func (s *Source) follow() Answer {
	if e := s.selected(); e != nil {
		return Answer{Close: true, Chosen: Followed{e}}
	}
	return Answer{Close: true}
}

// Click selects the source at a line, and opens it if it is selected already.
func (s *Source) Click(line int) Answer {
	at := s.doc.Offset + line
	for i, link := range s.page.Links {
		if link.Line != at {
			continue
		}
		if s.doc.Link == i {
			return s.follow()
		}
		s.doc.Link = i
	}
	return Answer{}
}

// Scroll moves the dialog's lines by a turn of the wheel.
func (s *Source) Scroll(lines int) { s.doc.Scroll(lines) }

// View draws the evidence.
func (s *Source) View(t *theme.Theme, w *words.Words, width, height int) []string {
	inner := min(widestSource, width-4)
	s.setWidth(inner)
	var seen scroller
	seen.set(s.doc.Len(), height-2)
	s.doc.SetHeight(seen.height)
	seen.Scroll(s.doc.Offset)
	hints := hint(t, "Esc", w.HintClose)
	if s.selected() != nil {
		hints = hint(t, "↵", w.HintOpen, "o", w.HintWeb, "Esc", w.HintClose)
	}
	return widget.Box(t, s.title(w), s.doc.View(t, true), inner, seen.edge(t, hints, w)...)
}
