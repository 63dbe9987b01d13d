// Package overview is the page that shows a knowledge base as a whole.
package overview

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/survey"
	"rihla/ui/draw/overview"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Page is the overview of one knowledge base.
type Page struct {
	voice present.Voice
	data  overview.Data

	width, height int
	targets       []overview.Target
	doc           widget.Document
}

// New returns the overview of a knowledge base, of which linked are the entities
// that are linked most.
func New(voice present.Voice, findings []kb.Finding, linked []*kb.Entity) *Page {
	return &Page{voice: voice, data: overview.Data{Findings: findings, Linked: linked}, height: 1}
}

// SetVoice tells the same in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) {
	p.voice = voice
	p.relay()
}

// SetChecked shows what was found wrong, and of what sources disagree.
func (p *Page) SetChecked(findings []kb.Finding, contests []evidence.Disagreement) {
	p.data.Findings, p.data.Contests, p.data.Checked = findings, contests, true
	p.relay()
}

// SetSurvey shows what was found when all was looked at.
func (p *Page) SetSurvey(s survey.Survey) {
	p.data.Survey = &s
	p.relay()
}

// IsSurveyed tells whether that is shown.
func (p *Page) IsSurveyed() bool { return p.data.Survey != nil }

// SetSize tells the cells that the page has.
func (p *Page) SetSize(width, height int) {
	p.height = height
	if width != p.width {
		p.width = width
		p.relay()
	}
	p.doc.SetHeight(height)
}

// relay lays the page out again. What is selected stays so, wherever it stands
// now.
func (p *Page) relay() {
	if p.width == 0 {
		return
	}
	offset, was := p.doc.Offset, p.doc.Link
	selected, _ := p.Selected()
	p.data.Begin = keys.Say(p.voice.Words, words.HowToBegin, keys.Open, keys.Filter, keys.Palette, keys.Views)
	lines, targets := overview.Lay(p.voice, p.data, p.width)
	p.targets = targets
	p.doc = widget.NewDocument(lines, len(targets))
	p.doc.SetHeight(p.height)
	link := max(was, 0)
	for i, t := range targets {
		if t.Entity == selected.Entity && t.Kind == selected.Kind && t.Picture == selected.Picture && (t.Finding == nil) == (selected.Finding == nil) && was >= 0 {
			link = i
			break
		}
	}
	p.doc.Restore(offset, link)
}

// Place returns what brings the page back to where it is.
func (p *Page) Place() (offset, link int) { return p.doc.Offset, p.doc.Link }

// Restore brings back a place that was left.
func (p *Page) Restore(offset, link int) { p.doc.Restore(offset, link) }

// Act moves as a key asks; it tells whether the key was one that moves. Where
// there are two columns, the second one follows the first.
func (p *Page) Act(a keys.Action) bool {
	last := len(p.targets) - 1
	next := p.doc.Link
	switch a {
	case keys.Up:
		next--
	case keys.Down:
		next++
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
		p.doc.Reveal()
	}
	return moved
}

// Scroll moves what is seen.
func (p *Page) Scroll(lines int) { p.doc.Scroll(lines) }

// Selected returns what the selected line leads to.
func (p *Page) Selected() (overview.Target, bool) {
	if p.doc.Link < 0 || p.doc.Link >= len(p.targets) {
		return overview.Target{}, false
	}
	return p.targets[p.doc.Link], true
}

// Position returns the place of the selected line and how many there are.
func (p *Page) Position() (at, all int) { return p.doc.Link + 1, len(p.targets) }

// Click selects what stands at a cell; it tells whether there is something.
func (p *Page) Click(x, y int) bool {
	link := p.doc.LinkAt(x, y)
	if link >= 0 {
		p.doc.Link = link
	}
	return link >= 0
}

// View draws what is seen.
func (p *Page) View(t *theme.Theme, focused bool) []string { return p.doc.View(t, focused) }
