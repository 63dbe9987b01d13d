package search

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// Facet is a field, a relation, the kind or a condition on evidence, with the values
// of some entities.
type Facet struct {
	Path   string    // query.KindPath of the kind
	Field  *kb.Field // of the first kind that has it; nil for the kind and the evidence
	Having int       // number of entities with a value
	// Values are sorted by frequency, ranges in their order.
	Values []FacetValue
	// MoreValues is the number of distinct values beyond maxValues.
	MoreValues int
}

// FacetValue is a value or a range of values, and the number of entities with
// it.
type FacetValue struct {
	Value kb.Value
	To    *kb.Entity // the target, for a relation
	Kind  *kb.Kind
	Range bool   // Query is a range
	Query string // the value as a query writes it
	Count int
}

// The most values of a facet, the most distinct ones that are counted, and the
// number of distinct numbers or dates beyond which they are shown as ranges.
const (
	maxValues   = 300
	maxDistinct = 20000
	minRanged   = 12
)

// maxValueBytes is the longest text, in bytes, that is a value of a facet.
const maxValueBytes = 80

// Facets counts the values of each field among the entities of a query, the
// most telling fields first: the kind if there are several, the columns of the
// kinds, relations, the rest, then the evidence. A count is the number of results of the
// query with the value added; for a field that the query restricts, of the
// query without that restriction, so that more values can be chosen. Texts in
// several languages count in lang. What is counted holds on the day of the index, or
// at the time that the query asks for the field at.
func (x *Index) Facets(q *query.Query, among query.Node, lang string) []Facet {
	facets := x.count(x.Find(q, among).Set, x.day, "", lang)
	for i := range facets {
		path := facets[i].Path
		free := x.Names().Without(q.Text, path)
		if free == q.Text {
			continue
		}
		other, problem := x.Parse(free)
		if problem != nil {
			continue
		}
		at := x.moment([]query.Time{x.Names().TimeOf(q.Text, path)}, 0)
		for _, f := range x.count(x.Find(other, among).Set, at, path, lang) {
			facets[i] = f
		}
	}
	return facets
}

// count counts the values of entities that hold at a moment, of all fields or only of
// one.
func (x *Index) count(set Set, at moment, only, lang string) []Facet {
	workers := parallel.Workers
	counters := make([]map[string]*fieldCounter, workers)
	step := (len(set) + workers - 1) / workers
	parallel.Each(workers, func(w int) {
		c := facetCounter{x: x, at: at, only: only, lang: lang, into: make(map[string]*fieldCounter), longest: maxValueBytes}
		counters[w] = c.into
		from := min(w*step, len(set))
		for n := range set[from:min(from+step, len(set))].Each() {
			c.entity(x.kb.Entities[from*64+n])
		}
	})
	all := counters[0]
	for _, other := range counters[1:] {
		for path, c := range other {
			all[path] = c.join(all[path])
		}
	}
	var facets []Facet
	if c := all[query.KindPath]; c != nil && len(c.counts) > 1 {
		f, _ := c.facet(x.kb, true)
		f.Path = query.KindPath
		facets = append(facets, f)
	}
	for _, field := range x.fieldsInOrder(all) {
		if c := all[field.Path]; c != nil && isFacet(field) {
			delete(all, field.Path)
			if f, ok := c.facet(x.kb, only != ""); ok {
				f.Path, f.Field = field.Path, field
				facets = append(facets, f)
			}
		}
	}
	return append(facets, x.onEvidence(all)...)
}

// isFacet reports whether a field's values are worth choosing from: those of
// qualifiers and web addresses are not.
func isFacet(f *kb.Field) bool {
	return !query.IsQualifier(f.Path) && f.Path != "url" && f.Path != "website" && f.Type != kb.FieldURL
}

// fieldsInOrder returns the fields of the counted kinds: columns, relations,
// then the rest by the number of entities that have them, sources last.
func (x *Index) fieldsInOrder(all map[string]*fieldCounter) []*kb.Field {
	counted := all[query.KindPath]
	having := func(f *kb.Field) int {
		if c := all[f.Path]; c != nil {
			return c.having
		}
		return 0
	}
	var columns, relations, rest, sources []*kb.Field
	for _, kind := range x.kb.Kinds {
		if counted != nil && counted.counts[valueKey{kind: kind}] == 0 {
			continue
		}
		for _, path := range kind.Columns {
			if f := kind.FindField(path); f != nil {
				columns = append(columns, f)
			}
		}
		for _, f := range kind.Fields {
			switch {
			case f.Path == "source":
				sources = append(sources, f)
			case f.Relation != nil:
				relations = append(relations, f)
			default:
				rest = append(rest, f)
			}
		}
	}
	slices.SortStableFunc(rest, func(a, b *kb.Field) int { return cmp.Compare(having(b), having(a)) })
	return slices.Concat(columns, relations, rest, sources)
}

// facet returns the facet of a field; false if it has no values, or if it is useless
// since every entity has its own value, unless it is asked for all the same.
func (c *fieldCounter) facet(k *kb.KB, isAsked bool) (Facet, bool) {
	f := Facet{Having: c.having}
	switch {
	case c.links == 0 && c.others == 0 && len(c.counts) > minRanged && len(c.years) == 0:
		f.Values = numberRanges(c.numbers)
		return f, true
	case c.links == 0 && c.others == 0 && len(c.counts) > minRanged && len(c.numbers) == 0:
		f.Values = yearRanges(c.years)
		return f, true
	case !isAsked && c.links == 0 && len(c.counts) > minRanged && len(c.counts)*10 > c.having*9:
		return f, false
	}
	called := c.namesOfLinked()
	for key, n := range c.counts {
		if key.to == nil && called[key.text] {
			continue // the text selects the link too
		}
		f.Values = append(f.Values, FacetValue{Value: c.written[key], To: key.to, Kind: key.kind, Count: n})
	}
	slices.SortFunc(f.Values, func(a, b FacetValue) int {
		switch {
		case a.Count != b.Count || a.To == nil != (b.To == nil):
			return cmp.Compare(b.Count, a.Count)
		case a.To != nil:
			return cmp.Compare(a.To.Number(), b.To.Number())
		case a.Kind != nil:
			return cmp.Compare(a.Kind.Name, b.Kind.Name)
		}
		return cmp.Or(cmp.Compare(a.Value.Str, b.Value.Str), cmp.Compare(a.Value.Type, b.Value.Type))
	})
	if len(f.Values) > maxValues {
		f.MoreValues = len(f.Values) - maxValues
		f.Values = f.Values[:maxValues]
	}
	for i := range f.Values {
		f.Values[i].Query = queryOf(k, &f.Values[i], c.links+len(c.years)+c.texts > 0)
	}
	return f, len(f.Values) > 0
}

// namesOfLinked returns the normalized names of the link targets counted.
func (c *fieldCounter) namesOfLinked() map[string]bool {
	names := make(map[string]bool)
	if c.others+len(c.numbers)+len(c.years) == 0 {
		return names
	}
	for key := range c.counts {
		if key.to != nil {
			for name := range key.to.Names() {
				names[query.Normalize(name)] = true
			}
		}
	}
	return names
}

// queryOf writes a value as in a query; beside links, dates and texts, so that it is
// not taken for a part of one, or a year for all its days.
func queryOf(k *kb.KB, v *FacetValue, besideOthers bool) string {
	switch {
	case v.Kind != nil:
		return query.Quote(v.Kind.Name)
	case v.To == nil && !besideOthers && (v.Value.Type == kb.Int || v.Value.Type == kb.Float || v.Value.Type == kb.Bool):
		return query.Quote(v.Value.Str)
	case v.To == nil:
		return "=" + query.Quote(v.Value.Str)
	}
	bearers := 0
	for _, e := range k.AppendNamed(nil, v.To.Key, maxNamesakes) {
		if e.Key == v.To.Key {
			bearers++
		}
	}
	if bearers != 1 {
		return query.Quote(string(v.To.Address()))
	}
	return query.Quote(v.To.Key)
}

// maxNamesakes bounds the entities of one name that are checked for the same
// key.
const maxNamesakes = 50
