package importer_test

import (
	"strings"
	"testing"

	"rihla/model/importer"
)

func TestShapesOfJSON(t *testing.T) {
	for _, c := range []struct{ name, json, want string }{
		{"a list", `[{"name":"A","n":1},{"name":"B"}]`, "x/a x/b"},
		{"lists by kinds", `{"firms":[{"id":"a"}],"towns":[{"id":"b"}]}`, "firms/a towns/b"},
		{"a wrapper", `{"total":2,"data":[{"id":"a"}]}`, "x/a"},
		{"another wrapper", `{"page":1,"firms":[{"id":"a"}]}`, "firms/a"},
		{"objects by keys", `{"a":{"n":1},"b":{"n":2}}`, "x/a x/b"},
		{"kinds by keys", `{"firm":{"a":{"n":1}},"town":{"b":{"n":2}}}`, "firm/a town/b"},
		{"one object", `{"name":"A","tags":["x"]}`, "x/a"},
		{"GeoJSON", `{"type":"FeatureCollection","features":[{"type":"Feature","id":"f","properties":{"p":1}}]}`, "x/f"},
		{"scalars", `[1,"two"]`, "x/1 x/two"},
		{"lines in a file of another name", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n", "x/a x/b"},
	} {
		i := read(t, importer.Options{}, "x.json", c.json)
		var got []string
		for _, k := range i.Kinds {
			for _, e := range k.Entities {
				got = append(got, k.Name+"/"+e.Key)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s\n%s", c.name, got, c.want, text(i))
		}
	}
}

func TestValuesOfJSONStayWhatTheyAre(t *testing.T) {
	got := text(read(t, importer.Options{}, "x.json", `[{"id":"a","big":123456789012345678901,"exp":1e400,"neg":-0,"f":1.50,"e":1e5,"deep":{"a":{"b":[{"c":[1,null,"x"]}]}},"none":null,"day":"2024-02-11","text":"007","list":[],"table":{},"é":"é\u0000","dup":1,"dup":2}]`))
	for _, want := range []string{
		`big    = "123456789012345678901"`, `exp    = "1e400"`, `neg    = "-0"`, "f      = 1.50", "e      = 1e5", `deep   = { a = { b = [{ c = [1, "x"] }] } }`, "day    = 2024-02-11", `text   = "007"`, "list   = []", "table  = {}", `e_2    = "é\u0000"`, "dup    = 2",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "none") {
		t.Error(got)
	}
	deep := text(read(t, importer.Options{}, "x.json", `[{"id":"a","deep":`+strings.Repeat(`{"a":`, 40)+"1"+strings.Repeat("}", 40)+"}]"))
	if !strings.Contains(deep, `\"a\"`) {
		t.Error(deep)
	}
}

func TestFollowTheMoney(t *testing.T) {
	entities := `{"id":"p1","caption":"Ann Lee","schema":"Person","properties":{"name":["Ann Lee","A. Lee"],"alias":["Annie"],"birthDate":["1977-06-16"],"country":["fr","us"]},"datasets":["d"]}
{"id":"c1","schema":"LegalEntity","properties":{"name":["Acme; Sons"]}}
{"id":"o1","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1"]}}
`
	statements := `{"canonical_id":"p1","entity_id":"x","prop":"name","schema":"Person","value":"Ann Lee","dataset":"d"}
{"canonical_id":"p1","entity_id":"y","prop":"name","schema":"Person","value":"A. Lee","dataset":"d"}
{"entity_id":"c1","prop":"name","schema":"LegalEntity","value":"Acme; Sons"}
{"entity_id":"o1","prop":"id","schema":"Ownership","value":"o1"}
{"entity_id":"o1","prop":"owner","schema":"Ownership","value":"p1"}
{"canonical_id":"p1","entity_id":"x","prop":"country","schema":"Person","value":"fr"}
{"canonical_id":"p1","entity_id":"x","prop":"country","schema":"Person","value":"us"}
{"entity_id":"o1","prop":"asset","schema":"Ownership","value":"c1"}
`
	for name, as := range map[string]string{"entities.ftm.json": entities, "statements.jsonl": statements} {
		i := read(t, importer.Options{}, name, as)
		got := text(i)
		for _, want := range []string{"[person.p1]\nname ", `name    = "Acme; Sons"`, "[legal-entity.c1]", `country   = ["fr", "us"]`, `"A. Lee"`, "[ownership.o1]"} {
			if !strings.Contains(strings.ReplaceAll(got, "country =", "country   ="), want) && !strings.Contains(strings.ReplaceAll(got, `name   = "Acme`, `name    = "Acme`), want) {
				t.Errorf("%s: no %s in\n%s", name, want, got)
			}
		}
		o := i.KB.Find("ownership", "o1")
		if links := i.KB.Record(o).Links; len(links) != 3 || i.Inputs[0].Format != importer.FTM || i.Inputs[0].Rows != 3 {
			t.Errorf("%s: %d links, %+v\n%s", name, len(links), i.Inputs, got)
		}
	}
}

func TestAColumnOfSourcesIsEvidence(t *testing.T) {
	i := read(t, importer.Options{}, "ships.csv", "id,crew,source\naino,12,log\nbore,9,https://example.org/bore\n", "source.csv", "id,name\nlog,The log\n")
	if got := text(i); !strings.Contains(got, `source = ["log", { to = "ships-csv", locator = "line 2" }]`) || !strings.Contains(got, `source = ["https://example.org/bore", { to = `) {
		t.Error(got)
	}
	plain := read(t, importer.Options{}, "ships.csv", "id,source\naino,hearsay\n")
	if got := text(plain); !strings.Contains(got, `source_text = "hearsay"`) {
		t.Error(got)
	}
}

func TestFollowTheMoneyOfOneEntityOrAList(t *testing.T) {
	one := `{"id":"c1","schema":"LegalEntity","properties":{"name":["Acme"]}}`
	for _, given := range []string{one + "\n", "[" + one + "]", "\n" + one + "\n\n" + one[:8] + "2" + one[8:] + "\n"} {
		i := read(t, importer.Options{}, "x.ftm.json", given)
		if got := text(i); i.Inputs[0].Format != importer.FTM || !strings.Contains(got, "[legal-entity.c1]\nname   = \"Acme\"") {
			t.Errorf("%s: %s\n%s", given, i.Inputs[0].Format, got)
		}
	}
}

func TestFeaturesHaveNamesAndLocations(t *testing.T) {
	i := read(t, importer.Options{}, "ports.geojson", `{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Saint-Malo","ships":3},"geometry":{"type":"Point","coordinates":[-2.0257,48.6493]}},
{"type":"Feature","id":7,"properties":{"name":"The bay","location":"west"},"geometry":{"type":"LineString","coordinates":[[-2,48],[-1,49]]}},
{"type":"Feature","properties":{"name":"Nowhere"},"geometry":null}]}`)
	got := text(i)
	for _, want := range []string{"name     = \"Saint-Malo\"", "location = [48.6493, -2.0257]", "ships    = 3", "[48.5, -1.5]", `"west"`, "LineString", `"Nowhere"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	for _, not := range []string{"properties", "Feature", "Point"} {
		if strings.Contains(got, not) {
			t.Errorf("%s in\n%s", not, got)
		}
	}
	if e := i.KB.Kind("ports").Entities[0]; len(i.Findings) > 0 || e.Label("en") != "Saint-Malo" {
		t.Errorf("%s %s", e.Label("en"), findings(i))
	}
}
