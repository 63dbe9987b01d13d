package timeline

import (
	"context"
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// chunkSize is the number of entities read between two looks at the context.
const chunkSize = 1 << 10

// Gather returns the dated items of some entities, without deprecated ones and
// without the dates at which sources were accessed. It reads entities in
// parallel, and returns nil if the context ends. The timeline of a Partial
// knowledge base is empty.
func Gather(ctx context.Context, k *kb.KB, entities []*kb.Entity, today Day) *Timeline {
	t := &Timeline{KB: k, Today: today}
	if k.Partial {
		return t
	}
	parts, err := parallel.Chunks(ctx, entities, chunkSize, func(chunk []*kb.Entity) []Item {
		g := collector{kb: k, today: today}
		for _, e := range chunk {
			g.addEntity(e)
		}
		return g.items
	})
	if len(entities) > chunkSize {
		k.ClearCache()
	}
	if err != nil {
		return nil
	}
	t.Items = slices.Concat(parts...)
	t.sort()
	return t
}

// Of is Gather for one entity.
func Of(k *kb.KB, e *kb.Entity, today Day) *Timeline {
	g := collector{kb: k, today: today}
	g.addEntity(e)
	t := &Timeline{KB: k, Today: today, Items: g.items}
	t.sort()
	return t
}

// collector collects the items of entities.
type collector struct {
	kb    *kb.KB
	today Day
	items []Item
}

func (g *collector) addEntity(e *kb.Entity) {
	r := g.kb.Record(e)
	for at, group := range r.Runs() {
		g.addField(r, at, group)
	}
	for i := range r.Facts {
		g.addQualifiers(Item{Entity: e, Traits: Fact, index: int32(i)}, r.Facts[i].Claim)
	}
}

// addField adds the dates of a run of statements of one field.
func (g *collector) addField(r *kb.Record, at int, group []kb.Statement) {
	f := group[0].Field
	prefix, last := splitPath(f.Path)
	if f.Path == "accessed" && g.kb.IsSource(group[0].From) {
		return
	}
	if last == "start" || last == "end" {
		starts, ends := g.datesAt(r, prefix+"start"), g.datesAt(r, prefix+"end")
		own := starts
		if last == "end" {
			own = ends
		}
		if len(own.spans) > 0 && isInOrder(starts, ends) {
			if last == "start" || len(starts.spans) == 0 {
				g.addPeriod(Item{Entity: group[0].From, Field: f, index: int32(at)}, starts, ends)
			}
			return
		}
	}
	var values dates
	for i := range group {
		s := &group[i]
		item := Item{Entity: s.From, Field: f, To: s.To, index: int32(at + i)}
		if g.read(&values, s, item.index) {
			continue
		}
		g.addQualifiers(item, s.Claim)
		if s.To == nil && s.Value.Type == kb.List {
			item.Traits |= Nested
			g.addNested(item, s.Value, 0)
		}
	}
	values.findDisputes()
	g.addPoints(Item{Entity: group[0].From, Field: f, index: int32(at)}, values)
}

// dates are the dates of one field.
type dates struct {
	spans      []Span
	indexes    []int32         // by span, the index of its statement in the record
	statements []*kb.Statement // each once
	disputed   bool
}

func (d *dates) add(s Span, index int32) {
	d.spans, d.indexes = append(d.spans, s), append(d.indexes, index)
}

// span returns the span that holds all dates.
func (d *dates) span() Span {
	all := d.spans[0]
	for _, s := range d.spans {
		all = all.Join(s)
	}
	return all
}

func (g *collector) datesAt(r *kb.Record, path string) dates {
	var d dates
	for i := range r.Statements {
		if r.Statements[i].Field.Path == path {
			g.read(&d, &r.Statements[i], int32(i))
		}
	}
	d.findDisputes()
	return d
}

// read adds the dates of a statement unless it is deprecated, and reports
// whether there are any.
func (g *collector) read(d *dates, s *kb.Statement, index int32) bool {
	if s.To != nil || s.Claim.IsDeprecated() {
		return false
	}
	before := len(d.spans)
	add := func(v kb.Value) {
		if on, ok := s.Field.DateOf(v); ok {
			d.add(daysOf(on), index)
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
	d.statements = append(d.statements, s)
	d.disputed = d.disputed || s.Claim != nil && s.Claim.Confidence == kb.Disputed
	return true
}

// findDisputes sets disputed if the statements disagree.
func (d *dates) findDisputes() {
	d.disputed = d.disputed || len(d.statements) > 1 && evidence.Disagree(d.statements)
}

// isInOrder reports whether no end comes before every start.
func isInOrder(starts, ends dates) bool {
	return len(starts.spans) == 0 || len(ends.spans) == 0 || starts.span().From <= ends.span().To
}

// addPeriod adds a period, whose start and end may each be stated several
// times.
func (g *collector) addPeriod(item Item, starts, ends dates) {
	if starts.disputed || ends.disputed {
		item.Traits |= Disputed
	}
	switch {
	case len(ends.spans) == 0:
		item.Start = starts.span()
		item.openEnd(g.today)
	case len(starts.spans) == 0:
		item.End = ends.span()
		item.Start, item.Traits = item.End, item.Traits|OpenStart
	default:
		item.Start, item.End = starts.span(), ends.span()
	}
	g.items = append(g.items, item)
}

// openEnd extends an item without an end to today.
func (i *Item) openEnd(today Day) {
	end := max(today, i.Start.To)
	i.End, i.Traits = Span{end, end}, i.Traits|OpenEnd
}

// addPoints adds the dates of a field, as one item if they disagree.
func (g *collector) addPoints(item Item, d dates) {
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
		item.Start, item.End, item.index = s, s, d.indexes[i]
		g.items = append(g.items, item)
	}
}

// addQualifiers adds the items of a claim's since, until and date.
func (g *collector) addQualifiers(item Item, c *kb.Claim) {
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
		period.openEnd(g.today)
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

// maxDepth bounds the nesting of tables and lists that are searched for dates.
const maxDepth = 8

// addNested adds the dates in the tables of a list.
func (g *collector) addNested(item Item, v kb.Value, depth int) {
	if depth > maxDepth {
		return
	}
	for i := range v.Items {
		entry := &v.Items[i]
		switch entry.Value.Type {
		case kb.Table:
			g.addTable(item, entry.Value, depth)
		case kb.List:
			g.addNested(item, entry.Value, depth+1)
		}
	}
}

// addTable adds the dates of a table in a list; a start and an end are one
// period.
func (g *collector) addTable(item Item, v kb.Value, depth int) {
	var starts, ends dates
	for i := range v.Items {
		entry := &v.Items[i]
		on, ok := entry.Value.Date(entry.Dates())
		span := daysOf(on)
		switch {
		case ok && entry.Key == "start":
			starts.add(span, item.index)
		case ok && entry.Key == "end":
			ends.add(span, item.index)
		case ok:
			g.addPoints(item, dates{spans: []Span{span}, indexes: []int32{item.index}})
		case entry.Value.Type == kb.Table:
			g.addTable(item, entry.Value, depth+1)
		case entry.Value.Type == kb.List:
			g.addNested(item, entry.Value, depth+1)
		}
	}
	switch {
	case len(starts.spans)+len(ends.spans) == 0:
	case isInOrder(starts, ends):
		g.addPeriod(item, starts, ends)
	default:
		g.addPoints(item, starts)
		g.addPoints(item, ends)
	}
}

// splitPath splits a dotted path before its last step.
func splitPath(path string) (prefix, last string) {
	at := strings.LastIndexByte(path, '.') + 1
	return path[:at], path[at:]
}
