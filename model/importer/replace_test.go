package importer

import (
	"slices"
	"testing"
)

// TestAManifestGetsWhatItLacks merges the manifest of an import into one of a person.
func TestAManifestGetsWhatItLacks(t *testing.T) {
	const manifest = "[kb]\nformat = 1\nstrict = false\n\n[kinds.ships]\nat = \"ships.*\"\n\n[relations.port]\nfrom = [\"ships\", \"boats\"]\nto = [\"ports\"]\n"
	for _, c := range []struct {
		old, want string
		added     []string
	}{
		{"", "[kinds.ships]\nat = \"ships.*\"\n\n[relations.port]\nfrom = [\"ships\", \"boats\"]\nto = [\"ports\"]\n", []string{"kinds.ships", "relations.port"}},
		{"# mine\n[kb]\ntitle = 'T' # t\n\n[relations.port]\nlabel = 'in'\nfrom = 'ships' # c\n", "# mine\n[kb]\ntitle = 'T' # t\n\n[relations.port]\nlabel = 'in'\nfrom = ['ships', 'boats'] # c\n\n[kinds.ships]\nat = 'ships.*'\n", []string{"kinds.ships", `relations.port.from "boats"`}},
		{manifest, manifest, nil},
	} {
		got, added, err := Merge([]byte(c.old), []byte(manifest))
		if err != nil || string(got) != c.want || !slices.Equal(added, c.added) {
			t.Errorf("%q is merged to %v, %q\n%s\nnot\n%s", c.old, err, added, got, c.want)
		}
	}
	if _, _, err := Merge([]byte("[kb\n"), []byte(manifest)); err == nil {
		t.Error("a manifest that is not TOML is merged")
	}
}
