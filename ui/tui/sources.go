package tui

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/snapshot"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/tui/overlay"
)

// openSource opens the dialog of what stands behind a claim, with the stored
// copies of the sources.
func (m *Model) openSource(lay func(width int) detail.Page) tea.Cmd {
	dialog := overlay.NewSource(lay)
	m.dialogs.open(dialog)
	return dialog.WithCopies(m.readCopy, func(c detail.Copy, width int) detail.CopyPage { return detail.StoredCopy(m.voice, c, width) })
}

// readCopy returns what reads the stored copy of the source that a link leads to,
// and finds the words relied on; nil where no copy is stored.
func (m *Model) readCopy(link present.Link) func() detail.Copy {
	k := m.kb
	if link.To == nil || k.ReadFile == nil || snapshot.Path(k, link.To) == "" {
		return nil
	}
	words := ""
	if link.Evidence != nil {
		words = link.Evidence.Quote
	}
	return func() detail.Copy {
		passage, err := snapshot.Find(k, link.To, words)
		read := detail.Copy{Text: passage.Text, From: passage.From, To: passage.To}
		switch {
		case err != nil:
			read.Problem = m.voice.Sentence(snapshot.Says(k, link.To, err))
		case words == "":
			read.Match = detail.Sought
		case passage.Exact:
			read.Match = detail.Found
		case passage.To > passage.From:
			read.Match = detail.Nearest
		default:
			read.Match = detail.NotFound
		}
		return read
	}
}

// sourceMeant returns the source that is shown, or that is selected; nil where
// neither is one.
func (m *Model) sourceMeant() *kb.Entity {
	kind := m.kb.SourceKind()
	if kind == nil {
		return nil
	}
	s := m.front.Selection()
	if s.Entity != nil && s.Entity.Kind == kind {
		return s.Entity
	}
	if s.Link != nil && s.Link.To != nil && s.Link.To.Kind == kind {
		return s.Link.To
	}
	return nil
}
