package suggest

import (
	"strings"

	"rihla/model/kb"
)

// passage is a text of an entity, and what it belongs to.
type passage struct {
	text  string
	lang  string // empty for a text without one
	pos   kb.Pos
	fact  *kb.Fact
	index int // the same for all translations of a text
}

// skippedFields hold names and addresses, which mention nothing.
var skippedFields = map[string]bool{"name": true, "title": true, "id": true, "slug": true, "key": true, "aliases": true, "url": true, "website": true, "tags": true, "publisher": true}

// eachText calls do for the texts of an entity, in every language.
func eachText(e *kb.Entity, r *kb.Record, do func(passage)) {
	index := 0
	tell := func(t kb.Text, pos kb.Pos, f *kb.Fact) {
		index++
		if t.Translations() == nil {
			for _, text := range t.All() {
				do(passage{text, "", pos, f, index})
			}
		}
		for _, tr := range t.Translations() {
			if tr.Text != "" {
				do(passage{tr.Text, tr.Lang, pos, f, index})
			}
		}
	}
	tell(r.Summary, e.Pos, nil)
	for i := range r.Facts {
		f := &r.Facts[i]
		tell(f.Text, f.Pos, f)
		if f.Claim != nil {
			tell(f.Claim.Note, f.Pos, f)
		}
	}
	tell(r.Body, e.Pos, nil)
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Claim != nil {
			tell(s.Claim.Note, s.Pos, nil)
		}
		if s.To == nil && s.Field != nil && !skippedFields[s.Field.Path] && s.Field.Relation == nil {
			index++
			eachString(s.Value, func(text string) { do(passage{text, "", s.Pos, nil, index}) })
		}
	}
}

// eachString calls do for the strings of a value with at least three words;
// shorter ones are choices, names or paths.
func eachString(v kb.Value, do func(string)) {
	const spaces = 2
	if v.Type == kb.String && strings.Count(v.Str, " ") >= spaces && !kb.IsURL(v.Str) {
		do(v.Str)
	}
	for _, item := range v.Items {
		eachString(item.Value, do)
	}
}
