package check

import (
	"slices"

	"rihla/model/date"
	"rihla/model/geo"
	"rihla/model/kb"
)

// formatName is a name that the format defines, and what its values are.
type formatName struct {
	name string
	fits func(k *kb.KB, v kb.Value) bool
}

// The names of the format: of an entity's fields, of a source's besides those, and
// of the qualifiers of a claim.
var (
	entityNames = []formatName{
		{"name", isText}, {"title", isText}, {"aliases", isTexts}, {"summary", isText}, {"body", isText}, {"tags", isTexts},
		{"date", isDate}, {"start", isDate}, {"end", isDate}, {"location", isLocation}, {"url", isURL}, {"website", isURL},
		{"source", isSource}, {"facts", isFacts},
	}
	sourceNames = []formatName{
		{"publisher", isText}, {"accessed", isDate}, {"language", isText}, {"derived_from", isTexts}, {"text", isText},
		{kb.RetractedField, isAny}, {kb.SupersededField, isTexts},
	}
	factNames  = append([]formatName{{"text", isText}}, claimNames...)
	claimNames = []formatName{
		{"source", isSource}, {"locator", isText}, {"quote", isText}, {"since", isDateOrYear}, {"until", isDateOrYear}, {"date", isDateOrYear},
		{"confidence", isConfidence}, {"rank", isRank}, {"note", isText}, {"about", isTexts},
	}
)

func isAny(*kb.KB, kb.Value) bool { return true }

// isText reports whether a value is a text, in one language or several, that is
// no date.
func isText(k *kb.KB, v kb.Value) bool {
	_, ok := k.TextOf(v)
	return ok && !isDate(k, v)
}

func isTexts(k *kb.KB, v kb.Value) bool {
	if v.Type == kb.List {
		return !slices.ContainsFunc(v.Items, func(item kb.Entry) bool { return item.Value.Type != kb.String })
	}
	return isText(k, v)
}

func isDate(_ *kb.KB, v kb.Value) bool {
	_, ok := v.Date(date.Dates)
	return ok && v.Type != kb.Int && v.Type != kb.Float
}

func isDateOrYear(k *kb.KB, v kb.Value) bool {
	return isDate(k, v) || v.Type == kb.Int && len(v.Str) == len("2024")
}

func isURL(_ *kb.KB, v kb.Value) bool { return v.Type == kb.String && kb.IsURL(v.Str) }

func isLocation(_ *kb.KB, v kb.Value) bool {
	_, ok := geo.FromValue(v)
	return ok
}

// isSource reports whether a value names sources, by key or by web address, or is
// written as evidence is.
func isSource(k *kb.KB, v kb.Value) bool {
	switch v.Type {
	case kb.String:
		kind := k.SourceKind()
		return kb.IsURL(v.Str) || kind != nil && k.Find(kind.Name, v.Str) != nil
	case kb.Table:
		return isSource(k, v.Get("source"))
	case kb.List:
		return len(v.Items) > 0 && !slices.ContainsFunc(v.Items, func(item kb.Entry) bool { return !isSource(k, item.Value) })
	}
	return false
}

// isFacts reports whether a value is a list of facts, or the text of one with a
// source, which is a statement.
func isFacts(_ *kb.KB, v kb.Value) bool {
	return v.Type == kb.String || v.IsTableArray() && !slices.ContainsFunc(v.Items, func(item kb.Entry) bool { return !item.Value.Has("text") })
}

func isConfidence(_ *kb.KB, v kb.Value) bool {
	switch kb.Confidence(v.Str) {
	case kb.High, kb.Medium, kb.Low, kb.Disputed, kb.Inferred, kb.Alleged:
		return v.Type == kb.String
	}
	return false
}

func isRank(_ *kb.KB, v kb.Value) bool {
	switch kb.Rank(v.Str) {
	case kb.Preferred, kb.Normal, kb.Deprecated:
		return v.Type == kb.String
	}
	return false
}

// namesOf returns the names that the format gives to the fields of a kind.
func namesOf(k *kb.KB, kind *kb.Kind) []formatName {
	if kind == k.SourceKind() {
		return slices.Concat(entityNames, sourceNames)
	}
	return entityNames
}
