package querytext

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// FacetTitle says what a facet is of.
func FacetTitle(v present.Voice, f *search.Facet) string {
	if f.Field == nil {
		return present.Capital(v.Words.Say(words.KindColumn))
	}
	return present.Capital(v.FieldLabel(f.Field))
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
	case value.Value.Type == kb.String:
		return safe.Line(value.Value.Str)
	}
	return v.FieldValue(f.Field, value.Value, present.CellLimit)
}
