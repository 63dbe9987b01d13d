package edit_test

import (
	"strings"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
)

// TestQualifiersAreRevised adds, changes and removes qualifiers of a statement.
func TestQualifiersAreRevised(t *testing.T) {
	q := func(key, text string) edit.Qualifier { return edit.Qualifier{Key: key, Text: text} }
	for _, c := range []struct {
		had  string
		want []edit.Qualifier
		now  string
	}{
		{`seat = "a"`, []edit.Qualifier{q("since", "2001")}, `seat = { to = "a", since = "2001" }`},
		{`seat = 'a'`, []edit.Qualifier{q("since", "2001-02-03"), q("note", "so")}, `seat = { to = 'a', since = 2001-02-03, note = 'so' }`},
		{`seat = { to = "a", since = 2001, until = 2002-01-01 }`, []edit.Qualifier{q("since", "2003"), q("until", "2004")}, `seat = { to = "a", since = 2003, until = "2004" }`},
		{`seat = { to = "a", since = "2001-01-01" }`, []edit.Qualifier{q("since", "2001-01-02")}, `seat = { to = "a", since = "2001-01-02" }`},
		{`seat = { to = "a", confidence = "low", rank = "preferred" }`, []edit.Qualifier{q("confidence", "high"), q("rank", "")}, `seat = { to = "a", confidence = "high" }`},
		{`seat = { to = "a", note = { en = "n", fr = "m" } }`, []edit.Qualifier{{Key: "note", Lang: "fr"}}, `seat = { to = "a", note = { en = "n" } }`},
		{`seat = { to = "a", note = { en = "n" } }`, []edit.Qualifier{{Key: "note", Lang: "en"}}, `seat = { to = "a" }`},
		{`seat = ["a", "b"]`, []edit.Qualifier{q("until", "1999-12")}, `seat = [{ to = "a", until = "1999-12" }, "b"]`},
		{`seat = { a = {}, b = {} }`, []edit.Qualifier{q("since", "1999")}, `seat = { a = { since = "1999" }, b = {} }`},
		{`seat = { to = ["a", "b"], since = 1990 }`, []edit.Qualifier{q("since", "1991")}, `seat = { to = ["a", "b"], since = 1991 }`},
	} {
		k, statement := sourced(t, c.had)
		var cited []edit.Cited
		if statement.Claim != nil {
			cited = edit.Citations(statement.Claim)
		}
		change, err := edit.In(k).Revise(statement, edit.Revision{Cited: cited, Qualifiers: c.want})
		if want := strings.Replace(string(change.Before), c.had, c.now, 1); err != nil || string(change.After) != want {
			t.Errorf("%s, %+v: %v\n%s", c.had, c.want, err, change.After)
		}
	}
}

// TestTextsInLanguagesAreRevised changes the translations of a value and of a fact.
func TestTextsInLanguagesAreRevised(t *testing.T) {
	k := opened(t, map[string]string{"kb.toml": "[kb]\nformat = 1\nlanguages = ['en', 'fr', 'ar']\n[kinds.company]\n[kinds.source]\n", "a.toml": `[company.x]
motto = { en = "We do", fr = 'On fait' } # both
slogan = { value = { en = "Go", fr = "Va" }, source = "s" }
[[company.x.facts]]
text = { en = "It is.", fr = "C’est." }
source = "s"
[source.s]
`})
	record := k.Record(k.Lookup("company/x"))
	motto, slogan := record.Values("motto")[0], record.Values("slogan")[0]
	text := func(lang, text string) []kb.Translation { return []kb.Translation{{Lang: lang, Text: text}} }
	b := edit.In(k)
	for name, c := range map[string]struct {
		change   func() (edit.Change, error)
		had, now string
	}{
		"one":       {func() (edit.Change, error) { return b.Revise(motto, edit.Revision{Texts: text("fr", "On agit")}) }, "'On fait'", "'On agit'"},
		"a new one": {func() (edit.Change, error) { return b.Revise(motto, edit.Revision{Texts: text("ar", "نعمل")}) }, "'On fait' }", "'On fait', ar = \"نعمل\" }"},
		"none":      {func() (edit.Change, error) { return b.Revise(motto, edit.Revision{Texts: text("fr", "")}) }, ", fr = 'On fait' }", " }"},
		"with source": {func() (edit.Change, error) {
			return b.Revise(motto, edit.Revision{Texts: text("fr", "Oui"), Cited: []edit.Cited{{Ref: "s"}}})
		}, `{ en = "We do", fr = 'On fait' }`, `{ value = { en = "We do", fr = "Oui" }, source = "s" }`},
		"beside one": {func() (edit.Change, error) {
			return b.Revise(slogan, edit.Revision{Texts: text("fr", "Allez"), Cited: []edit.Cited{{Ref: "s"}}})
		}, `"Va"`, `"Allez"`},
		"fact": {func() (edit.Change, error) {
			return b.ReviseFact(k.Lookup("company/x"), &record.Facts[0], edit.Revision{Texts: text("en", "It was."), Cited: []edit.Cited{{Ref: "s"}}})
		}, "It is.", "It was."},
	} {
		change, err := c.change()
		if want := strings.Replace(string(change.Before), c.had, c.now, 1); err != nil || string(change.After) != want {
			t.Errorf("%s: %v\n%s", name, err, change.After)
		}
	}
}
