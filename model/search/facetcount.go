package search

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// valueKey identifies a value as comparisons do.
type valueKey struct {
	to   *kb.Entity
	kind *kb.Kind
	text string // normalized, or the shortest form of a number
}

// fieldCounter counts the entities with each value of a field.
type fieldCounter struct {
	having  int
	counts  map[valueKey]int
	written map[valueKey]kb.Value // one of the values with the key
	numbers []sample[float64]
	years   []sample[int]
	links   int
	others  int // number of values that are neither numbers, dates nor links
	texts   int // of those

	tally *Tally // of everything, or nil

	of   *kb.Entity // the current entity, and the keys counted of it
	seen []valueKey
}

// sample is a number or a year of an entity, or all the years from low to high.
type sample[T cmp.Ordered] struct {
	of        int
	low, high T
}

// facetCounter counts the values of entities that hold at a moment, by path.
type facetCounter struct {
	x    *Index
	at   moment
	only string
	lang string
	into map[string]*fieldCounter

	longest int  // in bytes, of the texts that are counted
	whole   bool // everything goes into a tally, too
}

func (c *facetCounter) entity(e *kb.Entity) {
	r := c.x.kb.Record(e)
	c.add(e, query.KindPath, valueKey{kind: e.Kind}, kb.Value{}, date.Days)
	isPeriod := isPeriod(r)
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.To != nil || !c.asksFor(s.Field.Path) || hasOwnColumn(s.Field.Path) || repeatsName(e, s) || !c.at.holds(s.Claim) {
			continue
		}
		c.value(e, s.Field.Path, s.Value, s.Field.ReadsDates())
		if isPeriod && isEnd(s) {
			c.value(e, "date", s.Value, s.Field.ReadsDates())
		}
	}
	if span, ok := periodOf(r); ok && c.into["date"] != nil {
		of := c.into["date"]
		of.years = append(of.years, sample[int]{e.Number(), span.Year(), span.LastYear()})
		if of.tally != nil {
			of.tally.Dates = append(of.tally.Dates, DateSample{Of: e.Number(), Span: span, IsPeriod: true})
		}
	}
	for claim := range r.Claims() {
		if !c.asksFor("source") {
			break
		}
		for i := range claim.Evidence {
			if source := claim.Evidence[i].Source; source != nil {
				c.add(e, "source", valueKey{to: source}, kb.Value{}, date.Days)
			}
		}
	}
	for _, link := range r.Links {
		if link.Field.IsMention() || !c.at.holds(link.Dating()) {
			continue // no query asks for a mention by a field
		}
		c.add(e, link.Field.Path, valueKey{to: link.To}, kb.Value{}, date.Days)
	}
	c.evidence(e)
	c.x.kb.EachLinkTo(e.Number(), func(from int, f *kb.Field) {
		if c.x.Names().IsSymmetric(f.Path) && c.x.linkHolds(from, e.Number(), f.Path, c.at) {
			c.add(e, f.Path, valueKey{to: c.x.kb.Entities[from]}, kb.Value{}, date.Days)
		}
	})
}

// asksFor reports whether statements of a field may have values at the paths that are
// counted.
func (c *facetCounter) asksFor(path string) bool {
	return c.only == "" || c.only == path || strings.HasPrefix(c.only, path+".") || c.only == "date" && (path == "start" || path == "end")
}

func (c *facetCounter) value(e *kb.Entity, path string, v kb.Value, dates date.Reading) {
	switch v.Type {
	case kb.List:
		for i := range v.Items {
			c.value(e, path, v.Items[i].Value, dates)
		}
		return
	case kb.Table:
		if text, ok := c.x.kb.TextOf(v); ok {
			translation, _ := c.x.kb.TextIn(text, c.lang)
			c.value(e, path, kb.Value{Type: kb.String, Str: translation}, dates)
			if c.whole && path == c.only {
				c.counterOf(path).tally.translations(e, c, text)
			}
			return
		}
		for i := range v.Items {
			c.value(e, path+"."+v.Items[i].Key, v.Items[i].Value, v.Items[i].Dates())
		}
		return
	}
	if c.only != "" && c.only != path {
		return
	}
	if len(v.Str) > c.longest {
		return
	}
	if c.whole && v.Type == kb.String {
		c.counterOf(path).tally.text(v.Str)
	}
	if dates > date.Days { // one date in several notations is one value
		d, ok := v.Date(dates)
		if _, isNumber := numberOf(v, dates); ok && (!isNumber || d.Year < 1000) {
			d.Fraction = "" // as comparisons ignore it
			v = kb.Value{Type: kb.Date, Pos: v.Pos, Str: d.String()}
		}
	}
	key := valueKey{text: query.Normalize(v.Str)}
	if n, ok := v.Number(); ok {
		if math.IsNaN(n) {
			return
		}
		key.text = strconv.FormatFloat(n+0, 'f', -1, 64) // +0 for -0
	}
	if span, ok := spanOf(v, dates); ok && span.IsZoned() { // one moment is one value
		key.text = fmt.Sprint("utc ", span.UTC().From, span.UTC().To)
	}
	if key.text != "" {
		c.add(e, path, key, v, dates)
	}
}

func (c *facetCounter) add(e *kb.Entity, path string, key valueKey, v kb.Value, dates date.Reading) {
	if c.only != "" && c.only != path {
		return
	}
	c.counterOf(path).add(e, key, v, dates)
}

func (c *facetCounter) counterOf(path string) *fieldCounter {
	of := c.into[path]
	if of == nil {
		of = &fieldCounter{counts: make(map[valueKey]int), written: make(map[valueKey]kb.Value)}
		if c.whole {
			of.tally = newTally()
		}
		c.into[path] = of
	}
	return of
}

func (c *fieldCounter) add(e *kb.Entity, key valueKey, v kb.Value, dates date.Reading) {
	if c.of != e {
		c.of, c.seen = e, c.seen[:0]
		c.having++
	}
	n, isNumber := numberOf(v, dates)
	span, isDate := spanOf(v, dates)
	if c.tally != nil && key.to == nil && key.kind == nil {
		c.tally.measure(e, n, isNumber, span, isDate)
	}
	if slices.Contains(c.seen, key) {
		return
	}
	c.seen = append(c.seen, key)
	if _, known := c.counts[key]; known || c.tally != nil || len(c.counts) < maxDistinct {
		if !known {
			c.written[key] = v
		}
		c.counts[key]++
	}
	switch {
	case key.to != nil || key.kind != nil:
		c.links++
	case isNumber:
		c.numbers = append(c.numbers, sample[float64]{e.Number(), n, n})
	case isDate && !span.IsClock():
		c.years = append(c.years, sample[int]{e.Number(), span.Year(), span.Year()})
	default:
		c.others++
		if v.Type == kb.String {
			c.texts++
		}
	}
}

func (c *fieldCounter) join(other *fieldCounter) *fieldCounter {
	if other == nil {
		return c
	}
	other.having += c.having
	other.links += c.links
	other.others += c.others
	other.texts += c.texts
	other.numbers = append(other.numbers, c.numbers...)
	other.years = append(other.years, c.years...)
	if other.tally != nil {
		other.tally.join(c.tally)
	}
	for key, n := range c.counts {
		other.counts[key] += n
		if _, known := other.written[key]; !known {
			other.written[key] = c.written[key]
		}
	}
	return other
}
