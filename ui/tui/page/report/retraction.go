package report

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/retract"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Retraction is the page of what depends on a source.
type Retraction struct {
	text
	withReprints bool          // what is derived from the source is retracted too
	loss         *retract.Loss // nil until it is known
	links        []present.Link
}

// retractionState is what brings the page back to where it was left.
type retractionState struct {
	textState
	source       page.Ref
	withReprints bool
}

// NewRetraction returns the page of a knowledge base.
func NewRetraction(voice present.Voice) *Retraction {
	p := &Retraction{text: newText(voice)}
	p.lay = p.layOut
	return p
}

// Scope is that of the page.
func (p *Retraction) Scope() keys.Scope { return keys.InRetraction }

// Show works out what depends on the source of a subject.
func (p *Retraction) Show(s page.Subject, at any) page.Answer {
	place, isBack := at.(retractionState)
	if isBack {
		s.Entity = place.source.In(p.voice.KB)
	}
	if s.Entity == nil || s.Entity.Kind != p.voice.KB.SourceKind() {
		return page.Ignored
	}
	if s.Entity != p.shown.Entity || place.withReprints != p.withReprints {
		p.forget()
	}
	p.shown, p.withReprints = s, place.withReprints
	p.goTo(place.textState)
	if p.loss != nil {
		return page.Answer{}
	}
	return page.Answer{Cmd: p.weigh()}
}

func (p *Retraction) forget() {
	p.loss = nil
	p.relay(textState{})
}

// weigh works out beside the screen what depends on the source.
func (p *Retraction) weigh() tea.Cmd {
	k, source, withReprints := p.voice.KB, p.shown.Entity, p.withReprints
	return work.Do(p.worker, func(ctx context.Context) *retract.Loss {
		sources := []*kb.Entity{source}
		if withReprints {
			reprints := slices.DeleteFunc(retract.WithReprints(k, source), func(e *kb.Entity) bool { return e == source })
			sources = append(sources, reprints...)
		}
		loss, err := retract.Without(ctx, k, sources...)
		if err != nil {
			return nil
		}
		return loss
	}, func(loss *retract.Loss) tea.Cmd {
		p.loss = loss
		p.relay(p.at)
		return nil
	})
}

// State returns what brings the page back to where it is.
func (p *Retraction) State() any {
	at := p.at
	if p.loss != nil {
		at = p.text.State().(textState)
	}
	return retractionState{at, page.RefTo(p.shown.Entity), p.withReprints}
}

// SetVoice shows the same in another voice, keeping the place.
func (p *Retraction) SetVoice(voice present.Voice) tea.Cmd {
	p.voice = voice
	p.relay(p.text.State().(textState))
	return nil
}

func (p *Retraction) layOut(width int) ([]rich.Line, int) {
	w := p.voice.Words
	p.links = nil
	lines := append(rich.Wrap(rich.Heading, w.Say(words.RetractionTitle), width), rich.Line{})
	if p.loss == nil {
		return append(lines, rich.Wrap(rich.Muted, w.Say(words.FindingDependents), width)...), 0
	}
	lost := detail.Retraction(p.voice, p.loss, width)
	p.links = lost.Links
	return append(lines, lost.Lines...), len(lost.Links)
}

// hasReprints reports whether anything is derived from the source.
func (p *Retraction) hasReprints() bool {
	return p.loss != nil && (len(p.loss.Reprints) > 0 || len(p.loss.Sources) > 1)
}

// Act moves, opens what is selected, or retracts what is derived from the source too,
// or no more.
func (p *Retraction) Act(a keys.Action) page.Answer {
	switch a {
	case keys.Open:
		if link := p.link(); link != nil {
			return page.Answer{Intent: page.Open{Entity: link.To}}
		}
		return page.Ignored
	case keys.Reprints:
		if !p.hasReprints() {
			return page.Ignored
		}
		p.withReprints, p.at = !p.withReprints, textState{}
		p.forget()
		return page.Answer{Cmd: p.weigh()}
	}
	return p.text.Act(a)
}

// Hint returns the usual hint: nothing opens where nothing is selected, and there may
// be nothing that is derived from the source.
func (p *Retraction) Hint(a keys.Action, usual string) (string, bool) {
	switch a {
	case keys.Open, keys.NextLink:
		return usual, p.link() != nil
	case keys.Reprints:
		return usual, p.hasReprints()
	}
	return p.text.Hint(a, usual)
}

// link returns the link that is selected, or nil.
func (p *Retraction) link() *present.Link {
	if p.doc.Link < 0 || p.doc.Link >= len(p.links) {
		return nil
	}
	return &p.links[p.doc.Link]
}

// Selection returns the claim, or the entity, that is selected, else the source.
func (p *Retraction) Selection() page.Selection {
	if link := p.link(); link != nil {
		return page.Selection{Entity: link.To, Link: link}
	}
	return page.Selection{Entity: p.shown.Entity}
}
