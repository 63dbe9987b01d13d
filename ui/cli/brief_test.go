package cli_test

import (
	"strings"
	"testing"
)

func TestABriefIsWrittenAboutAnEntity(t *testing.T) {
	run(t, "brief", "event/mission-2024", "--lang", "fr").exits(0).prints(
		"# Mission d’affaires Maroc – États-Unis (février 2024)\n",
		"## L’essentiel\n\n", "Points contestés\u00a0: début", "Ici, «\u00a0l’article\u00a0» désigne la source 1.",
		"- **Début**\u00a0: contesté, voir plus bas", "- **Début**\u00a0: 11 février 2024 selon forcinews.com", ", mais 10 février 2024 selon ",
		"- **Sarah Lamrani** — Secrétaire générale", "## Questions ouvertes", "[^1]: [*Une délégation marocaine et les géants américains de la technologie*](<https://forcinews.com/",
	)
	run(t, "brief", "maroc-digital-2030").exits(0).prints("- **Jobs targeted**: 270,000 according to Le Matin", ", but 240,000 according to La Nouvelle Tribune", "(from 113th to 50th in the e-government index)")
	run(t, "brief", "Oracle", "--lang", "en").exits(0).prints("# Oracle\n", "- **Based in**: Austin (since 11 December 2020)[^1]")
}

func TestABriefIsWrittenAboutTheMeetingsOfADay(t *testing.T) {
	r := run(t, "brief", "kind:event", "date:2024-05", "--lang", "en").exits(0).prints(
		"# Events, date May 2024\n", "*2 entities, from", "## Agreement on Oracle’s research centre", "- **Date**: 9 May 2024[^1]", "## Memorandum on Oracle’s cloud regions",
	)
	if strings.Contains(r.out, "2024-05-") {
		t.Errorf("a date is not in words:\n%s", r.out)
	}
	run(t, "brief", "kind:company").exits(0).prints("*13 entities")
	run(t, "brief", "took-part").exits(0).prints("# Took part\n", "## Microsoft")
	run(t, "brief", "has:name", "--length", "full").exits(0).prints("Only the first 50 of 107 are included.")
}

func TestABriefOfASourceTellsWhatReliesOnIt(t *testing.T) {
	run(t, "brief", "source/abj-2020-12").exits(0).prints("# Oracle moves HQ to Austin from California", "## Claims that rely on it", "**Oracle** — Based in: Austin (since 11 December 2020)[^1]")
}

func TestABriefWithoutSourcesSaysSo(t *testing.T) {
	path := write(t, "notes.toml", "[port.fes]\nname = 'Fès'\nwalls = 'Old'\n[port.sale]\nname = 'Salé'\n")
	run(t, "brief", "port/fes", "--kb", path).exits(0).prints("# Fès", "the base has no sources", "No claim has a source.", "- **Walls**: Old\n")
	run(t, "brief", "port/sale", "--kb", path).exits(1).complains("no claim is made about Salé")
	run(t, "brief", "port/fes", "--kb", path, "--keep-unsourced").exits(0).prints("# Fès", "- **Walls**: Old\n")
	run(t, "brief", "kind:port", "--kb", path).exits(0).prints("*2 entities; no claim has a source*")
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
