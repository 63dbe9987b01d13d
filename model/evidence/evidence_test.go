package evidence_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/evidence"
	"rihla/model/kbtest"
)

const port = `
[kb]
format = 1
[relations.calls_at]
to = "port"
[source.log]
publisher = "Harbour office"
[source.reprint]
derived_from = "log"
[source.letter]
publisher = "A captain"

[ship.aino]
source = "letter"
crew = 12
built = { value = 1901, source = ["log", "reprint"], confidence = "medium" }
calls_at = [{ to = "riga", source = "log" }, "turku"]
[[ship.aino.facts]]
text = "It took on timber."
about = ["riga", "turku"]
source = ["log", "letter"]
confidence = "high"
[ship.bore]
crew = 9
[port.riga]
[port.turku]
`

func TestEvidenceIsThatOfTheClaimElseOfItsEntity(t *testing.T) {
	k := kbtest.Read(t, port)
	var got []string
	for _, e := range k.Entities {
		for c := range evidence.Claims(k, e) {
			line := e.Key
			if c.Statement != nil {
				line += " " + c.Statement.Field.Path
			} else {
				line += " in words"
			}
			for _, ev := range c.Evidence() {
				line += " " + ev.Source.Key
			}
			for s := range c.Links() {
				line += " →" + s.To.Key
			}
			got = append(got, line+fmt.Sprintf(" %.2f", c.Strength(k)))
		}
	}
	want := `aino crew letter 0.75
aino built log reprint 0.50
aino calls_at log →riga 0.75
aino calls_at letter →turku 0.75
aino in words log letter →riga →turku 2.00
bore crew 0.00`
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

func TestALinkOfAFactHasTheEvidenceOfTheFact(t *testing.T) {
	k := kbtest.Read(t, port)
	r := k.Record(k.Lookup("ship/aino"))
	for _, link := range r.Links {
		c := evidence.OfLink(k, r, link)
		if link.Fact != nil != (c.Fact != nil) || len(c.Evidence()) == 0 {
			t.Errorf("%s → %s rests on %v", link.Field.Path, link.To.Key, c.Evidence())
		}
	}
}

func TestAMentionIsWeakerThanAnyRelation(t *testing.T) {
	k := kbtest.Read(t, port)
	r := k.Record(k.Lookup("ship/aino"))
	var relation, mention evidence.Support
	for _, link := range r.Links {
		if link.To.Key != "riga" {
			continue
		}
		s := evidence.SupportOf(k, evidence.OfLink(k, r, link), link)
		if s.Mention != evidence.IsMention(link) {
			t.Errorf("%s: %+v", link.Field.Path, s)
		}
		if s.Mention {
			mention = s
		} else {
			relation = s
		}
	}
	if relation != (evidence.Support{Origins: 1, Strength: 0.75}) || mention != (evidence.Support{Mention: true, Origins: 2, Strength: 2}) {
		t.Errorf("%+v, %+v", relation, mention)
	}
	for _, other := range []evidence.Support{relation, {}} {
		if mention.Compare(other) >= 0 || other.Compare(mention) <= 0 {
			t.Errorf("%+v is not weaker than %+v", mention, other)
		}
	}
}

func TestWithoutAManifestOnlyAddressesAreSources(t *testing.T) {
	for text, want := range map[string]int{
		"[package.a]\nversion = '1'\nsource = 'registry+https://example.org/index'\n":           0,
		"[package.a]\nversion = '1'\nsource = 'https://example.org/a'\n":                        1,
		"[kb]\nformat = 1\n[package.a]\nversion = '1'\nsource = 'the register'\n":               1,
		"[package.a]\nversion = '1'\nsource = 'register'\n[source.register]\nname = 'Register'": 1,
	} {
		k := kbtest.Read(t, text)
		for c := range evidence.Claims(k, k.Lookup("package/a")) {
			if got := len(c.Evidence()); got != want {
				t.Errorf("%d sources behind %s of\n%s", got, c.Statement.Field.Path, text)
			}
		}
	}
}

func TestOneDateInTwoNotationsIsNoDisagreement(t *testing.T) {
	for values, want := range map[string]bool{
		"2020-02-18|'2020/02/18'": false, "'18 Feb 2020'|2020-02-18": false, "'2020'|2020": false,
		"2020-02-18|'2020/02/19'": true, "'2020'|2020-02-18": true, "'soon'|'later'": true, "'soon'|'soon'": false,
	} {
		first, second, _ := strings.Cut(values, "|")
		k := kbtest.Read(t, "[kb]\nformat = 1\n[kinds.a.fields]\nheld = { type = 'date' }\n[a.b]\nheld = [{ value = "+first+", source = 's' }, { value = "+second+", source = 't' }]\n")
		if got := len(evidence.Disagreements(t.Context(), k)) > 0; got != want {
			t.Errorf("%s: disagreement %v, want %v", values, got, want)
		}
	}
}

func TestAnEntitysOwnSourceSaysWhere(t *testing.T) {
	for _, source := range []string{`{ to = "log", locator = "p. 2", quote = "she sailed" }`, `["letter", { to = "log", locator = "p. 2", quote = "she sailed" }]`} {
		k := kbtest.Read(t, "[source.log]\n[source.letter]\n[ship.aino]\ncrew = 12\nsource = "+source+"\n[ship.bore]\nsource = \"log\"\n")
		for c := range evidence.Claims(k, k.Find("ship", "aino")) {
			all := c.Evidence()
			last := all[len(all)-1]
			if last.Source.Key != "log" || last.Locator != "p. 2" || last.Quote != "she sailed" || len(c.OwnEvidence()) > 0 {
				t.Errorf("%s: %+v", source, all)
			}
		}
		for _, s := range k.Record(k.Find("ship", "aino")).Statements {
			if s.Claim != nil && len(s.Claim.Evidence) > 0 {
				t.Errorf("%s: where a source is named is evidence for naming it: %+v", source, s.Claim.Evidence)
			}
		}
	}
}
