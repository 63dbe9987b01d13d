package evidence_test

import (
	"strings"
	"testing"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// weighed is what the evidence of one claim comes to.
type weighed struct {
	origins    int
	confidence kb.Confidence
}

// weigh returns what stands behind a statement of the built-in base, given as
// "kind/key field value", where the value of a link is the key of its target.
func weigh(t *testing.T, k *kb.KB, what string) weighed {
	t.Helper()
	part := strings.Fields(what)
	e := k.Lookup(kb.Address(part[0]))
	if e == nil {
		t.Fatalf("no entity %s", part[0])
	}
	for c := range evidence.Claims(k, e) {
		s := c.Statement
		if s == nil || s.Field.Path != part[1] {
			continue
		}
		if s.To != nil && s.To.Key == part[2] || s.To == nil && s.Value.Str == part[2] {
			return weighed{c.Origins(k), c.Confidence()}
		}
	}
	t.Fatalf("no claim %s", what)
	return weighed{}
}

// TestAccountsThatRetellEachOtherAreOneOrigin holds the built-in base to what an
// audit of it found: the article and the consulate's release are one account, and
// so are all that repeat an announcement or an agency report.
func TestAccountsThatRetellEachOtherAreOneOrigin(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for what, want := range map[string]weighed{
		"event/mission-2024 start 2024-02-11":                   {1, kb.Disputed},
		"event/mission-2024 start 2024-02-10":                   {2, kb.Disputed},
		"event/mission-2024 end 2024-02-21":                     {2, kb.High},
		"event/mission-2024 organised_by us-commercial-service": {1, kb.Medium},
		"event/mission-2024 organised_by ustda":                 {2, kb.High},
		"event/mission-2024 delegation mtnra":                   {2, kb.High},
		"event/mission-2024 delegation add":                     {1, kb.Medium},
		"event/mission-2024 delegation dgssi":                   {1, kb.Medium},
		"event/mission-2024 delegation cgem":                    {1, kb.Medium},
		"event/mission-2024 met_with microsoft":                 {3, kb.High},
		"event/mission-2024 met_with nutanix":                   {1, kb.Medium},
		"event/mission-2024 aims_at investissement":             {2, kb.Medium},
		"company/oracle invested_in capital-humain":             {2, kb.Medium},
		"company/microsoft invested_in capital-humain":          {2, kb.Medium},
		"agency/add headquarters rabat":                         {1, kb.Medium},
		"agency/add board_members cgem":                         {1, kb.Medium},
		"person/mohammed-drissi-melyani holds_office add":       {3, kb.Inferred},
	} {
		if got := weigh(t, k, what); got != want {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
}

// TestAWordOfTheArticleRestsOnTheArticleAlone looks at the fact that four companies
// are called startups: what documents their listing cuts against it.
func TestAWordOfTheArticleRestsOnTheArticleAlone(t *testing.T) {
	k := kbtest.BuiltIn(t)
	theme := k.Lookup("theme/startups")
	for c := range evidence.Claims(k, theme) {
		if c.Fact == nil || len(c.Fact.About) == 0 {
			continue
		}
		if len(c.Fact.About) != 4 || c.Origins(k) != 1 || c.Confidence() != kb.Medium {
			t.Errorf("%v is about %d companies, from %d origins, with confidence %s",
				c.Fact.Text, len(c.Fact.About), c.Origins(k), c.Confidence())
		}
	}
}

// TestDefinitionsAreTheEditorsOwnWords looks at the themes, which the article names
// and does not define.
func TestDefinitionsAreTheEditorsOwnWords(t *testing.T) {
	k := kbtest.BuiltIn(t)
	themes := k.Kind("theme").Entities
	if len(themes) != 9 {
		t.Fatalf("%d themes", len(themes))
	}
	for _, theme := range themes {
		of := evidence.EntityEvidence(k, k.Record(theme))
		if len(of) != 1 || of[0].Source != k.Lookup("source/editors") {
			t.Errorf("%s rests on %v", theme.Address(), of)
		}
	}
}
