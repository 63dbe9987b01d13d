package search

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/query"
)

// confidencePath is the path of the confidences of all claims.
const confidencePath = "confidence"

// evidenceFacets are the paths of the facets of evidence, in the order in which they are
// shown.
var evidenceFacets = []string{query.IsPath, query.OriginsPath, confidencePath, query.FallsWithPath}

// evidence counts the conditions on evidence that an entity satisfies.
func (c *facetCounter) evidence(e *kb.Entity) {
	if c.only != "" && !slices.Contains(evidenceFacets, c.only) || c.x.kb.Partial {
		return
	}
	c.confidences(e, c.x.kb.Record(e))
	var falls weighing
	s, _ := c.x.whole(e, &falls)
	for i, name := range stateNames {
		if s.state&(1<<i) != 0 {
			c.addNamed(e, query.IsPath, name)
		}
	}
	if s.origins != noOrigins {
		n := strconv.Itoa(int(s.origins))
		c.add(e, query.OriginsPath, valueKey{text: n}, kb.Value{Type: kb.Int, Str: n}, date.Days)
	}
	for _, f := range falls.falls {
		c.add(e, query.FallsWithPath, valueKey{to: c.x.kb.Entities[f.source]}, kb.Value{}, date.Days)
	}
}

// confidences counts the confidences of the claims of an entity.
func (c *facetCounter) confidences(e *kb.Entity, r *kb.Record) {
	add := func(claim *kb.Claim) {
		if claim != nil {
			c.addNamed(e, confidencePath, string(claim.Confidence))
		}
	}
	for claim := range r.Claims() {
		add(claim)
	}
	for i := range r.Facts {
		for j := range r.Facts[i].About {
			add(r.Facts[i].About[j].Claim)
		}
	}
}

// addNamed counts a text, unless it is empty.
func (c *facetCounter) addNamed(e *kb.Entity, path, text string) {
	if key := query.Normalize(text); key != "" && len(text) <= maxValueBytes {
		c.add(e, path, valueKey{text: key}, kb.Value{Type: kb.String, Str: text}, date.Days)
	}
}

// isElsewhere reports whether a query that names the path of a facet on evidence
// means something else as well: a field of that name, or one whose path ends in it.
func (x *Index) isElsewhere(path string) bool {
	name := query.External(path)
	if path != name {
		paths := x.Names().Paths(name)
		return len(paths) != 1 || strings.Join(paths[0], ".") != path
	}
	return slices.ContainsFunc(x.kb.Kinds, func(kind *kb.Kind) bool {
		return slices.ContainsFunc(kind.Fields, func(f *kb.Field) bool { return f.Path == name || strings.HasSuffix(f.Path, "."+name) })
	})
}

// leastOf returns the number of a value, or the first of a range.
func leastOf(v FacetValue) int {
	text, _, _ := strings.Cut(v.Query, "..")
	n, _ := strconv.Atoi(text)
	return n
}

// onEvidence returns the facets of evidence.
func (x *Index) onEvidence(all map[string]*fieldCounter) []Facet {
	var out []Facet
	isUnsourced := x.kb.LacksSources()
	for _, path := range evidenceFacets {
		c := all[path]
		if c == nil || x.isElsewhere(path) {
			continue
		}
		f, ok := c.facet(x.kb, true)
		if !ok || isUnsourced && (path == query.IsPath || path == query.OriginsPath) {
			continue // that nothing has a source goes without saying
		}
		f.Path = path
		switch path {
		case query.IsPath:
			for i := range f.Values {
				f.Values[i].Query = f.Values[i].Value.Str
			}
		case query.OriginsPath:
			order.Stable(f.Values, func(a, b FacetValue) int { return cmp.Compare(leastOf(a), leastOf(b)) })
		}
		out = append(out, f)
	}
	return out
}
