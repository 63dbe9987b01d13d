package cli_test

import (
	"os"
	"path/filepath"
	"testing"
)

// ships speak of each other in bodies alone, but for one berth.
const ships = `
[ship.merle]
name = "Merle"
body = "Built beside the **[[gannet]]**, moored at the [quay](berth/quay); lost off [[nowhere]]."

[ship.gannet]
name = "Gannet"
berth = "quay"

[ship.tern]
name = "Tern"
berth = "quay"

[berth.quay]
name = "Old Quay"
`

func TestLinksOfBodiesCountWhereALinkIsEnough(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ships.toml")
	if err := os.WriteFile(path, []byte(ships), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("COLUMNS", "80")
	run(t, "show", "ship/merle", "--kb", path).exits(0).prints("Built beside the Gannet, moored at the quay; lost off nowhere.").keepsQuietOf("**", "[[", "](")
	run(t, "show", "ship/gannet", "--kb", path).exits(0).prints("← mentioned in  Merle")
	run(t, "list", "ship", "link:gannet", "--kb", path).exits(0).prints("ship/merle").keepsQuietOf("ship/tern", "ship/gannet")
	run(t, "list", "ship", "--columns", "name,body", "--kb", path).exits(0).prints("Built beside the gannet").keepsQuietOf("**", "[[")
	run(t, "list", "ship", "--columns", "name,body", "--format", "csv", "--kb", path).exits(0).prints("Built beside the **[[gannet]]**")
	run(t, "path", "ship/merle", "ship/gannet", "--kb", path).exits(0).prints("1 hop", "mentions", "No hop has a source.")
	run(t, "graph", "ship/merle", "--kb", path).exits(0).prints("mentions")
	run(t, "check", path).exits(0).prints("4:87: warning: body names \"nowhere\"", "[broken-link]", "0 errors, 1 warning, 0 notes").keepsQuietOf("[orphan]")
	var merle struct {
		Links []struct {
			Relation, To string
			Line, Column int
		}
		Backlinks []struct{ Relation, From string }
	}
	run(t, "show", "ship/merle", "--format", "json", "--kb", path).exits(0).decode(&merle)
	if len(merle.Links) != 2 || merle.Links[0].Relation != "body" || merle.Links[0].To != "ship/gannet" || merle.Links[0].Line != 4 || len(merle.Backlinks) != 0 {
		t.Errorf("%+v", merle)
	}
	run(t, "show", "berth/quay", "--format", "json", "--kb", path).exits(0).prints(`{"relation":"body","from":"ship/merle"}`)
}

// What a body mentions, nobody claims: it is neither to be sourced nor counted as
// known.
func TestLinksOfBodiesMakeNoClaim(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ships.toml")
	if err := os.WriteFile(path, []byte(ships), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("COLUMNS", "80")
	run(t, "matrix", "ship", "berth", "--kb", path).exits(0).prints("Gannet 1", "Tern   1", "linked   2").keepsQuietOf("Merle 1", "Merle  1")
	run(t, "brief", "berth/quay", "--keep-unsourced", "--kb", path).exits(0).keepsQuietOf("Merle")
}
