package cli_test

import (
	"strings"
	"testing"
)

// detection is rules whose fields stand in tables.
const detection = `
[rule.bits]
name = "BITS"
rule.severity = "high"
rule.threat.tactic = "exfiltration"
[rule.certs]
name = "Certificates"
rule.severity = "low"
rule.threat.tactic = "persistence"
meta.tactic = "other"
[rule.dns]
name = "DNS"
rule.severity = "medium"
`

// TestAFieldIsFoundByTheLastPartOfItsName searches, lists and sorts by a field that
// only its full path named before.
func TestAFieldIsFoundByTheLastPartOfItsName(t *testing.T) {
	base := write(t, "rules.toml", detection)
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"search", "severity:high"}, "rule/bits,rule,BITS,0,rule.severity,high"},
		{[]string{"list", "rule", "--columns", "key,severity", "--sort", "-severity"}, "address,key,rule.severity\nrule/dns,dns,medium\nrule/certs,certs,low\nrule/bits,bits,high\n"},
		{[]string{"list", "rule", "severity:low", "--columns", "name,threat.tactic"}, "address,name,rule.threat.tactic\nrule/certs,Certificates,persistence\n"},
	} {
		got := run(t, append(tt.args, "--kb", base, "--format", "csv")...)
		if !strings.Contains(got.out, tt.want) || got.err != "" {
			t.Errorf("%v:\n%s%s\nwant %s", tt.args, got.out, got.err, tt.want)
		}
	}
}

// TestSeveralFieldsOfOneLastPartAreOffered asks for one of two fields.
func TestSeveralFieldsOfOneLastPartAreOffered(t *testing.T) {
	base := write(t, "rules.toml", detection)
	for lang, want := range map[string]string{
		"en": "tactic could be rule.threat.tactic or meta.tactic",
		"fr": "tactic peut désigner rule.threat.tactic ou meta.tactic",
	} {
		for _, args := range [][]string{{"search", "tactic:other"}, {"list", "rule", "--columns", "tactic"}, {"list", "rule", "--sort", "tactic"}} {
			got := run(t, append(args, "--kb", base, "--lang", lang)...)
			if !strings.Contains(got.err, want) || got.out != "" {
				t.Errorf("%v says %s%s, want %s", args, got.out, got.err, want)
			}
		}
	}
}

// TestNamesOfFieldsAreCompletedInTheShell completes the fields of the listed kind.
func TestNamesOfFieldsAreCompletedInTheShell(t *testing.T) {
	base := write(t, "rules.toml", detection+"[person.ben]\nname = \"Ben\"\nsevere = 1\n")
	run(t, "__complete", "--kb", base, "list", "rule", "sev").exits(0).prints("severity:").keepsQuietOf("severe")
	run(t, "__complete", "--kb", base, "list", "rule", "low sev").exits(0).prints("low severity:")
	run(t, "__complete", "--kb", base, "list", "rule", "tac").exits(0).prints("rule.threat.tactic", "meta.tactic")
	run(t, "__complete", "--kb", base, "list", "rule", "--columns", "name,sev").exits(0).prints("name,severity").keepsQuietOf("severe")
	run(t, "__complete", "--kb", base, "list", "rule", "--sort=-sev").exits(0).prints("-severity")
	run(t, "__complete", "--kb", base, "search", "sev").exits(0).prints("severity", "severe")
}

// TestAListOfTablesMeansAllThatStandsInIt searches the whole of a list by its name.
func TestAListOfTablesMeansAllThatStandsInIt(t *testing.T) {
	base := write(t, "jazz.toml", "[album.blue]\nname = \"Blue\"\npersonnel = [{ who = \"Miles\", plays = \"trumpet\" }, { who = \"Bill\", plays = \"piano\" }]\n[album.red]\nname = \"Red\"\npersonnel = [{ who = \"Ann\", plays = \"harp\" }]\n")
	for query, want := range map[string]string{"personnel:trumpet": "album/blue", "plays:harp": "album/red", "personnel:ann": "album/red", "who:bill": "album/blue"} {
		got := run(t, "search", query, "--kb", base, "--format", "csv")
		if !strings.Contains(got.out, want) || strings.Count(got.out, "album/") != 1 || got.err != "" {
			t.Errorf("%s finds\n%s%s\nnot %s alone", query, got.out, got.err, want)
		}
	}
	got := run(t, "list", "album", "--columns", "name,plays", "--kb", base, "--format", "csv")
	if want := "album/blue,Blue,\"trumpet, piano\"\nalbum/red,Red,harp\n"; !strings.HasSuffix(got.out, want) || got.err != "" {
		t.Errorf("%s%s\ndoes not end in\n%s", got.out, got.err, want)
	}
}
