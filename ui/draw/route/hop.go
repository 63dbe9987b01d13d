package route

import (
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// mostLinks is the maximum number of drawn claims of a hop.
const mostLinks = 3

// marks are the properties of a hop within its route.
type marks struct {
	isWeakest bool
	isBare    bool // no hop of the route has a source; the route says so once
}

// hop draws the claims that link two stations, each with its direction and sources,
// then their support.
func (p *painter) hop(c *column, h *route.Hop, side, place int, m marks) {
	rail := rails[h.Grade]
	role := rich.Faint
	if h.Grade < route.Fair && !m.isBare {
		role = rich.Warning
	}
	row := func(sign string, spans []rich.Span) {
		signRole := role
		if sign != rail {
			signRole = rich.Plain
		}
		c.add(append([]rich.Span{rich.NewSpan(signRole, sign), rich.Blank(indent - 1)}, spans...)...)
	}
	top, shown := len(c.lines), h.Links[:1]
	if p.measure == full {
		shown = h.Links[:min(mostLinks, len(h.Links))]
	}
	if p.measure > spaced {
		row(rail, nil)
	}
	for i := range shown {
		at := p.add(Thing{Hop: h, Link: i, Side: side, Place: place, Y: top, Width: c.width})
		c.things = append(c.things, at)
		sign := downward
		if !shown[i].Forward {
			sign = upward
		}
		for _, line := range p.link(h, &shown[i], at, c.width-indent) {
			row(sign, line)
			sign = rail
		}
		if i+1 < len(shown) {
			p.drawing.Things[at].Height = len(c.lines) - top
			top = len(c.lines)
		}
	}
	standing := p.support(h, len(h.Links)-len(shown), m)
	switch {
	case len(standing) == 0:
	case p.measure == tight:
		row(rail, standing)
	default:
		for _, line := range rich.Flow(standing, c.width-indent, 0) {
			row(rail, line)
		}
	}
	if p.measure > tight {
		row(rail, nil)
	}
	p.drawing.Things[len(p.drawing.Things)-1].Height = len(c.lines) - top
}

// link returns a claim of a hop in one or more lines.
func (p *painter) link(h *route.Hop, l *route.Link, at, width int) [][]rich.Span {
	v := p.voice
	spans := []rich.Span{{Text: Relation(v, l), Role: rich.Text, Link: at}}
	fact := factText(v, l)
	if p.measure <= spaced && fact != "" {
		spans = append(spans, rich.NewSpan(rich.Muted, v.Words.Colon), rich.NewSpan(rich.QuotedText, fact))
		return [][]rich.Span{rich.Cut(spans, width)}
	}
	if l.Cites {
		if of := CitedFor(v, l); of != "" {
			spans = append(spans, rich.NewSpan(rich.Muted, v.Words.Colon), rich.NewSpan(rich.Muted, of))
		}
	} else if said := l.Claim.Qualification(); said != nil {
		for _, q := range v.Qualifiers(said) {
			spans = append(spans, rich.NewSpan(rich.Muted, v.Words.ListComma), q)
		}
	}
	if p.measure <= spaced {
		return [][]rich.Span{rich.Cut(spans, width)}
	}
	if notes := p.numbers.notes(h.Evidence(l)); notes != "" {
		spans = append(spans, rich.NewSpan(rich.Plain, " "), rich.NewSpan(rich.Note, notes))
	}
	lines := rich.Flow(spans, width, 0)
	if fact != "" {
		lines = append(lines, p.quotation(fact, width)...)
	}
	return lines
}

// quotation returns the text of a fact in at most three lines.
func (p *painter) quotation(fact string, width int) [][]rich.Span {
	most := 2
	if p.measure == full {
		most = 3
	}
	lines := rich.Flow([]rich.Span{rich.NewSpan(rich.QuotedText, fact)}, width, 0)
	if len(lines) > most {
		lines = lines[:most]
		lines[most-1] = rich.Cut(append(lines[most-1], rich.NewSpan(rich.QuotedText, " …")), width)
	}
	return lines
}

// factText returns the text of the fact that makes a link, empty for other claims.
func factText(v present.Voice, l *route.Link) string {
	if l.Claim.Fact == nil || l.Cites {
		return ""
	}
	return v.Say(l.Claim.Fact.Text)
}

// support returns the support of a hop and the number of its omitted links.
func (p *painter) support(h *route.Hop, left int, m marks) []rich.Span {
	role := rich.Muted
	if h.Grade < route.Fair {
		role = rich.Warning
	}
	var spans []rich.Span
	if !m.isBare {
		spans = append(spans, rich.NewSpan(role, Support(p.voice, h)))
	}
	if p.measure <= spaced {
		if notes := p.numbers.notes(h.Evidence(h.Strongest())); notes != "" {
			spans = append(spans, rich.NewSpan(rich.Plain, " "), rich.NewSpan(rich.Note, notes))
		}
	}
	if m.isWeakest {
		spans = append(spans, rich.NewSpan(rich.Plain, "  "), rich.NewSpan(rich.Warning, "‹ "+p.voice.Words.Say(words.WeakestHop)))
	}
	switch {
	case left > 0 && p.measure == tight:
		spans = append(spans, rich.NewSpan(rich.Muted, "  +"+p.voice.Words.Number(left)))
	case left > 0 && len(spans) == 0:
		spans = append(spans, rich.NewSpan(rich.Muted, p.voice.Words.Count(left, words.MoreLinks)))
	case left > 0:
		spans = append(spans, rich.NewSpan(rich.Muted, p.voice.Words.ListComma+p.voice.Words.Count(left, words.MoreLinks)))
	}
	return spans
}
