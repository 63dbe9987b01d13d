package reader_test

import (
	"maps"
	"testing"
)

func TestAValueThatIsUniqueInItsKindAndUsedElsewhereRefersToItsEntity(t *testing.T) {
	const a, b = "5b6f2a0e-41f5-4e37-9d7f-0a3a5cf0a001", "5b6f2a0e-41f5-4e37-9d7f-0a3a5cf0a002"
	people := map[string]string{
		"people/ann.toml":   "name = 'Ann Ode'\ngithub = 'ann-ode'\n",
		"people/mabel.toml": "name = 'Mabel Dee'\ngithub = 'MabelDev'\n",
		"people/bob.toml":   "name = 'Bob Ray'\ngithub = 'bob'\n",
	}
	for _, c := range []struct {
		about string
		files map[string]string
		want  []string
	}{
		{"handles beside keys", map[string]string{"teams/docs.toml": "name = 'docs'\nmembers = ['ann-ode', 'bob']\n[access.people]\nMabelDev = 'write'\n"},
			[]string{"teams/docs members → people/ann", "teams/docs members → people/bob", "teams/docs access.people → people/mabel"}},
		{"a handle in one table of another name", map[string]string{
			"teams/docs.toml": "name = 'docs'\nmembers = ['ann-ode', { github = 'MabelDev' }]\n", "repos/site.toml": "org = 'x'\n[access.individuals]\nMabelDev = 'admin'\n"},
			[]string{"teams/docs members → people/ann", "teams/docs members → people/mabel", "repos/site access.individuals → people/mabel"}},
		{"most different values", map[string]string{"loans.toml": "[[loan]]\nid = 'l1'\nto = 'ann-ode'\n[[loan]]\nid = 'l2'\nto = 'MabelDev'\n[[loan]]\nid = 'l3'\nto = 'ann-ode'\n"},
			[]string{"loan/l1 to → people/ann", "loan/l2 to → people/mabel", "loan/l3 to → people/ann"}},
		{"one value by chance", map[string]string{"teams/docs.toml": "name = 'docs'\nhost = 'ann-ode'\n", "teams/web.toml": "name = 'web'\nhost = 'alpha'\n"}, nil},
		{"a UUID", map[string]string{
			"tasks/x.toml": "uid = '" + a + "'\nblocked_by = '" + b + "'\n", "tasks/y.toml": "uid = '" + b + "'\nblocked_by = 'weather'\n", "tasks/z.toml": "uid = '" + a + "0'\nblocked_by = 'permit'\n"},
			[]string{"tasks/x blocked_by → tasks/y"}},
		{"a value that two have", map[string]string{
			"tasks/x.toml": "uid = '" + a + "'\nparent = '" + a + "'\n", "tasks/y.toml": "uid = '" + a + "'\n", "tasks/z.toml": "uid = '" + b + "'\n"}, nil},
		{"the table of a record", map[string]string{
			"rules/x.toml": "v = 1\n[rule]\nrule_id = '" + a + "'\n", "rules/y.toml": "v = 1\n[rule]\nrule_id = '" + b + "'\nsupersedes = ['" + a + "']\n"},
			[]string{"rules/y rule.supersedes → rules/x"}},
		{"numbers", map[string]string{
			"items/sword.toml": "id = 12\nname = 'Sword'\n", "items/bow.toml": "id = 15\nname = 'Bow'\n",
			"monsters/rat.toml": "name = 'Rat'\nlevel = 12\ndrops = [{ item_id = 15 }, { item_id = 12 }]\n"},
			[]string{"monsters/rat drops → items/bow", "monsters/rat drops → items/sword"}},
		{"either may refer to the other", map[string]string{
			"a.toml": "[left.x]\nmark = 'red fox'\n[left.y]\nmark = 'old owl'\n", "b.toml": "[right.x]\nsign = 'red fox'\n[right.y]\nsign = 'old owl'\n"}, nil},
		{"the same page by chance", map[string]string{
			"a.toml": "[game.x]\nlink = 'https://a.example/1'\n[game.y]\nlink = 'https://a.example/2'\n[game.z]\nlink = 'https://a.example/3'\n[game.w]\nlink = 'https://a.example/4'\n",
			"b.toml": "[lesson.x]\nlink = 'https://a.example/1'\n[lesson.y]\nlink = 'https://b.example/2'\n[lesson.z]\nlink = 'https://b.example/3'\n"}, nil},
		{"versions and dates", map[string]string{
			"a.toml": "[release.x]\nversion = '1.2'\nday = '2024-01-02'\n[release.y]\nversion = '1.3'\nday = '2024-01-03'\n[release.z]\nversion = '1.4'\nday = '2024-01-04'\n",
			"b.toml": "[app.x]\nuses = '1.2'\nsince = '2024-01-02'\n[app.y]\nuses = '1.3'\nsince = '2024-01-03'\n"}, nil},
	} {
		files := c.files
		if files["tasks/x.toml"]+files["rules/x.toml"]+files["items/bow.toml"]+files["a.toml"] == "" {
			maps.Copy(files, people)
		}
		k := folder(t, files)
		got := allLinks(t, k)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.about, got, c.want)
		}
		for _, want := range c.want {
			found := false
			for _, link := range got {
				found = found || link == want
			}
			if !found {
				t.Errorf("%s: %v, want %s", c.about, got, want)
			}
		}
		same(t, c.about, findings(k))
	}
}

func TestTheManifestSaysWhatIdentifies(t *testing.T) {
	k := folder(t, map[string]string{
		"kb.toml":        "[kb]\nformat = 1\n[kinds.people]\nidentities = ['nick']\n[relations.host]\nto = 'people'\n",
		"people/a.toml":  "name = 'Ann'\nnick = 'foxy'\n",
		"people/b.toml":  "name = 'Bob'\nnick = 'owl'\n",
		"teams/doc.toml": "name = 'doc'\nhost = 'foxy'\n",
	})
	same(t, "links", links(t, k, "teams/doc"), "host → people/a")
	same(t, "findings", findings(k))
}
