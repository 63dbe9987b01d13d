package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/page"
)

// NewChooser returns a search that lets an entity be chosen; prompt says what
// for, text is what was typed already, and recent groups are offered while nothing
// is typed.
func NewChooser(v present.Voice, index *search.Index, recent []Group, prompt, text string) (*Palette, tea.Cmd) {
	p := &Palette{voice: v, index: index.At(v.Day.Span()), recent: recent, prompt: prompt, choosing: true}
	return p, p.begin(text)
}

// choice is what an entity answers with that is chosen.
func (p *Palette) choice(e *kb.Entity) page.Intent {
	if p.choosing {
		return page.Chosen{Entity: e}
	}
	return page.Open{Entity: e}
}

// entityOf returns the entity that an item stands for, or nil.
func entityOf(do page.Intent) *kb.Entity {
	switch do := do.(type) {
	case page.Open:
		return do.Entity
	case page.Chosen:
		return do.Entity
	}
	return nil
}
