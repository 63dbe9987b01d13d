package brief

import (
	"strconv"
	"strings"

	"rihla/ui/words"
)

// part is a part of how a source is named, to stand between commas.
type part struct {
	text  string
	title bool
	url   string
}

func (d *Document) words() *words.Language { return words.For(d.Lang) }

func (d *Document) comma() string { return d.words().ListComma }

// parts name a source: what it is, who published it, when, in which language,
// where it is, what it repeats.
func (d *Document) parts(s *Source) []part {
	w := d.words()
	out := []part{{text: s.Name, title: true}}
	if s.URL == s.Name && s.URL != "" {
		out = nil
	}
	add := func(text string) {
		if text != "" && text != s.Name {
			out = append(out, part{text: text})
		}
	}
	add(s.Author)
	add(s.Publisher)
	add(s.Date)
	if s.Language != "" {
		add(w.Say(words.InLanguage, s.Language))
	}
	if s.Original != "" {
		add(w.Say(words.Original) + " " + s.Original)
	}
	if s.SameAs > 0 {
		same := words.OriginOf
		if s.Original == "" && d.Sources[s.SameAs-1].Original == "" {
			same = words.PublisherOf
		}
		add(w.Say(same, "["+strconv.Itoa(s.SameAs)+"]"))
	}
	add(s.Address)
	if s.URL != "" {
		out = append(out, part{text: s.URL, url: s.URL})
	}
	if s.Accessed != "" {
		add(w.Say(words.Accessed, s.Accessed))
	}
	return out
}

// uses tells the words relied on, place by place; empty where no place and no
// words are given.
func (d *Document) uses(s *Source) string {
	w := d.words()
	places := make([]string, len(s.Uses))
	for i, u := range s.Uses {
		quotes := make([]string, len(u.Quotes))
		for i, q := range u.Quotes {
			quotes[i] = w.Quote(strings.Join(strings.Fields(q), " "))
		}
		places[i] = strings.Join(quotes, w.ListComma)
		switch {
		case places[i] == "":
			places[i] = u.Locator
		case u.Locator != "":
			places[i] = u.Locator + w.Colon + places[i]
		}
	}
	return strings.Join(places, w.Semicolon)
}
