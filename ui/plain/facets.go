package plain

import (
	"slices"

	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// mostFacetValues is the number of values of a facet shown before the user asks for all.
const mostFacetValues = 7

// facets lists the facets of the current list with counts.
func (d *dialogue) facets(string) {
	of := d.page().about
	if of.list == nil {
		d.say(words.NoListHere)
		return
	}
	d.visit(facetsPage(*of.list, ""))
}

// facetsPage lists the values of all facets of a list, or of one facet. Opening a value
// adds or removes the filter.
func facetsPage(l list, only string) maker {
	return func(d *dialogue) *page {
		v, x, w := d.base.voice, d.base.index, d.words()
		scope, ok := d.scopeOf(l)
		if !ok {
			return nil
		}
		q, problem := x.Parse(l.query)
		if problem != nil {
			d.fault(problem)
			return nil
		}
		d.await(words.Indexing, func() { x.Build(d.ctx) })
		lines := headings(scope.title + w.ListComma + w.Say(words.FacetsTitle))
		var leads []maker
		for _, facet := range x.Facets(q, query.Node{Op: query.All, Parts: scope.among}, v.Lang) {
			if only != "" && facet.Path != only {
				continue
			}
			lines = append(append(lines, rich.Line{}), headings(safe.Line(querytext.FacetTitle(v, &facet)))...)
			chosen := x.Names().Values(l.query, facet.Path)
			for i := range facet.Values {
				value := &facet.Values[i]
				isChosen := slices.Contains(chosen, value.Query)
				if only == "" && i >= mostFacetValues && !isChosen {
					continue
				}
				lines = append(lines, facetLine(v, &facet, value, isChosen, len(leads)))
				toggled := l
				toggled.query = x.Names().ToggleValue(l.query, facet.Path, value.Query, v.OtherDay())
				leads = append(leads, listPage(toggled))
			}
			if left := len(facet.Values) - mostFacetValues; only == "" && left > 0 {
				lines = append(lines, rich.NewLine(rich.Span{Text: w.Count(left, words.MoreValues), Role: rich.LinkText, Link: len(leads)}))
				leads = append(leads, facetsPage(l, facet.Path))
			}
		}
		if len(leads) == 0 {
			d.say(words.FacetsNone)
			return nil
		}
		p := text(keys.InList, lines, func(link int) (thing, bool) { return thing{open: leads[link]}, true })
		p.about = about{list: &l, kind: scope.kind, query: safe.Line(l.query)}
		return p
	}
}

// facetLine formats a facet value with its count and whether it is chosen.
func facetLine(v present.Voice, facet *search.Facet, value *search.FacetValue, isChosen bool, link int) rich.Line {
	w := v.Words
	spans := []rich.Span{{Text: safe.Line(querytext.FacetValue(v, facet, value)), Role: rich.LinkText, Link: link}}
	after := w.ListComma + w.Number(value.Count)
	if isChosen {
		after += w.ListComma + w.Say(words.FacetChosen)
	}
	return rich.Line{Spans: append(spans, rich.NewSpan(rich.Muted, after))}
}
