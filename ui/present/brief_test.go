package present_test

import (
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
)

// TestADateThatIsCutHasItsMark checks the dates of claims in full and abbreviated.
func TestADateThatIsCutHasItsMark(t *testing.T) {
	k := kbtest.Read(t, "[city.a]\n")
	for _, c := range []struct {
		claim               kb.Claim
		full, brief, french string
	}{
		{kb.Claim{Date: "2020-05"}, "in May 2020", "2020…", "en mai 2020"},
		{kb.Claim{Date: "2020"}, "in 2020", "in 2020", "en 2020"},
		{kb.Claim{Since: "2020-12-11"}, "since 11 December 2020", "since 2020…", "depuis le 11 décembre 2020"},
		{kb.Claim{Until: "2019", Date: "2018-01"}, "until 2019, in January 2018", "until 2019, 2018…", "jusqu’en 2019, en janvier 2018"},
	} {
		v := present.NewVoice(k, "en")
		if got := v.Held(&c.claim); got != c.full {
			t.Errorf("%+v: %q, not %q", c.claim, got, c.full)
		}
		v.Brief = true
		if got := v.Held(&c.claim); got != c.brief {
			t.Errorf("%+v, in brief: %q, not %q", c.claim, got, c.brief)
		}
		if got := present.NewVoice(k, "fr").Held(&c.claim); got != c.french {
			t.Errorf("%+v, in French: %q, not %q", c.claim, got, c.french)
		}
	}
}

// TestACellCutsDatesToTheYearWithAMark formats a cell for every width.
func TestACellCutsDatesToTheYearWithAMark(t *testing.T) {
	k := kbtest.Read(t, "[firm.sun]\nseat = { to = \"santa-clara\", until = 2010-01-27 }\n[city.santa-clara]\nname = \"Santa Clara\"\n[relations.seat]\nto = \"city\"\n")
	v := present.NewVoice(k, "en")
	for width := range 60 {
		got := v.CellWithin(k.Lookup("firm/sun"), "seat", width)
		if strings.Contains(got, "2010") && !strings.Contains(got, "27 January 2010") && !strings.Contains(got, "2010…") || width >= 40 && !strings.Contains(got, "27 January") {
			t.Errorf("in %d cells: %q", width, got)
		}
	}
}
