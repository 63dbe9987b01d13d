package reader_test

import (
	"fmt"
	"maps"
	"reflect"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/say"
)

// views lists the views of a knowledge base: name, label, query.
func views(k *kb.KB) []string {
	out := []string{}
	for _, v := range k.Views {
		label, _ := k.TextIn(v.Label, "en")
		out = append(out, fmt.Sprintf("%s %q %q %s", v.Name, label, v.Query, k.Position(v.QueryPos)))
	}
	return out
}

func TestViewsKeepTheOrderOfTheManifest(t *testing.T) {
	k := folder(t, map[string]string{"a.toml": company, "kb.toml": manifest + `
[views.seats]
label = { fr = "Sièges", en = "Seats" }
query = "headquarters:austin"

[views.cyber]
query = "cyber"
`})
	same(t, "views", views(k), `seats "Seats" "headquarters:austin" kb.toml:27:9`, `cyber "" "cyber" kb.toml:30:9`)
	if label, other := k.TextIn(k.Views[0].Label, "fr"); label != "Sièges" || other != "" {
		t.Errorf("%q %q", label, other)
	}
	if at := k.Position(k.Views[1].Pos); at.Line != 29 {
		t.Errorf("cyber stands at %s", at)
	}
	same(t, "findings", findings(k))
}

func TestInvalidViewsAreFindings(t *testing.T) {
	k := folder(t, map[string]string{"a.toml": "[city.rabat]\n", "kb.toml": `
[views]
none = "cyber"
[views.empty]
[views.number]
query = 3
[views.list]
label = ["x"]
query = "x"
`})
	same(t, "findings", findings(k), "bad-type kb.toml:3:8", "missing-required kb.toml:4:1", "bad-type kb.toml:6:9", "bad-type kb.toml:8:9")
	if f := k.Findings[1]; !reflect.DeepEqual(f.Problem, say.ViewHasNoQuery.With(say.Key("empty"))) || !reflect.DeepEqual(f.Remedy, say.AddQuery.With()) {
		t.Errorf("%s, %s", f.Problem, f.Remedy)
	}
	same(t, "views", views(k), `list "" "x" kb.toml:9:9`)
}

// TestAManifestOfViewsDescribesNothing: with views alone, as much is inferred, and as
// little is a finding, as without a manifest.
var undescribed = map[string]string{
	"cities.toml":  cities + "location = 'by the sea'\n",
	"company.toml": "[company.a]\nseat = 'austin'\nsource = 'hearsay'\nurl = '#top'\nsummary = 3\n[company.b]\nseat = 'ATX'\n",
}

func TestAManifestOfViewsDescribesNothing(t *testing.T) {
	without := folder(t, undescribed)
	files := map[string]string{"kb.toml": "[views.x]\nquery = 'austin'\n"}
	maps.Copy(files, undescribed)
	with := folder(t, files)
	same(t, "views", views(with), `x "" "austin" kb.toml:2:9`)
	same(t, "entities", facts(t, with), facts(t, without)...)
	same(t, "findings", findings(&kb.KB{Findings: check.Run(with)}), findings(&kb.KB{Findings: check.Run(without)})...)
	if with.HasManifest {
		t.Error("views describe nothing")
	}
}

func TestViewsDoNotChangeTheRestOfTheirFile(t *testing.T) {
	const view = "[views.x]\nquery = 'austin'\nlabel = 'X'\n"
	for _, text := range []string{
		"[server]\nport = 80\n", "name = 'Alone'\n", "[company.a]\nname = 'A'\n", "version = 4\n[[package]]\nname = 'b'\n",
		"[kinds.rare]\nodd = 'yes'\n", "[relations.x]\nwith = 'home'\n", "[kb]\nsize = 3\n", "[kb.size]\nx = 1\n", "kinds = 3\n",
	} {
		k := file(t, "some.toml", text+view)
		without := file(t, "some.toml", text)
		same(t, text, facts(t, k), facts(t, without)...)
		same(t, text, findings(&kb.KB{Findings: check.Run(k)}), findings(&kb.KB{Findings: check.Run(without)})...)
		if len(k.Kinds) != len(without.Kinds) || k.Home != nil {
			t.Errorf("%q: %d kinds, %v", text, len(k.Kinds), k.Home)
		}
		if len(k.Views) != 1 || k.HasManifest {
			t.Errorf("%q: %v, %v", text, views(k), k.HasManifest)
		}
	}
	for _, text := range []string{"[server]\nport = 80\n", "name = 'Alone'\n", "[company.a]\nname = 'A'\n"} {
		k := folder(t, map[string]string{"kb.toml": text + view})
		same(t, text, facts(t, k), facts(t, folder(t, map[string]string{"kb.toml": text}))...)
		same(t, text, views(k), views(file(t, "kb.toml", text+view))...)
	}
}

func TestTablesCalledViewsNeedQueries(t *testing.T) {
	for _, text := range []string{
		"[views.home]\nlabel = 'Home'\n", "[views.home]\nquery = 'x'\nrows = 3\n", "[views.a]\nquery = 'x'\n[views.b]\nlabel = 'y'\n",
		"[views.a]\nquery = 3\n", "[[views]]\nquery = 'x'\n", "[views]\nquery = 'x'\n", "[views]\n",
	} {
		if k := file(t, "site.toml", text); len(k.Views) > 0 || len(k.Kinds) == 0 {
			t.Errorf("%q: %v, %v", text, views(k), addresses(k))
		}
	}
}
