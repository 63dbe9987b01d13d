package querytext_test

import (
	"testing"

	"rihla/model/kbtest"
	"rihla/ui/present"
)

func TestAConditionOnEvidenceIsReadInPlainWords(t *testing.T) {
	k := kbtest.Read(t, `
[kb]
format = 1
languages = ["fr", "en"]
[kinds.company]
label = { fr = "Entreprises", en = "Companies" }
[relations.headquarters]
label = { fr = "siège", en = "headquarters" }
to = "city"
[company.oracle]
headquarters = { to = "austin", source = "form" }
[city.austin]
[source.form]
name = "Form 8-K"
`)
	for _, tt := range []struct{ text, en, fr string }{
		{"kind:company is:disputed", "companies, with something disputed", "entreprises, avec un point contesté"},
		{"-is:disputed", "everything, with nothing disputed", "tout, sans point contesté"},
		{"-is:unsourced", "everything, with a source for every claim", "tout, avec une source pour chaque affirmation"},
		{"-is:unsourced,disputed", "everything, not with a claim without a source or with something disputed", "tout, pas avec une affirmation sans source ou avec un point contesté"},
		{"origins:<2", "everything, with fewer than 2 independent origins", "tout, avec moins de 2 origines indépendantes"},
		{"origins:1..3 -origins:2", "everything, with 1 to 3 independent origins, not with 2 independent origins", "tout, avec 1 à 3 origines indépendantes, pas avec 2 origines indépendantes"},
		{"headquarters.origins:<=1", "everything, headquarters with at most 1 origin", "tout, siège avec au plus 1 origine"},
		{"headquarters.is:unsourced", "everything, headquarters with a claim without a source", "tout, siège avec une affirmation sans source"},
		{"headquarters.falls-with:form", "everything, headquarters with a claim that falls with Form 8-K", "tout, siège avec une affirmation qui tombe avec Form 8-K"},
		{"source.is:retracted", "everything, source marked as retracted", "tout, source avec mention de rétractation"},
		{"is:fallen", "everything, no longer counted", "tout, hors décompte"},
	} {
		readsAs(t, present.NewVoice(k, "en"), tt.text, tt.en, tt.fr)
	}
}
