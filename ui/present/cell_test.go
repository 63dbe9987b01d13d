package present_test

import (
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// TestAnAcronymStandsBesideTheName lists names of several words whose first alias is
// an acronym, and others.
func TestAnAcronymStandsBesideTheName(t *testing.T) {
	v := present.NewVoice(kbtest.Read(t, `
[agency.add]
name = "Digital Development Agency"
aliases = ["ADD", "Agency"]
[agency.maritime]
name = "Port Office (PO)"
aliases = ["PO"]
[agency.later]
name = "Harbour Master"
aliases = ["Master", "HM"]
[agency.mixed]
name = "American Chamber"
aliases = ["AmCham"]
[agency.letter]
name = "Some Thing"
aliases = ["S"]
[agency.word]
name = "Oracle"
aliases = ["ORCL"]
[agency.digits]
name = "Code of the Sea"
aliases = ["C2S"]
[agency.long]
name = "Very Long Words"
aliases = ["VERYLONGWORDS"]
`), "en")
	for key, want := range map[string]string{
		"add": "Digital Development Agency (ADD)", "digits": "Code of the Sea (C2S)",
		"maritime": "Port Office (PO)", "later": "Harbour Master", "mixed": "American Chamber", "letter": "Some Thing",
		"word": "Oracle", "long": "Very Long Words",
	} {
		e := v.KB.Lookup(kb.NewAddress("agency", key))
		if got := v.Cell(e, ""); got != want {
			t.Errorf("%s is listed as %q, want %q", key, got, want)
		}
		if got, name := v.Value(e, ""), v.Name(e); got != name {
			t.Errorf("%s is exported as %q, want %q", key, got, name)
		}
		for width := range 40 {
			if cut := v.CutListName(e, width, nil); safe.Width(cut) > width {
				t.Errorf("%q is wider than %d", cut, width)
			}
		}
	}
	if got := v.CutListName(v.KB.Lookup("agency/add"), 20, nil); got != "Digital Devel… (ADD)" {
		t.Errorf("cut to %q", got)
	}
}

// TestAPeriodIsListedWithItsEnd lists dates, starts and ends.
func TestAPeriodIsListedWithItsEnd(t *testing.T) {
	v := present.NewVoice(kbtest.Read(t, `
[event.fair]
start = "2024-02-01"
end = "2024-02-03"
[event.visit]
start = [{ value = "2024-02-10", confidence = "disputed" }, { value = "2024-02-11", confidence = "disputed", rank = "preferred" }]
end = "2024-02-21"
[event.signing]
date = "2024-03-01"
end = "2024-03-02"
[event.strike]
start = "2024-05-01"
[event.winter]
start = "2023-12-01"
end = "2024-03-01"
[event.year]
start = "2023"
end = "2024"
`), "en")
	for key, want := range map[string]string{
		"fair": "2024-02-01 – 02-03", "visit": "≠ 2024-02-11 – 02-21", "signing": "2024-03-01", "strike": "2024-05-01",
		"winter": "2023-12-01 – 2024-03-01", "year": "2023 – 2024",
	} {
		if got := v.Cell(v.KB.Lookup(kb.NewAddress("event", key)), "date"); got != want {
			t.Errorf("%s is listed on %q, want %q", key, got, want)
		}
	}
	visit := v.KB.Lookup("event/visit")
	for width, want := range map[int]string{40: "≠ 2024-02-11 – 02-21", 20: "≠ 2024-02-11 – 02-21", 19: "≠ 2024-02-11…", 12: "≠ 2024-02-11…", 11: "≠ 2024-02-11…", 0: "≠ 2024-02-11…"} {
		if got := v.CellWithin(visit, "date", width); got != want {
			t.Errorf("listed in %d cells as %q, want %q", width, got, want)
		}
	}
	if got := v.Value(visit, "date"); got != "2024-02-11" {
		t.Errorf("exported as %q", got)
	}
}

// TestAPlaceIsListedOnce lists an entity with several links to one place, and a kind
// that is named in the plural alone.
func TestAPlaceIsListedOnce(t *testing.T) {
	v := present.NewVoice(kbtest.Read(t, `
[kinds.company]
label = "Firms"
[relations.sites]
to = "city"
[city.casablanca]
[city.rabat]
[company.oracle]
sites = [
  { to = "casablanca", since = "2001", note = "laboratory" },
  { to = "rabat" },
  { to = "casablanca", since = "2005", note = "centre" },
]
`), "en")
	e := v.KB.Lookup("company/oracle")
	if got := v.Cell(e, "sites"); got != "casablanca, rabat" {
		t.Errorf("listed as %q", got)
	}
	if got := v.Value(e, "sites"); got != "casablanca, rabat, casablanca" {
		t.Errorf("exported as %q", got)
	}
	if got := v.Columns(e.Kind)[0].Title; got != "Firms" {
		t.Errorf("the names are headed %q", got)
	}
}

func TestABlankValueIsQuotedInAList(t *testing.T) {
	v := present.NewVoice(kbtest.Read(t, "[style.tabs]\nunit = '  '\n[style.none]\nunit = ''\n"), "en")
	if got := v.Cell(v.KB.Lookup("style/tabs"), "unit"); got != "“  ”" {
		t.Errorf("listed as %q", got)
	}
	if got := v.Cell(v.KB.Lookup("style/none"), "unit"); got != "" {
		t.Errorf("nothing is listed as %q", got)
	}
}

// TestListsWithinAListKeepTheirBrackets shows spans of matches, which would read alike
// without.
func TestListsWithinAListKeepTheirBrackets(t *testing.T) {
	k := kbtest.Read(t, "[test.pair]\nspans = [[[0, 9], [6, 9]], []]\n[test.flat]\nspans = [0, 9, 6, 9]\n")
	v := present.NewVoice(k, "en")
	for address, want := range map[kb.Address]string{"test/pair": "[[0, 9], [6, 9]], []", "test/flat": "0, 9, 6, 9"} {
		if got := v.Cell(k.Lookup(address), "spans"); got != want {
			t.Errorf("%s has %q, not %q", address, got, want)
		}
	}
}
