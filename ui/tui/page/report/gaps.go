package report

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// Gaps is the page of the open questions about a kind: its missing and weak links to
// the kinds that it is linked to.
type Gaps struct {
	listing
	shown page.Subject
	kind  *kb.Kind // nil before the page is shown
}

// NewGaps returns the page of a knowledge base.
func NewGaps(voice present.Voice) *Gaps {
	p := &Gaps{listing: newListing(voice, listingTexts{words.QuestionsTitle, words.LookingForQuestions, words.NothingToAsk})}
	p.head = p.heading
	return p
}

// Scope is that of the page.
func (p *Gaps) Scope() keys.Scope { return keys.InGaps }

// Show asks about the kind of a subject, or else of its entity, or else the first. It asks
// nothing about sources, whose links are evidence.
func (p *Gaps) Show(s page.Subject, at any) page.Answer {
	kind := s.Kind
	if kind == nil && s.Entity != nil {
		kind = s.Entity.Kind
	}
	if sources := p.voice.KB.SourceKind(); kind == nil || kind == sources {
		kind = nil
		for _, tab := range p.voice.KB.Tabs() {
			if kind == nil && tab != sources {
				kind = tab
			}
		}
	}
	if kind == nil {
		return page.Answer{Cmd: p.setRows(newQuestions(p.voice, nil))}
	}
	if kind != p.kind {
		p.forget()
	}
	p.shown, p.kind = s, kind
	restored := p.restore(at)
	if p.rows != nil {
		return page.Answer{Cmd: restored}
	}
	return page.Answer{Cmd: p.ask()}
}

// ask looks for the questions beside the screen.
func (p *Gaps) ask() tea.Cmd {
	voice, kind := p.voice, p.kind
	return p.look(func(ctx context.Context) rows { return newQuestions(voice, draw.GapsOf(ctx, voice, kind)) })
}

// Subject returns what the page was shown.
func (p *Gaps) Subject() page.Subject { return p.shown }

// SetVoice shows the same in another voice, keeping the place; of another day it asks
// again.
func (p *Gaps) SetVoice(voice present.Voice) tea.Cmd {
	isOtherDay := voice.Day != p.voice.Day
	cmd := p.listing.SetVoice(voice)
	if isOtherDay && p.rows != nil {
		return tea.Batch(cmd, p.ask())
	}
	return cmd
}

// heading names the kind before what is usual.
func (p *Gaps) heading(shown, all int) []rich.Span {
	spans := p.listing.heading(shown, all)
	if p.kind == nil {
		return spans
	}
	return slices.Insert(spans, len(p.titled()), rich.NewSpan(rich.Text, p.voice.KindLabel(p.kind)), rich.NewSpan(rich.Plain, "  "))
}

// gapRows are the questions, and where they lead.
type gapRows struct{ *draw.GapRows }

func newQuestions(voice present.Voice, gaps []draw.Gap) *gapRows {
	return &gapRows{draw.NewGapRows(voice, gaps)}
}

func (r *gapRows) in(v present.Voice) rows { return &gapRows{r.In(v)} }

// Open opens the entity that a question is about, at the link.
func (r *gapRows) Open(i int) page.Intent {
	e, link := r.About(i)
	return page.Open{Entity: e, Link: link}
}

// Selection returns the entity that a question is about, and the link.
func (r *gapRows) Selection(i int) page.Selection {
	e, link := r.About(i)
	s := page.Selection{Entity: e}
	if link != nil {
		s.Link = &present.Link{To: link.To, Statement: link}
	}
	return s
}
