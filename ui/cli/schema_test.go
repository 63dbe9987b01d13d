package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheSchemaIsWrittenForOneKindOrAll(t *testing.T) {
	base := folder(t, map[string]string{"repos/a.toml": "name = 'A'\nlead = 'ann'\n", "repos/b.toml": "name = 'B'\nlead = 'ann'\n", "people.toml": "[person.ann]\nname = 'Ann'\n[person.bob]\nname = 'Bob'\n"})
	var all struct {
		Schema      string `json:"$schema"`
		AnyOf       []any
		Definitions map[string]any
	}
	run(t, "schema", base).exits(0).decode(&all)
	if all.Schema != "http://json-schema.org/draft-07/schema#" || len(all.AnyOf) != 2 || all.Definitions["person.key"] == nil {
		t.Errorf("%+v", all)
	}
	to := filepath.Join(t.TempDir(), "repos.schema.json")
	run(t, "schema", base, "--kind", "repos", "-o", to).exits(0)
	if text, _ := os.ReadFile(to); !strings.Contains(string(text), `"$ref": "#/definitions/repos"`) {
		t.Errorf("%.300s", text)
	}
	run(t, "schema", base, "-o", to).exits(4).complains("--force")
	run(t, "schema", base, "-o", "").exits(2).complains("the path is empty")
	run(t, "schema", base, "--kind", "repo").exits(1).complains("did you mean repos?")
	if got := offers(t, "schema", base, "--kind", "r"); len(got) != 1 || got[0] != "repos" {
		t.Errorf("%q", got)
	}
}
