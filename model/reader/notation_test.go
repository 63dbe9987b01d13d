package reader_test

import (
	"fmt"
	"testing"
)

func TestNotationsOfReferences(t *testing.T) {
	const base = `
[tool.core_lib]
version = "1.0"
[tool.edge]
version = "2.0"
[tool.Back]
site = "x"
`
	for _, c := range []struct{ written, want string }{
		{`"edge"`, "tool/edge"},
		{`"EDGE"`, "tool/edge"},
		{`"core-lib"`, "tool/core_lib"},
		{`"Core_Lib"`, "tool/core_lib"},
		{`"core lib"`, ""},
		{`"back"`, "tool/Back"},
		{`"edge@2.0"`, "tool/edge"},
		{`"edge@3.0"`, ""},
		{`"back@file"`, "tool/Back"},
		{`"back@example.org"`, ""},
		{`"@file"`, ""},
		{`"edge>=2"`, "tool/edge"},
		{`"Core.Lib[fast]~=1.0"`, "tool/core_lib"},
		{`"core-lib<5,>=3.5; python_version<'3.9'"`, "tool/core_lib"},
		{`"edge (>=2)"`, "tool/edge"},
		{`"edge [tls]"`, "tool/edge"},
		{`"edge @ https://example.org/edge.whl"`, "tool/edge"},
		{`"edge, which is old"`, ""},
		{`"edge: old"`, ""},
		{`"2 > 1"`, ""},
		{`{ name = "Edge", since = 3 }`, "tool/edge"},
	} {
		k := file(t, "x.toml", base+fmt.Sprintf("[job.one]\nuses = ['core_lib', 'edge', 'Back']\n[job.two]\nuses = [%s]\n", c.written))
		var want []string
		if c.want != "" {
			want = []string{"uses → " + c.want}
		}
		same(t, c.written, links(t, k, "job/two"), want...)
	}
}

func TestASpellingThatMayBeAnyOfTwoIsNoLink(t *testing.T) {
	k := file(t, "x.toml", "[node.edge-a]\nx = 1\n[node.edge_a]\nx = 2\n[node.core]\nx = 3\n[way.one]\nfrom = 'edge-a'\n[way.two]\nfrom = 'Edge_A'\n[way.three]\nfrom = 'core'\n")
	same(t, "one", links(t, k, "way/one"), "from → node/edge-a")
	same(t, "two", links(t, k, "way/two"))
}

func TestPathsLeadToTheEntitiesOfFiles(t *testing.T) {
	k := folder(t, map[string]string{
		"levels/cave.toml":       "title = 'Cave'\nbase = '../common/rock.toml'\nnext = 'lake.toml'\n",
		"levels/lake.toml":       "title = 'Lake'\nbase = 'common/water'\nnext = './hard/tower.toml'\npicture = '../art/lake.png'\n",
		"levels/hard/tower.toml": "title = 'Tower'\nbase = '/common/rock.toml'\nnext = '../../../lake.toml'\nsite = 'https://example.org/levels/lake.toml'\n",
		"common/rock.toml":       "tiles = ['r1', 'r2']\n",
		"common/water.toml":      "tiles = ['w1']\n",
	})
	same(t, "links", allLinks(t, k),
		"levels/cave base → common/rock", "levels/cave next → levels/lake",
		"levels/tower base → common/rock", "levels/lake base → common/water", "levels/lake next → levels/tower")
}

func TestAKeyIsAReferenceWhereItsTableGivesAPathOrAWorkspace(t *testing.T) {
	k := folder(t, map[string]string{
		"crates/core/Cargo.toml": "edition = '2021'\nname = 'my-core'\n",
		"crates/cli/Cargo.toml":  "edition = '2021'\nname = 'my-cli'\n[uses]\nmy-core = { path = '../core' }\nlog = { version = '1' }\nrand = '0.8'\n",
		"crates/gui/Cargo.toml":  "edition = '2021'\nname = 'my-gui'\n[uses]\nmy_core = { workspace = true }\nrand = '0.8'\nlog = '1'\n",
		"crates/web/Cargo.toml":  "edition = '2021'\nname = 'my-web'\n[uses]\nrand = '0.8'\nlog = '1'\n",
	})
	got := allLinks(t, k)
	if len(got) != 2 {
		t.Errorf("links %v", got)
	}
	same(t, "findings", findings(k))
}

// TestANameMayLackItsAccents links to the only entity that is called so.
func TestANameMayLackItsAccents(t *testing.T) {
	const people = "[people.jose]\nname = 'José García'\n[people.zoe]\nname = 'Zoë Åkesson'\n[people.max]\nname = 'Max Roe'\n[people.rene]\nname = 'René'\n[people.irene]\nname = 'Rene'\n"
	const services = "[service.api]\nowner = 'Jose Garcia'\n[service.db]\nowner = 'Zoe Akesson'\n[service.web]\nowner = 'Max Roe'\n[service.log]\nowner = 'José García'\n[service.dns]\nowner = 'Rene'\n"
	k := folder(t, map[string]string{"people.toml": people, "services.toml": services})
	for service, owner := range map[string]string{"api": "jose", "db": "zoe", "web": "max", "log": "jose", "dns": "irene"} {
		same(t, service, links(t, k, "service/"+service), "owner → people/"+owner)
	}
}
