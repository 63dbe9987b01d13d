package reader

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/say"
)

// The keys of the manifest's tables.
var (
	headKeys     = []string{"format", "title", "summary", "languages", "home", "strict", "exclude"}
	kindKeys     = []string{"label", "one", "columns", "sort", "require", "files", "at", "values", "name", "key", "identities", "folder", "exclude", "fields"}
	fieldKeys    = []string{"label", "aliases", "type", "choices"}
	relationKeys = []string{"label", "inverse", "aliases", "from", "to", "symmetric", "never", "strict"}
	viewKeys     = []string{labelKey, queryKey}
	refusalKeys  = []string{sameKey, linkKey, byKey, dateKey, noteKey}
)

// checkKeys finds keys of a table of the manifest that it does not have.
func (c *collector) checkKeys(table kb.Value, known []string) {
	for _, entry := range table.Items {
		if !slices.Contains(known, entry.Key) {
			c.addUnknownKey(entry, known)
		}
	}
}

func (c *collector) addUnknownKey(entry kb.Entry, known []string) {
	best, nearest := "", query.EditLimit(entry.Key)+1
	for _, key := range known {
		if d := query.Distance(entry.Key, key, nearest-1); d < nearest {
			best, nearest = key, d
		}
	}
	remedy := didYouMean(best)
	if best == "" {
		remedy = say.UseKeyOf.With(say.Keys(known))
	}
	c.add(kb.UnknownKey, entry.KeyPos, "", say.KeyUnknown.With(say.Key(shorten(entry.Key))), remedy)
}
