package reader

import (
	"bytes"
	"testing"
	"testing/fstest"
)

// FuzzManifest reads a base with any text as its manifest: each entity is found by its
// address, every finding lies in its file, and reading again gives the same.
func FuzzManifest(f *testing.F) {
	for _, text := range []string{
		"", "[kb]\nformat = 1\ntitle = 'T'\n", "[kb]\nformat = 1\nlanguages = ['en', 'fr']\n[kinds.ship]\nlabel = { en = 'Ship', fr = 'Navire' }\nbase = 'source'\n[kinds.ship.fields.built]\ntype = 'date'\n",
		"[relations.calls]\nfrom = 'ship'\nto = ['port', 'ship']\ninverse = 'called'\nsymmetric = true\n", "[views.old]\nkind = 'ship'\nquery = 'built:<1900'\nsort = 'built'\ncolumns = ['name']\n",
		"[kb]\nformat = 2\n[kinds]\nship = 1\n[relations.''.x]\n", "[[kinds.ship]]\n", "[refused]\nsame = [['ship/a', 'ship/b']]\n", "[kinds.ship.fields]\n'a.b' = { type = 'number', unit = 'm' }\n", "= broken",
	} {
		f.Add(text)
	}
	const ships = "[a]\nname = 'A'\nbuilt = 1900\ncalls = ['p', { to = 'b', since = 2001-02-03 }]\n[b]\nname = 'B'\nbuilt = '1901'\na.b = 3\ncalls = 'p'\n"
	f.Fuzz(func(t *testing.T, manifest string) {
		files := fstest.MapFS{"kb.toml": {Data: []byte(manifest)}, "ship.toml": {Data: []byte(ships)}, "port.toml": {Data: []byte("[p]\nname = 'P'\n")}}
		k, err := OpenFS(t.Context(), files, Options{})
		if err != nil {
			t.Skip(err)
		}
		for _, e := range k.Entities {
			if k.Lookup(e.Address()) != e {
				t.Errorf("%q: %s is not found", manifest, e.Address())
			}
			k.Record(e)
		}
		for _, finding := range k.Findings {
			if file, known := files[finding.Position.File]; finding.Position.File != "" && (!known || finding.Position.Line < 0 || finding.Position.Line > 1+bytes.Count(file.Data, []byte("\n"))) {
				t.Errorf("%q: %s at %s:%d", manifest, finding.Code, finding.Position.File, finding.Position.Line)
			}
		}
		again, err := OpenFS(t.Context(), files, Options{})
		if err != nil || len(again.Entities) != len(k.Entities) || len(again.Findings) != len(k.Findings) || len(again.Kinds) != len(k.Kinds) {
			t.Errorf("%q is read in two ways (%v)", manifest, err)
		}
	})
}
