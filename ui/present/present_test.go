package present

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

func TestAClaimHasEvidenceIfItNamesASource(t *testing.T) {
	for _, c := range []struct {
		claim *kb.Claim
		want  bool
	}{
		{nil, false}, {&kb.Claim{}, false}, {&kb.Claim{Since: "1999"}, false}, {&kb.Claim{Evidence: make([]kb.Evidence, 1)}, true},
	} {
		if got := HasEvidence(c.claim); got != c.want {
			t.Errorf("a claim %+v has evidence: %v", c.claim, got)
		}
	}
}

// TestBacklinksOfOneEntityHaveTheEvidenceOfAll reads facts that tell of one entity,
// with one source, with another and with none.
func TestBacklinksOfOneEntityHaveTheEvidenceOfAll(t *testing.T) {
	fact := map[string]string{"1": "source = \"one\"\n", "2": "source = \"two\"\n", "-": ""}
	for order, want := range map[string]string{"1": "one", "12": "one two", "21": "two one", "-1": "one", "1-": "one", "-1-2": "one two", "--": ""} {
		var b strings.Builder
		b.WriteString("[kb]\nformat = 1\n[source.one]\n[source.two]\n[b.target]\n[a.teller]\n")
		for i, which := range strings.Split(order, "") {
			fmt.Fprintf(&b, "[[a.teller.facts]]\ntext = \"Fact %d.\"\nabout = \"target\"\n%s", i, fact[which])
		}
		k := kbtest.Read(t, b.String())
		var got []string
		items := 0
		for _, g := range NewVoice(k, "en").BacklinkGroups(k.Lookup("b/target")) {
			for _, it := range g.Items {
				items++
				if it.Claim != nil {
					for _, e := range it.Claim.Evidence {
						got = append(got, e.Source.Key)
					}
				}
			}
		}
		if items != 1 || strings.Join(got, " ") != want {
			t.Errorf("facts %q make %d backlinks with sources %q, not one with %q", order, items, got, want)
		}
	}
}

// TestMergedItemsAddTheEvidenceToWhatHasNone asks the same of items whose first has
// no claim at all.
func TestMergedItemsAddTheEvidenceToWhatHasNone(t *testing.T) {
	to, other := &kb.Entity{}, &kb.Entity{}
	evidence := func() *kb.Claim { return &kb.Claim{Evidence: make([]kb.Evidence, 1)} }
	got := mergeSame([]Item{{To: to}, {To: to, Claim: evidence()}, {To: to, Claim: evidence()}, {To: other}, {To: other}, {To: to, Claim: &kb.Claim{Since: "1999"}}, {To: to}})
	if len(got) != 4 || len(got[0].Claim.Evidence) != 2 || got[1].Claim != nil || got[2].Claim.Since != "1999" || got[3].Claim != nil {
		t.Errorf("%+v", got)
	}
}

// TestAColumnHasFewAddressesAndChecksums asks that a field of which a quarter are web
// addresses is no default column, and that one with fewer is.
func TestAColumnHasFewAddressesAndChecksums(t *testing.T) {
	for n, want := range map[int]bool{3: false, 4: false, 5: true} {
		var b strings.Builder
		b.WriteString("[kb]\nformat = 1\n")
		for i := range n {
			value := fmt.Sprintf("word%d", i)
			if i == 0 {
				value = "https://example.org"
			}
			fmt.Fprintf(&b, "[a.e%d]\none = \"x%d\"\ntwo = \"y%d\"\nsite = %q\n", i, i, i, value)
		}
		k := kbtest.Read(t, b.String())
		columns := NewVoice(k, "en").Columns(k.Kind("a"))
		has := func(field string) bool {
			return slices.ContainsFunc(columns, func(c Column) bool { return c.Field == field })
		}
		if !has("one") || !has("two") || has("site") != want {
			t.Errorf("of %d entities one of which has an address, the columns are %+v", n, columns)
		}
	}
}
