package matrix

import (
	"rihla/model/evidence"
	"rihla/model/matrix"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// Hint offers the keys that change something: of an empty table those alone that may
// fill it.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	if p.made == nil {
		return p.Defaults.Hint(a, usual)
	}
	switch {
	case a == keys.NextKind:
		return usual, len(p.made.kinds) > 1
	case a == keys.NextRelation:
		return usual, len(p.made.relations) > 0
	case !p.isFilled() && (a != keys.ZoomIn || len(p.made.kinds) == 0):
		return p.EmptyHint(a, usual)
	}
	return p.Defaults.Hint(a, usual)
}

// Act answers what a key asks for.
func (p *Page) Act(a keys.Action) page.Answer {
	switch a {
	case keys.ZoomIn, keys.ZoomOut, keys.NextKind, keys.NextRelation, keys.Swap, keys.Order, keys.Numbers:
		return p.ask(a)
	}
	if !p.isFilled() {
		return page.Ignored
	}
	switch a {
	case keys.Open:
		if p.whole != nil {
			p.near()
			return page.Answer{}
		}
		return p.open()
	case keys.Source:
		return p.source()
	case keys.Details:
		return page.Answer{Intent: page.Open{Entity: p.selection()}}
	case keys.Fit:
		if p.whole == nil {
			return page.Answer{Cmd: p.fit()}
		}
		p.near()
	case keys.NextLink:
		return page.Answer{Ignored: !p.walk(1)}
	case keys.PrevLink:
		return page.Answer{Ignored: !p.walk(-1)}
	default:
		if !p.move(a) {
			return page.Ignored
		}
	}
	return page.Answer{}
}

// ask asks for another table.
func (p *Page) ask(a keys.Action) page.Answer {
	if p.made == nil || a == keys.Numbers && p.whole != nil {
		return page.Ignored // dots have neither numbers nor shades
	}
	if !p.isFilled() && (a == keys.Swap || a == keys.Order || a == keys.Numbers || a == keys.ZoomIn && len(p.made.kinds) == 0) {
		return page.Ignored // nothing is shown of that
	}
	before := p.asked
	p.at = p.state()
	p.at.seen = a == keys.Numbers
	switch a {
	case keys.ZoomIn:
		p.asked.hops = min(matrix.MaxHops, p.asked.hops+1)
	case keys.ZoomOut:
		p.asked.hops = max(1, p.asked.hops-1)
	case keys.NextKind:
		p.asked.kind, p.asked.by = p.nextKind(), ""
		if p.asked.swapped {
			p.at.row = ""
		} else {
			p.at.column = ""
		}
	case keys.NextRelation:
		p.asked.by = p.nextRelation()
	case keys.Swap:
		p.asked.swapped = !p.asked.swapped
		p.at.row, p.at.column = p.at.column, p.at.row
	case keys.Order:
		p.asked.order = (p.asked.order + 1) % draw.Orders
	case keys.Numbers:
		if p.asked.hops > 1 {
			p.asked.shades = !p.asked.shades
		} else {
			p.asked.numbers = !p.asked.numbers
		}
	}
	if p.asked == before {
		return page.Ignored
	}
	return page.Answer{Cmd: p.make()}
}

// nextKind returns the kind after the one that is set against, of those that the
// list is linked to.
func (p *Page) nextKind() string {
	kinds := p.made.kinds
	for i, r := range kinds {
		if r.Kind == p.made.against {
			return kinds[(i+1)%len(kinds)].Kind.Name
		}
	}
	if len(kinds) > 0 {
		return kinds[0].Kind.Name
	}
	return p.asked.kind
}

// nextRelation returns the relation after the one that alone counts; after the
// last one, all do.
func (p *Page) nextRelation() string {
	next := 0
	for i, r := range p.made.relations {
		if r.Field.Path == p.asked.by {
			next = i + 1
		}
	}
	if next < len(p.made.relations) {
		return p.made.relations[next].Field.Path
	}
	return ""
}

// mostListed is how many entities that lie between two are listed.
const mostListed = 2000

// open lists what lies between the two, or where nothing does shows the sources of
// the links.
func (p *Page) open() page.Answer {
	t, v := p.made.table, p.viewport
	through, _ := t.Intermediates(v.Row, v.Column, mostListed)
	if len(through) == 0 {
		return p.source()
	}
	title := p.voice.Words.Say(words.BetweenTitle, p.voice.Name(t.Rows[v.Row].Entity), p.voice.Name(t.Columns[v.Column].Entity))
	return page.Answer{Intent: page.List{Title: title, Entities: through}}
}

// source shows what stands behind the links of the cell.
func (p *Page) source() page.Answer {
	w, t := p.voice.Words, p.made.table
	claims := p.claims()
	switch {
	case len(claims) > 0:
		return page.Answer{Intent: page.ShowSource{Claims: claims}}
	case t.Cell(p.viewport.Row, p.viewport.Column).IsFilled():
		return page.Answer{Intent: page.Notice{Text: keys.Say(w, words.NotLinkedDirectly, keys.Open)}}
	}
	return page.Answer{Intent: page.Notice{Text: w.Say(words.NothingInCell)}}
}

// claims are those that a cell counts.
func (p *Page) claims() []evidence.Claim {
	t := p.made.table
	if t.CountsCitations() {
		return t.CitingClaims(p.viewport.Row, p.viewport.Column)
	}
	var out []evidence.Claim
	for _, l := range t.Links(p.viewport.Row, p.viewport.Column) {
		out = append(out, l.Claim)
	}
	return out
}
