package search

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// Tally is all values of one field among some entities, as conditions on the field find
// them.
type Tally struct {
	Of      int // the number of entities
	Having  int // of these, those with a value that is counted
	Without int // those that no condition on the field can find
	// Values are the distinct ones, in no order. A value without a Query cannot be asked
	// for alone.
	Values  []FacetValue
	Numbers []NumberSample
	Dates   []DateSample
	// Texts are those that begin with a digit and are no dates in ISO 8601, normalized,
	// each once: comparisons of order may take them for numbers or dates.
	Texts map[string]bool

	Years bool // numbers are years

	foreign map[valueKey]int // the entities of which a value is in other languages only
}

// NumberSample is a number that an entity has.
type NumberSample struct {
	Of     int // the number of the entity
	Number float64
}

// DateSample is a date that an entity has, or the time from its start to its end.
type DateSample struct {
	Of       int // the number of the entity
	Span     date.Span
	IsPeriod bool
}

// maxTallied is the longest text, in bytes, that is tallied.
const maxTallied = 300

func newTally() *Tally {
	return &Tally{Texts: make(map[string]bool), foreign: make(map[valueKey]int)}
}

// Tally counts the values of one field among entities, with texts of several languages
// in lang. What is counted holds on the day of the index. It is of nothing if the
// context ends before.
func (x *Index) Tally(ctx context.Context, entities []*kb.Entity, path, lang string) Tally {
	x.Build(ctx)
	head := x.leadsOn(path)
	counters := make([]map[string]*fieldCounter, parallel.Workers)
	step := (len(entities) + len(counters) - 1) / len(counters)
	parallel.Each(len(counters), func(w int) {
		c := facetCounter{x: x, at: x.day, only: path, lang: lang, into: make(map[string]*fieldCounter), longest: maxTallied, whole: true}
		counters[w] = c.into
		from := min(w*step, len(entities))
		for _, e := range entities[from:min(from+step, len(entities))] {
			if ctx.Err() != nil {
				return
			}
			if head == "" {
				c.entity(e)
			} else {
				c.through(e, head)
			}
		}
	})
	if ctx.Err() != nil {
		return Tally{}
	}
	var all *fieldCounter
	for _, into := range counters {
		if c := into[path]; c != nil {
			all = c.join(all)
		}
	}
	if all == nil {
		all = &fieldCounter{tally: newTally()}
	}
	t := all.tally
	t.Of, t.Having = len(entities), all.having
	r := evaluator{x: x}
	has := r.has(strings.Split(path, "."), nil)
	for _, e := range entities {
		if !has.Has(e.Number()) {
			t.Without++
		}
	}
	t.Years = slices.ContainsFunc(x.kb.Kinds, func(kind *kb.Kind) bool {
		f := kind.FindField(strings.TrimPrefix(path, head+"."))
		return f != nil && f.ReadsDates() >= date.Years
	})
	all.tallyValues(x.kb)
	return *t
}

// leadsOn returns the relation at the beginning of a path that goes on with a field of
// its targets; empty for the path of a field.
func (x *Index) leadsOn(path string) string {
	if slices.ContainsFunc(x.kb.Kinds, func(kind *kb.Kind) bool { return kind.FindField(path) != nil }) {
		return ""
	}
	for i := range len(path) {
		if head := path[:i]; path[i] == '.' && x.Names().IsRelation(head) && head != "source" && head != query.Link {
			return head
		}
	}
	return ""
}

// through counts the values of the targets of a relation as those of an entity.
func (c *facetCounter) through(e *kb.Entity, head string) {
	rest := strings.TrimPrefix(c.only, head+".")
	from := func(target *kb.Entity) {
		r := c.x.kb.Record(target)
		for i := range r.Statements {
			s := &r.Statements[i]
			if path := head + "." + s.Field.Path; s.To == nil && c.asksFor(path) && !hasOwnColumn(s.Field.Path) && !repeatsName(target, s) && c.at.holds(s.Claim) {
				c.value(e, path, s.Value, s.Field.ReadsDates())
			}
		}
		for _, link := range r.Links {
			if link.Field.Path == rest && !link.Field.IsMention() && c.at.holds(link.Dating()) {
				c.add(e, c.only, valueKey{to: link.To}, kb.Value{}, date.Days)
			}
		}
	}
	for _, link := range c.x.kb.Record(e).Links {
		if link.Field.Path == head && c.at.holds(link.Dating()) {
			from(link.To)
		}
	}
	if c.x.Names().IsSymmetric(head) {
		c.x.kb.EachLinkTo(e.Number(), func(n int, f *kb.Field) {
			if f.Path == head && c.x.linkHolds(n, e.Number(), head, c.at) {
				from(c.x.kb.Entities[n])
			}
		})
	}
}

// tallyValues lists the distinct values that are in the language of the tally.
func (c *fieldCounter) tallyValues(k *kb.KB) {
	t, called := c.tally, c.namesOfLinked()
	for key, n := range c.counts {
		if t.foreign[key] == n {
			continue
		}
		v := FacetValue{Value: c.written[key], To: key.to, Kind: key.kind, Count: n}
		switch {
		case key.to == nil && (called[key.text] || c.readsAsOther(v.Value, key.text)): // a query for the text finds others, too
		case key.to != nil && c.texts > 0: // the key may be part of a text
			v.Query = "=" + query.Quote(string(key.to.Address()))
		default:
			asked := v
			if _, isNumber := v.Value.Number(); isNumber {
				asked.Value.Str = key.text
			}
			v.Query = queryOf(k, &asked, c.links+len(c.years)+c.texts > 0)
		}
		t.Values = append(t.Values, v)
	}
}

// readsAsOther reports whether a text, normalized, is compared as a number, a date or a
// truth value that others may have which are written otherwise.
func (c *fieldCounter) readsAsOther(v kb.Value, text string) bool {
	if v.Type != kb.String {
		return false
	}
	switch o := query.NewOperand(text); {
	case o.IsNumber:
		return len(c.numbers) > 0 && strconv.FormatFloat(o.Number, 'f', -1, 64) != text
	case o.IsSpan:
		_, isWritten := date.SpanOf(text)
		return len(c.years) > 0 && !isWritten
	}
	return c.others > c.texts && query.IsTruthValue(text)
}

// measure adds a value that is a number or a date, as the index does.
func (t *Tally) measure(e *kb.Entity, n float64, isNumber bool, span date.Span, isDate bool) {
	if isNumber {
		t.Numbers = append(t.Numbers, NumberSample{e.Number(), n})
	}
	if isDate && !span.IsClock() && (!isNumber || n < 1 || n > 9999) {
		t.Dates = append(t.Dates, DateSample{Of: e.Number(), Span: span})
	}
}

// text adds a text.
func (t *Tally) text(s string) {
	s = query.Normalize(s)
	if s == "" || s[0] < '0' || s[0] > '9' {
		return
	}
	if _, isDate := date.SpanOf(s); !isDate {
		t.Texts[s] = true
	}
}

// translations adds a text of an entity in all languages: a condition finds any of them.
func (t *Tally) translations(e *kb.Entity, c *facetCounter, text kb.Text) {
	of := c.into[c.only]
	for _, translation := range text.All() {
		key := valueKey{text: query.Normalize(translation)}
		if key.text == "" || len(translation) > c.longest {
			continue
		}
		t.text(translation)
		before := of.counts[key]
		c.add(e, c.only, key, kb.Value{Type: kb.String, Str: translation}, date.Days)
		t.foreign[key] += of.counts[key] - before
	}
}

// join adds the entities of another tally.
func (t *Tally) join(other *Tally) {
	t.Numbers = append(t.Numbers, other.Numbers...)
	t.Dates = append(t.Dates, other.Dates...)
	for text := range other.Texts {
		t.Texts[text] = true
	}
	for key, n := range other.foreign {
		t.foreign[key] += n
	}
}
