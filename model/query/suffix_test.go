package query_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/query"
)

// rules has fields in tables, some of them of the same last name.
func rules(t testing.TB) *query.Names {
	t.Helper()
	return query.NewNames(kbtest.Read(t, `
[rule.bits]
name = "BITS"
rule.severity = "high"
rule.risk_score = 73
rule.meta.author = "amina"
rule.threat.tactic = "exfiltration"
[rule.certs]
name = "Certificates"
rule.severity = "low"
rule.meta.tactic = "persistence"
rule.meta.author = "ben"
rule.tags = ["a"]
[person.amina]
name = "Amina"
contact.email = "amina@example.org"
[person.ben]
name = "Ben"
contact.email = "ben@example.org"
`))
}

func TestAFieldIsCalledByTheLastPartsOfItsPath(t *testing.T) {
	names := rules(t)
	for _, tt := range []struct{ text, want string }{
		{"severity:high", "rule.severity:high"},
		{"Severity:high", "rule.severity:high"},
		{"has:severity", "has:rule.severity"},
		{"no:risk_score", "-has:rule.risk_score"},
		{"risk_score:>50", "rule.risk_score:>50"},
		{"author:ben", "rule.meta.author:ben"},
		{"meta.author:ben", "rule.meta.author:ben"},
		{"meta.tactic:x", "rule.meta.tactic:x"},
		{"threat.tactic:x", "rule.threat.tactic:x"},
		{"tag:a", "rule.tags:a"},
		{"has:threat", "has:rule.threat"},
		{"author.email:ben", "rule.meta.author.contact.email|rule.meta.author.email:ben"},
		{"rule.severity:high", "rule.severity:high"},
		{"name:BITS", "name:BITS"},
	} {
		q, problem := names.Parse(tt.text)
		if problem != nil {
			t.Errorf("%s: %+v", tt.text, *problem)
			continue
		}
		if got := written(&q.Root); got != tt.want {
			t.Errorf("%s is read as %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestAnEndOfSeveralPathsIsOfferedAsAllOfThem(t *testing.T) {
	names := rules(t)
	for _, text := range []string{"tactic:x", "has:tactic", `a tactic:"x y"`} {
		q, p := names.Parse(text)
		if q != nil || p == nil || p.Fault != query.AmbiguousField || p.Name != "tactic" || text[p.From:p.To] != "tactic" {
			t.Fatalf("%s: %v, %+v", text, q, p)
		}
		slices.Sort(p.Candidates)
		if got := strings.Join(p.Candidates, " "); got != "rule.meta.tactic rule.threat.tactic" {
			t.Errorf("%s could be %s", text, got)
		}
	}
	for _, text := range []string{"everity:high", "le.severity:high", "risk:1", "zzz:1"} {
		if _, p := names.Parse(text); p == nil || p.Fault != query.UnknownField {
			t.Errorf("%s: %+v", text, p)
		}
	}
}

// TestAPathMeansItselfWhereAnotherEndsInIt has a field that is the end of another.
func TestAPathMeansItselfWhereAnotherEndsInIt(t *testing.T) {
	names := query.NewNames(kbtest.Read(t, `
[rule.a]
severity = "high"
meta.severity = "low"
meta.name = "x"
meta.source = "y"
`))
	for text, want := range map[string]string{"severity:high": "severity:high", "name:x": "name:x", "source:y": "source:y", "meta.severity:low": "meta.severity:low"} {
		q, problem := names.Parse(text)
		if problem != nil {
			t.Fatalf("%s: %+v", text, *problem)
		}
		if got := written(&q.Root); got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
}

// TestWhatStandsInListsOfTablesIsFoundByItsLastPart has records with lists of tables,
// whose keys are no fields.
func TestWhatStandsInListsOfTablesIsFoundByItsLastPart(t *testing.T) {
	names := query.NewNames(kbtest.Read(t, `
[album.blue]
name = "Blue"
personnel = [{ who = "Miles", plays = "trumpet" }, { who = "Bill", plays = "piano", also = [{ label = "x" }] }]
[album.red]
name = "Red"
server = [{ url = "10.0.0.1" }]
`))
	for text, want := range map[string]string{
		"plays:trumpet": "personnel.plays:trumpet", "has:who": "has:personnel.who", "url:10.0.0.1": "server.url:10.0.0.1", "label:x": "personnel.also.label:x",
		"folder:any": "folder:any",
	} {
		q, problem := names.Parse(text)
		if problem != nil {
			t.Errorf("%s: %+v", text, *problem)
			continue
		}
		if got := written(&q.Root); got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
	if _, p := names.Parse("trumpet:x"); p == nil || p.Fault != query.UnknownField {
		t.Errorf("a value is taken for a field: %+v", p)
	}
}

// BenchmarkLookUpASuffix parses a query for one of 50,000 fields by its last part.
func BenchmarkLookUpASuffix(b *testing.B) {
	var text strings.Builder
	text.WriteString("[settings.all]\n")
	for i := range 50_000 {
		n := strconv.Itoa(i)
		text.WriteString("app.part" + n + ".key" + n + " = 1\n")
	}
	names := query.NewNames(kbtest.Read(b, text.String()))
	names.Parse("key1:1")
	for b.Loop() {
		if _, problem := names.Parse("key49999:1"); problem != nil {
			b.Fatal(problem)
		}
	}
}
