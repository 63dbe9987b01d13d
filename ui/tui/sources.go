package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/retract"
	"rihla/model/snapshot"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/words"
)

// showSource opens the dialog on what stands behind the selected fact, or
// behind the first fact of the entity that has a source.
func (m *Model) showSource() tea.Cmd {
	if m.picture != nil {
		return m.tellPicture(keys.Source)
	}
	if m.focus == keys.InList {
		return m.notify(keys.Say(m.words(), words.OpenFirst, keys.Open, keys.Source))
	}
	link := m.detail.Selected()
	if m.focus == keys.InCompare {
		if link = m.compare.Link(); link == nil {
			return m.say(words.NoSourceHere)
		}
	}
	if link == nil {
		return m.say(words.NothingSelected)
	}
	if source, ok := m.detail.SourceOf(link); ok {
		return m.openSource(func(width int) present.Page { return m.voice.SourceEvidence(source, width) })
	}
	if link.Statement == nil && link.Fact == nil {
		return m.say(words.NoSourceHere)
	}
	return m.openSource(func(width int) present.Page {
		return m.voice.Evidence(link.Statement, link.Fact, width)
	})
}

// openSource opens the dialog of what stands behind a claim, with the stored
// copies of the sources.
func (m *Model) openSource(lay func(width int) present.Page) tea.Cmd {
	dialog := overlay.NewSource(lay)
	m.dialog = dialog
	return dialog.WithCopies(m.readCopy, m.voice.StoredCopy)
}

// readCopy reads, beside the screen, the stored copy of the source that a link
// leads to, and finds the words relied on; nil where no copy is stored.
func (m *Model) readCopy(link present.Link) tea.Cmd {
	k := m.kb
	if link.To == nil || k.ReadFile == nil || snapshot.Path(k, link.To) == "" {
		return nil
	}
	words := ""
	if link.Evidence != nil {
		words = link.Evidence.Quote
	}
	return func() tea.Msg {
		passage, err := snapshot.Find(k, link.To, words)
		read := present.Copy{Text: passage.Text, From: passage.From, To: passage.To}
		switch {
		case err != nil:
			read.Problem = err.Error()
		case words == "":
			read.Match = present.Sought
		case passage.Exact:
			read.Match = present.Found
		case passage.To > passage.From:
			read.Match = present.Nearest
		default:
			read.Match = present.Nowhere
		}
		return overlay.CopyRead{Source: link.To, Evidence: link.Evidence, Copy: read}
	}
}

// weighed is what falls with a source.
type weighed struct {
	kb   *kb.KB
	turn int
	loss *retract.Loss
}

// sourceMeant returns the source that is shown, or that is selected; nil where
// neither is one.
func (m *Model) sourceMeant() *kb.Entity {
	kind := m.kb.SourceKind()
	if kind == nil {
		return nil
	}
	if e := m.current(); e != nil && e.Kind == kind {
		return e
	}
	if link := m.detail.Selected(); m.focus == keys.InDetail && link != nil && link.To != nil && link.To.Kind == kind {
		return link.To
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
	dialog := overlay.NewFalls(func(width int) present.Page { return m.voice.Retraction(f.loss, width) })
	if len(f.loss.Reprints) > 0 || len(f.loss.Sources) > 1 {
		dialog.Again(keys.Falls, overlay.WeighedAgain{Loss: f.loss})
	}
	dialog.Select(f.link)
	m.dialog, m.falls = dialog, f
}

// followFrom goes from a dialog to an entity. The way back leads to the dialog of
// what falls again, so that one claim after the other can be looked at.
func (m *Model) followFrom(dialog overlay.Dialog, e *kb.Entity) {
	before := len(m.past)
	m.open(e)
	source, ok := dialog.(*overlay.Source)
	if !ok || !source.IsFalls() || len(m.past) == before {
		return
	}
	m.falls.link = source.Link()
	at := m.falls
	m.past[len(m.past)-1].falls = &at
}

// weighSource works out, beside the screen, what falls with the source that is
// meant.
func (m *Model) weighSource() tea.Cmd {
	source := m.sourceMeant()
	switch {
	case m.kb.Partial:
		return m.say(words.NotReadYet)
	case source == nil:
		return m.notify(keys.Say(m.words(), words.OnlySources, keys.Falls))
	}
	return tea.Batch(m.say(words.Weighing), m.weigh([]*kb.Entity{source}))
}

// weigh works out what falls with sources, the one that is asked about first.
func (m *Model) weigh(sources []*kb.Entity) tea.Cmd {
	m.weighing++
	k, turn := m.kb, m.weighing
	return func() tea.Msg {
		loss, err := retract.Without(m.ctx, k, sources...)
		if err != nil {
			return nil
		}
		return weighed{k, turn, loss}
	}
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

// handleWeighed shows what falls, unless the user has gone on to something else.
func (m *Model) handleWeighed(msg weighed) {
	if msg.turn != m.weighing || msg.kb != m.kb || m.dialog != nil || m.typing != nil {
		return
	}
	m.notice = ""
	m.openFalls(falls{kb: msg.kb, loss: msg.loss})
}
