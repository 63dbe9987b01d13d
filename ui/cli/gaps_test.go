package cli_test

import (
	"strings"
	"testing"

	"rihla/ui/safe"
)

func TestWhichThemesOfCompaniesStandOnLittle(t *testing.T) {
	run(t, "gaps", "company", "theme").exits(0).prints(
		"Companies × Themes", "█ two or more",
		"Which other source says “Cloudera — themes: Cloud computing”?", "1 origin; low confidence; only Cloudera Data Platform",
		"No known link between Juniper Networks and “Themes”: is there one?", "9 of 13 have one")
	run(t, "gaps", "entreprises", "thème", "--lang", "fr", "--limit", "1").exits(0).prints(
		"Entreprises × Thèmes", "Quelle autre source affirme «\u00a0Cloudera — thèmes\u00a0: Informatique en nuage\u00a0»\u00a0?", "confiance faible", "autres questions\u00a0: --all")
}

func TestAKindAgainstItselfHasNoDiagonal(t *testing.T) {
	path := write(t, "kb.toml", "[relations.near]\nto = 'town'\nsymmetric = true\n[town.a]\nnear = 'b'\n[town.b]\n[town.c]\nage = { value = 9, source = 'x' }\n")
	run(t, "gaps", "town", "town", "--kb", path).exits(0).prints("a      1   ? ·", "b      1 ?   ·", "c      0 · ·\n", "Which source says “a — near: b”?", "no source given")
}

func TestGapsForPrograms(t *testing.T) {
	var table struct {
		Rows, Columns []struct {
			Address, Name string
			Linked        int
		}
		Cells []struct {
			Row, Column, Grade string
			Strength           float64
			Origins            int
			Relations, Sources []string
		}
		Questions []struct{ Kind, Row, Column, Text, Why string }
	}
	run(t, "gaps", "company", "theme", "--format", "json").exits(0).decode(&table)
	if len(table.Rows) != 13 || len(table.Columns) != 9 || len(table.Cells) != 17 || table.Questions[0].Kind != "weak" || table.Questions[0].Row != "company/cloudera" {
		t.Errorf("%+v", table)
	}
	for _, c := range table.Cells {
		if len(c.Relations) == 0 || c.Origins > len(c.Sources) {
			t.Errorf("%+v", c)
		}
	}
	run(t, "gaps", "company", "theme", "--format", "csv").exits(0).prints("row,column,grade,strength,origins,relations,sources,mentions\n", ",weak,0.25,1,themes,source/", "company/nutanix,theme/startups,mention,")
}

func TestKindsThatThereAreNot(t *testing.T) {
	run(t, "gaps", "company").exits(2).complains("two kinds")
	run(t, "gaps", "company", "theme", "city").exits(2).complains("city")
	run(t, "gaps", "compny", "theme").exits(1).complains("unknown kind compny", "did you mean company?")
	run(t, "gaps", "theme", "theme").exits(0).prints("No known link between “Themes” and “Themes”.")
	path := write(t, "kb.toml", "[kb]\nformat = 1\n[kinds.port]\n[kinds.ship]\n[ship.aino]\n")
	run(t, "gaps", "ship", "port", "--kb", path).exits(1).complains("No entities in port")
}

func TestNoLineOfGapsIsWiderThanItsScreen(t *testing.T) {
	for _, kinds := range [][2]string{{"company", "theme"}, {"city", "company"}, {"event", "source"}, {"agency", "event"}, {"person", "event"}} {
		for line := range strings.SplitSeq(run(t, "gaps", kinds[0], kinds[1], "--all").exits(0).out, "\n") {
			if safe.Width(line) > 80 {
				t.Errorf("%v: %q", kinds, line)
			}
		}
	}
}

// TestAWordOfTheArticleIsNoFirmLink looks at the companies that the article calls
// startups, of which other sources document the listing.
func TestAWordOfTheArticleIsNoFirmLink(t *testing.T) {
	out := run(t, "gaps", "company", "theme").exits(0).out
	for _, company := range []string{"Cloudera", "Nutanix", "Palo Alto Networks", "SparkCognition"} {
		for line := range strings.Lines(out) {
			if strings.HasPrefix(line, company+" ") && !strings.HasSuffix(line, "∘ · · · ·\n") {
				t.Errorf("startups is the fifth theme, and the row is %q", line)
			}
		}
	}
}

func TestTheSourcesOfAnEntityAreSourcesOfTheBase(t *testing.T) {
	const unsaid = "No statement in this base has a source"
	gaps := func(base string) result {
		return run(t, "gaps", "team", "person", "--kb", write(t, "teams.toml", "[person.priya]\n[team.web]\nlead = 'priya'\n"+base)).exits(0)
	}
	gaps("[team.core]\nlead = 'priya'\nsource = 'https://example.org/x'\n").misses(unsaid)
	gaps("[team.core]\nlead = 'priya'\nsource = 'log'\n[source.log]\n").misses(unsaid)
	gaps("[team.core]\nlead = 'priya'\nsource = 'registry+https://example.org/x'\n").prints(unsaid)
	gaps("[source.log]\nsource = 'https://example.org/x'\n").prints(unsaid)
}
