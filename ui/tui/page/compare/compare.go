// Package compare is the page that sets entities side by side: what each field
// says is a row, each entity a column.
package compare

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/theme"
	"rihla/ui/tui/widget"
)

// Page compares entities.
type Page struct {
	voice      present.Voice
	entities   []*kb.Entity
	comparison *present.Comparison
	laid       present.Laid

	width, height int
	at            Place
	offset        int // the first line that is seen
}

// Place is what brings a page back to where it was left.
type Place struct {
	Row       int  // the first that is seen, at its first line
	First     int  // the first entity that has a column
	Differing bool // whether only what differs is seen
}

// New returns a page that compares nothing yet.
func New(voice present.Voice) *Page {
	p := &Page{voice: voice, height: 1}
	p.Show(nil)
	return p
}

// Show compares entities from the beginning; the same ones stay as they are.
func (p *Page) Show(entities []*kb.Entity) {
	if p.comparison != nil && slices.Equal(entities, p.entities) {
		return
	}
	p.entities, p.at = entities, Place{}
	p.comparison = p.voice.Compare(entities)
	p.lay()
}

// Entities returns what is compared. It is not to be written to.
func (p *Page) Entities() []*kb.Entity { return p.entities }

// SetSize tells the cells that the page has; the place is kept.
func (p *Page) SetSize(width, height int) {
	if width != p.width || height != p.height {
		p.width, p.height = width, max(1, height)
		p.lay()
	}
}

// SetVoice tells the same in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) {
	p.voice = voice
	p.comparison = voice.Compare(p.entities)
	p.lay()
}

// Place returns where the page is.
func (p *Page) Place() Place { return p.at }

// Restore brings back a place that was left.
func (p *Page) Restore(at Place) {
	p.at = at
	p.lay()
}

// low is the height, in lines, under which a name has one line alone.
const low = 8

// lay lays out the page anew, the row that was the first seen staying so.
func (p *Page) lay() {
	heads := 2
	if p.height < low {
		heads = 1
	}
	row := p.at.Row
	p.laid = p.comparison.Lay(max(1, p.width), p.at.First, p.at.Differing, heads)
	p.at.First = p.laid.First
	first := slices.IndexFunc(p.laid.Rows, func(r int) bool { return r >= row })
	if first < 0 {
		first = len(p.laid.Rows)
	}
	p.scrollTo(first)
}

// lines returns how many lines of the rows are seen.
func (p *Page) lines() int { return max(1, p.height-len(p.laid.Head)) }

func (p *Page) scrollTo(line int) {
	p.offset = max(0, min(line, len(p.laid.Lines)-p.lines()))
	p.at.Row = p.laid.Rows[p.offset]
}

// Scroll moves what is seen.
func (p *Page) Scroll(lines int) { p.scrollTo(p.offset + lines) }

// Act moves as a key asks; it tells whether the key was one that the page
// knows.
func (p *Page) Act(a keys.Action) bool {
	switch a {
	case keys.Up:
		p.Scroll(-1)
	case keys.Down:
		p.Scroll(1)
	case keys.PageUp:
		p.Scroll(-p.lines())
	case keys.PageDown:
		p.Scroll(p.lines())
	case keys.HalfUp:
		p.Scroll(-max(1, p.lines()/2))
	case keys.HalfDown:
		p.Scroll(max(1, p.lines()/2))
	case keys.Top:
		p.scrollTo(0)
	case keys.Bottom:
		p.scrollTo(len(p.laid.Lines))
	case keys.EntityBefore:
		p.Restore(Place{p.at.Row, p.at.First - 1, p.at.Differing})
	case keys.EntityAfter:
		p.Restore(Place{p.at.Row, p.at.First + 1, p.at.Differing})
	case keys.Differing:
		p.Restore(Place{p.at.Row, p.at.First, !p.at.Differing})
	default:
		return false
	}
	return true
}

// Columns returns the place of the first entity that is seen, that of the last,
// and how many there are.
func (p *Page) Columns() (from, to, all int) {
	all = len(p.entities)
	return p.laid.First + 1, min(all, p.laid.First+p.laid.Shown), all
}

// Differing returns in how many fields not all say the same.
func (p *Page) Differing() int { return p.comparison.Differing() }

// View draws what is seen.
func (p *Page) View(t *theme.Theme) []string {
	out := make([]string, 0, p.height)
	for _, line := range p.laid.Head {
		out = append(out, widget.DrawLine(t, line))
	}
	for n := p.offset; n < len(p.laid.Lines) && n < p.offset+p.lines(); n++ {
		out = append(out, widget.DrawLine(t, p.laid.Lines[n]))
	}
	return out
}
