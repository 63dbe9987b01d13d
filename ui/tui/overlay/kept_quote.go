package overlay

import (
	"slices"
	"strings"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/words"
)

// saysOfQuotes returns a function that returns a message about kept quotes which contain none
// of the names of the new value; nil if there are none. For a free text, only quotes that
// contain the old one count.
func (r *revisionForm) saysOfQuotes(now ...string) func() string {
	s := r.statement
	isFree := s == nil || s.To == nil && s.Value.Type == kb.String
	was, _ := r.had.In("")
	for i, had := range edit.Citations(r.claim()) {
		if had.Quote == "" || r.sources[i].cited() != had || containsAny(had.Quote, now) || isFree && !containsAny(had.Quote, []string{was}) {
			continue
		}
		return func() string { return r.voice.Words.Say(words.QuoteStays) }
	}
	return nil
}

// containsAny reports whether a quote contains one of some texts, whatever their case, accents
// and spacing.
func containsAny(quote string, all []string) bool {
	fold := func(text string) string { return strings.Join(strings.Fields(query.Fold(text)), " ") }
	quote = fold(quote)
	return slices.ContainsFunc(all, func(text string) bool {
		text = fold(text)
		return text != "" && strings.Contains(quote, text)
	})
}

// namesOf returns the names, the aliases and the key of an entity.
func namesOf(e *kb.Entity) []string {
	return slices.Concat(e.Name.All(), e.Aliases(), []string{e.Key})
}
