package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Skins is the dialog that chooses a skin. The skin under the cursor is applied at once;
// closing the dialog restores the previous one.
type Skins struct {
	noPaste
	picker
	names   []string
	was     string
	canKeep bool // in the configuration
}

// NewSkins returns the dialog for skins with the given names, of which worn is active. canKeep
// offers to write one into the configuration.
func NewSkins(names []string, worn string, canKeep bool) *Skins {
	s := &Skins{names: names, was: worn, canKeep: canKeep}
	s.take = s.keep
	s.setItems(len(names))
	for i, name := range names {
		if name == worn {
			s.cursor = i
		}
	}
	return s
}

// Key answers a key.
func (s *Skins) Key(msg tea.KeyPressMsg) page.Answer {
	switch a := keys.Find(keys.InDialog|keys.InSkins, msg); {
	case a == keys.Close:
		return page.Answer{Close: true, Intent: page.Wear{Skin: s.was}}
	case a == keys.Write && s.canKeep:
		return page.Answer{Close: true, Intent: page.Wear{Skin: s.names[s.cursor], IsChosen: true, IsKept: true}}
	case a == keys.Accept:
		return s.keep()
	case !s.act(a):
		return page.Ignored
	}
	return page.Answer{Intent: page.Wear{Skin: s.names[s.cursor]}}
}

// Click applies the skin of a line.
func (s *Skins) Click(line int) page.Answer {
	ok, again := s.click(line)
	switch {
	case again:
		return s.keep()
	case ok:
		return page.Answer{Intent: page.Wear{Skin: s.names[s.cursor]}}
	}
	return page.Answer{}
}

func (s *Skins) keep() page.Answer {
	return page.Answer{Close: true, Intent: page.Wear{Skin: s.names[s.cursor], IsChosen: true}}
}

// skinLabels describes the built-in skins.
var skinLabels = map[string]words.Message{
	theme.UsualSkin: words.SkinUsual, theme.DarkSkin: words.SkinDark, theme.LightSkin: words.SkinLight, theme.HighContrastSkin: words.SkinHighContrast, theme.TerminalSkin: words.SkinTerminal,
}

// View draws the dialog.
func (s *Skins) View(t *theme.Theme, w *words.Language, width, height int) []string {
	wanted := leastMenu
	texts := make([]string, len(s.names))
	for i, name := range s.names {
		texts[i] = safe.Pad(name, len(theme.HighContrastSkin))
		if label, ok := skinLabels[name]; ok {
			texts[i] += "  " + w.Say(label)
		}
		wanted = max(wanted, optionIndent+safe.Width(texts[i]))
	}
	hints := []hint{{keys.Accept, words.HintChoose}}
	if s.canKeep {
		hints = append(hints, hint{keys.Write, words.HintKeepSkin})
	}
	inner := hinted(w, wanted, width, hints...)
	lines := s.draw(height-2, func(i int) string { return option(t, texts[i], i == s.cursor, inner) })
	return widget.Box(t, w.Say(words.SkinsTitle), lines, inner, s.unseen(), s.edge(t, w, closeHint, hints...)...)
}
