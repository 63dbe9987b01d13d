package report

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/explain"
	"rihla/model/kb"
	draw "rihla/ui/draw/explain"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Inference is the page that says what was inferred from the files, why, and how to
// correct it.
type Inference struct {
	text
	found   *kb.Inference // nil until it is worked out
	targets []draw.Target
}

// NewInference returns the page of a knowledge base.
func NewInference(voice present.Voice) *Inference {
	p := &Inference{text: newText(voice)}
	p.lay = p.layOut
	return p
}

// Scope is that of the page.
func (p *Inference) Scope() keys.Scope { return keys.InInference }

// Show shows what was inferred.
func (p *Inference) Show(_ page.Subject, at any) page.Answer {
	p.shown = page.Subject{Entities: p.voice.KB.Entities}
	p.goTo(at)
	if p.found != nil {
		return page.Answer{}
	}
	k := p.voice.KB
	return page.Answer{Cmd: work.Do(p.worker, func(context.Context) *kb.Inference { return explain.Of(k) }, func(found *kb.Inference) tea.Cmd {
		p.found = found
		p.relay(p.at)
		return nil
	})}
}

// SetVoice shows the same in another voice, keeping the place.
func (p *Inference) SetVoice(voice present.Voice) tea.Cmd {
	p.voice = voice
	p.relay(p.State().(textState))
	return nil
}

func (p *Inference) layOut(width int) ([]rich.Line, int) {
	p.targets = nil
	if p.found == nil {
		return nil, 0
	}
	lines, targets := draw.Lay(p.voice, p.found, width)
	p.targets = targets
	return lines, len(targets)
}

// Act moves, or goes where the selected link leads.
func (p *Inference) Act(a keys.Action) page.Answer {
	if a != keys.Open {
		return p.text.Act(a)
	}
	target, _ := p.target()
	switch {
	case target.Entity != nil:
		return page.Answer{Intent: page.Open{Entity: target.Entity}}
	case target.Kind != nil:
		return page.Answer{Intent: page.GoTo{Tab: target.Kind.Name}}
	}
	return page.Answer{}
}

// Hint returns the usual hint: nothing opens and nothing is copied where nothing
// is selected, and what is no relation is not changed.
func (p *Inference) Hint(a keys.Action, usual string) (string, bool) {
	switch target, some := p.target(); a {
	case keys.Open, keys.Copy:
		return usual, some
	case keys.Change:
		return usual, target.Relation != nil
	}
	return p.text.Hint(a, usual)
}

// Selection returns the entity that the selected link leads to, and the lines of
// the manifest that it belongs to.
func (p *Inference) Selection() page.Selection {
	target, ok := p.target()
	s := page.Selection{Entity: target.Entity, Relation: target.Relation}
	if ok {
		s.Copied = &page.Copy{Label: words.LinesOfManifest, Text: func() string { return target.Manifest }}
	}
	return s
}

// target returns where the selected link leads.
func (p *Inference) target() (draw.Target, bool) {
	if p.doc.Link < 0 || p.doc.Link >= len(p.targets) {
		return draw.Target{}, false
	}
	return p.targets[p.doc.Link], true
}

// Position says which link is selected.
func (p *Inference) Position() string {
	if len(p.targets) == 0 {
		return ""
	}
	return p.voice.Words.Number(p.doc.Link+1) + "/" + p.voice.Words.Number(len(p.targets))
}
