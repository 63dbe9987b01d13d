package timeline

import (
	"context"
	"strings"
	"sync/atomic"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// stretch is how many entities are read between looks at the context.
const stretch = 1 << 10

// Gather finds what is dated of some entities. What is deprecated is left out,
// and so is when a source was accessed: that is nothing it tells of. It reads
// every entity, several at a time, and returns nil where the context ends before.
// Of a knowledge base that is Partial nothing is known yet.
func Gather(ctx context.Context, k *kb.KB, entities []*kb.Entity, today Day) *Timeline {
	t := &Timeline{KB: k, Today: today}
	if k.Partial {
		return t
	}
	parts := make([][]Item, (len(entities)+stretch-1)/stretch)
	var ended atomic.Bool
	parallel.Each(len(parts), func(n int) {
		if ctx.Err() != nil {
			ended.Store(true)
			return
		}
		g := gathering{kb: k, today: today}
		for _, e := range entities[n*stretch : min((n+1)*stretch, len(entities))] {
			g.entity(e)
		}
		parts[n] = g.items
	})
	if len(entities) > stretch {
		k.ClearCache()
	}
	if ended.Load() {
		return nil
	}
	n := 0
	for _, part := range parts {
		n += len(part)
	}
	t.Items = make([]Item, 0, n)
	for _, part := range parts {
		t.Items = append(t.Items, part...)
	}
	t.sort()
	return t
}

// gathering collects the dated things of entities.
type gathering struct {
	kb    *kb.KB
	today Day
	items []Item
}

func (g *gathering) entity(e *kb.Entity) {
	r := g.kb.Record(e)
	for i := 0; i < len(r.Statements); {
		n := i + 1
		for n < len(r.Statements) && r.Statements[n].Field == r.Statements[i].Field {
			n++
		}
		g.field(r, i, r.Statements[i:n])
		i = n
	}
	for i := range r.Facts {
		g.qualified(Item{Entity: e, Traits: Fact, said: int32(i)}, r.Facts[i].Claim)
	}
}

// field collects the dates that an entity has in one field.
func (g *gathering) field(r *kb.Record, at int, group []kb.Statement) {
	f := group[0].Field
	prefix, last := cutLast(f.Path)
	if f.Path == "accessed" && g.kb.IsSource(group[0].From) {
		return
	}
	if last == "start" || last == "end" {
		starts, ends := g.dates(r, prefix+"start"), g.dates(r, prefix+"end")
		own := starts
		if last == "end" {
			own = ends
		}
		if len(own.spans) > 0 && isInOrder(starts, ends) {
			if last == "start" || len(starts.spans) == 0 {
				g.period(Item{Entity: group[0].From, Field: f, said: int32(at)}, starts, ends)
			}
			return
		}
	}
	var values dates
	for i := range group {
		s := &group[i]
		item := Item{Entity: s.From, Field: f, To: s.To, said: int32(at + i)}
		if g.read(&values, s, item.said) {
			continue
		}
		g.qualified(item, s.Claim)
		if s.To == nil && s.Value.Type == kb.List {
			item.Traits |= Nested
			g.within(item, s.Value, 0)
		}
	}
	values.settle()
	g.points(Item{Entity: group[0].From, Field: f, said: int32(at)}, values)
}

// dates are those of one field.
type dates struct {
	spans    []Span
	said     []int32         // the place in the record of what states each
	stated   []*kb.Statement // the statements, each once
	disputed bool
}

func (d *dates) add(s Span, said int32) { d.spans, d.said = append(d.spans, s), append(d.said, said) }

// join returns the span that holds all.
func (d *dates) join() Span {
	all := d.spans[0]
	for _, s := range d.spans {
		all = all.Join(s)
	}
	return all
}

func (g *gathering) dates(r *kb.Record, path string) dates {
	var d dates
	for i := range r.Statements {
		if r.Statements[i].Field.Path == path {
			g.read(&d, &r.Statements[i], int32(i))
		}
	}
	d.settle()
	return d
}

// read adds the dates that a statement states, unless it is set aside; it tells
// whether there are any.
func (g *gathering) read(d *dates, s *kb.Statement, said int32) bool {
	if s.To != nil || s.Claim.IsDeprecated() {
		return false
	}
	_, last := cutLast(s.Field.Path)
	how := readingOf(g.kb, s.Field, last)
	before := len(d.spans)
	add := func(v kb.Value) {
		if span, ok := how.read(g.kb, v); ok {
			d.add(span, said)
		}
	}
	if s.Value.Type == kb.List {
		for i := range s.Value.Items {
			add(s.Value.Items[i].Value)
		}
	} else {
		add(s.Value)
	}
	if len(d.spans) == before {
		return false
	}
	d.stated = append(d.stated, s)
	d.disputed = d.disputed || s.Claim != nil && s.Claim.Confidence == kb.Disputed
	return true
}

// settle tells whether the dates that were read disagree.
func (d *dates) settle() {
	d.disputed = d.disputed || len(d.stated) > 1 && evidence.Disagree(d.stated)
}

// isInOrder tells whether no end comes before a start.
func isInOrder(starts, ends dates) bool {
	return len(starts.spans) == 0 || len(ends.spans) == 0 || starts.join().From <= ends.join().To
}

// period adds a span of time, whose ends may each be stated in several ways.
func (g *gathering) period(item Item, starts, ends dates) {
	if starts.disputed || ends.disputed {
		item.Traits |= Disputed
	}
	switch {
	case len(ends.spans) == 0:
		item.Start = starts.join()
		item.goOn(g.today)
	case len(starts.spans) == 0:
		item.End = ends.join()
		item.Start, item.Traits = item.End, item.Traits|OpenStart
	default:
		item.Start, item.End = starts.join(), ends.join()
	}
	g.items = append(g.items, item)
}

// goOn has an item without an end reach to today.
func (i *Item) goOn(today Day) {
	end := max(today, i.Start.To)
	i.End, i.Traits = Span{end, end}, i.Traits|OpenEnd
}

// points adds the dates of a field: as one thing where they disagree.
func (g *gathering) points(item Item, d dates) {
	item.Traits |= Point
	if d.disputed {
		item.Traits |= Disputed
	}
	if len(d.spans) > 1 && d.disputed {
		item.Start, item.End = d.spans[0], d.spans[0]
		for _, s := range d.spans {
			if s.From < item.Start.From {
				item.Start = s
			}
			if s.To > item.End.To {
				item.End = s
			}
		}
		g.items = append(g.items, item)
		return
	}
	for i, s := range d.spans {
		item.Start, item.End, item.said = s, s, d.said[i]
		g.items = append(g.items, item)
	}
}

// qualified adds what since, until and date say of a claim.
func (g *gathering) qualified(item Item, c *kb.Claim) {
	if c == nil || c.IsDeprecated() || c.Since+c.Until+c.Date == "" {
		return
	}
	item.Traits |= Qualifier
	if c.Confidence == kb.Disputed {
		item.Traits |= Disputed
	}
	since, hasSince := Parse(c.Since)
	until, hasUntil := Parse(c.Until)
	switch period := item; {
	case hasSince && hasUntil && since.From <= until.To:
		period.Start, period.End = since, until
		g.items = append(g.items, period)
	case hasSince && !hasUntil:
		period.Start = since
		period.goOn(g.today)
		g.items = append(g.items, period)
	case hasUntil:
		period.Start, period.End, period.Traits = until, until, period.Traits|OpenStart
		g.items = append(g.items, period)
	}
	if at, ok := Parse(c.Date); ok {
		item.Start, item.End, item.Traits = at, at, item.Traits|Point
		g.items = append(g.items, item)
	}
}

// deepest bounds how far into tables within lists dates are looked for.
const deepest = 8

// within adds the dates that stand in the tables of a list.
func (g *gathering) within(item Item, v kb.Value, depth int) {
	if depth > deepest {
		return
	}
	for i := range v.Items {
		entry := &v.Items[i]
		switch entry.Value.Type {
		case kb.Table:
			g.table(item, entry.Value, depth)
		case kb.List:
			g.within(item, entry.Value, depth+1)
		}
	}
}

// table adds the dates of a table in a list: a start and an end are one thing.
func (g *gathering) table(item Item, v kb.Value, depth int) {
	var starts, ends dates
	for i := range v.Items {
		entry := &v.Items[i]
		how := asWritten
		if isReserved(entry.Key) {
			how = asDate
		}
		span, ok := how.read(g.kb, entry.Value)
		switch {
		case ok && entry.Key == "start":
			starts.add(span, item.said)
		case ok && entry.Key == "end":
			ends.add(span, item.said)
		case ok:
			g.points(item, dates{spans: []Span{span}, said: []int32{item.said}})
		case entry.Value.Type == kb.Table:
			g.table(item, entry.Value, depth+1)
		case entry.Value.Type == kb.List:
			g.within(item, entry.Value, depth+1)
		}
	}
	switch {
	case len(starts.spans)+len(ends.spans) == 0:
	case isInOrder(starts, ends):
		g.period(item, starts, ends)
	default:
		g.points(item, starts)
		g.points(item, ends)
	}
}

// cutLast parts a dotted path before its last step.
func cutLast(path string) (prefix, last string) {
	at := strings.LastIndexByte(path, '.') + 1
	return path[:at], path[at:]
}
