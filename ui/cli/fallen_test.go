package cli_test

import (
	"strings"
	"testing"
)

// TestARetractedSourceWeighsNothingAnywhere retracts the only source of a link, and of
// a link that another supports.
func TestARetractedSourceWeighsNothingAnywhere(t *testing.T) {
	const links = `
[kb]
format = 1
[kinds.company]
[kinds.theme]
[kinds.source.fields.publisher]
type = "text"
[relations.themes]
from = "company"
to = "theme"
[company.oracle]
name = "Oracle"
themes = [{ to = "cloud", source = ["release", "diary"], confidence = "high" }, { to = "ai", source = "release", confidence = "high" }]
[company.cisco]
name = "Cisco"
source = "release"
themes = "cloud"
[theme.cloud]
[theme.ai]
[source.diary]
[source.release]
publisher = "MAP"
`
	before := write(t, "kb.toml", links)
	after := write(t, "kb.toml", links+"retracted = \"made up\"\n")
	run(t, "gaps", "company", "theme", "--kb", before, "--format", "csv").exits(0).prints("company/oracle,theme/cloud,firm", "company/oracle,theme/ai,single", "company/cisco,theme/cloud,single")
	run(t, "gaps", "company", "theme", "--kb", after, "--format", "csv").exits(0).prints("company/oracle,theme/cloud,single", "company/oracle,theme/ai,unsourced", "company/cisco,theme/cloud,unsourced")
	run(t, "check", "--strict", "--kb", before).exits(0)
	run(t, "check", "--kb", after).exits(0).
		prints("themes rests only on what no longer counts: source/release", "company/cisco rests, where it names no other source, on what no longer counts: source/release", "[fallen-source]").
		keepsQuietOf("source/diary")
	run(t, "check", "--strict", "--kb", after).exits(1)
	run(t, "check", "--kb", after, "--lang", "fr").exits(0).prints("themes ne repose que sur ce qui ne compte plus\u00a0: source/release")
	run(t, "show", "company/oracle", "--kb", after, "--lang", "fr").exits(0).prints("rétractée\u00a0: made up", "(rétractée)", "(1 ne compte plus)")
	if got := run(t, "list", "company", "origins:>0", "--kb", after, "--format", "csv").out; !strings.Contains(got, "company/oracle") || strings.Contains(got, "company/cisco") {
		t.Errorf("with an origin left:\n%s", got)
	}
	run(t, "export", "company/oracle", "--kb", after).exits(0).prints(`{"source":"source/release","fallen":"retracted"}`, `{"source":"source/diary"}`)
	run(t, "path", "oracle", "theme/ai", "--kb", after, "--format", "json").exits(0).prints(`"fallen":"retracted"`)
	run(t, "path", "oracle", "theme/ai", "--kb", before, "--format", "json").exits(0).keepsQuietOf("fallen")
	lost := write(t, "kb.toml", links+"superseded_by = \"dairy\"\n")
	run(t, "check", "--kb", lost).prints("superseded_by names \"dairy\"", "[dangling-reference]")
	declared := write(t, "kb.toml", links+"superseded_by = \"dairy\"\n[relations.superseded_by]\nto = \"source\"\n")
	if got := run(t, "check", "--kb", declared); strings.Count(got.out, "superseded_by names") != 1 {
		t.Errorf("found once:\n%s", got.out)
	}
	run(t, "check", "--kb", write(t, "kb.toml", links+"superseded_by = \"https://example.org/2\"\n")).keepsQuietOf("superseded_by")
	run(t, "retract", "release", "--kb", after).exits(0).prints("It no longer counts: retracted: made up. This is what has fallen with it.", "2 claims have no source left.").
		keepsQuietOf("would have no source")
	run(t, "retract", "release", "--kb", before).exits(0).prints("2 claims would have no source left.")
	for _, base := range []string{before, after} {
		run(t, "list", "company", "falls-with:release", "--kb", base, "--format", "csv").exits(0).prints("company/oracle", "company/cisco")
	}
	run(t, "list", "company", "is:unsourced", "--kb", after, "--format", "csv").exits(0).prints("company/oracle", "company/cisco")
	run(t, "search", "is:unsourced", "--kb", after, "--format", "csv").exits(0).prints("company/oracle,company,Oracle,0,themes,ai")
	run(t, "gaps", "company", "theme", "--kb", after).exits(0).prints("its only source was retracted").keepsQuietOf("no source given")
	run(t, "gaps", "company", "theme", "--kb", after, "--lang", "fr").exits(0).prints("sa seule source a été rétractée")
	run(t, "path", "oracle", "theme/ai", "--kb", after).exits(0).prints("No hop has a source that still counts.", "[1] release, MAP, retracted: made up")
	run(t, "graph", "oracle", "--kb", after, "--plain").exits(0).prints("its only source was retracted").keepsQuietOf("no source given")
}

// TestTheOverviewListsTheSourcesThatNoLongerCount names them, and how to list what
// they leave without a source.
func TestTheOverviewListsTheSourcesThatNoLongerCount(t *testing.T) {
	base := write(t, "kb.toml", "[kb]\nformat = 1\n[a.x]\nn = { value = 1, source = \"s\" }\nm = { value = 1, source = \"t\" }\n[source.s]\nname = \"Diary\"\nretracted = true\n[source.t]\n")
	run(t, "overview", base).exits(0).prints("1 claim of 2 has no source", "Sources that no longer count 1", "Diary", "retracted")
	run(t, "overview", base, "--lang", "fr").exits(0).prints("Sources qui ne comptent plus 1", "rétractée")
	run(t, "overview").exits(0).keepsQuietOf("no longer count")
}
