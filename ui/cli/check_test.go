package cli_test

import (
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/ui/words"
)

const faulty = "[kb]\nformat = 1\n[kinds.ship.fields]\nbuilt = { type = \"year\" }\n[ship.aino]\nname = \"Aino\"\nbuilt = \"MCM, or so\"\nmate = \"%,:\"\n[ship.bore]\n[relations.escort]\nfrom = \"ship\"\n"

func TestEveryCodeIsExplainedInEveryLanguage(t *testing.T) {
	if n := len(kb.Codes()); n != 23 {
		t.Errorf("%d codes, the format has 23", n)
	}
	for _, code := range kb.Codes() {
		rule, known := words.RuleOf(string(code))
		for _, l := range words.Languages {
			if !known || l.Say(rule.What) == "" || l.Say(rule.Why) == "" || l.Say(rule.Remedy) == "" {
				t.Errorf("%s is not explained in %s", code, l.Tag)
			}
		}
	}
	run(t, "check", "--explain", "bad-date").exits(0).prints("bad-date", "Problem", "not a real date", "Fix")
	run(t, "check", "--explain", "all", "--lang", "fr").exits(0).prints("orphan", "Correction")
	run(t, "check", "--explain", "bad-dat").exits(2).complains("did you mean bad-date?")
}

func TestAFindingShowsTheLineThatItMeans(t *testing.T) {
	path := write(t, "kb.toml", faulty)
	run(t, "check", path).exits(1).prints(
		"kb.toml:7:9: error: built is \"MCM, or so\" [bad-type]\n  7 │ built = \"MCM, or so\"\n    │         ^~~~~~~~~~~~\n    expected a year, like 1977\n",
		"  9 │ [ship.bore]\n    │ ^~~~~~~~~~~\n")
	run(t, "check", path, "--only", "orphan").exits(0).prints("0 errors, 0 warnings, 2 notes")
	run(t, "check", path, "--only", "unknown-field", "--strict").exits(1).prints("kb.toml:8:1")
	run(t, "check", path, "--only", "nothing").exits(2).complains("unknown code nothing")
}

func TestCheckSaysWhatItLookedAt(t *testing.T) {
	run(t, "check").exits(0).prints("No problems. (Morocco – US digital mission: ", " files, 217 entities)")
	run(t, "check", t.TempDir()).exits(3).complains("no TOML files in")
}

func TestAnnotationsEscapeWhatGitHubReads(t *testing.T) {
	path := write(t, "a,b:c%.toml", faulty)
	r := run(t, "check", path, "--format", "github").exits(1)
	r.prints("::error file=", "a%2Cb%3Ac%25.toml,line=7,col=9,title=bad-type::built is \"MCM, or so\"%0Aexpected a year, like 1977\n", "::notice file=", "::warning file=")
	for line := range strings.Lines(r.out) {
		if !strings.HasPrefix(line, "::") {
			t.Errorf("no annotation: %q", line)
		}
	}
}
