package cli_test

import (
	"strings"
	"testing"
)

const witnesses = `
[kb]
format = 1
[views.weak]
label = "One origin"
query = "kind:company origins:<2"
[kinds.company]
columns = ["seat"]
[kinds.city]
[relations.seat]
to = "city"

[company.ada]
seat = { to = "rabat", source = ["release", "reprint"] }
[company.bea]
seat = { to = "fes", source = ["release", "diary"], confidence = "low" }
[company.cyd]
seat = { to = "fes", confidence = "disputed" }
[company.dan]
seat = { to = "rabat", source = "diary" }
founded = [{ value = 1990, source = "diary" }, { value = 1991, source = "letter" }]
[company.eve]

[city.rabat]
[city.fes]

[source.release]
publisher = "MAP"
[source.reprint]
derived_from = "release"
[source.diary]
name = "The mayor's diary"
[source.letter]
`

// TestQueriesAskForTheEvidence asks, as a fact-checker does, what a claim rests on.
func TestQueriesAskForTheEvidence(t *testing.T) {
	base := write(t, "kb.toml", witnesses)
	for asked, want := range map[string]string{
		"is:disputed":                        "cyd dan",
		"seat.is:disputed":                   "cyd",
		"is:unsourced":                       "cyd",
		"is:disputed,unsourced -is:disputed": "",
		"origins:<2":                         "ada cyd",
		"origins:2":                          "bea dan",
		"origins:0..1":                       "ada cyd",
		"seat.origins:1":                     "ada dan",
		"seat.origins:>1":                    "bea",
		"confidence:low":                     "bea",
		"falls-with:diary":                   "dan",
		"falls-with:\"mayor's diary\"":       "dan",
		"falls-with:release":                 "",
		"founded.falls-with:source/letter":   "dan",
		"seat.falls-with:letter":             "",
		"source:reprint":                     "ada",
		"-is:disputed origins:>=1":           "ada bea",
	} {
		got := run(t, "list", "company", "--kb", base, "--format", "csv", "--columns", "key", "--", asked)
		keys := ""
		if _, rows, ok := strings.Cut(got.out, "\n"); ok {
			for row := range strings.Lines(rows) {
				_, key, _ := strings.Cut(strings.TrimSpace(row), ",")
				keys += " " + key
			}
		}
		if strings.TrimSpace(keys) != want {
			t.Errorf("%s finds %q, want %q (%s)", asked, keys, want, got.err)
		}
	}
	run(t, "list", "weak", "--kb", base).exits(0).prints("company/ada", "company/cyd").keepsQuietOf("company/bea")
	run(t, "search", "seat.falls-with:diary", "--kb", base, "--format", "csv").exits(0).prints("company/dan,company,dan,0,seat,rabat")
	run(t, "search", "is:disputd", "--kb", base).exits(2).complains("unknown condition disputd", "did you mean disputed?")
	run(t, "search", "is:xyz", "--kb", base, "--lang", "fr").exits(2).complains("condition inconnue\u00a0: xyz", "disputed, unsourced, retracted, superseded ou fallen")
	run(t, "search", "seat.orgins:1", "--kb", base).exits(2).complains("did you mean origins?")
	run(t, "search", "origins:many", "--kb", base).exits(2).complains("origins is compared with a whole number")
}

// TestAFieldOfTheNameComesBeforeTheCondition keeps the meaning of a stranger's field.
func TestAFieldOfTheNameComesBeforeTheCondition(t *testing.T) {
	base := write(t, "herbs.toml", "[herb.mint]\norigins = \"Spain\"\n[herb.dill]\norigins = \"India\"\n")
	run(t, "list", "herb", "origins:spain", "--kb", base).exits(0).prints("mint").keepsQuietOf("dill")
}
