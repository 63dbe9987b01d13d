package worldmap

import (
	"slices"

	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/place"
)

// extent is how much of the world the frame shows.
type extent uint8

const (
	fitted extent = iota // what is on the map
	world
	free // where the user went
)

// state is what brings a page back to where it was left.
type state struct {
	Entity, Tied kb.Address
	At           geo.Point // where the entity is selected
	Extent       extent
	Center       geo.Point
	Scale        float64
}

// State returns where the page is.
func (p *Page) State() any {
	if !p.isReady() {
		return p.at
	}
	at := state{Extent: p.extent, Center: p.frame.Center, Scale: p.frame.Scale}
	if p.m.Entity != nil {
		at.Entity = p.m.Entity.Address()
	}
	if p.m.Selected >= 0 {
		at.At = p.m.Sites.All[p.m.Selected].At
	}
	if p.m.Tied >= 0 {
		at.Tied = p.m.Ties.Others[p.m.Tied].Entity.Address()
	}
	return at
}

// restore brings back a place that was left, as far as it is still there.
func (p *Page) restore(at state) {
	if e := p.voice.KB.Follow(at.Entity); e != nil {
		sites := p.m.Sites.Of(e)
		n := slices.IndexFunc(sites, func(s uint32) bool { return p.m.Sites.All[s].At == at.At })
		switch {
		case n >= 0:
			p.selectSite(int(sites[n]), e)
		case len(sites) > 0:
			p.selectSite(int(sites[0]), e)
		default:
			p.tie(e)
		}
	}
	if at.Tied != "" {
		p.m.Tied = slices.IndexFunc(p.m.Ties.Others, func(t place.Tied) bool { return t.Entity.Address() == at.Tied })
	}
	p.extent = at.Extent
	if p.extent == free {
		width, height := p.dots()
		p.frame = geo.NewFrame(at.Center, at.Scale, width, height)
	}
	p.setFrame()
	p.draw()
}

// setFrame brings the frame to the size that there is.
func (p *Page) setFrame() {
	p.drawing = nil
	width, height := p.dots()
	switch {
	case p.extent == world:
		p.frame = geo.World(width, height)
	case p.extent == free:
		p.frame = p.frame.Resize(width, height)
	case p.isReady():
		p.frame = p.fit(append(p.m.SitePoints(), p.first...), closestFit)
	}
}

func (p *Page) fit(points []geo.Point, closest float64) geo.Frame {
	width, height := p.dots()
	return geo.Fit(points, width, height, width/marginWide, height/marginHigh, closest)
}
