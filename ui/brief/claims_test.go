package brief_test

import (
	"strings"
	"testing"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kbtest"
	"rihla/ui/brief"
	"rihla/ui/present"
)

// TestAQuoteThatItsCopyLacksIsMarked in a full brief, in Markdown and HTML; one that is there,
// or of a source without a copy, is not.
func TestAQuoteThatItsCopyLacksIsMarked(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{
		"r.txt": "Sofia holds 40 % of Atlas.",
		"a.toml": "[person.sofia]\nname = \"Sofia\"\nowns = [{ to = \"atlas\", source = \"r\", quote = \"Sofia holds 90 %\" }, { to = \"rif\", source = \"r\", quote = \"holds 40 %\" }]\n" +
			"runs = { to = \"rif\", source = \"p\", quote = \"she runs it\" }\n[company.atlas]\nname = \"Atlas\"\n[company.rif]\nname = \"Rif\"\n" +
			"[source.r]\ntitle = \"Register\"\ntext = \"r.txt\"\n[source.p]\ntitle = \"Paper\"\n",
	})
	doc := brief.Of(present.NewVoice(k, "en"), k.Lookup("person/sofia"), brief.Options{Length: brief.Full})
	const mark = " (not in the stored copy)"
	for name, text := range map[string]string{"Markdown": export.Markdown(doc), "HTML": strings.NewReplacer("</bdi>", "").Replace(brief.HTML(doc))} {
		if !strings.Contains(text, "“Sofia holds 90 %”"+mark) || strings.Count(text, mark) != 1 {
			t.Errorf("%s:\n%s", name, text)
		}
	}
}

// TestABriefSaysThatSourcesDisagree wherever the screens mark it, also where the author has
// said nothing of it; not of dated values, of equal ones, or of a list without claims.
func TestABriefSaysThatSourcesDisagree(t *testing.T) {
	const sources = "[person.b]\nname = \"B\"\n[source.q]\ntitle = \"Daily\"\n[source.r]\ntitle = \"Register\"\n"
	for values, disputed := range map[string]bool{
		`[{ value = 1968, source = "q" }, { value = 1966, source = "r" }]`:                          true,
		`[{ value = 1968, source = "q" }, { value = 1968, source = "r" }]`:                          false,
		`[{ value = 3, source = "q", date = "2019" }, { value = 4, source = "r", date = "2021" }]`:  false,
		`[{ value = 3, source = "q" }, { value = 4, source = "r", rank = "deprecated" }]`:           false,
		`[{ value = 3, source = "q" }, { value = 4, source = "r", confidence = "disputed" }, 5, 6]`: true,
	} {
		k := kbtest.Read(t, "[person.a]\nname = \"A\"\nborn = "+values+"\n"+sources)
		text := export.Markdown(brief.Of(present.NewVoice(k, "en"), k.Lookup("person/a"), brief.Options{}))
		if got := strings.Contains(text, "## Disputed") && strings.Contains(text, "according to Register"); got != disputed {
			t.Errorf("%s: is disputed: %t\n%s", values, got, text)
		}
	}
}

// TestABriefNamesWhatNoLongerHolds by the other end of the link, also of one that begins
// after the day.
func TestABriefNamesWhatNoLongerHolds(t *testing.T) {
	k := kbtest.Read(t, `
[company.rif]
name = "Rif"
seat = [{ to = "fes", until = "2012", source = "q" }, { to = "rabat", since = "2012", source = "q" }]
[person.k]
name = "Karim"
runs = { to = "rif", since = "2011-04", until = "2018-06", source = "q" }
[person.l]
name = "Lea"
runs = { to = "rif", since = "2018-07", source = "q" }
[person.m]
name = "Mo"
runs = { to = "rif", since = "2031", source = "q" }
[city.fes]
name = "Fes"
[city.rabat]
name = "Rabat"
[source.q]
title = "Daily"
`)
	v := present.NewVoice(k, "en")
	v.Day = present.DayOf(date.Date{Year: 2026, Month: 11, Day: 30, Precision: date.Day})
	text := export.Markdown(brief.Of(v, k.Lookup("company/rif"), brief.Options{}))
	for _, want := range []string{"2 claims that no longer hold (seat: Fes; in “runs” of: Karim)", "Mo"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q:\n%s", want, text)
		}
	}
}
