package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Source shows what stands behind a statement or a fact, and where a copy of a
// source is stored, the copy at the words relied on. The sources can be walked
// and opened.
type Source struct {
	noPaste
	title   words.Message
	lay     func(width int) detail.Page
	width   int
	length  int // lines at the usual width
	page    detail.Page
	doc     widget.Document
	copy    copyPane
	finding *kb.Finding // that is shown, or nil
}

// NewSource returns the dialog of what lay sets for a width; the links of the
// page are the sources.
func NewSource(lay func(width int) detail.Page) *Source {
	return newSource(words.Sources, lay)
}

// WithCopies has the dialog show the stored copy behind the link that is selected:
// read returns what reads it, beside the screen, or nil where none is stored. The
// command reads the first.
func (s *Source) WithCopies(read func(present.Link) func() detail.Copy, lay func(c detail.Copy, width int) detail.CopyPage) tea.Cmd {
	s.copy.read, s.copy.lay = read, lay
	return s.readCopy()
}

// NewFinding returns the dialog of what is wrong.
func NewFinding(f kb.Finding, lay func(width int) detail.Page) *Source {
	s := newSource(words.Problems, lay)
	s.finding = &f
	return s
}

// NewSuggestion returns the dialog of why something is suggested.
func NewSuggestion(lay func(width int) detail.Page) *Source {
	return newSource(words.SuggestionsTitle, lay)
}

// widestSource keeps lines short enough to read; widestLong is where there are more of
// them than are seen at once.
const (
	widestSource = 72
	widestLong   = 110
)

// newSource lays the page out at once: a key may come before the first frame.
func newSource(title words.Message, lay func(width int) detail.Page) *Source {
	s := &Source{title: title, lay: lay}
	s.setWidth(widestSource)
	s.length = s.doc.Len()
	return s
}

func (s *Source) setWidth(width int) {
	if width == s.width {
		return
	}
	link := s.doc.Link
	s.width, s.page = width, s.lay(width)
	s.doc = widget.NewDocument(s.page.Lines, len(s.page.Links))
	s.doc.SetHeight(s.doc.Len()) // until it is known, so that the link stays seen
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
func (s *Source) Key(msg tea.KeyPressMsg) page.Answer {
	if keys.Find(keys.InDetail, msg) == keys.Web {
		return page.Answer{Intent: page.Browse{Entity: s.selected()}}
	}
	if keys.Find(keys.InDetail, msg) == keys.Edit {
		return page.Answer{Intent: page.Edit{Of: s.meant()}}
	}
	switch a := asked(msg, keys.Source); a {
	case keys.Close, keys.Source:
		return page.Answer{Close: true}
	case keys.Accept:
		return s.follow()
	default:
		if s.copy.isSeen() && s.copy.act(a) {
			return page.Answer{}
		}
		if !s.doc.Move(walked(msg, a)) {
			return page.Ignored
		}
	}
	return page.Answer{Cmd: s.readCopy()}
}

// walked returns what a key asks for where links are walked.
func walked(msg tea.KeyPressMsg, a keys.Action) keys.Action {
	switch walk := keys.Find(keys.InDetail, msg); walk {
	case keys.NextLink, keys.PrevLink:
		return walk
	}
	if a == keys.Toggle {
		return keys.PageDown
	}
	return a
}

// meant returns what the editor opens: the claim or the source that is selected, or
// the finding.
func (s *Source) meant() page.Selection {
	if s.finding != nil {
		return page.Selection{Finding: s.finding}
	}
	if s.selected() == nil {
		return page.Selection{}
	}
	return page.Selection{Entity: s.selected(), Link: &s.page.Links[s.doc.Link]}
}

func (s *Source) follow() page.Answer {
	if e := s.selected(); e != nil {
		return page.Answer{Close: true, Intent: page.Open{Entity: e}}
	}
	return page.Answer{Close: true}
}

// Click selects the source at a line, and opens it if it is selected already.
func (s *Source) Click(line int) page.Answer {
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
	return page.Answer{}
}

// Scroll moves the copy, where one is seen, else the dialog's lines, by a turn of
// the wheel.
func (s *Source) Scroll(lines int) {
	if s.copy.isSeen() {
		s.copy.doc.Scroll(lines)
		return
	}
	s.doc.Scroll(lines)
}

// View draws the evidence, and the copy beside it, or below it where the screen
// is narrow.
func (s *Source) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := fit(widestSource, width)
	if s.length > height-2 {
		inner = fit(widestLong, width)
	}
	if !s.copy.isSeen() {
		s.setWidth(inner)
		var seen scroller
		seen.set(s.doc.Len(), height-2)
		s.doc.SetHeight(seen.height)
		seen.Scroll(s.doc.Offset)
		return s.box(t, w, s.doc.View(t, true), inner, seen)
	}
	if width >= besideFrom {
		inner = width - 4
		left := inner * 2 / 5
		right := inner - left - 3
		rows := height - 2
		s.setWidth(left - cueMargin)
		s.doc.SetHeight(rows)
		return s.box(t, w, beside(t, s.cued(t, left), left, s.copy.view(t, right, rows), rows), inner, s.copy.place())
	}
	s.setWidth(inner - cueMargin)
	room := height - 2 - ruleLine
	above := min(s.doc.Len(), max(2, room*2/5, room-s.copy.lines(inner)))
	s.doc.SetHeight(above)
	lines := append(s.cued(t, inner), widget.Rule(t, inner))
	return s.box(t, w, append(lines, s.copy.view(t, inner, room-above)...), inner, s.copy.place())
}

// What stands beside or below evidence that a copy is shown with: the signs that it
// goes on, and the rule above the copy.
const (
	cueMargin = 2
	ruleLine  = 1
)

// cued draws the document, marked where it goes on.
func (s *Source) cued(t *theme.Theme, width int) []string {
	lines := s.doc.View(t, true)
	above, below := s.doc.More()
	widget.MarkMore(t, lines, width, above, below)
	return lines
}

// box frames what is drawn, and says at its edge what the keys do and which lines
// are seen.
func (s *Source) box(t *theme.Theme, w *words.Language, lines []string, inner int, seen scroller) []string {
	var hints []hint
	if s.finding != nil {
		hints = bound(hint{keys.Edit, words.HintEdit})
	}
	if s.selected() != nil {
		hints = []hint{{keys.Accept, words.HintOpen}, {keys.Web, words.HintWeb}}
		if s.copy.isSeen() {
			hints = append([]hint{{keys.PageDown, words.HintCopyText}}, hints...)
		}
	}
	return widget.Box(t, w.Say(s.title), lines, inner, seen.unseen(), seen.edge(t, w, closeHint, hints...)...)
}
