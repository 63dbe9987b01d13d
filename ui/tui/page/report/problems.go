package report

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/draw/problems"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Problems is the page of what is wrong in the files of a knowledge base.
type Problems struct {
	listing
	findings []kb.Finding
	counts   problems.Counts
	checked  bool // all rules have run
	isShown  bool
}

// NewProblems returns the page of a knowledge base, with the findings of its reader.
func NewProblems(voice present.Voice) *Problems {
	p := &Problems{listing: newListing(voice, listingTexts{title: words.Problems}), findings: voice.KB.Findings}
	p.head, p.none = p.heading, p.nothing
	return p
}

// Scope is that of the page.
func (p *Problems) Scope() keys.Scope { return keys.InProblems }

// Show shows the findings.
func (p *Problems) Show(_ page.Subject, at any) page.Answer {
	p.isShown = true
	restored := p.restore(at)
	if p.rows != nil {
		return page.Answer{Cmd: restored}
	}
	return page.Answer{Cmd: p.sort()}
}

// Leave ends the work.
func (p *Problems) Leave() bool {
	p.isShown = false
	return p.listing.Leave()
}

// Take shows what the rules found.
func (p *Problems) Take(i page.Intent) page.Answer {
	checked, ok := i.(page.Checked)
	if !ok {
		return page.Ignored
	}
	p.findings, p.checked = checked.Findings, true
	if !p.isShown {
		p.forget()
		return page.Answer{}
	}
	return page.Answer{Cmd: p.sort()}
}

// sort groups the findings by file: at once where they are few, else beside the
// screen.
func (p *Problems) sort() tea.Cmd {
	voice, all := p.voice, p.findings
	p.counts = problems.Of(all)
	if len(all) <= work.Few {
		return p.setRows(newFindings(voice, all))
	}
	return p.look(func(context.Context) rows { return newFindings(voice, all) })
}

// Act goes to the next error, or does what a listing does.
func (p *Problems) Act(a keys.Action) page.Answer {
	switch a {
	case keys.NextLink:
		return p.walkErrors(1)
	case keys.PrevLink:
		return p.walkErrors(-1)
	}
	return p.listing.Act(a)
}

// walkErrors selects the next or the previous error, and wraps around.
func (p *Problems) walkErrors(by int) page.Answer {
	n := len(p.visible)
	for i := range n {
		at := ((p.entries.Selected+(i+1)*by)%n + n) % n
		if p.finding(p.visible[at]).Severity() == kb.Error {
			p.entries.Select(at)
			return page.Answer{}
		}
	}
	return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.NoErrors)}}
}

func (p *Problems) finding(i int) *kb.Finding { return p.rows.(*findingRows).At(i) }

// Hint returns the usual hint: there are no errors to walk where none were found.
func (p *Problems) Hint(a keys.Action, usual string) (string, bool) {
	if a == keys.NextLink {
		return usual, p.counts[kb.Error] > 0
	}
	return p.listing.Hint(a, usual)
}

// heading says how many findings there are, and whether all is known.
func (p *Problems) heading(shown, all int) []rich.Span {
	w := p.voice.Words
	spans := p.titled()
	if p.filter != "" {
		spans = append(spans, rich.NewSpan(rich.Accent, w.Number(shown)+"/"+w.Number(all)), rich.NewSpan(rich.Plain, "  "))
	}
	if p.counts.All() > 0 {
		spans = append(spans, p.counts.Spans(w)...)
		spans = append(spans, rich.NewSpan(rich.Plain, "  "))
	}
	if text := p.unfinished(); text != "" {
		return append(spans, rich.NewSpan(rich.Muted, text))
	}
	if all == 0 {
		return spans // what was looked at is said below
	}
	return append(spans, rich.NewSpan(rich.Muted, problems.Looked(p.voice)))
}

// unfinished says that more may be found; empty if all is known.
func (p *Problems) unfinished() string {
	switch {
	case p.voice.KB.Partial:
		return p.voice.Words.Say(words.PartlyChecked)
	case !p.checked:
		return p.voice.Words.Say(words.StillChecking)
	}
	return ""
}

// nothing says that there are no problems, and what was checked.
func (p *Problems) nothing(width int) []rich.Line {
	w := p.voice.Words
	if text := p.unfinished(); text != "" {
		return rich.Wrap(rich.Muted, text, width)
	}
	lines := rich.Wrap(rich.Text, w.Say(words.NoProblems), width)
	return append(lines, rich.Wrap(rich.Muted, w.Say(words.WhatWasChecked, problems.Looked(p.voice), w.Number(len(kb.Codes()))), width)...)
}

// findingRows are the findings, and where they lead.
type findingRows struct{ *problems.Rows }

func newFindings(voice present.Voice, all []kb.Finding) *findingRows {
	return &findingRows{problems.NewRows(voice, all)}
}

func (r *findingRows) in(v present.Voice) rows { return &findingRows{r.In(v)} }

// Open opens the entity of a finding, or shows the finding where there is none.
func (r *findingRows) Open(i int) page.Intent {
	f := r.At(i)
	if e := r.Voice.KB.Lookup(f.Address); e != nil {
		return page.Open{Entity: e}
	}
	return page.ShowFinding{Finding: *f}
}

// Selection returns the finding.
func (r *findingRows) Selection(i int) page.Selection {
	f := r.At(i)
	return page.Selection{Entity: r.Voice.KB.Lookup(f.Address), Finding: f}
}
