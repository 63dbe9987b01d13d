// Package overview is the page that shows a knowledge base as a whole.
package overview

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/survey"
	"rihla/ui/draw/overview"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page is the overview of one knowledge base.
type Page struct {
	page.Defaults
	worker *work.Worker
	voice  present.Voice
	data   overview.Data
	last   page.Intent // what leads to where the knowledge base was left

	width, height int
	isShown       bool
	targets       []overview.Target
	doc           widget.Document
}

// state is what brings the page back to where it was left.
type state struct{ offset, link int }

// margin is kept free on either side, in cells.
const margin = 2

// New returns the overview of a knowledge base, of which linked are the entities
// that are linked most.
func New(voice present.Voice, findings []kb.Finding, linked []*kb.Entity) *Page {
	return &Page{worker: new(work.Worker), voice: voice, data: overview.Data{Findings: findings, Linked: linked}, height: 1}
}

// Scope is that of the overview.
func (p *Page) Scope() keys.Scope { return keys.InOverview }

// Show shows the knowledge base as a whole, and has it surveyed once.
func (p *Page) Show(_ page.Subject, at any) page.Answer {
	p.isShown = true
	if at, ok := at.(state); ok {
		p.doc.Restore(at.offset, at.link)
	}
	return page.Answer{Cmd: p.survey()}
}

// Leave ends the survey.
func (p *Page) Leave() bool {
	p.isShown = false
	p.worker.Stop()
	return false
}

// survey has the whole knowledge base looked at, unless that has been done.
func (p *Page) survey() tea.Cmd {
	k, at := p.voice.KB, p.voice.Day.Span()
	if k.Partial || p.data.Survey != nil {
		return nil
	}
	return work.Do(p.worker, func(ctx context.Context) *survey.Survey {
		s, err := survey.Compute(ctx, k, at)
		if err != nil {
			return nil
		}
		return &s
	}, func(s *survey.Survey) tea.Cmd {
		if s != nil {
			p.data.Survey = s
			p.relay()
		}
		return nil
	})
}

// Take shows what was found wrong, and of what sources disagree.
func (p *Page) Take(i page.Intent) page.Answer {
	if last, ok := i.(page.Last); ok {
		p.last, p.data.Last = last.Do, overview.Last{Label: last.Label, Also: last.Also}
		p.relay()
		return page.Answer{}
	}
	checked, ok := i.(page.Checked)
	if !ok {
		return page.Ignored
	}
	p.data.Findings, p.data.Contests, p.data.Checked = checked.Findings, checked.Disagreements, true
	p.relay()
	if !p.isShown {
		return page.Answer{}
	}
	return page.Answer{Cmd: p.survey()}
}

// Subject returns all of the knowledge base.
func (p *Page) Subject() page.Subject { return page.Subject{Entities: p.voice.KB.Entities} }

// SetVoice shows the same in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) tea.Cmd {
	if voice.Day != p.voice.Day {
		p.worker.Stop()
		p.data.Survey = nil
	}
	p.voice = voice
	p.relay()
	return nil
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	if width = max(1, width-2*margin); width != p.width || height != p.height {
		p.width, p.height = width, height
		p.relay()
	}
	p.doc.SetHeight(height)
	return nil
}

// relay lays the page out again. What is selected stays so, wherever it stands
// now.
func (p *Page) relay() {
	if p.width == 0 {
		return
	}
	offset, was := p.doc.Offset, p.doc.Link
	selected, _ := p.target()
	p.data.HowToList = keys.Say(p.voice.Words, words.ListsProblems, keys.Problems)
	p.data.Begin = keys.Say(p.voice.Words, words.HowToBegin, keys.Open, keys.Filter, keys.Palette, keys.Pictures, keys.Inference)
	lines, targets := overview.Lay(p.voice, p.data, overview.Frame{Width: p.width, Height: p.height})
	p.targets = targets
	p.doc = widget.NewDocument(lines, len(targets))
	p.doc.SetHeight(p.height)
	link := max(was, 0)
	for i, t := range targets {
		if t.Entity == selected.Entity && t.Kind == selected.Kind && t.Picture == selected.Picture && t.IsLast == selected.IsLast && (t.Finding == nil) == (selected.Finding == nil) && was >= 0 {
			link = i
			break
		}
	}
	p.doc.Restore(offset, link)
}

// State returns what brings the page back to where it is.
func (p *Page) State() any { return state{p.doc.Offset, p.doc.Link} }

// Act moves, or goes where the selected line leads.
func (p *Page) Act(a keys.Action) page.Answer {
	if a == keys.Open {
		return page.Answer{Intent: p.open()}
	}
	return page.Answer{Ignored: !p.move(a)}
}

// open returns where the selected line leads.
func (p *Page) open() page.Intent {
	switch target, _ := p.target(); {
	case target.IsLast:
		return p.last
	case target.Entity != nil:
		return page.Open{Entity: target.Entity}
	case target.Picture == overview.Timeline:
		return page.Do{Action: keys.Timeline}
	case target.Picture == overview.Map:
		return page.Do{Action: keys.Map}
	case target.Kind != nil:
		return page.GoTo{Tab: target.Kind.Name}
	case target.Finding != nil:
		return page.ShowFinding{Finding: *target.Finding}
	}
	return nil
}

// Hint returns the usual hint: nothing opens where nothing is selected.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	if a == keys.Open {
		_, some := p.target()
		return usual, some
	}
	return p.Defaults.Hint(a, usual)
}

// move moves as a key asks, and reports whether the key is one that moves. Where
// there are two columns, the second one follows the first.
func (p *Page) move(a keys.Action) bool {
	last := len(p.targets) - 1
	next, isSeen := p.doc.Link, p.doc.IsLinkVisible()
	switch a {
	case keys.Up:
		if isSeen {
			next--
		}
	case keys.Down:
		if isSeen {
			next++
		}
	case keys.Top:
		next = 0
	case keys.Bottom:
		next = last
	default:
		return p.doc.Move(a)
	}
	moved := p.doc.Move(a)
	if p.width >= overview.TwoFrom && next >= 0 && next <= last {
		p.doc.Link = next
		if a == keys.Up || a == keys.Down {
			p.doc.Reveal()
		}
	}
	return moved
}

// Wheel scrolls.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	p.doc.Scroll(lines)
	return page.Answer{}
}

// Selection returns the entity or the finding that the selected line leads to.
func (p *Page) Selection() page.Selection {
	target, _ := p.target()
	return page.Selection{Entity: target.Entity, Finding: target.Finding}
}

// target returns where the selected line leads.
func (p *Page) target() (overview.Target, bool) {
	if p.doc.Link < 0 || p.doc.Link >= len(p.targets) {
		return overview.Target{}, false
	}
	return p.targets[p.doc.Link], true
}

// Position says which line is selected of those that lead somewhere.
func (p *Page) Position() string {
	if len(p.targets) == 0 {
		return ""
	}
	return p.voice.Words.Number(p.doc.Link+1) + "/" + p.voice.Words.Number(len(p.targets))
}

// Click selects what stands at a cell.
func (p *Page) Click(x, y int) page.Answer {
	link := p.doc.LinkAt(x-margin, y)
	if link < 0 {
		return page.Ignored
	}
	p.doc.Link = link
	return page.Answer{}
}

// View draws the visible part.
func (p *Page) View(t *theme.Theme) []string {
	lines := p.doc.View(t, true)
	above, below := p.doc.More()
	for i := range lines {
		lines[i] = safe.Spaces(margin) + lines[i]
		if more := widget.More(above && i == 0, below && i == len(lines)-1); more != "" {
			lines[i] = widget.Fill(lines[i], margin+p.width+margin-1) + t.Muted.Render(more)
		}
	}
	return lines
}
