package search

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// timekeeper collects what a builder knows of dated claims.
type timekeeper struct {
	periods []kb.Period // the first is of no claim
	known   map[dates]int
	dated   map[int]*datedIn
	links   map[string]*datedLinks
	events  dateColumn
}

// dates are the dates of a claim, as written.
type dates struct{ since, until, date string }

// datedIn is a datedColumn that is built.
type datedIn struct {
	of    []uint16
	field string
}

// datedLinks are the links by a relation of the entities that have a dated one,
// ascending by entity and target: those of entity e are link[start[e]:start[e+1]].
type datedLinks struct {
	start []uint32
	link  []datedLink
}

// datedLink is the number of a link's target, and of its period in the shard.
type datedLink struct{ to, period uint32 }

// date returns when a text of the current entity holds.
func (b *builder) date(column int, s *fieldText) dating {
	if !s.claim.IsDated() {
		return 0
	}
	if b.dated == nil {
		b.dated = make(map[int]*datedIn)
	}
	in := b.dated[column]
	if in == nil {
		in = new(datedIn)
		b.dated[column] = in
	}
	if len(s.field) > len(in.field) {
		in.field = s.field
	}
	if len(in.of) == 0 || in.of[len(in.of)-1] != b.entity {
		in.of = append(in.of, b.entity)
	}
	return newDating(b.period(s.claim), s.field != "")
}

// period returns the number of the period of a claim, 0 if it has none.
func (t *timekeeper) period(c *kb.Claim) int {
	if !c.IsDated() {
		return 0
	}
	if t.known == nil {
		t.periods, t.known = make([]kb.Period, 1), make(map[dates]int)
	}
	key := dates{c.Since, c.Until, c.Date}
	n, known := t.known[key]
	if !known {
		n = len(t.periods)
		t.known[key] = n
		t.periods = append(t.periods, c.Period())
	}
	return n
}

// follow notes the links of the current entity by relations of which one is dated,
// and its time from start to end.
func (b *builder) follow(k *kb.KB, e *kb.Entity) {
	if k.Partial {
		return
	}
	r := k.Record(e)
	if span, ok := periodOf(r); ok {
		b.events.of, b.events.span = append(b.events.of, b.entity), append(b.events.span, span)
	}
	for i, link := range r.Links {
		path := link.Field.Path
		isSame := func(other *kb.Statement) bool { return other.Field.Path == path }
		if !k.IsDated(path) || slices.ContainsFunc(r.Links[:i], isSame) ||
			!slices.ContainsFunc(r.Links, func(l *kb.Statement) bool { return isSame(l) && l.Dating().IsDated() }) {
			continue
		}
		if b.links == nil {
			b.links = make(map[string]*datedLinks)
		}
		to := b.links[path]
		if to == nil {
			to = new(datedLinks)
			b.links[path] = to
		}
		to.startUpto(int(b.entity))
		from := len(to.link)
		for _, l := range r.Links {
			if isSame(l) {
				to.link = append(to.link, datedLink{uint32(l.To.Number()), uint32(b.period(l.Dating()))})
			}
		}
		slices.SortFunc(to.link[from:], func(a, b datedLink) int { return cmp.Compare(a.to, b.to) })
	}
}

// startUpto sets where the links of the entities up to one begin.
func (l *datedLinks) startUpto(entity int) {
	for len(l.start) <= entity {
		l.start = append(l.start, uint32(len(l.link)))
	}
}

// keepTime packs what is known of dated claims into the shard.
func (t *timekeeper) keepTime(s *shard) {
	s.periods = slices.Clone(t.periods)
	s.events = dateColumn{of: slices.Clone(t.events.of), span: slices.Clone(t.events.span)}
	s.links = t.links
	for _, links := range s.links {
		links.startUpto(s.count)
	}
	if t.dated != nil {
		s.dated = make(map[int]*datedColumn, len(t.dated))
	}
	for column, in := range t.dated {
		s.dated[column] = &datedColumn{of: newPostings(in.of, s.count), field: in.field}
	}
}

// appendDating appends a dating to a list that is nil as long as all hold always, and
// becomes as long as given.
func appendDating(to []dating, when dating, size int) []dating {
	if when == 0 && to == nil {
		return nil
	}
	for len(to) < size-1 {
		to = append(to, 0)
	}
	return append(to, when)
}

// datingOf returns an element of a list made by appendDating.
func datingOf(when []dating, i int) dating {
	if when == nil {
		return 0
	}
	return when[i]
}

// linkHolds reports whether a link from an entity to another by the relation of a
// field holds at a moment.
func (x *Index) linkHolds(from, to int, path string, m moment) bool {
	if m.isAlways || !x.kb.IsDated(path) {
		return true
	}
	s := x.shards[from>>x.shift].Load()
	if s == nil {
		return slices.ContainsFunc(x.kb.Record(x.kb.Entities[from]).Links, func(l *kb.Statement) bool {
			return l.To.Number() == to && l.Field.Path == path && m.holds(l.Dating())
		})
	}
	links := s.links[path]
	if links == nil {
		return true
	}
	own := links.link[links.start[from-s.first]:links.start[from-s.first+1]]
	if len(own) == 0 {
		return true
	}
	held := s.heldAt(m)
	i, _ := slices.BinarySearchFunc(own, to, func(l datedLink, to int) int { return cmp.Compare(int(l.to), to) })
	for ; i < len(own) && int(own[i].to) == to; i++ {
		if Set(held).Has(int(own[i].period)) {
			return true
		}
	}
	return false
}

// held are the periods of a shard in which claims hold at a moment, or may, by number.
type held struct {
	at      moment
	periods bitmap
}

// heldAt returns the periods of the shard in which claims hold at a moment, or may. The
// last answer is cached: most questions are about one day.
func (s *shard) heldAt(at moment) bitmap {
	at.isWritten = false
	if h := s.held.Load(); h != nil && h.at == at {
		return h.periods
	}
	h := &held{at, newBitmap(len(s.periods))}
	for n, p := range s.periods {
		if n == 0 || p.HoldsAt(at.span) != kb.HoldsNot {
			h.periods.set(n)
		}
	}
	s.held.Store(h)
	return h.periods
}
