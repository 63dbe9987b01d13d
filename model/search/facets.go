package search

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// Facet is a field or a relation, and the values that some entities have there.
type Facet struct {
	Field  *kb.Field // of the first kind that has it
	Having int       // entities with a value
	// Values are the most frequent first, those of a range in their order.
	Values []FacetValue
	// Left counts the different values that are not among them.
	Left int
}

// FacetValue is a value, or a range of them, and how many entities have it.
type FacetValue struct {
	Value kb.Value
	To    *kb.Entity // that a link leads to
	Range bool       // Query is a range
	Query string     // as a query writes it
	Count int
}

// How many values of a facet are told, how many different ones are counted, and
// from how many on numbers and dates are told as ranges.
const (
	mostValues   = 300
	mostDistinct = 20000
	ranged       = 12
)

// longestValue is how many bytes a text may have to be a value of a facet.
const longestValue = 80

// Facets counts the values that the entities of a query have in each field, most
// telling fields first: relations, then the rest, in the order of their kinds. A
// field that the query restricts is counted as if it did not, so that more of
// its values can be chosen.
func (x *Index) Facets(q *query.Query, among query.Node) []Facet {
	facets := x.count(x.Find(q, among).Set, "")
	for i := range facets {
		path := facets[i].Field.Path
		free := x.Names().Without(q.Text, path)
		if free == q.Text {
			continue
		}
		other, problem := x.Parse(free)
		if problem != nil {
			continue
		}
		for _, f := range x.count(x.Find(other, among).Set, path) {
			facets[i] = f
		}
	}
	return facets
}

// valueKey tells values apart.
type valueKey struct {
	to   *kb.Entity
	kind kb.Type
	text string
}

// counter counts the values of a field.
type counter struct {
	field   *kb.Field
	having  int
	links   int
	counts  map[valueKey]int
	numbers []float64
	years   []int
	others  int // values that are neither numbers nor dates
	seen    []valueKey
	of      *kb.Entity
}

// count counts the values of entities, of all fields or of one.
func (x *Index) count(set Set, only string) []Facet {
	workers := parallel.Workers
	counters := make([]map[string]*counter, workers)
	step := (len(set) + workers - 1) / workers
	parallel.Each(workers, func(w int) {
		counters[w] = make(map[string]*counter)
		from := min(w*step, len(set))
		for n := range set[from:min(from+step, len(set))].Each() {
			countOf(x.kb, x.kb.Entities[from*64+n], only, counters[w])
		}
	})
	all := counters[0]
	for _, other := range counters[1:] {
		for path, c := range other {
			all[path] = c.join(all[path])
		}
	}
	var facets []Facet
	for _, field := range x.fieldsInOrder() {
		if c := all[field.Path]; c != nil {
			c.field = field
			delete(all, field.Path)
			if f, ok := c.facet(x.kb); ok {
				facets = append(facets, f)
			}
		}
	}
	return facets
}

// fieldsInOrder returns the fields of all kinds, relations first.
func (x *Index) fieldsInOrder() []*kb.Field {
	var relations, rest []*kb.Field
	for _, kind := range x.kb.Kinds {
		for _, f := range kind.Fields {
			if f.Relation != nil {
				relations = append(relations, f)
			} else {
				rest = append(rest, f)
			}
		}
	}
	return append(relations, rest...)
}

func countOf(k *kb.KB, e *kb.Entity, only string, into map[string]*counter) {
	r := k.Record(e)
	for i := range r.Statements {
		s := &r.Statements[i]
		if path := s.Field.Path; !hasOwnColumn(path) && (only == "" || only == path) {
			c := into[path]
			if c == nil {
				c = &counter{counts: make(map[valueKey]int)}
				into[path] = c
			}
			c.add(e, s)
		}
	}
}

func (c *counter) add(e *kb.Entity, s *kb.Statement) {
	key := valueKey{kind: s.Value.Type, text: s.Value.Str}
	switch {
	case s.To != nil:
		key = valueKey{to: s.To}
	case !s.Value.IsScalar() || s.Value.Str == "" || len(s.Value.Str) > longestValue:
		return
	}
	if c.of != e {
		c.of, c.seen = e, c.seen[:0]
		c.having++
	}
	if slices.Contains(c.seen, key) {
		return
	}
	c.seen = append(c.seen, key)
	if _, known := c.counts[key]; known || len(c.counts) < mostDistinct {
		c.counts[key]++
	}
	span, isDate := query.NewSpan(s.Value.Str)
	n, isNumber := s.Value.Number()
	switch {
	case s.To != nil:
		c.links++
	case isNumber:
		c.numbers = append(c.numbers, n)
	case isDate:
		c.years = append(c.years, span.Year())
	default:
		c.others++
	}
}

func (c *counter) join(other *counter) *counter {
	if other == nil {
		return c
	}
	other.having += c.having
	other.links += c.links
	other.others += c.others
	other.numbers = append(other.numbers, c.numbers...)
	other.years = append(other.years, c.years...)
	for key, n := range c.counts {
		other.counts[key] += n
	}
	return other
}

// facet returns what was counted; false where it tells nothing, since every
// entity has a value of its own.
func (c *counter) facet(k *kb.KB) (Facet, bool) {
	f := Facet{Field: c.field, Having: c.having}
	switch {
	case c.links == 0 && c.others == 0 && len(c.counts) > ranged && len(c.years) == 0:
		f.Values = numberRanges(c.numbers)
		return f, true
	case c.links == 0 && c.others == 0 && len(c.counts) > ranged && len(c.numbers) == 0:
		f.Values = yearRanges(c.years)
		return f, true
	case c.links == 0 && len(c.counts) > ranged && len(c.counts)*10 > c.having*9:
		return f, false
	}
	for key, n := range c.counts {
		f.Values = append(f.Values, FacetValue{Value: kb.Value{Type: key.kind, Str: key.text}, To: key.to, Count: n})
	}
	slices.SortFunc(f.Values, func(a, b FacetValue) int {
		if a.To != nil && b.To != nil {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.To.Number(), b.To.Number()))
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value.Str, b.Value.Str), cmp.Compare(a.Value.Type, b.Value.Type))
	})
	if len(f.Values) > mostValues {
		f.Left = len(f.Values) - mostValues
		f.Values = f.Values[:mostValues]
	}
	for i := range f.Values {
		f.Values[i].Query = asQuery(k, &f.Values[i])
	}
	return f, len(f.Values) > 0
}

// asQuery writes a value as a query does.
func asQuery(k *kb.KB, v *FacetValue) string {
	switch {
	case v.To == nil && v.Value.Type == kb.String:
		return "=" + query.Quote(v.Value.Str)
	case v.To == nil:
		return query.Quote(v.Value.Str)
	}
	if named := k.AppendNamed(nil, v.To.Key, 2); len(named) > 1 {
		return query.Quote(string(v.To.Address()))
	}
	return query.Quote(v.To.Key)
}

// mostRanges is how many ranges numbers are told in, at most.
const mostRanges = 10

// numberRanges counts numbers in ranges of the same size, which is 1, 2 or 5
// times a power of ten.
func numberRanges(numbers []float64) []FacetValue {
	low, high := slices.Min(numbers), slices.Max(numbers)
	size := math.Pow(10, math.Floor(math.Log10(max(high-low, 1)/mostRanges)))
	whole := !slices.ContainsFunc(numbers, func(n float64) bool { return n != math.Trunc(n) })
	if whole {
		size = max(size, 1)
	}
	for _, times := range []float64{2, 2.5, 2} {
		if math.Floor(high/size)-math.Floor(low/size) < mostRanges {
			break
		}
		size *= times
	}
	var out []FacetValue
	for from := math.Floor(low/size) * size; from <= high; from += size {
		upto := from + size
		if whole {
			upto--
		}
		v := FacetValue{Range: true, Query: number(from) + ".." + number(upto)}
		for _, n := range numbers {
			if n >= from && n <= upto {
				v.Count++
			}
		}
		if v.Count > 0 {
			out = append(out, v)
		}
	}
	return out
}

func number(n float64) string {
	text := fmt.Sprintf("%.6f", n)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

// yearRanges counts dates by years, or by decades where the years are many.
func yearRanges(years []int) []FacetValue {
	size := 1
	if slices.Max(years)-slices.Min(years) >= 2*mostRanges {
		size = 10
	}
	counts := make(map[int]int)
	for _, y := range years {
		counts[y/size*size]++
	}
	var out []FacetValue
	for y, n := range counts {
		v := FacetValue{Range: true, Query: fmt.Sprintf("%04d", y), Count: n}
		if size > 1 {
			v.Query += fmt.Sprintf("..%04d", y+size-1)
		}
		out = append(out, v)
	}
	slices.SortFunc(out, func(a, b FacetValue) int { return strings.Compare(a.Query, b.Query) })
	return out
}
