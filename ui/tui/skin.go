package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/theme"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
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
	m.dialogs.open(overlay.NewSkins(names, m.skin().Name))
}

// wear applies a skin. If the user chose it, a notice tells how to keep it.
func (m *Model) wear(w page.Wear) tea.Cmd {
	m.worn = w.Skin
	m.theme = m.newTheme()
	if !w.IsChosen {
		return nil
	}
	return m.say(words.SkinWorn, w.Skin)
}
