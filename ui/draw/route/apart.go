package route

import (
	"rihla/model/kb"
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// drawApart draws two unconnected entities: the limits that separate them and the
// entities that each reaches.
func drawApart(v present.Voice, a *route.Answer, width int) *Drawing {
	p := &painter{voice: v, drawing: new(Drawing)}
	if a.Best != nil {
		p.text(rich.Strong, v.Words.Say(words.SameEnds, v.Name(a.From)), width)
		return p.drawing
	}
	for i, sentence := range apart(v, a) {
		role := rich.Text
		if i == 0 {
			role = rich.Strong
		}
		p.text(role, sentence, width)
	}
	p.blank()
	n := 1
	if width >= 2*leastColumn+gap {
		n = 2
	}
	across := min(mostColumn, (width-gap*(n-1))/n)
	p.set([]*column{p.reach(a.From, a.Reach[0], 0, across), p.reach(a.To, a.Reach[1], 1, across)}, n, across+gap)
	if a.Reach[0].Count == 0 || a.Reach[1].Count == 0 {
		p.blank()
		p.text(rich.Muted, v.Words.Say(words.MakeALink, safe.Line(example(a))), width)
	}
	return p.drawing
}

// example returns the address of an end that the other could link to.
func example(a *route.Answer) string {
	if a.Reach[0].Count == 0 {
		return string(a.To.Address())
	}
	return string(a.From.Address())
}

// reach draws an end and the most linked entities that it reaches.
func (p *painter) reach(e *kb.Entity, r route.Reach, side, width int) *column {
	v := p.voice
	c := &column{width: width}
	p.station(c, e, side, 0, true)
	for _, line := range rich.Flow([]rich.Span{rich.NewSpan(rich.Text, reaches(v, r))}, width-indent, 0) {
		c.add(append([]rich.Span{rich.Blank(indent)}, line...)...)
	}
	if r.Count == 0 {
		return c
	}
	c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, v.Words.Say(words.MostLinkedOnes)))
	for i, known := range r.MostLinked {
		at := p.add(Thing{Entity: known, Side: side, Place: i + 1, Y: len(c.lines), Width: width, Height: 1})
		c.things = append(c.things, at)
		c.add(rich.Blank(indent), rich.NewSpan(v.KindRole(known.Kind), v.KindSign(known.Kind)), rich.Blank(1),
			rich.Span{Text: safe.Cut(v.Name(known), max(4, width-2*indent)), Role: rich.LinkText, Link: at},
			rich.NewSpan(rich.Muted, "  "+v.KindOne(known.Kind)))
	}
	return c
}
