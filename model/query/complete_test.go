package query_test

import (
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/query"
)

func TestNamesOfFieldsAreCompleted(t *testing.T) {
	k := kbtest.Read(t, `
[rule.bits]
rule.severity = "high"
rule.risk_score = 73
rule.risk_note = "x"
rule.threat.tactic = "exfiltration"
meta.tactic = "persistence"
"plain name" = 1
[person.ben]
skill = "go"
`)
	names := query.NewNames(k)
	for _, tt := range []struct{ text, want, among string }{
		{"sev", "severity:", "severity"},
		{"SEV", "severity:", "severity"},
		{"word sev", "word severity:", "severity"},
		{"(a OR -sev", "(a OR -severity:", "severity"},
		{"has:sev", "has:severity", "severity"},
		{"ris", "risk_", "risk_score risk_note"},
		{"rule.s", "rule.severity:", "rule.severity"},
		{"tac", "tac", "rule.threat.tactic meta.tactic"},
		{"plain", `"plain name":`, "plain name"},
		{"skill", "skill", ""},
		{"severity:hi", "severity:hi", ""},
		{"", "", ""},
		{`"sev`, `"sev`, ""},
		{"zzz", "zzz", ""},
		{"ori", "origins:", "origins"},
		{"-fal", "-falls-with:", "falls-with"},
		{"severity.or", "severity.origins:", "severity.origins"},
		{"zzz.or", "zzz.or", ""},
		{"has:ori", "has:ori", ""},
		{"is:dis", "is:disputed", "disputed"},
		{"a -is:disputed,ret", "a -is:disputed,retracted", "retracted"},
		{"is:zzz", "is:zzz", ""},
	} {
		got, among := names.Complete(tt.text, k.Kinds[:1])
		if got != tt.want || strings.Join(among, " ") != tt.among {
			t.Errorf("%q becomes %q among %q, not %q among %q", tt.text, got, among, tt.want, tt.among)
		}
		if q, problem := names.Parse(got); tt.want != tt.text && len(among) == 1 && (q == nil || problem != nil && !problem.Unfinished) {
			t.Errorf("%q is no query: %+v", got, problem)
		}
	}
}
