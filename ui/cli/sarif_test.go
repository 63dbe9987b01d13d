package cli_test

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rihla/model/kb"
)

// publishedSchema is what OASIS publishes of SARIF 2.1.0.
func publishedSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("testdata", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestSARIFIsValidAgainstThePublishedSchema(t *testing.T) {
	schema := publishedSchema(t)
	dir := filepath.Join(t.TempDir(), "a b%é")
	for name, text := range map[string]string{
		"kb.toml": faulty, "odd %20 #?.toml": "[ship.\"\\u0001\\u202e\"]\nname = \"\\u001b]0;x\"\nbuilt = \"\xff\"\n", "-é.toml": "= 1\n",
	} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{dir, filepath.Join(dir, "kb.toml"), "", "../../model/check/testdata/teaching"} {
		args := []string{"check", "--format", "sarif"}
		if path != "" {
			args = append(args, "--kb", path)
		}
		r := run(t, args...)
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(r.out))
		if err != nil {
			t.Fatalf("%q: %v\n%s", path, err, r.out)
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%q: %v", path, err)
		}
	}
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	run(t, "check", "--format", "sarif", filepath.Join(dir, "kb.toml")).exits(1).decode(&log)
	first := log.Runs[0].Results[1]
	rules := log.Runs[0].Tool.Driver.Rules
	at := first.Locations[0].PhysicalLocation
	if len(rules) != len(kb.Codes()) || rules[first.RuleIndex].ID != first.RuleID || first.RuleID != "bad-type" || first.Level != "error" {
		t.Errorf("%+v of %d rules", first, len(rules))
	}
	if !strings.HasSuffix(at.ArtifactLocation.URI, "/a%20b%25%C3%A9/kb.toml") || at.Region.StartLine != 7 || at.Region.StartColumn != 9 {
		t.Errorf("at %+v", at)
	}
}

// TestSARIFNamesFilesWithAColonRelatively checks that a colon in a file name is not parsed
// as the end of a URI scheme (RFC 3986, 4.2).
func TestSARIFNamesFilesWithAColonRelatively(t *testing.T) {
	dir := folder(t, map[string]string{"a:b.toml": "= 1\n", "c/d:e.toml": "= 1\n"})
	t.Chdir(dir)
	out := run(t, "check", "--format", "sarif", ".").exits(1).prints(`"uri":"./a:b.toml"`, `"uri":"c/d:e.toml"`).out
	for part := range strings.SplitSeq(out, `"uri":"`) {
		uri, _, _ := strings.Cut(part, `"`)
		if u, err := url.Parse(uri); strings.HasSuffix(uri, ".toml") && (err != nil || u.IsAbs()) {
			t.Errorf("%s is absolute: %v", uri, err)
		}
	}
}

func TestSARIFOfNothingWrongIsValid(t *testing.T) {
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(run(t, "check", "--format", "sarif").exits(0).out))
	if err != nil {
		t.Fatal(err)
	}
	if err := publishedSchema(t).Validate(document); err != nil {
		t.Error(err)
	}
}
