package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/check"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/search"
	"rihla/model/tune"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// finish does what can wait until the knowledge base is on the screen: it
// indexes it, looks for what is wrong, and gives back what reading left behind.
func (m *Model) finish() tea.Cmd {
	if m.edition != nil {
		return m.edition.finish(m)
	}
	k, x, wereLinks := m.kb, m.index, m.wereLinks
	isLarge := k.Size() > reclaimThreshold
	return tea.Sequence(
		func() tea.Msg {
			if !isLarge {
				time.Sleep(timeToDraw) // no outline has been drawn before
			}
			m.gc.Release()
			x.Build(m.ctx)
			return work.Then(func() tea.Cmd { return m.handleIndexed(x) })
		},
		func() tea.Msg {
			if isLarge {
				tune.Reclaim()
			}
			return nil
		},
		func() tea.Msg {
			if isLarge {
				m.gc.Set(gcLarge)
				defer tune.Reclaim()
			}
			findings := check.Run(k, wereLinks...)
			news := page.Checked{Findings: findings, ByEntity: worthSaying(findings), Disagreements: evidence.Disagreements(m.ctx, k)}
			k.ClearCache()
			return work.Then(func() tea.Cmd { return m.handleChecked(k, news) })
		})
}

// handleIndexed finds again what could only be found by name before.
func (m *Model) handleIndexed(x *search.Index) tea.Cmd {
	if x != m.index {
		return nil
	}
	cmd := m.tell(page.Indexed{})
	if palette, ok := m.dialogs.top().(*overlay.Palette); ok {
		cmd = tea.Batch(cmd, palette.Again())
	}
	return cmd
}

// handleChecked shows what is wrong, unless another knowledge base has taken
// its place.
func (m *Model) handleChecked(k *kb.KB, news page.Checked) tea.Cmd {
	if k != m.kb {
		return nil
	}
	m.found = &news
	m.voice.Found = news.ByEntity
	before := m.live.warnings
	told := m.tellFound()
	changes := m.changes
	if m.changes = nil; changes != nil && (m.errors > 0 || m.live.warnings > before) {
		said := m.reloaded(k, changes, m.allFound())
		if more := m.live.warnings - before; more > 0 {
			said += m.words().Semicolon + m.words().Say(words.MoreWarnings, m.words().Count(more, words.WarningCount), keys.Name(m.words(), keys.Problems))
		}
		return tea.Batch(told, m.notify(said))
	}
	return told
}

// tellFound tells the pages what is wrong, once it is known.
func (m *Model) tellFound() tea.Cmd {
	if m.found == nil {
		return nil
	}
	news := *m.found
	news.Findings = m.allFound()
	m.errors, m.live.warnings, _ = check.Count(news.Findings)
	return m.tell(news)
}

// allFound returns what is wrong with what is shown, after what is wrong with versions of
// files that are not: a start on the same files finds that too.
func (m *Model) allFound() []kb.Finding {
	return slices.Concat(m.live.held.Findings(), m.found.Findings)
}

// worthSaying gathers what a detail says of its entity: what is wrong with what
// stands there, but not what might be added.
func worthSaying(findings []kb.Finding) map[kb.Address][]kb.Finding {
	found := make(map[kb.Address][]kb.Finding)
	for _, f := range findings {
		said := f.Code.Severity() == kb.Error || f.Code == kb.MissingLanguage || f.Code == kb.ControlCharacter || f.Code == kb.BidiControl
		if said && f.Address != "" {
			found[f.Address] = append(found[f.Address], f)
		}
	}
	return found
}
