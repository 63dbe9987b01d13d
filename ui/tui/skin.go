package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/theme"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// skins returns the available skins.
func (m *Model) skins() []theme.Skin {
	if len(m.options.Skins) == 0 {
		return theme.Skins()
	}
	return m.options.Skins
}

// skin returns the active skin.
func (m *Model) skin() theme.Skin {
	all := m.skins()
	at := slices.IndexFunc(all, func(s theme.Skin) bool { return s.Name == m.worn })
	return all[max(0, at)]
}

// offerSkins opens the dialog that chooses a skin.
func (m *Model) offerSkins() {
	var names []string
	for _, s := range m.skins() {
		names = append(names, s.Name)
	}
	m.dialogs.open(overlay.NewSkins(names, m.skin().Name, m.options.KeepSkin != nil))
}

// wear applies a skin. If the user chose it, it is written into the configuration, or a notice
// tells how to keep it.
func (m *Model) wear(w page.Wear) tea.Cmd {
	m.worn = w.Skin
	m.theme = m.newTheme()
	switch {
	case !w.IsChosen:
		return nil
	case w.IsKept:
		return func() tea.Msg {
			at, err := m.options.KeepSkin(w.Skin)
			return work.Then(func() tea.Cmd {
				if err != nil {
					return m.say(words.NotWritten, m.notSaved(err))
				}
				return m.say(words.SkinKept, w.Skin, briefPath(at.File+":"+strconv.Itoa(at.Line), m.width))
			})
		}
	}
	return m.say(words.SkinWorn, w.Skin)
}
