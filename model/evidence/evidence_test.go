package evidence_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/evidence"
	"rihla/model/kb"
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
			got = append(got, line+fmt.Sprintf(" %.2f", evidence.Strength(k, c)))
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

// TestStrengthCountsEachOriginOnceBySurestClaim compares with a sum over origins,
// where no source has more than one.
func TestStrengthCountsEachOriginOnceBySurestClaim(t *testing.T) {
	confidences := []kb.Confidence{kb.High, "", kb.Medium, kb.Low, kb.Disputed, kb.Inferred, kb.Alleged}
	k := kbtest.Read(t, "[source.s0]\npublisher='p0'\n[source.s1]\npublisher='p1'\n[source.s2]\npublisher='p2'\n[source.s3]\npublisher='p1'\n")
	publisher := []int{0, 1, 2, 1}
	for round := range uint64(500) {
		r := rand.New(rand.NewPCG(round, 1))
		var claims []evidence.Claim
		surest := make(map[int]float64)
		for range r.IntN(5) {
			said := &kb.Claim{Confidence: confidences[r.IntN(len(confidences))]}
			if r.IntN(6) == 0 {
				said.Rank = kb.Deprecated
			}
			for range r.IntN(4) {
				n := r.IntN(4)
				said.Evidence = append(said.Evidence, kb.Evidence{Source: k.Kind("source").Entities[n]})
				if said.Rank != kb.Deprecated {
					surest[publisher[n]] = max(surest[publisher[n]], evidence.Weight(said.Confidence))
				}
			}
			claims = append(claims, evidence.Claim{Statement: &kb.Statement{Claim: said}})
		}
		want := 0.0
		for _, weight := range surest {
			want += weight
		}
		if got := evidence.Strength(k, claims...); got < want-1e-9 || got > want+1e-9 {
			t.Fatalf("round %d: %v, want %v", round, got, want)
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
