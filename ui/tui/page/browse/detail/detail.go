// Package detail is the page that shows one entity.
package detail

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
)

// Page shows one entity, or nothing where Entity is nil.
type Page struct {
	Entity *kb.Entity

	voice  present.Voice
	width  int
	height int
	page   detail.Page
	doc    widget.Document

	unfolded bool // what is set aside is shown

	find   *find    // what is looked for, or nil
	folded []string // the lines, folded; nil until something is looked for
	paths  []string // the paths of the fields, folded

	long []layout // of long entities, the last one first
}

// layout is the page of an entity as it was laid out.
type layout struct {
	of       *kb.Entity
	width    int
	unfolded bool
	page     detail.Page
}

// What is kept of pages that take long to lay out: their number, and the lines from
// which on a page is one.
const (
	mostKept  = 4
	longLines = 1000
)

// New returns a page that shows nothing yet.
func New(voice present.Voice) *Page { return &Page{voice: voice, height: 1} }

// Show shows an entity from its beginning; one that is shown already stays as
// it is.
func (p *Page) Show(e *kb.Entity) {
	if e != p.Entity {
		if p.Entity != nil {
			p.find = nil
		}
		p.Entity = e
		p.lay()
	}
}

// SetSize gives the page its cells; the place is kept.
func (p *Page) SetSize(width, height int) {
	p.height = height
	if width != p.width {
		p.width = width
		offset, link, seen := p.doc.Offset, p.doc.Link, p.doc.IsLinkVisible()
		before := p.doc.Len()
		p.lay()
		if before > 0 {
			offset = offset * p.doc.Len() / before
		}
		p.doc.Keep(offset, link, seen)
	}
	p.doc.SetHeight(height)
	if p.IsFinding() && len(p.find.matches) > 0 {
		p.doc.GoTo(p.find.matches[p.find.at])
	}
}

// SetVoice shows the same entity in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) {
	offset, link, seen := p.doc.Offset, p.doc.Link, p.doc.IsLinkVisible()
	p.voice, p.long = voice, nil
	p.lay()
	p.doc.Keep(offset, link, seen)
}

func (p *Page) lay() {
	p.page = detail.Page{}
	if p.Entity != nil && p.width > 0 {
		p.page = p.laidOut()
	}
	p.doc = widget.NewDocument(p.page.Lines, len(p.page.Links))
	p.doc.SetHeight(p.height)
	p.folded, p.paths = nil, nil
	if p.IsFinding() {
		at := p.find.at
		p.search()
		p.find.at = min(at, max(0, len(p.find.matches)-1))
	}
}

// laidOut lays out the entity, unless it is long and was laid out so before.
func (p *Page) laidOut() detail.Page {
	for _, l := range p.long {
		if l.of == p.Entity && l.width == p.width && l.unfolded == p.unfolded {
			return l.page
		}
	}
	voice := p.voice
	voice.Folded = !p.unfolded
	out := detail.Of(voice, p.Entity, p.width)
	if len(out.Lines) >= longLines {
		p.long = slices.Insert(p.long, 0, layout{p.Entity, p.width, p.unfolded, out})
		p.long = p.long[:min(len(p.long), mostKept)]
	}
	return out
}

// State returns what brings the page back to where it is.
func (p *Page) State() (offset, link int) { return p.doc.Offset, p.doc.Link }

// Restore brings back a place that was left.
func (p *Page) Restore(offset, link int) { p.doc.Restore(offset, link) }

// Act moves as a key asks; it reports whether the key is one that moves.
func (p *Page) Act(a keys.Action) bool {
	if folds, _ := p.Folds(); a == keys.Expand && !folds {
		return false
	}
	if a == keys.Expand {
		p.unfold(!p.unfolded)
		return true
	}
	if p.IsFinding() && p.walkMatches(a) {
		return true
	}
	return p.doc.Move(a)
}

// unfold shows what is set aside, or folds it away; the visible part stays in its
// place.
func (p *Page) unfold(unfolded bool) {
	offset, link, seen := p.doc.Offset, p.doc.Link, p.doc.IsLinkVisible()
	p.unfolded = unfolded
	p.lay()
	p.doc.Keep(offset, link, seen)
}

// Folds reports whether something is folded away, or would be.
func (p *Page) Folds() (folds, unfolded bool) { return p.page.Aside > 0, p.unfolded }

// Scroll moves the viewport.
func (p *Page) Scroll(lines int) { p.doc.Scroll(lines) }

// More reports whether lines are above or below those that are seen.
func (p *Page) More() (above, below bool) { return p.doc.More() }

// Selected returns the link that is selected, or nil.
func (p *Page) Selected() *present.Link {
	if p.doc.Link < 0 || p.doc.Link >= len(p.page.Links) {
		return nil
	}
	return &p.page.Links[p.doc.Link]
}

// Select selects and shows a link, if the page has it. Each reading of a record makes
// its statements anew, so that it is found by its place in the files.
func (p *Page) Select(link *kb.Statement) {
	if link == nil || link.From != p.Entity {
		return
	}
	at := slices.IndexFunc(p.page.Links, func(l present.Link) bool {
		return l.Statement != nil && l.Statement.Field == link.Field && l.Statement.To == link.To && l.Statement.Pos == link.Pos
	})
	p.doc.Keep(p.doc.Offset, at, at >= 0)
}

// Reveal shows the selected link; it reports whether it was not seen before.
func (p *Page) Reveal() bool { return p.doc.Reveal() }

// SeesLink reports whether the selected link is seen.
func (p *Page) SeesLink() bool { return p.doc.IsLinkVisible() }

// Position returns the place of the selected link and how many there are.
func (p *Page) Position() (at, all int) { return p.doc.Link + 1, len(p.page.Links) }

// SourceOf returns the numbered source that a link of the page is the line of.
func (p *Page) SourceOf(link *present.Link) (present.Source, bool) {
	for _, s := range p.page.Sources {
		if link.Source != 0 && s.Number == link.Source {
			return s, true
		}
	}
	return present.Source{}, false
}

// Click selects the link at a cell; it reports whether one stands there.
func (p *Page) Click(x, y int) bool {
	link := p.doc.LinkAt(x, y)
	if link < 0 {
		return false
	}
	p.doc.Link = link
	return true
}

// View draws the visible part, and highlights matches of the search, else of the given query.
func (p *Page) View(t *theme.Theme, focused bool, light query.Highlighter) []string {
	if p.IsFinding() {
		light = p.find.light
	}
	p.doc.Highlighter = light
	return p.doc.View(t, focused)
}

// SelectLast selects the last link that is wanted, and scrolls to it.
func (p *Page) SelectLast(isWanted func(present.Link) bool) {
	for i, link := range slices.Backward(p.page.Links) {
		if isWanted(link) {
			p.doc.Link = i
			p.doc.Reveal()
			return
		}
	}
}
