package plain

import (
	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/model/matrix"
	"rihla/model/place"
	"rihla/model/route"
	"rihla/model/timeline"
	drawgraph "rihla/ui/draw/graph"
	drawmatrix "rihla/ui/draw/matrix"
	drawroute "rihla/ui/draw/route"
	drawtimeline "rihla/ui/draw/timeline"
	"rihla/ui/draw/worldmap"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// mostInGroup is how many entities of a relation a graph names.
const mostInGroup = 100

// graphPage says the links around an entity, up to a number of hops.
func graphPage(hops int) func(kb.Address) maker {
	return func(address kb.Address) maker {
		return ofOne(address, func(d *dialogue, e *kb.Entity) *page {
			v := d.base.voice
			around := graph.Around(d.ctx, v.KB, e, graph.Options{Hops: hops, MaxPerGroup: mostInGroup, At: v.Reference()})
			if around == nil {
				return nil
			}
			lines, entities := drawgraph.Plain(around, v)
			return text(keys.InGraph, lines, toEntities(entities))
		})
	}
}

// toEntities is where links lead that are indexes of entities.
func toEntities(entities []*kb.Entity) func(link int) (thing, bool) {
	return func(link int) (thing, bool) { return ofEntity(entities[link]), true }
}

// pathPage says how two entities are connected.
func pathPage(from, to kb.Address) maker {
	return ofOne(from, func(d *dialogue, e *kb.Entity) *page {
		v := d.base.voice
		other := v.KB.Lookup(to)
		if other == nil {
			d.say(words.EntityGone, string(to))
			return nil
		}
		network, err := d.base.network(d.ctx)
		if err != nil {
			return nil
		}
		found, err := network.Find(d.ctx, e, other, route.Options{})
		if err != nil {
			return nil
		}
		lines, entities, sources := drawroute.Plain(v, found, unwrapped)
		p := text(keys.InPath, lines, toEntities(entities))
		p.sources = sources
		return p
	})
}

// timelinePage says what is dated, in order of time.
func timelinePage(of about) maker {
	return func(d *dialogue) *page {
		v, w := d.base.voice, d.words()
		t := timeline.Gather(d.ctx, v.KB, d.still(of), timeline.LastDay(v.Day.Span()))
		if t == nil {
			return nil
		}
		if len(t.Items) == 0 {
			d.say(words.NothingDated)
			return nil
		}
		c := drawtimeline.New(v, t)
		head := headings(w.Count(len(t.Items), words.DatedCount))
		p := numbered(keys.InTimeline, head, lineRows{len(t.Items), func(i int) rich.Line {
			return rich.NewLine(rich.NewSpan(rich.LinkText, c.Plain(&t.Items[i])))
		}}, func(i int) thing { return ofEntity(t.Items[i].Entity) })
		p.about = of
		return p
	}
}

// still returns the entities of a list as they are in the files now; all without a list.
func (d *dialogue) still(of about) []*kb.Entity {
	k := d.base.voice.KB
	if of.entities == nil {
		return k.Entities
	}
	if len(of.entities) == 0 || k.Lookup(of.entities[0].Address()) == of.entities[0] {
		return of.entities // nothing was read since
	}
	var out []*kb.Entity
	for _, e := range of.entities {
		if now := k.Lookup(e.Address()); now != nil {
			out = append(out, now)
		}
	}
	return out
}

// mapPage says where the entity of a page stands and what it ties together, or else where
// the entities of a list are.
func mapPage(of about) maker {
	if of.entity != nil {
		return ofOne(of.entity.Address(), func(d *dialogue, e *kb.Entity) *page {
			v := d.base.voice
			l := place.NewLocator(v.KB, v.Reference())
			m := &worldmap.Map{Voice: v, Sites: place.Gather(d.ctx, l, []*kb.Entity{e}), Entity: e, Ties: l.Ties(e), Selected: -1, Tied: -1}
			m.Legs = m.Ties.Legs
			if len(m.Ties.Own)+len(m.Ties.Others) == 0 {
				return d.nowhere()
			}
			return text(keys.InMap, append(m.OwnSites(), m.Distances()...), func(leg int) (thing, bool) { return ofEntity(m.Legs[leg].To.Entity), true })
		})
	}
	return func(d *dialogue) *page {
		v := d.base.voice
		l := place.NewLocator(v.KB, v.Reference())
		m := &worldmap.Map{Voice: v, Sites: place.Gather(d.ctx, l, d.still(of)), Selected: -1, Tied: -1}
		if m.Sites == nil || len(m.Sites.All) == 0 {
			return d.nowhere()
		}
		head := headings(v.Words.Count(len(m.Sites.All), words.OnMap))
		p := text(keys.InMap, append(head, m.List()...), func(site int) (thing, bool) { return ofEntity(m.Sites.All[site].Entity), true })
		p.about = of
		return p
	}
}

// nowhere says that nothing has a location, and how to state one.
func (d *dialogue) nowhere() *page {
	for _, line := range worldmap.Nothing(d.base.voice) {
		d.write(line)
	}
	return nil
}

// matrixPage sets the entities of a list against those of a kind; of the kind that they
// are linked to most, where none is named.
func matrixPage(of about, against string) maker {
	return func(d *dialogue) *page {
		v, w := d.base.voice, d.words()
		rows, sides := d.still(of), drawmatrix.Sides{Hops: 1, Query: of.query}
		if of.kind == nil && of.entity != nil {
			if kind := v.KB.Kind(of.entity.Kind.Name); kind != nil {
				rows, sides.Rows = kind.Entities, v.KindLabel(kind)
			}
		}
		if kinds := matrix.Kinds(v.KB, rows); sides.Rows == "" && of.kind == nil && len(rows) == len(v.KB.Entities) && len(kinds) > 0 {
			rows, sides.Rows = kinds[0].Kind.Entities, v.KindLabel(kinds[0].Kind)
		}
		switch {
		case of.kind != nil:
			sides.Rows = v.KindLabel(of.kind)
		case sides.Rows == "":
			sides.Rows = w.Count(len(rows), words.EntityCount)
		}
		columns := d.kindCalled(against)
		if kinds := matrix.Kinds(v.KB, rows); columns == nil && len(kinds) > 0 {
			columns = kinds[0].Kind
		}
		if columns == nil {
			d.say(words.NoKindLinked, w.Quote(sides.Rows))
			return nil
		}
		sides.Columns = v.KindLabel(columns)
		t := matrix.Between(d.ctx, v.KB, rows, columns.Entities, matrix.Options{Hops: 1, At: v.Reference()})
		if t == nil {
			return nil
		}
		t = sides.Order.Arrange(d.ctx, v, t.WithoutEmpty())
		sides.Cited = t.CountsCitations()
		if !t.IsFilled() {
			d.say(words.NothingLinks, w.Quote(sides.Rows), w.Quote(sides.Columns))
			return nil
		}
		lines, entities := sides.Lines(v, t)
		p := text(keys.InMatrix, lines, toEntities(entities))
		p.about = of
		return p
	}
}

// kindCalled returns the kind of a name or label, or nil.
func (d *dialogue) kindCalled(name string) *kb.Kind {
	if kind := d.base.voice.KB.Kind(name); kind != nil || name == "" {
		return kind
	}
	if kinds := d.base.index.Names().Kind(name); len(kinds) > 0 {
		return kinds[0]
	}
	return nil
}
