package worldmap

import (
	"math"
	"slices"

	"rihla/model/evidence"
	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
	draw "rihla/ui/draw/worldmap"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// How much a key zooms and the wheel does, and what part of the frame a key pans.
const (
	zoomKey   = 1.6
	zoomWheel = 1.25
	panPart   = 4
)

// Hint offers no key of a map that has nothing on it.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	if p.isReady() && p.isEmpty() {
		return p.EmptyHint(a, usual)
	}
	return p.Defaults.Hint(a, usual)
}

// Act answers a key.
func (p *Page) Act(a keys.Action) page.Answer {
	if !p.isReady() || p.isEmpty() {
		return page.Ignored
	}
	switch a {
	case keys.Left:
		return p.walk(-1, 0)
	case keys.Right:
		return p.walk(1, 0)
	case keys.Up:
		return p.walk(0, -1)
	case keys.Down:
		return p.walk(0, 1)
	case keys.NextLink:
		return p.step(1)
	case keys.PrevLink:
		return p.step(-1)
	case keys.Top:
		return p.end(0)
	case keys.Bottom:
		return p.end(len(p.m.Sites.All) - 1)
	case keys.PanLeft:
		return p.pan(-1.0/panPart, 0)
	case keys.PanRight:
		return p.pan(1.0/panPart, 0)
	case keys.PanUp:
		return p.pan(0, -1.0/panPart)
	case keys.PanDown:
		return p.pan(0, 1.0/panPart)
	case keys.PageUp, keys.HalfUp:
		return p.pan(0, -1.0/2)
	case keys.PageDown, keys.HalfDown:
		return p.pan(0, 1.0/2)
	case keys.ZoomIn:
		around := p.anchor()
		answer := p.zoom(zoomKey, around)
		if answer.Intent == nil {
			p.frame = toMiddle(p.frame, around)
		}
		return answer
	case keys.ZoomOut:
		return p.zoom(1/zoomKey, p.anchor())
	case keys.Fit:
		return p.whole()
	case keys.Open:
		return p.open()
	case keys.Details:
		if e := p.selection(); e != nil {
			return page.Answer{Intent: page.Open{Entity: e}}
		}
	case keys.Source:
		return p.source()
	}
	return page.Ignored
}

// anchor is what stays where it is when a key zooms: what is selected, where it
// is seen, or else the middle.
func (p *Page) anchor() geo.Point {
	if at, ok := p.selectedPoint(); ok {
		if _, _, inside := p.frame.Dot(at); inside {
			return at
		}
	}
	return p.frame.Center
}

// selectedPoint returns where what is selected stands.
func (p *Page) selectedPoint() (geo.Point, bool) {
	switch {
	case p.m.Tied >= 0:
		return p.m.Ties.Others[p.m.Tied].At, true
	case p.m.Selected >= 0:
		return p.m.Sites.All[p.m.Selected].At, true
	}
	return geo.Point{}, false
}

// zoom magnifies the map around a point, as far as there is anything to see.
func (p *Page) zoom(by float64, around geo.Point) page.Answer {
	width, height := p.dots()
	whole := geo.World(width, height)
	switch {
	case by > 1 && p.frame.Scale <= geo.Finest:
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.ClosestZoom)}}
	case by < 1 && p.frame.Scale >= whole.Scale:
		return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(words.WidestZoom)}}
	}
	p.drawing, p.extent = nil, free
	p.frame = p.frame.Zoom(by, around)
	if p.frame.Scale >= whole.Scale {
		p.extent = world
		p.setFrame()
	}
	return page.Answer{}
}

// toMiddle pans a frame so that a point is half as far from its middle: zooming in
// keeps the surroundings of the point in view.
func toMiddle(f geo.Frame, at geo.Point) geo.Frame {
	x, y := f.Project(at)
	return f.Pan((x-float64(f.Width)/2)/2, (y-float64(f.Height)/2)/2)
}

// pan moves the map by parts of the frame.
func (p *Page) pan(east, south float64) page.Answer {
	p.drawing, p.extent = nil, free
	p.frame = p.frame.Pan(east*float64(p.frame.Width), south*float64(p.frame.Height))
	return page.Answer{}
}

// whole shows all that is on the map, and from there the whole world.
func (p *Page) whole() page.Answer {
	if p.extent == fitted {
		p.extent = world
	} else {
		p.extent = fitted
	}
	p.setFrame()
	return page.Answer{}
}

// open opens what is selected, lists it where it is several, or looks at it more
// closely until it parts.
func (p *Page) open() page.Answer {
	if p.m.Tied >= 0 {
		t := p.m.Ties.Others[p.m.Tied]
		return p.openAll([]*kb.Entity{t.Entity}, t.Entities)
	}
	d := p.drawn()
	if d.Selected < 0 {
		if p.m.Entity == nil {
			return page.Ignored
		}
		return page.Answer{Intent: page.Open{Entity: p.m.Entity}}
	}
	mark := &d.Marks[d.Selected]
	if mark.IsCluster() {
		points := make([]geo.Point, len(mark.Sites))
		for i, s := range mark.Sites {
			points[i] = p.m.Sites.All[s].At
		}
		if f := p.fit(points, closestPart); f.Scale < 0.9*p.frame.Scale {
			from := p.State()
			p.drawing, p.extent, p.frame = nil, free, f
			return page.Answer{Intent: page.Moved{From: from}}
		}
	}
	return p.openAll(mark.Entities(&p.m), nil)
}

// openAll opens one entity, or lists several.
func (p *Page) openAll(entities, more []*kb.Entity) page.Answer {
	seen := make(map[*kb.Entity]bool)
	var all []*kb.Entity
	for _, e := range append(entities, more...) {
		if !seen[e] {
			seen[e] = true
			all = append(all, e)
		}
	}
	if len(all) == 1 {
		return page.Answer{Intent: page.Open{Entity: all[0]}}
	}
	at, _ := p.selectedPoint()
	title := p.m.Coordinates(at.Lat, at.Lon)
	if d := p.drawn(); d.Selected >= 0 {
		title = p.m.Place(&d.Marks[d.Selected])
	}
	return page.Answer{Intent: page.List{Title: p.voice.Words.Say(words.AtPlace, title), Entities: all}}
}

// source shows what stands behind the place of what is selected: its location, or
// the relation that leads there.
func (p *Page) source() page.Answer {
	e := p.selection()
	if e == nil {
		return page.Ignored
	}
	var claims []evidence.Claim
	places := p.locator.Locate(e)
	for c := range evidence.Claims(p.voice.KB, e) {
		st := c.Statement
		if st == nil {
			continue
		}
		at, isPoint := geo.FromValue(st.Value)
		if slices.ContainsFunc(places, func(s place.Location) bool {
			return s.IsOwn() && isPoint && at == s.At || !s.IsOwn() && st.Field == s.Via[0] && (st.To == s.Entity || s.Via[1] != nil)
		}) {
			claims = append(claims, c)
		}
	}
	if len(claims) == 0 {
		return page.Ignored
	}
	return page.Answer{Intent: page.ShowSource{Claims: claims}}
}

// Click selects what is drawn at a cell.
func (p *Page) Click(x, y int) page.Answer {
	title, rows, _ := p.rows()
	if !p.isReady() || p.isEmpty() || y < title || y >= title+rows {
		return page.Ignored
	}
	d := p.drawn()
	n := d.MarkAt(x, y-title)
	if n < 0 {
		return page.Ignored
	}
	if n != d.Selected {
		p.selectMark(&d.Marks[n])
	}
	return page.Answer{}
}

func (p *Page) selectMark(mark *draw.Mark) {
	if mark.Sites == nil {
		p.m.Tied = mark.Tied[0]
		p.draw()
		return
	}
	p.selectSite(mark.Sites[0], nil)
}

// Wheel zooms at the pointer.
func (p *Page) Wheel(x, y, lines int) page.Answer {
	title, _, _ := p.rows()
	if !p.isReady() || p.isEmpty() {
		return page.Ignored
	}
	around, ok := p.frame.Point(float64(x*canvas.DotsAcross)+1, float64((y-title)*canvas.DotsDown)+2)
	if !ok {
		around = p.frame.Center
	}
	by := zoomWheel
	if lines > 0 {
		by = 1 / by
	}
	p.zoom(by, around)
	return page.Answer{}
}

// away is how far a place is in a direction, as the eye follows it: what lies
// aside counts more. It is infinite for what lies the other way.
func away(dx, dy float64, east, south int) float64 {
	along, aside := dx*float64(east)+dy*float64(south), math.Abs(dx*float64(south))+math.Abs(dy*float64(east))
	if along <= 0 || aside > 3*along {
		return math.Inf(1)
	}
	return along + 2*aside
}
