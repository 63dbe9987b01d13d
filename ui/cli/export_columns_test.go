package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const seats = `[kb]
format = 1
languages = ["en", "fr"]
[relations.seat]
to = "city"
[company.b]
name = "Beta"
founded = 1990
seat = "austin"
tags = ["x;y", "z"]
[company.a]
name = "Alpha"
founded = 1980
seat = ["austin", "oslo"]
[company.c]
name = "Gamma"
founded = 2000
motto = { fr = "Toujours", en = "Always" }
[city.austin]
name = "Austin"
state = "texas"
[city.oslo]
name = "Oslo"
founded = 1048
`

// TestAnExportHasTheColumnsThatAreAskedFor exports tables and records of chosen columns, in
// a chosen order, of the first rows alone.
func TestAnExportHasTheColumnsThatAreAskedFor(t *testing.T) {
	base := write(t, "seats.toml", seats)
	export := func(args ...string) result {
		return run(t, append([]string{"export", "--kb", base, "--lang", "en"}, args...)...)
	}
	table := "name,seat,seat.name,seat.state,founded,address\n" +
		"Alpha,austin;oslo,Austin;Oslo,texas,1980,company/a\n" +
		"Beta,austin,Austin,texas,1990,company/b\n"
	if got := export("kind:company", "--format", "csv", "--columns", "name,seat,seat.name,seat.state,founded,address", "--sort", "founded", "--limit", "2").exits(0).out; got != table {
		t.Errorf("%s", got)
	}
	records := `{"name":"Gamma","motto":"Always","seat":null,"tags":null}
{"name":"Beta","motto":null,"seat":"city/austin","tags":["x;y","z"]}
{"name":"Alpha","motto":null,"seat":["city/austin","city/oslo"],"tags":null}
`
	if got := export("kind:company", "--format", "jsonl", "--columns", "name,motto,seat,tags", "--sort", "-founded").exits(0).out; got != records {
		t.Errorf("%s", got)
	}
	var whole struct {
		Title    string
		Entities []map[string]any
	}
	export("--columns", "kind,key", "--sort", "kind,-name", "--limit", "3").exits(0).decode(&whole)
	if len(whole.Entities) != 3 || whole.Entities[0]["key"] != "oslo" || whole.Entities[2]["kind"] != "company" || len(whole.Entities[0]) != 2 {
		t.Errorf("%v", whole.Entities)
	}

	tables := filepath.Join(t.TempDir(), "tables")
	export("--format", "tsv", "-o", tables, "--columns", "key,founded", "--sort", "-founded").exits(0)
	for name, want := range map[string]string{"company": "key\tfounded\nc\t2000\nb\t1990\na\t1980\n", "city": "key\tfounded\noslo\t1048\naustin\t\n"} {
		if got, err := os.ReadFile(filepath.Join(tables, name+".tsv")); string(got) != want || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	export("kind:company", "--format", "csv", "--columns", "fonded").exits(2).complains("no field “fonded”", "did you mean founded?")
	export("kind:company", "--format", "csv", "--sort", "nothing").exits(2).complains("no field “nothing”")
	export("kind:company", "--format", "csv", "--limit", "-1").exits(2)
	if out := export("kind:company", "--format", "csv", "--columns", "key", "--limit", "0").exits(0).out; strings.Count(out, "\n") != 4 {
		t.Errorf("--limit 0 is no limit: %s", out)
	}
}

// TestFormatsWithoutRowsRefuseColumns checks that the error names the formats that take a
// flag.
func TestFormatsWithoutRowsRefuseColumns(t *testing.T) {
	for _, flag := range []string{"--columns=name", "--sort=name", "--limit=3"} {
		name, _, _ := strings.Cut(flag, "=")
		for _, format := range []string{"turtle", "html", "markdown", "sqlite", "bibtex", "ftm-entities"} {
			run(t, "export", "--format", format, "-o", "-", flag, "--lang", "en").exits(2).complains(name+" does not apply to "+format, "json, jsonl, csv, tsv")
		}
		run(t, "export", "-o", filepath.Join(t.TempDir(), "x.dot"), flag, "--lang", "fr").exits(2).complains(name, "dot", "json, jsonl, csv, tsv")
	}
}
