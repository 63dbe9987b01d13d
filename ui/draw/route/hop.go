package route

import (
	"strings"

	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// mostLinks is the maximum number of drawn claims of a hop.
const mostLinks = 3

// marks are the properties of a hop within its route.
type marks struct {
	isWeakest bool
	isBare    bool // no hop of the route has a source; the route says so once
}

// hop draws the relations between two stations, each with its direction, sources and
// origins, or else the mentions; then what is left.
func (p *painter) hop(c *column, h *route.Hop, side, place int, m marks) {
	rail := rails[h.Grade]
	role := rich.Faint
	if isDoubtful(h) && !m.isBare {
		role = rich.Warning
	}
	row := func(sign string, spans []rich.Span) {
		signRole := role
		if sign != rail {
			signRole = rich.Plain
		}
		c.add(append([]rich.Span{rich.NewSpan(signRole, sign), rich.Blank(indent - 1)}, spans...)...)
	}
	top, shown := len(c.lines), h.Relations()
	if len(shown) == 0 {
		shown = h.Links
	}
	if p.measure < full {
		shown = shown[:1]
	}
	shown = shown[:min(mostLinks, len(shown))]
	if p.measure > spaced {
		row(rail, nil)
	}
	for i := range shown {
		at := p.add(Thing{Hop: h, Link: i, Side: side, Place: place, Y: top, Width: c.width})
		c.things = append(c.things, at)
		sign := downward
		switch {
		case isOfFact(&shown[i]):
			sign = rail
		case !shown[i].Forward:
			sign = upward
		}
		for _, line := range p.link(h, &shown[i], at, c.width-indent, m) {
			row(sign, line)
			sign = rail
		}
		if i+1 < len(shown) {
			p.drawing.Things[at].Height = len(c.lines) - top
			top = len(c.lines)
		}
	}
	standing := p.support(h, len(shown), m)
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

func isDoubtful(h *route.Hop) bool { return h.Grade == route.Unsourced || h.Grade == route.Doubtful }

// link returns a claim of a hop in one or more lines.
func (p *painter) link(h *route.Hop, l *route.Link, at, width int, m marks) [][]rich.Span {
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
	if origins := Origins(v, l); origins != "" && !m.isBare {
		if l.Strength > 0 {
			origins = safe.Unbroken(origins) // the number stays with its word
		}
		spans = append(spans, rich.NewSpan(rich.Muted, v.Words.ListComma), rich.NewSpan(supportRole(h), origins))
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

func supportRole(h *route.Hop) rich.Role {
	if isDoubtful(h) {
		return rich.Warning
	}
	return rich.Muted
}

// support returns the support of a hop whose links do not say theirs, and the
// numbers of its links and mentions beyond those shown.
func (p *painter) support(h *route.Hop, shown int, m marks) []rich.Span {
	var spans []rich.Span
	if p.measure <= spaced {
		if !m.isBare {
			spans = append(spans, rich.NewSpan(supportRole(h), Support(p.voice, h)))
		}
		if notes := p.numbers.notes(h.Evidence(h.Strongest())); notes != "" {
			spans = append(spans, rich.NewSpan(rich.Plain, " "), rich.NewSpan(rich.Note, notes))
		}
	}
	if m.isWeakest {
		spans = append(spans, rich.NewSpan(rich.Plain, "  "), rich.NewSpan(rich.Warning, "‹ "+p.voice.Words.Say(words.WeakestHop)))
	}
	w, left, mentions := p.voice.Words, len(h.Links)-shown, 0
	if n := len(h.Relations()); n > 0 {
		left, mentions = n-shown, len(h.Links)-n
	}
	if p.measure == tight {
		if left += mentions; left > 0 {
			spans = append(spans, rich.NewSpan(rich.Muted, "  +"+w.Number(left)))
		}
		return spans
	}
	var more []string
	if left > 0 {
		more = append(more, w.Count(left, words.MoreLinks))
	}
	if mentions > 0 {
		more = append(more, present.MentionSign+" "+w.Count(mentions, words.MentionedTimes))
	}
	if len(more) == 0 {
		return spans
	}
	if len(spans) > 0 {
		spans = append(spans, rich.NewSpan(rich.Muted, w.ListComma))
	}
	return append(spans, rich.NewSpan(rich.Muted, strings.Join(more, w.ListComma)))
}
