package reader_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader"
)

// TestAGlanceKnowsTheNamesThatAllFilesHold compares the kinds, keys, fields and relations
// of Glance with those of Open.
func TestAGlanceKnowsTheNamesThatAllFilesHold(t *testing.T) {
	var text bytes.Buffer
	if err := generate.File(&text, generate.Options{Seed: 5, Entities: 1500}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "kb.toml")
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	glance, err := reader.Glance(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if !glance.Partial {
		t.Error("all is read")
	}
	if got, want := namesIn(glance), namesIn(whole); !slices.Equal(got, want) {
		t.Errorf("a glance knows\n%q, not\n%q", got, want)
	}
}

func namesIn(k *kb.KB) []string {
	var out []string
	for _, kind := range k.Kinds {
		out = append(out, fmt.Sprintf("%s %d %s %s", kind.Name, len(kind.Entities), kind.Entities[0].Key, kind.Entities[len(kind.Entities)-1].Key))
		for _, f := range kind.Fields {
			name := kind.Name + "." + f.Path
			for _, target := range f.Targets {
				name += " → " + target.Name
			}
			out = append(out, name)
		}
	}
	for _, r := range k.Relations {
		out = append(out, r.Name)
	}
	slices.Sort(out)
	return out
}

// TestAGlanceAtWhatIsNoFileOrIsOdd refuses a device, which may never end, and reads in full
// files that cannot be outlined.
func TestAGlanceAtWhatIsNoFileOrIsOdd(t *testing.T) {
	if _, err := reader.Glance(context.Background(), os.DevNull); err == nil {
		t.Error("a device is read")
	}
	path := filepath.Join(t.TempDir(), "kb.toml")
	text := append(bytes.Repeat([]byte("# much\n"), 100_000), "[thing.a]\nx = 1\n[thing.a]\nx = 2\n[thing.b]\n"...)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	k, err := reader.Glance(context.Background(), path)
	if err != nil || len(k.Entities) == 0 {
		t.Error(k, err)
	}
}
