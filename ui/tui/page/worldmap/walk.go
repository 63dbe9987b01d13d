package worldmap

import (
	"math"
	"slices"

	"rihla/model/geo"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
	draw "rihla/ui/draw/worldmap"
	"rihla/ui/tui/page"
)

// walk selects the nearest sign in a direction; where none is seen, the nearest
// place, the map following.
func (p *Page) walk(east, south int) page.Answer {
	d := p.drawn()
	x0, y0 := float64(p.frame.Width)/2, float64(p.frame.Height)/2
	if at, ok := p.selectedPoint(); ok {
		x0, y0 = p.frame.Project(at)
	}
	if d.Selected >= 0 {
		x0, y0 = center(&d.Marks[d.Selected])
	}
	nearest, least := -1, math.Inf(1)
	for i := range d.Marks {
		if i == d.Selected {
			continue
		}
		x, y := center(&d.Marks[i])
		if far := away(x-x0, y-y0, east, south); far < least {
			nearest, least = i, far
		}
	}
	if nearest >= 0 {
		p.selectMark(&d.Marks[nearest])
		return page.Answer{}
	}
	from, ok := p.selectedPoint()
	if !ok {
		from = p.frame.Center
	}
	// Beyond the frame a place is where the shorter way round leads.
	around := geo.NewFrame(from, p.frame.Scale, 0, 0)
	x0, y0 = around.Project(from)
	for i := range p.m.Sites.All {
		x, y := around.Project(p.m.Sites.All[i].At)
		if d.Selected >= 0 && slices.Contains(d.Marks[d.Selected].Sites, i) {
			continue
		}
		if far := away(x-x0, y-y0, east, south); far < least {
			nearest, least = i, far
		}
	}
	if nearest >= 0 {
		p.selectSite(nearest, nil)
		p.follow()
	}
	return page.Answer{}
}

func center(m *draw.Mark) (x, y float64) {
	return float64(m.X*canvas.DotsAcross) + 1, float64(m.Y*canvas.DotsDown) + 2
}

// follow moves the map where what is selected is not seen.
func (p *Page) follow() {
	at, ok := p.selectedPoint()
	if !ok {
		return
	}
	x, y := p.frame.Project(at)
	beyond := func(at float64, size int) float64 {
		edge := float64(size) / 6
		switch {
		case at < edge/4:
			return at - edge
		case at >= float64(size)-edge/4:
			return at - float64(size) + edge
		}
		return 0
	}
	east, south := beyond(x, p.frame.Width), beyond(y, p.frame.Height)
	if east != 0 || south != 0 {
		p.drawing, p.extent = nil, free
		p.frame = p.frame.Pan(east, south)
	}
}

// step selects the next place to the east, or the one before, that is not behind
// the sign that is selected; after the last comes the first.
func (p *Page) step(by int) page.Answer {
	d := p.drawn()
	all := p.m.Sites.All
	order := func(a, b geo.Point) int { return by * place.ComparePoints(a, b) }
	now, started := p.selectedPoint()
	behind := make(map[int]bool)
	if d.Selected >= 0 {
		for _, s := range d.Marks[d.Selected].Sites {
			behind[s] = true
		}
	}
	// The sites are sorted, so that the next one is near.
	at, found := slices.BinarySearchFunc(all, now, func(s place.Site, now geo.Point) int { return place.ComparePoints(s.At, now) })
	switch {
	case !started && by > 0:
		at = 0
	case !started:
		at = len(all) - 1
	case by < 0 || found:
		at += by
	}
	for at >= 0 && at < len(all) && behind[at] {
		at += by
	}
	over := at < 0 || at >= len(all)
	if over && len(all) > 0 {
		at = 0
		if by < 0 {
			at = len(all) - 1
		}
	}
	tied := -1 // the mark of a place that is next and no site
	for i := range d.Marks {
		mark := &d.Marks[i]
		if mark.Sites != nil {
			continue
		}
		here := p.point(mark)
		sooner := len(all) == 0 || over || order(here, all[at].At) < 0
		if started && order(here, now) > 0 && sooner && (tied < 0 || order(here, p.point(&d.Marks[tied])) < 0) {
			tied = i
		}
	}
	switch {
	case tied < 0 && over && behind[at]:
		return page.Ignored // there is no other
	case tied >= 0:
		p.selectMark(&d.Marks[tied])
	case len(all) > 0:
		p.selectSite(at, nil)
		p.follow()
	case len(d.Marks) > 0: // nothing but what is tied
		first := 0
		for i := range d.Marks {
			if order(p.point(&d.Marks[i]), p.point(&d.Marks[first])) < 0 {
				first = i
			}
		}
		p.selectMark(&d.Marks[first])
	}
	return page.Answer{}
}

// point is where a sign stands.
func (p *Page) point(m *draw.Mark) geo.Point {
	if m.Sites == nil {
		return p.m.Ties.Others[m.Tied[0]].At
	}
	return p.m.Sites.All[m.Sites[0]].At
}

// end selects the first place from the west, or the last.
func (p *Page) end(n int) page.Answer {
	if n >= 0 && n < len(p.m.Sites.All) {
		p.selectSite(n, nil)
		p.follow()
	}
	return page.Answer{}
}
