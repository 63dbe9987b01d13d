package querytext_test

import (
	"os"
	"regexp"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/words"
)

// readsAs fails unless the reading of a query is a text in English and one in French.
func readsAs(t *testing.T, v present.Voice, text, en, fr string) {
	t.Helper()
	q, problem := query.NewNames(v.KB).Parse(text)
	if problem != nil {
		t.Errorf("%s: %+v", text, *problem)
		return
	}
	for lang, want := range map[string]string{"en": en, "fr": fr} {
		v.Lang, v.Words = lang, words.For(lang)
		if got := querytext.Reading(v, q, nil); got != want {
			t.Errorf("%s as of %s in %s:\n got %s\nwant %s", text, v.Day, lang, got, want)
		}
	}
}

func TestAQueryIsReadInPlainWords(t *testing.T) {
	k := kbtest.Read(t, `
[kb]
format = 1
languages = ["fr", "en"]
[kinds.company]
label = { fr = "Entreprises", en = "Companies" }
[kinds.company.fields]
founded = { type = "year", label = { fr = "fondation", en = "founded" } }
jobs = { type = "number", label = { fr = "emplois", en = "jobs" } }
[relations.headquarters]
label = { fr = "siège", en = "headquarters" }
to = "city"
[relations.located_in]
label = { fr = "situé dans", en = "located in" }
aliases = ["state"]
[company.oracle]
name = "Oracle"
founded = 1977
jobs = 2000
version = "1.0.2"
headquarters = "austin"
[city.austin]
name = "Austin"
located_in = "texas"
[state.texas]
name = "Texas"
`)
	for _, tt := range []struct{ text, en, fr string }{
		{"cyber maroc", "everything, with “cyber” and “maroc”", "tout, avec «\u00a0cyber\u00a0» et «\u00a0maroc\u00a0»"},
		{"kind:company headquarters.state:texas founded:<2000", "companies, headquarters › located in Texas, founded before 2000", "entreprises, siège › situé dans Texas, fondation avant 2000"},
		{"kind:company -headquarters:austin", "companies, headquarters not Austin", "entreprises, siège pas Austin"},
		{"founded:1990..2000", "everything, founded from 1990 to 2000", "tout, fondation de 1990 à 2000"},
		{"jobs:>1999", "everything, jobs above 1999", "tout, emplois supérieur à 1999"},
		{"name:<m", "everything, name below m", "tout, nom inférieur à m"},
		{"has:founded no:headquarters", "everything, with founded, without headquarters", "tout, avec fondation, sans siège"},
		{"oracle OR (cisco cloud)", "everything, with “oracle” or (with “cisco” and “cloud”)", "tout, avec «\u00a0oracle\u00a0» ou (avec «\u00a0cisco\u00a0» et «\u00a0cloud\u00a0»)"},
		{"-(a OR b)", "everything, not (with “a” or with “b”)", "tout, pas (avec «\u00a0a\u00a0» ou avec «\u00a0b\u00a0»)"},
		{"headquarters:austin,houston", "everything, headquarters Austin or “houston”", "tout, siège Austin ou «\u00a0houston\u00a0»"},
		{"headquarters:hous", "everything, headquarters “hous”", "tout, siège «\u00a0hous\u00a0»"},
		{"version:1.0", "everything, version containing “1.0”", "tout, version contenant «\u00a01.0\u00a0»"},
		{"=Oracle ^pal", "everything, named “Oracle”, with a name starting with “pal”", "tout, de nom «\u00a0Oracle\u00a0», dont le nom commence par «\u00a0pal\u00a0»"},
	} {
		readsAs(t, present.NewVoice(k, "en"), tt.text, tt.en, tt.fr)
	}
	of := k.Kind("company")
	q, _ := query.NewNames(k).Parse("kind:company oracle")
	if got, want := querytext.Reading(present.NewVoice(k, "en"), q, of), "companies, with “oracle”"; got != want {
		t.Errorf("among companies: %s, want %s", got, want)
	}
}

func TestAReadingSaysWhenWhatIsAskedForHolds(t *testing.T) {
	k := kbtest.Read(t, `
[kb]
format = 1
languages = ["fr", "en"]
[relations.headquarters]
label = { fr = "siège", en = "headquarters" }
to = "city"
[company.oracle]
founded = 1977
headquarters = [{ to = "austin", since = 2020-12-11, role = "main" }, { to = "redwood", until = 2020-12-11 }]
[city.austin]
name = "Austin"
state = "Texas"
[city.redwood]
`)
	day := func(text string) present.Day {
		d, ok := present.ParseDay(text)
		if !ok {
			t.Fatal(text)
		}
		return d
	}
	for _, tt := range []struct{ text, at, en, fr string }{
		{"headquarters:austin", "2026-11-29", "everything, headquarters Austin now", "tout, siège Austin aujourd’hui"},
		{"headquarters:austin founded:1977", "2019-03-01", "everything, headquarters Austin on 1 March 2019, founded 1977", "tout, siège Austin le 1er mars 2019, founded 1977"},
		{"headquarters:austin", "2019", "everything, headquarters Austin in 2019", "tout, siège Austin en 2019"},
		{"headquarters@2019-05:austin", "2026-11-29", "everything, headquarters Austin in May 2019", "tout, siège Austin en mai 2019"},
		{"headquarters@any.state:texas", "2026-11-29", "everything, headquarters › state containing “texas” at any time", "tout, siège › state contenant «\u00a0texas\u00a0» à un moment quelconque"},
		{"has:headquarters no:founded", "2026-11-29", "everything, with headquarters now, without founded", "tout, avec siège aujourd’hui, sans founded"},
		{"link:austin", "2026-11-29", "everything, linked to Austin now", "tout, lié à Austin aujourd’hui"},
		{"headquarters.since:>2015", "2026-11-29", "everything, headquarters › since after 2015", "tout, siège › since après 2015"},
		{"headquarters.role:main", "2026-11-29", "everything, headquarters › role containing “main”", "tout, siège › role contenant «\u00a0main\u00a0»"},
	} {
		v := present.NewVoice(k, "en")
		v.Today, v.Day = day("2026-11-29"), day(tt.at)
		readsAs(t, v, tt.text, tt.en, tt.fr)
	}
}

// TestTheReadingInTheDocuments compares the paraphrase of a query that a document quotes
// with the current one.
func TestTheReadingInTheDocuments(t *testing.T) {
	text, err := os.ReadFile("../../docs/explorer.md")
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile("`(kind:[^`]+)`\\s+is\\s+“([^”]+)”").FindSubmatch(text)
	if quoted == nil {
		t.Fatal("no reading is quoted")
	}
	k := kbtest.BuiltIn(t)
	q, problem := query.NewNames(k).Parse(string(quoted[1]))
	if problem != nil {
		t.Fatalf("%+v", *problem)
	}
	v := present.NewVoice(k, "en")
	v.Today, _ = present.ParseDay("2026-11-29")
	v.Day = v.Today
	if got, want := querytext.Reading(v, q, nil), string(quoted[2]); got != want {
		t.Errorf("%s reads %q, not %q", quoted[1], got, want)
	}
}
