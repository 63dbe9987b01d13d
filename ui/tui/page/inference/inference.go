// Package inference is the page that says what was inferred from the files, why,
// and how to correct it.
package inference

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/explain"
	"rihla/model/kb"
	draw "rihla/ui/draw/explain"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page is what was inferred of one knowledge base.
type Page struct {
	page.Defaults
	worker *work.Worker
	voice  present.Voice
	found  *kb.Inference // nil until it is worked out

	width, height int
	targets       []draw.Target
	doc           widget.Document
	at            state // where to go once there is something
}

// state is what brings the page back to where it was left.
type state struct{ offset, link int }

// margin is kept free on either side, in cells.
const margin = 2

// New returns the page of a knowledge base.
func New(voice present.Voice) *Page {
	return &Page{worker: new(work.Worker), voice: voice, height: 1}
}

// Scope is that of the page.
func (p *Page) Scope() keys.Scope { return keys.InInference }

// Show shows what was inferred.
func (p *Page) Show(_ page.Subject, at any) page.Answer {
	p.at, _ = at.(state)
	if p.found != nil {
		p.doc.Restore(p.at.offset, p.at.link)
		return page.Answer{}
	}
	k := p.voice.KB
	return page.Answer{Cmd: work.Do(p.worker, func(context.Context) *kb.Inference { return explain.Of(k) }, func(found *kb.Inference) tea.Cmd {
		p.found = found
		p.relay(p.at)
		return nil
	})}
}

// Leave ends the work.
func (p *Page) Leave() bool {
	p.worker.Stop()
	return false
}

// IsSlow reports whether it is still being worked out.
func (p *Page) IsSlow() bool { return p.worker.IsSlow() }

// Subject returns all of the knowledge base.
func (p *Page) Subject() page.Subject { return page.Subject{Entities: p.voice.KB.Entities} }

// SetVoice shows the same in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) tea.Cmd {
	p.voice = voice
	p.relay(p.State().(state))
	return nil
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	p.height = height
	if width = max(1, width-2*margin); width != p.width {
		seen := p.doc.IsLinkVisible()
		at := p.State().(state)
		p.width = width
		p.relay(at)
		p.doc.Keep(at.offset, at.link, seen)
	}
	p.doc.SetHeight(height)
	return nil
}

// relay lays the page out again, and goes to a place.
func (p *Page) relay(at state) {
	if p.width == 0 || p.found == nil {
		return
	}
	lines, targets := draw.Lay(p.voice, p.found, p.width)
	p.targets = targets
	p.doc = widget.NewDocument(lines, len(targets))
	p.doc.SetHeight(p.height)
	p.doc.Restore(at.offset, at.link)
}

// State returns what brings the page back to where it is.
func (p *Page) State() any { return state{p.doc.Offset, p.doc.Link} }

// Act moves, or goes where the selected link leads.
func (p *Page) Act(a keys.Action) page.Answer {
	if a != keys.Open {
		return page.Answer{Ignored: !p.doc.Move(a)}
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
// is selected.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	if a == keys.Open || a == keys.Copy {
		_, some := p.target()
		return usual, some
	}
	return p.Defaults.Hint(a, usual)
}

// Wheel scrolls.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	p.doc.Scroll(lines)
	return page.Answer{}
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

// Selection returns the entity that the selected link leads to, and the lines of
// the manifest that it belongs to.
func (p *Page) Selection() page.Selection {
	target, ok := p.target()
	s := page.Selection{Entity: target.Entity}
	if ok {
		s.Copied = &page.Copy{Label: words.LinesOfManifest, Text: func() string { return target.Manifest }}
	}
	return s
}

// target returns where the selected link leads.
func (p *Page) target() (draw.Target, bool) {
	if p.doc.Link < 0 || p.doc.Link >= len(p.targets) {
		return draw.Target{}, false
	}
	return p.targets[p.doc.Link], true
}

// Position says which link is selected.
func (p *Page) Position() string {
	if len(p.targets) == 0 {
		return ""
	}
	return p.voice.Words.Number(p.doc.Link+1) + "/" + p.voice.Words.Number(len(p.targets))
}

// View draws what is seen.
func (p *Page) View(t *theme.Theme) []string {
	lines := p.doc.View(t, true)
	for i := range lines {
		lines[i] = safe.Spaces(margin) + lines[i]
	}
	return lines
}
