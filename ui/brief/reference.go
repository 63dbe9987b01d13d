package brief

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/export"
	"rihla/ui/words"
)

// reference holds the parts of a source that only its text form needs.
type reference struct {
	date, accessed string // in words
	language       string // its name, or empty if it is the reader's
	address        string // an address that is not a safe URL
}

// parts returns the reference of a source: its name, authors, publisher, date,
// language, whether it has been withdrawn, and its origin. A full brief also has its
// original, its address and the date of access; in others the name leads there.
func (b *builder) parts(s *export.Source, r reference) []export.Part {
	w := b.words
	out := []export.Part{{Text: s.Name, IsTitle: true}}
	if !b.isFull {
		out[0].URL = s.URL
	}
	add := func(text string) {
		if text != "" && text != s.Name {
			out = append(out, export.Part{Text: text})
		}
	}
	add(b.list(s.Authors))
	add(s.Publisher)
	add(r.date)
	if r.language != "" {
		add(w.Say(words.InLanguage, r.language))
	}
	if s.Withdrawn != "" {
		out = append(out, export.Part{Text: s.Withdrawn, IsAlert: true})
	}
	if b.isFull {
		add(s.Original)
	}
	if s.SameAs > 0 {
		same := words.OriginOf
		if s.Original == "" && b.doc.Sources[s.SameAs-1].Original == "" {
			same = words.PublisherOf
		}
		add(w.Say(same, "["+strconv.Itoa(s.SameAs)+"]"))
	}
	add(r.address)
	if b.isFull && s.URL != "" {
		if s.URL == s.Name {
			out = out[1:]
		}
		out = append(out, export.Part{Text: s.URL, URL: s.URL})
	}
	if b.isFull && r.accessed != "" {
		add(w.Say(words.Accessed, r.accessed))
	}
	return out
}

// useTexts returns the quotations of a source, a text for each locator.
func (b *builder) useTexts(uses []export.Use) []string {
	w := b.words
	places := make([]string, len(uses))
	for i, u := range uses {
		quotes := make([]string, len(u.Quotes))
		for i, q := range u.Quotes {
			quotes[i] = w.Quote(strings.Join(strings.Fields(q), " "))
			if slices.Contains(u.Absent, q) {
				quotes[i] += " (" + w.Say(words.QuoteAbsent) + ")"
			}
		}
		places[i] = strings.Join(quotes, w.ListComma)
		switch {
		case places[i] == "":
			places[i] = u.Locator
		case u.Locator != "":
			places[i] = u.Locator + w.Colon + places[i]
		}
	}
	return places
}
