package tui

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/lastplace"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// lastRead is where the knowledge base was left before.
type lastRead struct{ at lastplace.Place }

// readLast reads, beside the first frame, where the knowledge base was left.
func (m *Model) readLast() tea.Cmd {
	if m.options.State == "" {
		return nil
	}
	o := m.options
	return func() tea.Msg { return lastRead{lastplace.Read(o.State, baseName(o.Path))} }
}

// baseName names a knowledge base wherever the program is started.
func baseName(path string) string {
	if path == "" {
		return ""
	}
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// offerLast has the overview offer the place where the knowledge base was left.
func (m *Model) offerLast() tea.Cmd {
	if m.kb == nil {
		return nil
	}
	overview := m.pages[keys.Overview]
	if overview == nil {
		return nil
	}
	return overview.Take(m.lastOffer()).Cmd
}

// announceLast says once where the knowledge base was left, where no overview offers it.
func (m *Model) announceLast() tea.Cmd {
	if m.isLastSaid || m.kb == nil || !m.isHome() || len(m.history.past) > 0 {
		return nil
	}
	last := m.lastOffer()
	if last.Do == nil {
		return nil
	}
	m.isLastSaid = true
	return m.say(words.LeftAt, last.Label, keys.Name(m.words(), keys.Palette), keys.Name(m.words(), keys.Accept))
}

// lastOffer returns the place where the knowledge base was left, as it is called
// now. Its Do is nil where there is none, or nothing of the name is left.
func (m *Model) lastOffer() page.Last {
	if at := m.last; at.Address != "" {
		if e := m.kb.Lookup(kb.Address(at.Address)); e != nil && e != m.kb.Home {
			return page.Last{Label: m.voice.Name(e), Also: m.voice.KindOne(e.Kind), Do: page.Open{Entity: e}}
		}
		return page.Last{}
	}
	label := ""
	if m.last.Tab != "" {
		label = m.home.TabLabel(m.last.Tab)
	}
	if label == "" {
		return page.Last{}
	}
	also := ""
	if m.last.Query != "" {
		also = keys.Name(m.words(), keys.Filter) + " " + safe.Line(m.last.Query)
	}
	return page.Last{Label: label, Also: also, Do: page.GoTo{Tab: m.last.Tab, Query: m.last.Query}}
}

// lastItems is the offer as the palette has it, before anything has been opened.
func (m *Model) lastItems() []overlay.Item {
	last := m.lastOffer()
	if last.Do == nil || len(m.history.visited) > 0 {
		return nil
	}
	return []overlay.Item{{Title: m.words().Say(words.ContinueAt) + " " + last.Label, Also: last.Also, Do: last.Do}}
}

// keepPlace keeps where the user left the knowledge base, for the next start. What
// cannot be kept is not offered then.
func (m *Model) keepPlace() {
	if m.options.State != "" && m.leftAt != (lastplace.Place{}) {
		_ = lastplace.Write(m.options.State, baseName(m.options.Path), m.leftAt)
	}
}

// place returns the entity or the list that the user is at, or from a page about all
// of the knowledge base, was at last; none where nothing has been opened.
func (m *Model) place() lastplace.Place {
	s := m.front.Selection()
	hasMoved := len(m.history.past) > 0 || m.front.Subject().Query != ""
	switch {
	case m.isHome() && !s.IsOpen && hasMoved:
		return lastplace.Place{Tab: m.home.Tab(), Query: m.front.Subject().Query}
	case m.front.inTab && s.Entity != nil && hasMoved:
		return lastplace.Place{Address: string(s.Entity.Address())}
	}
	for _, v := range m.history.visited {
		if e := v.entity.In(m.kb); e != nil {
			return lastplace.Place{Address: string(e.Address())}
		}
		if v.tab != "" {
			return lastplace.Place{Tab: v.tab, Query: v.query}
		}
	}
	return lastplace.Place{}
}
