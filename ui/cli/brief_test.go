package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestABriefIsWrittenAboutAnEntity(t *testing.T) {
	run(t, "brief", "event/mission-2024", "--lang", "fr").exits(0).prints(
		"# Mission d’affaires Maroc – États-Unis (février 2024)\n",
		"## L’essentiel\n\n", "Reste contesté\u00a0: début", "\n\nDans cette note, «\u00a0l’article\u00a0» désigne la source\u00a01\u00a0; «\u00a0le communiqué\u00a0» désigne «\u00a0Communiqué sur la mission\u00a0» (Consulat général des États-Unis à Casablanca), que la base place en amont de la source\u00a01",
		" Cet événement a eu lieu du 11 au 21 février 2024 (sources en désaccord\u00a0: début\u00a0; la base retient cette date", "- **Début**\u00a0: 11 février 2024 (retenu par la base\u00a0; sources en désaccord, voir plus bas)",
		"- **Début**\u00a0: 11 février 2024 selon forcinews.com", ", mais 10 février 2024 selon ",
		"- **Sarah Lamrani** — Secrétaire générale", "## Questions ouvertes", "[^1]: [*Une délégation marocaine et les géants américains de la technologie*](<https://forcinews.com/",
	)
	run(t, "brief", "maroc-digital-2030").exits(0).prints("- **Jobs targeted**: 270,000 according to Le Matin", ", but 240,000 according to La Nouvelle Tribune", "(from 113th to 50th in the e-government index)")
	run(t, "brief", "Oracle", "--lang", "en").exits(0).prints("# Oracle\n", "- **Based in**: Austin (since 11 December 2020; as of 2020)[^1]")
}

func TestABriefIsWrittenAboutTheMeetingsOfADay(t *testing.T) {
	r := run(t, "brief", "kind:event", "date:2024-05", "--lang", "en").exits(0).prints(
		"# Events, date May 2024\n", "*2 entities, from", "## Agreement on Oracle’s research centre", "- **Date**: 9 May 2024[^1]", "## Memorandum on Oracle’s cloud regions",
	)
	if strings.Contains(r.out, "2024-05-") {
		t.Errorf("a date is not in words:\n%s", r.out)
	}
	run(t, "brief", "kind:company", "--lang", "en").exits(0).prints("*13 entities", "- **Oracle** — based in: Austin", "- **IBM** — American company").misses("## Oracle", "{")
	run(t, "brief", "kind:source", "--lang", "en").exits(0).prints("- **A Moroccan delegation and the American tech giants** — 7").misses("no claim has a source")
	run(t, "brief", "took-part").exits(0).prints("# Took part\n", "- **Microsoft** — ")
	run(t, "brief", "has:name", "--length", "full").exits(0).prints("Only the first 50 of 107 are included.")
}

// TestAnAnnouncementIsNoEvent reads a session that no source says was held.
func TestAnAnnouncementIsNoEvent(t *testing.T) {
	run(t, "brief", "event/briefing-austin", "--lang", "en").exits(0).prints("Date: 13 February 2024 (date announced).").misses("It took place")
	run(t, "brief", "event/oracle-cloud-2024", "--lang", "en").exits(0).prints("Date: 29 May 2024.")
}

func TestABriefOfASourceTellsWhatReliesOnIt(t *testing.T) {
	run(t, "brief", "source/abj-2020-12").exits(0).prints("# Oracle moves HQ to Austin from California", "## Claims that rely on it", "**Oracle** — Based in: Austin (since 11 December 2020; as of 2020)[^1]")
}

func TestABriefWithoutSourcesSaysSo(t *testing.T) {
	path := write(t, "notes.toml", "[port.fes]\nname = 'Fès'\nwalls = 'Old'\n[port.sale]\nname = 'Salé'\n")
	run(t, "brief", "port/fes", "--kb", path).exits(0).prints("# Fès", "the base has no sources", "No claim has a source.", "- **Walls**: Old\n")
	run(t, "brief", "port/sale", "--kb", path).exits(1).complains("no claim is made about Salé")
	run(t, "brief", "port/fes", "--kb", path, "--keep-unsourced").exits(0).prints("# Fès", "- **Walls**: Old\n")
	run(t, "brief", "kind:port", "--kb", path).exits(0).prints("*2 entities; no claim has a source*")
}

// TestAWebAddressIsASource: a base without entities that are sources may cite web addresses.
func TestAWebAddressIsASource(t *testing.T) {
	const others = "[person.priya]\nname = 'Priya'\n[team.web]\nlead = 'priya'\n[team.core]\n"
	for _, cited := range []string{
		"lead = { to = 'priya', source = 'https://example.org/x' }\n",
		"lead = 'priya'\nsource = 'https://example.org/x'\n",
		"lead = 'priya'\nfacts = [{ text = 'It began.', source = 'https://example.org/x' }]\n",
	} {
		path := write(t, "teams.toml", others+cited)
		for _, subject := range []string{"team/core", "kind:team"} {
			run(t, "brief", subject, "--kb", path).exits(0).prints("Prepared on", "1 source, 1 origin").misses("the base has no sources")
		}
		run(t, "brief", "team/core", "--kb", path, "--format", "html").exits(0).prints("https://example.org/x").misses("the base has no sources")
	}
	path := write(t, "lock.toml", others+"lead = 'priya'\nsource = 'registry+https://example.org/x'\n")
	run(t, "brief", "team/core", "--kb", path).exits(0).prints("the base has no sources", "No claim has a source")
}

func TestABriefSaysWhatItLeavesOut(t *testing.T) {
	path := write(t, "notes.toml", `
[source.log]
name = "The log"
[port.fes]
walls = { value = "Old", source = "log" }
gates = 14
wells = [{ value = 3, source = "log", rank = "deprecated" }, { value = 4, source = "log" }]
`)
	run(t, "brief", "fes", "--kb", path).exits(0).prints("- **Walls**: Old[^1]", "- **Wells**: 4[^1]", "- **Without a source**: gates.", "## Left out of this brief\n\n1 deprecated claim.\n", "[^1]: *The log*.")
}

func TestAPageLeavesTheWordsOfTheSourcesToTheFullBrief(t *testing.T) {
	run(t, "brief", "event/mission-2024", "--lang", "en").exits(0).prints("key facts", "the full brief has them").misses("    - §2", "Organisée du 11")
	run(t, "brief", "event/mission-2024", "--lang", "en", "--length", "full").exits(0).prints("    - §2: “Organisée du 11 au 21 février”", "derived from").misses("the full brief")
	run(t, "brief", "event/mission-2024", "--length", "half").exits(2).complains("unknown length half")
}

func TestABriefTellsOfTheDayAskedFor(t *testing.T) {
	run(t, "brief", "company/oracle", "--at", "2019", "--lang", "en").exits(0).prints(
		"\nAs of 2019;", "- **Based in**: Redwood City (until 11 December 2020)", "- **Later**: based in: Austin (from 11 December 2020)",
	).misses("Met during", "since the end of 2020", "Prepared")
	run(t, "brief", "company/oracle", "--lang", "en").exits(0).prints("- **Based in**: Austin (since 11 December 2020; as of 2020)", "1 claim that no longer holds").misses("Redwood City (")
	run(t, "brief", "company/oracle", "--lang", "en", "--length", "full").exits(0).prints("Redwood City (until 11 December 2020)")
	run(t, "brief", "event/mission-2024", "--at", "2019", "--lang", "fr").exits(0).prints("Le début est postérieur à ce jour").misses("Délégués", "Sarah Lamrani")
}

func TestABriefIsMadeAgainToTheByte(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1709251200")
	for _, format := range []string{"markdown", "html", "bibtex", "text"} {
		first := run(t, "brief", "event/mission-2024", "--lang", "fr", "--format", format).exits(0)
		if format != "bibtex" {
			first.prints("Rédigée le 1er mars 2024")
		}
		if again := run(t, "brief", "event/mission-2024", "--lang", "fr", "--format", format); again.out != first.out {
			t.Errorf("%s differs", format)
		}
	}
}

// TestACitationKeyDoesNotDependOnTheBrief compares the keys of all sources that two
// briefs share.
func TestACitationKeyDoesNotDependOnTheBrief(t *testing.T) {
	entries := func(about string) map[string]bool {
		found := make(map[string]bool)
		for entry := range strings.SplitSeq(run(t, "brief", about, "--format", "bibtex").exits(0).out, "\n\n") {
			found[strings.TrimSpace(entry)] = true
		}
		return found
	}
	mission, oracle := entries("event/mission-2024"), entries("company/oracle")
	shared := 0
	for entry := range oracle {
		if mission[entry] {
			shared++
		}
	}
	if shared < 2 {
		t.Errorf("%d entries are the same", shared)
	}
	path := write(t, "notes.toml", "[source.log]\nauthor = ['Ada Byron', 'Doe, Jane']\n[source.paper]\nauthor = 'Ali; Zoé'\n[port.fes]\nwalls = { value = 'Old', source = ['log', 'paper'] }\n")
	run(t, "brief", "fes", "--kb", path, "--format", "bibtex").exits(0).prints("author       = {{Ada Byron} and {Doe, Jane}}", "author       = {{Ali} and {Zoé}}")
	run(t, "brief", "fes", "--kb", path).exits(0).prints("*log*, Ada Byron; Doe, Jane.")
}

func TestABriefMarksWhatHasNoSource(t *testing.T) {
	path := write(t, "notes.toml", "[source.log]\n[port.fes]\nwalls = { value = 'Old', source = 'log' }\ngates = 14\n")
	run(t, "brief", "fes", "--kb", path, "--keep-unsourced").exits(0).prints("- **Walls**: Old[^1]", `- **Gates**: 14 **\[no source\]**`, "- **Without a source**: gates.")
	run(t, "brief", "fes", "--kb", path, "--format", "text").exits(0).prints("– Walls: Old[1]\n", "\n[1] log\n").misses("14")
}

func TestABriefSaysOnTheErrorOutputHowManyClaimsItOmits(t *testing.T) {
	const one, several = "1 claim without a source was left out: --keep-unsourced keeps it", "2 claims without a source were left out: --keep-unsourced keeps them"
	path := write(t, "notes.toml", "[source.log]\n[port.fes]\nwalls = { value = 'Old', source = 'log' }\ngates = 14\n[port.sale]\nwalls = { value = 'New', source = 'log' }\ngates = 7\n[port.asilah]\nwalls = 'Low'\n")
	to := func(file string, args ...string) result {
		t.Helper()
		file = filepath.Join(t.TempDir(), file)
		r := run(t, append([]string{"brief", "--kb", path, "-o", file}, args...)...).exits(0)
		if text, err := os.ReadFile(file); err != nil || strings.Contains(string(text)+r.out, "left out") {
			t.Errorf("%v: %s%s", err, text, r.out)
		}
		return r
	}
	for _, file := range []string{"x.txt", "x.md", "x.html"} {
		to(file, "fes").complains("rihla: " + one + "\n")
	}
	to("x.txt", "name:fes OR name:sale").complains("rihla: " + several + "\n")
	to("x.txt", "fes", "--lang", "fr").complains("rihla: 1 affirmation sans source a été omise\u00a0: --keep-unsourced la garde\n")
	for _, r := range []result{
		to("x.txt", "fes", "--keep-unsourced"), to("x.txt", "fes", "--quiet"), to("x.bib", "fes"), to("x.txt", "asilah"),
		run(t, "brief", "fes", "--kb", path), run(t, "brief", "fes", "--kb", path, "--format", "text"),
	} {
		if r.err != "" {
			t.Error(r.err)
		}
	}
	onTerminal(t, nil, "brief", "fes", "--kb", path).prints(one, "walls: Old")
	onTerminal(t, nil, "brief", "kind:port", "--kb", path).prints("3 claims without a source were left out")
}

func TestABriefSaysWhichSourcesAreWithdrawn(t *testing.T) {
	path := write(t, "notes.toml", `
[source.log]
name = "The log"
retracted = 2024-05-03
[source.letter]
[port.fes]
walls = { value = "Old", source = "log" }
wells = { value = 4, source = ["log", "letter"] }
`)
	run(t, "brief", "fes", "--kb", path).exits(0).prints("- **Walls**: Old (its only source was retracted)[^", "- **No source that still counts**: walls.", "\n1 of 2 sourced claims rests on one origin, 1 on none.\n", ": *The log*, **retracted on 3 May 2024**.")
	run(t, "brief", "source/log", "--kb", path).exits(0).prints("*Source, retracted on 3 May 2024*")
	run(t, "brief", "fes", "--kb", path, "--format", "bibtex").exits(0).prints("note         = {retracted on 3 May 2024}")
	run(t, "brief", "fes", "--kb", path, "--format", "html").exits(0).prints(`<span class="mark">retracted on 3 May 2024</span>`)
}

func TestABriefAboutNothingSaysWhatMayBeMeant(t *testing.T) {
	run(t, "brief", "orcale").exits(1).complains("No results for orcale", "did you mean company/oracle?")
	run(t, "brief", "founded:").exits(2).complains("a value is missing")
	run(t, "brief").exits(2).complains("brief needs")
	run(t, "brief", " ").exits(2).complains("brief needs")
	run(t, "brief", "oracle", "--format", "pdf").exits(2)
}

func TestABriefIsAPageOrABibliography(t *testing.T) {
	run(t, "brief", "company/oracle", "--format", "html", "--lang", "fr").exits(0).prints("<!DOCTYPE html>\n<html lang=\"fr\" dir=\"ltr\">", "<h1 dir=\"auto\">Oracle</h1>", `<li id="s1">`)
	run(t, "brief", "company/oracle", "--format", "bibtex").exits(0).prints("@online{abj-2020-12,\n", "  date         = {2020-12-11}")
}

const boats = `
[source.log]
date = 2012-01-01
[source.letter]
[source.wire]
[boat.aino]
crew = { value = 12, source = ["log", "letter"] }
called_at = [{ to = "riga", source = ["log", "letter"] }, { to = "turku", source = ["log", "letter"] }, { to = "fes", source = ["log", "letter"] }, { to = "sale", source = ["log", "letter"] }, { to = "cork", source = ["log", "letter"], note = "by night" }]
owner = { value = "Corcos", source = "log" }
[[boat.aino.facts]]
text = "In 1901 the boat was rebuilt."
source = "wire"
[[boat.aino.facts]]
text = "That work took a year."
source = ["log", "letter"]
[port.riga]
[port.turku]
[port.fes]
[port.sale]
[port.cork]
`

func TestABriefCountsForEachClaim(t *testing.T) {
	path := write(t, "boats.toml", boats)
	run(t, "brief", "aino", "--kb", path, "--lang", "en").exits(0).prints(
		"called at riga, turku and fes[^1][^2], among others", "2 of 9 sourced claims rest on one origin.",
		"†): owner, facts (1/2).", "- **Owner**: Corcos (as of 2012)[^1]†",
	)
}

func TestTheFactsOfABriefKeepTheOrderOfTheirAuthor(t *testing.T) {
	out := run(t, "brief", "aino", "--kb", write(t, "boats.toml", boats)).exits(0).out
	if first, second := strings.Index(out, "In 1901"), strings.Index(out, "That work"); first < 0 || second < first {
		t.Errorf("what “that work” means does not stand before it:\n%s", out)
	}
}

func TestABriefHasTheSameContentsInBothLanguages(t *testing.T) {
	count := func(lang, end string) (lines int) {
		facts, _, _ := strings.Cut(run(t, "brief", "event/mission-2024", "--lang", lang).exits(0).out, end)
		return strings.Count(facts, "\n- **")
	}
	if en, fr := count("en", "## Disputed"), count("fr", "## Contesté"); en != fr {
		t.Errorf("%d lines in English, %d in French", en, fr)
	}
}
