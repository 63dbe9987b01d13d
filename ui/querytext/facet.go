package querytext

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// FacetTitle says what a facet is of.
func FacetTitle(v present.Voice, f *search.Facet) string {
	switch {
	case f.Field != nil:
		return present.Capital(v.FieldLabel(f.Field))
	case f.Path != query.KindPath:
		return v.PathTitle(f.Path)
	}
	return present.Capital(v.Words.Say(words.KindColumn))
}

// FacetValue says what a value of a facet is called: an entity by its name, a
// range by its ends.
func FacetValue(v present.Voice, f *search.Facet, value *search.FacetValue) string {
	switch {
	case value.Kind != nil:
		return v.KindLabel(value.Kind)
	case value.To != nil:
		return v.Name(value.To)
	case value.Range:
		if from, upto, ok := strings.Cut(value.Query, ".."); ok {
			return from + " – " + upto
		}
		return value.Query
	case f.Path == query.IsPath:
		return v.Words.Say(states[value.Value.Str].value)
	case f.Field == nil && f.Path == "confidence":
		word, _ := v.Confidence(kb.Confidence(value.Value.Str))
		return word
	case f.Field == nil || value.Value.Type == kb.String:
		return safe.Line(value.Value.Str)
	}
	return v.FieldValue(f.Field, value.Value, present.CellLimit)
}
