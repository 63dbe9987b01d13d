package present

import (
	"rihla/model/query"
	"rihla/ui/words"
	"strings"
)

// PathLabel returns the label of a dotted path, made of the labels of its steps.
func (v Voice) PathLabel(path []string) string {
	full := strings.Join(path, ".")
	if label := v.anyLabel(full); label != "" {
		return label
	}
	for i := len(path) - 1; i > 0; i-- {
		if label := v.anyLabel(strings.Join(path[:i], ".")); label != "" {
			return label + v.Words.Say(words.ThroughLink) + v.PathLabel(path[i:])
		}
	}
	return v.Line(full)
}

// anyLabel returns the label of a field of any kind, empty where no kind has a
// field of that path.
func (v Voice) anyLabel(path string) string {
	switch path {
	case query.Link:
		return v.Words.Say(words.AnyRelation)
	case query.KindPath:
		return Lower(v.Words.Say(words.KindColumn))
	case query.KeyPath:
		return Lower(v.Words.Say(words.EntityKeyColumn))
	case query.IsPath:
		return v.Words.Say(words.EvidenceFacet)
	case query.OriginsPath:
		return v.Words.Say(words.OriginsFacet)
	case query.FallsWithPath:
		return v.Words.Say(words.FallsFacet)
	}
	if label := v.formatLabel(path); label != "" {
		return label
	}
	for _, kind := range v.KB.Kinds {
		if f := kind.FindField(path); f != nil {
			return Lower(v.FieldLabel(f))
		}
	}
	if label, known := qualifierLabels[path]; known {
		return v.Words.Say(label)
	}
	return ""
}

// formatLabel returns the word for a field that the format gives to every entity, empty
// for any other.
func (v Voice) formatLabel(path string) string {
	if v.isForeign() {
		return ""
	}
	switch path {
	case "name":
		return Lower(v.Words.Say(words.NameColumn))
	case "aliases":
		return v.Words.Say(words.AlsoKnownAs)
	case "summary":
		return v.Words.Say(words.InSummary)
	case "body":
		return v.Words.Say(words.InBody)
	case "facts":
		return Lower(v.Words.Say(words.Facts))
	}
	return ""
}

// qualifierLabels are what the parts of a claim beside its value are called.
var qualifierLabels = map[string]words.Message{
	"source": words.QualifierSource, "locator": words.QualifierLocator, "quote": words.QualifierQuote, "note": words.QualifierNote,
	"confidence": words.QualifierConfidence, "rank": words.QualifierRank,
}

// PathTitle returns PathLabel as the title of a column.
func (v Voice) PathTitle(path string) string { return Capital(v.PathLabel(strings.Split(path, "."))) }
