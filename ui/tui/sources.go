package tui

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/retract"
	"rihla/model/snapshot"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
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

// falls is a dialog of what falls with a source, and what is selected in it.
type falls struct {
	kb   *kb.KB
	loss *retract.Loss
	link int
}

// openFalls shows what falls with a source.
func (m *Model) openFalls(f falls) {
	dialog := overlay.NewFalls(func(width int) detail.Page { return detail.Retraction(m.voice, f.loss, width) })
	if len(f.loss.Reprints) > 0 || len(f.loss.Sources) > 1 {
		dialog.Again(keys.Retract, page.Weigh{Loss: f.loss})
	}
	dialog.Select(f.link)
	m.dialogs.open(dialog)
	m.falls = f
}

// rememberFalls has the way back lead to the dialog of what falls that was left for
// an entity, so that one claim after the other can be looked at.
func (m *Model) rememberFalls(dialog *overlay.Source) {
	if dialog.IsFalls() {
		m.falls.link = dialog.Link()
		at := m.falls
		m.history.past[len(m.history.past)-1].falls = &at
	}
}

// weighSource works out, beside the screen, what falls with the source that is
// meant.
func (m *Model) weighSource() tea.Cmd {
	source := m.sourceMeant()
	switch {
	case m.kb.Partial:
		return m.say(words.NotReadYet)
	case source == nil:
		return m.notify(keys.Say(m.words(), words.OnlySources, keys.Retract))
	}
	return tea.Batch(m.say(words.FindingDependents), m.weigh([]*kb.Entity{source}))
}

// weigh works out what falls with sources, the one that is asked about first.
func (m *Model) weigh(sources []*kb.Entity) tea.Cmd {
	k := m.kb
	return work.Do(&m.weigher, func(ctx context.Context) *retract.Loss {
		loss, err := retract.Without(ctx, k, sources...)
		if err != nil {
			return nil
		}
		return loss
	}, func(loss *retract.Loss) tea.Cmd {
		// The user may have gone on to something else.
		if loss != nil && k == m.kb && !m.isBusy() {
			m.notice.text = ""
			m.openFalls(falls{kb: k, loss: loss})
		}
		return nil
	})
}

// weighReprints asks again, with or without what is derived from the source.
func (m *Model) weighReprints(loss *retract.Loss) tea.Cmd {
	if len(loss.Sources) > 1 {
		return m.weigh(loss.Sources[:1])
	}
	source := loss.Sources[0]
	all := slices.DeleteFunc(retract.WithReprints(m.kb, source), func(e *kb.Entity) bool { return e == source })
	return m.weigh(append([]*kb.Entity{source}, all...))
}
