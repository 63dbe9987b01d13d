package route

import (
	"rihla/model/kb"
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// column is a route from top to bottom: stations along a rail, with the claims of
// each hop on its right.
type column struct {
	width  int
	lines  []rich.Line
	things []int // indices in Drawing.Things
}

// rails are the characters of the rail by grade: heavy for two origins, light for
// one, dashed if it is doubtful, dotted without a source, rings for a mention.
var rails = [...]string{route.Mention: present.MentionSign, route.Unsourced: "·", route.Doubtful: "┆", route.Fair: "│", route.Good: "│", route.Firm: "┃"}

// The direction of a claim along the rail.
const (
	downward = "↓"
	upward   = "↑"
)

// indent is the width of the rail and the space after it in cells.
const indent = 3

func (c *column) add(spans ...rich.Span) {
	c.lines = append(c.lines, rich.Line{Spans: rich.Cut(spans, c.width)})
}

// route draws a route. The heading compares it with best, unless it is the same.
func (p *painter) route(r *route.Route, side int, best *route.Route, width int) *column {
	c := &column{width: width}
	isEven := r.IsEven()
	p.heading(c, r, best)
	for i, e := range r.Entities {
		if left := folded(r, i); left != 0 {
			p.fold(c, left)
			continue
		}
		p.station(c, e, side, 2*i, i == 0 || i == len(r.Entities)-1)
		if i < len(r.Hops) {
			p.hop(c, &r.Hops[i], side, 2*i+1, marks{isWeakest: i == r.Weakest && !isEven, isBare: isBare(r)})
		}
	}
	if p.measure > tight {
		c.add()
	}
	for _, line := range rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, weakest(p.voice, r))}, width, 0) {
		c.add(line...)
	}
	return c
}

// mostStations is the maximum number of drawn stations, half of them at either end
// of the route.
const mostStations = 60

// folded returns 0 if a station and the hop after it are drawn, the number of
// omitted stations for the first omitted one, and -1 for the others.
func folded(r *route.Route, station int) int {
	left := len(r.Entities) - mostStations
	switch at := station - mostStations/2; {
	case left <= 0 || at < 0 || at >= left:
		return 0
	case at == 0:
		return left
	}
	return -1
}

// fold draws a line for the omitted stations, at the first of them.
func (p *painter) fold(c *column, left int) {
	if left < 0 {
		return
	}
	c.add(rich.NewSpan(rich.Muted, "⋮"), rich.Blank(indent-1), rich.NewSpan(rich.Muted, p.voice.Words.Count(left, words.MoreEntities)))
}

// heading draws the title of a route and its number of hops.
func (p *painter) heading(c *column, r, best *route.Route) {
	w := p.voice.Words
	title := w.Say(words.BestPath)
	text := "  " + w.Count(len(r.Hops), words.HopCount)
	if r != best {
		title = w.Say(words.NextBestPath)
	}
	if shared := sharedHops(r, best); r != best && shared > 0 {
		text += w.ListComma + w.Count(shared, words.SharedHops)
	}
	c.add(rich.NewSpan(rich.Heading, title), rich.NewSpan(rich.Muted, text))
	if p.measure > spaced {
		c.add()
	}
}

// sharedHops counts the hops of a route that another has too, in either direction.
func sharedHops(r, beside *route.Route) int {
	ends := func(h *route.Hop) [2]*kb.Entity {
		if h.From.Number() > h.To.Number() {
			return [2]*kb.Entity{h.To, h.From}
		}
		return [2]*kb.Entity{h.From, h.To}
	}
	there := make(map[[2]*kb.Entity]bool, len(beside.Hops))
	for i := range beside.Hops {
		there[ends(&beside.Hops[i])] = true
	}
	n := 0
	for i := range r.Hops {
		if there[ends(&r.Hops[i])] {
			n++
		}
	}
	return n
}

// station draws an entity with its kind. Its name may take several lines where there
// is room; otherwise it is cut so that it stays unlike the others, and the kind is
// left out if it does not fit.
func (p *painter) station(c *column, e *kb.Entity, side, place int, isEnd bool) {
	v := p.voice
	at := p.add(Thing{Entity: e, Side: side, Place: place, Y: len(c.lines), Width: c.width, Height: 1})
	c.things = append(c.things, at)
	role := rich.LinkText
	if isEnd {
		role = rich.Title
	}
	room := c.width - indent
	name := rich.Span{Text: v.Name(e), Role: role, Link: at}
	var after []rich.Span
	if ahead := v.Ahead(e); ahead != "" {
		after = append(after, rich.NewSpan(rich.Qualifier, "  "+ahead))
	}
	after = append(after, rich.NewSpan(rich.Muted, "  "+safe.Unbroken(v.KindOne(e.Kind))))
	width := safe.Width(name.Text) + rich.Line{Spans: after}.Width()
	sign := rich.NewSpan(v.KindRole(e.Kind), v.KindSign(e.Kind))
	if p.whole && width > room {
		for _, line := range rich.Flow(append([]rich.Span{name}, after...), room, 0) {
			c.add(append([]rich.Span{sign, rich.Blank(indent - 1)}, line...)...)
			sign = rich.Blank(1)
		}
		p.drawing.Things[at].Height = len(c.lines) - p.drawing.Things[at].Y
		return
	}
	if width > room {
		after = after[:len(after)-1]
	}
	name.Text, _ = safe.CutApart(name.Text, max(4, room-rich.Line{Spans: after}.Width()), p.names)
	c.add(append([]rich.Span{sign, rich.Blank(indent - 1), name}, after...)...)
}
