package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/widget"
)

// Picked is the answer of a search that lets an entity be chosen.
type Picked struct{ Entity *kb.Entity }

// NewChooser returns a search that lets an entity be chosen; prompt says what
// for, and recent groups are offered while nothing is typed.
func NewChooser(v present.Voice, index *search.Index, recent []Group, prompt string) (*Palette, tea.Cmd) {
	p := &Palette{voice: v, index: index, recent: recent, input: widget.NewField(), prompt: prompt, choosing: true}
	return p, p.ask()
}

// choice is what an entity answers with that is chosen.
func (p *Palette) choice(e *kb.Entity) any {
	if p.choosing {
		return Picked{e}
	}
	return Followed{e}
}

// entityOf returns the entity that an item stands for, or nil.
func entityOf(do any) *kb.Entity {
	switch do := do.(type) {
	case Followed:
		return do.Entity
	case Picked:
		return do.Entity
	}
	return nil
}
