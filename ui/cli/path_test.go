package cli_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/ui/safe"
)

// roads is a base where the sourced way is longer.
const roads = `
[kb]
format = 1
[relations.road]
inverse = "road from"
[source.map]
name = "The map"
publisher = "Surveyors"
[source.pilot]
publisher = "Pilots"
[town.aven]
name = "Aven"
road = ["brill", { to = "cray", source = "map", quote = "from Aven to Cray", since = 1901 }]
[town.brill]
road = "zell"
[town.cray]
road = { to = "dorn", source = ["map", "pilot"], confidence = "high" }
[town.dorn]
[town.zell]
name = "Zell"
road = { to = "dorn", source = "map", confidence = "disputed" }
[town.island]
`

func TestASourcedWayIsShorter(t *testing.T) {
	path := write(t, "kb.toml", strings.Replace(roads, ", confidence = \"disputed\"", "", 1))
	run(t, "path", "town/aven", "town/zell", "--kb", path).exits(0).prints(
		"How Aven and Zell are connected", "Best path  3 hops", "Next best  2 hops",
		"↓  road, since 1901 [1], 1\u00a0origin", "↑  road from [1], 1\u00a0origin", "‹ weakest hop", "Weakest hop: Aven — road: cray (1", "“from Aven to Cray”", "No hop has a source.")
	run(t, "path", "aven", "ZELL", "--kb", path, "--max-hops", "2").exits(0).prints("at most 2 hops", "Best path  2 hops", "There is no other path.").keepsQuietOf("Next best")
}

func TestAPathForPrograms(t *testing.T) {
	var got struct {
		Connected bool
		Hops      *int
		Weakest   *struct {
			Step     int
			From, To string
			Relation string
			Grade    string
		}
		Cost  float64
		Steps []struct {
			From, Relation, Direction, To string
			Evidence                      []struct{ Source, Quote string }
			Links                         []struct{ Relation, Direction, Since string }
		}
		Next    *struct{ Hops int }
		Barrier *struct {
			MaxHops       int     `json:"max_hops"`
			MinConfidence *string `json:"min_confidence"`
		}
		Reach []struct {
			From     string
			Entities int
			Known    []string
		}
	}
	path := write(t, "kb.toml", roads)
	run(t, "path", "town/aven", "town/zell", "--kb", path, "--format", "json").exits(0).decode(&got)
	if !got.Connected || *got.Hops != 3 || len(got.Steps) != 3 || got.Weakest.Step != 2 || got.Weakest.Grade != "doubtful" || got.Next.Hops != 2 || got.Cost != 1.1+1+1.75 {
		t.Fatalf("%+v", got)
	}
	first, last := got.Steps[0], got.Steps[2]
	if first.From != "town/aven" || first.Direction != "forward" || first.Relation != "road" || first.To != "town/cray" || first.Evidence[0].Source != "source/map" || first.Evidence[0].Quote != "from Aven to Cray" || first.Links[0].Since != "1901" {
		t.Errorf("the first step is %+v", first)
	}
	if last.From != "town/dorn" || last.Direction != "backward" || last.To != "town/zell" {
		t.Errorf("the last step is %+v", last)
	}
	run(t, "path", "town/aven", "town/zell", "--kb", path, "--format", "json", "--min-confidence", "medium").exits(1).decode(&got)
	if got.Connected || got.Hops != nil || got.Weakest != nil || len(got.Steps) != 0 || got.Next != nil || *got.Barrier.MinConfidence != "low" || got.Barrier.MaxHops != 0 || got.Reach[0].Entities != 2 {
		t.Errorf("%+v", got)
	}
}

func TestWhatIsNotConnectedSaysWhy(t *testing.T) {
	path := write(t, "kb.toml", roads)
	run(t, "path", "aven", "island", "--kb", path).exits(1).prints("Aven and island are not connected.", "No path leads", "reaches 4 entities within 2 hops", "is not linked to anything", `partner = "town/aven"`)
	run(t, "path", "brill", "cray", "--max-hops", "1", "--kb", path).exits(1).prints("brill and cray are not connected by at most 1 hop.", "2 hops would be enough.", "reaches 2 entities within 1 hop")
	run(t, "path", "aven", "zell", "--min-confidence", "medium", "--kb", path).exits(1).prints("by claims of medium confidence or better.", "low confidence would be enough.")
	run(t, "path", "aven", "zell", "--min-confidence", "high", "--max-hops", "1", "--kb", path, "--lang", "fr").exits(1).prints(
		"Aven et Zell ne sont pas reliés par 1 saut au plus avec des affirmations de", "Les deux limites sont trop strictes\u00a0: 2 sauts")
	run(t, "path", "aven", "aven", "--kb", path).exits(0).prints("Both ends are Aven.")
	run(t, "path", "aven", "aven", "--kb", path, "--format", "json").exits(0).prints(`"hops":0,"weakest":null`)
}

func TestEndsThatThereAreNot(t *testing.T) {
	r := run(t, "path", "company/orcle", "city/rabbat").exits(1).complains("unknown entity company/orcle", "did you mean company/oracle?", "unknown entity city/rabbat", "did you mean city/rabat?")
	if r.out != "" {
		t.Errorf("prints %q", r.out)
	}
	run(t, "path", "oracle").exits(2).complains("path needs two")
	run(t, "path", "oracle", "cisco", "microsoft").exits(2).complains("microsoft")
	run(t, "path", "oracle", "cisco", "--min-confidence", "great").exits(2).complains("--min-confidence cannot be great", "use high, medium, low")
	run(t, "path", "oracle", "cisco", "--max-hops", "-1").exits(2)
	run(t, "path", "oracle", "cisco", "--format", "csv").exits(2)
	run(t, "__complete", "path", "company/oracle", "city/rab").exits(0).prints("city/rabat\tRabat")
	run(t, "__complete", "path", "company/oracle", "city/rabat", "c").exits(0).keepsQuietOf("city/")
}

func TestAPathInWordsAlone(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		for _, ends := range [][2]string{{"oracle", "ghita-mezzour"}, {"agadir", "amir-husain"}, {"oracle", "source/telquel-2019-02"}} {
			out := run(t, "path", ends[0], ends[1], "--plain", "--lang", lang).exits(0).out
			if strings.ContainsAny(out, "│┃┆·↓↑▼▲●■◆○□△◇‹—…→") {
				t.Errorf("drawn:\n%s", out)
			}
		}
	}
	run(t, "path", "oracle", "ghita-mezzour", "--plain", "--at", "February 2024").exits(0).prints(
		"1. From Oracle (company/oracle) to Ministry of Digital Transition", "   Signed with, stated for Oracle", "[1], 1 origin.\n   Weakest hop.", "Next best: 3 hops", "Sources\n[1] ")
	path := write(t, "kb.toml", roads)
	run(t, "path", "aven", "island", "--plain", "--kb", path).exits(1).prints("Aven reaches 4 entities within 2 hops.", "Most linked: ", "island is not linked to anything.")
}

func TestNoLineOfAPathIsWiderThanItsScreen(t *testing.T) {
	for i, ends := range [][2]string{{"oracle", "ghita-mezzour"}, {"city/agadir", "person/amir-husain"}, {"cisco", "source/telquel-2019-02"}, {"oracle", "cisco"}} {
		for _, o := range [][]string{nil, {"--plain"}, {"--max-hops", "1"}, {"--lang", "fr"}} {
			for line := range strings.SplitSeq(run(t, append([]string{"path", ends[0], ends[1]}, o...)...).out, "\n") {
				if safe.Width(line) > 80 {
					t.Errorf("%d %v: %q", i, o, line)
				}
			}
		}
	}
}

func TestAPathInAForeignFile(t *testing.T) {
	var b strings.Builder
	for i := range 30 {
		fmt.Fprintf(&b, "[[package]]\nname = \"p%d\"\nversion = \"1\"\ndependencies = [\"p%d\"]\n", i, (i+1)%30)
	}
	path := write(t, "Cargo.lock", b.String())
	run(t, "path", "p3", "p0", "--kb", path).exits(0).prints("3 hops", "No hop has a source.", "27 hops", "↑  needed by", "↓  dependencies")
}
