package schema_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rihla/assets"
	"rihla/model/check"
	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/schema"
)

// compiled returns the compiled schema of a knowledge base, after validating it against
// draft-07.
func compiled(t *testing.T, k *kb.KB, o schema.Options) (*jsonschema.Schema, string) {
	t.Helper()
	var text bytes.Buffer
	if err := schema.Write(&text, k, o); err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("kb.json", document); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("kb.json")
	if err != nil {
		t.Fatalf("%v\n%.3000s", err, text.String())
	}
	return s, text.String()
}

// asJSON decodes a TOML file to the data model that JSON Schema validators of TOML use. It
// reports false for invalid TOML.
func asJSON(t *testing.T, text []byte) (any, bool) {
	t.Helper()
	var root map[string]any
	if _, err := toml.Decode(string(text), &root); err != nil {
		return nil, false
	}
	written, err := json.Marshal(plain(root))
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(written))
	return value, err == nil // encoding/json limits the depth
}

func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, of := range v {
			out[key] = plain(of)
		}
		return out
	case []map[string]any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plain(v[i])
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plain(v[i])
		}
		return out
	case time.Time:
		if v.Location().String() == "date-local" {
			return v.Format(time.DateOnly)
		}
		return v.Format(time.RFC3339)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return 0.5
		}
	}
	return v
}

// holds validates all files of a knowledge base against its schema, unless rihla itself
// reports errors.
func holds(t *testing.T, name string, k *kb.KB) string {
	t.Helper()
	s, text := compiled(t, k, schema.Options{Lang: "en"})
	hasErrors := false
	_ = check.Each(t.Context(), k, func(f kb.Finding) bool {
		hasErrors = hasErrors || f.Severity() == kb.Error
		return !hasErrors
	})
	if hasErrors {
		return text
	}
	for _, file := range k.Files {
		value, ok := asJSON(t, file.Text)
		if !ok {
			continue
		}
		if err := s.Validate(value); err != nil {
			t.Errorf("%s, %s: %.1500v", name, file.Path, err)
		}
	}
	return text
}

func TestTheFilesOfABaseAreAsItsSchemaSays(t *testing.T) {
	folder, err := fs.Sub(assets.FS, assets.Morocco)
	if err != nil {
		t.Fatal(err)
	}
	text := holds(t, "built in", kbtest.ReadFS(t, folder))
	for _, part := range []string{`"company.key"`, `"austin"`, `"$ref": "#/definitions/city.key"`, `"draft-07`, `"high"`} {
		if !strings.Contains(text, strings.Trim(part, "`")) && !strings.Contains(text, strings.ReplaceAll(part, `"draft-07`, "draft-07")) {
			t.Errorf("no %s", part)
		}
	}
	for name, o := range map[string]generate.Options{"keyed": {}, "elements": {Shape: generate.ArrayElements}, "whole": {Shape: generate.WholeFile}} {
		o.Seed, o.Entities = 3, 200
		var b bytes.Buffer
		if err := generate.File(&b, o); err != nil {
			t.Fatal(err)
		}
		holds(t, name, kbtest.Read(t, b.String()))
	}
	hostile := kbtest.Hostile()
	for i, name := range slices.Sorted(mapKeys(hostile)) {
		if i < kbtest.Rounds(len(hostile)) {
			holds(t, name, kbtest.Read(t, hostile[name]))
		}
	}
}

func mapKeys(of map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for key := range of {
			if !yield(key) {
				return
			}
		}
	}
}

// TestTheFilesOfStrangersAreAsTheirSchemasSay validates third-party files where available.
func TestTheFilesOfStrangersAreAsTheirSchemasSay(t *testing.T) {
	archives, err := filepath.Glob(filepath.Join("..", "reader", "testdata", "strangers", "*"))
	if err != nil || len(archives) == 0 {
		t.Fatal(archives, err)
	}
	for _, name := range archives {
		holds(t, name, kbtest.ReadFiles(t, filesIn(t, name)))
	}
}

func filesIn(t *testing.T, archive string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	name := ""
	for line := range strings.Lines(string(text)) {
		if in, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(line, " --\n") {
			name = strings.TrimSuffix(in, " --\n")
			continue
		}
		if strings.HasSuffix(name, ".toml") {
			files[name] += line
		}
	}
	return files
}

const boats = `
[kb]
format = 1
[kinds.boat]
require = ["name"]
[kinds.boat.fields.rig]
type = ["sloop", "ketch"]
[kinds.boat.fields.built]
type = "year"
[relations.berth]
from = "boat"
to = "quay"
[boat.merle]
name = "Merle"
rig = "sloop"
berth = "north"
[boat.heron]
name = "Heron"
berth = { to = "North Quay", since = 2020-01-01, source = "log" }
[quay.north]
name = "North Quay"
[source.log]
name = "The log"
`

// Errors that an editor reports by the schema, and valid entities that it accepts.
func TestASchemaTellsWhatIsWrong(t *testing.T) {
	s, _ := compiled(t, kbtest.Read(t, boats), schema.Options{Lang: "en"})
	for entity, isRight := range map[string]bool{
		"name = 'A'\nberth = 'north'":                                  true,
		"name = 'A'\nberth = 'quay/north'":                             true,
		"name = 'A'\nberth = 'North Quay'":                             true,
		"name = 'A'\nberth = ['north', { to = 'north', note = 'x' }]":  true,
		"name = 'A'\nrig = { value = 'ketch', source = 'log' }":        true,
		"name = 'A'\nbuilt = { value = 1900, confidence = 'unusual' }": true,
		"name = 'A'\nnew = [1, 'x']":                                   true,
		"name = 'A'\nberth = 'nroth'":                                  false,
		"name = 'A'\nbuilt = true":                                     false,
		"name = 'A'\nrig = 'slop'":                                     false,
		"berth = 'north'":                                              false,
	} {
		value, ok := asJSON(t, []byte("[boat.a]\n"+entity))
		if !ok {
			t.Fatal(entity)
		}
		if err := s.Validate(value); (err == nil) != isRight {
			t.Errorf("%s: %v", entity, err)
		}
	}
}

// The files that are one entity have a separate schema.
func TestTheSchemaOfOneKind(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{"boats/merle.toml": "name = 'Merle'\nberth = 'north'\n", "boats/heron.toml": "name = 'Heron'\nberth = 'north'\n", "quays/north.toml": "name = 'North'\ndepth = 3\n", "quays/south.toml": "name = 'South'\ndepth = 4\n"})
	holds(t, "files", k)
	s, _ := compiled(t, k, schema.Options{Kind: k.Kind("quays")})
	for text, isRight := range map[string]bool{"name = 'East'\ndepth = 5": true, "depth = 'deep'": false} {
		value, _ := asJSON(t, []byte(text))
		if err := s.Validate(value); (err == nil) != isRight {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestNothingIsLeftToStrictMode checks that each object schema sets additionalProperties.
func TestNothingIsLeftToStrictMode(t *testing.T) {
	_, text := compiled(t, kbtest.Read(t, boats), schema.Options{Lang: "en"})
	var root any
	if err := json.Unmarshal([]byte(text), &root); err != nil {
		t.Fatal(err)
	}
	var each func(path string, v any)
	each = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			if _, has := v["properties"].(map[string]any); has && v["type"] == "object" && v["additionalProperties"] == nil {
				t.Errorf("%s does not say", path)
			}
			if ref, has := v["$ref"]; has && len(v) > 1 {
				t.Errorf("%s: draft-07 takes nothing beside %v", path, ref)
			}
			for key, below := range v {
				each(path+"/"+key, below)
			}
		case []any:
			for i, below := range v {
				each(fmt.Sprint(path, "/", i), below)
			}
		}
	}
	each("", root)
}
