package generate_test

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"rihla/model/check"
	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader"
)

func TestTheSameOptionsGiveTheSameBytes(t *testing.T) {
	write := func(o generate.Options) []byte {
		var b bytes.Buffer
		if err := generate.File(&b, o); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	one := write(generate.Options{Seed: 7, Entities: 500})
	if !bytes.Equal(one, write(generate.Options{Seed: 7, Entities: 500})) {
		t.Error("the same options give different bytes")
	}
	if bytes.Equal(one, write(generate.Options{Seed: 8, Entities: 500})) {
		t.Error("another seed gives the same bytes")
	}
}

// TestShapesHaveTheSameContent counts the entities and links of each shape.
func TestShapesHaveTheSameContent(t *testing.T) {
	for name, o := range map[string]generate.Options{
		"keyed.toml":    {},
		"elements.toml": {Shape: generate.ArrayElements},
		"several":       {Files: 7},
		"single":        {Shape: generate.WholeFile},
		"chain.toml":    {Chain: true},
	} {
		for _, n := range []int{1, 7, 8, 400} {
			o.Entities = n
			path := filepath.Join(t.TempDir(), name)
			if err := generate.Write(path, o); err != nil {
				t.Fatal(err)
			}
			k, err := reader.Open(context.Background(), path, reader.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if errors, warnings, _ := check.Count(check.Run(k)); len(k.Entities) != n || errors+warnings > 0 {
				t.Errorf("%s, %d entities: %d, %d errors, %d warnings", name, n, len(k.Entities), errors, warnings)
			}
			if n == 400 {
				last := k.Entities[0]
				for _, e := range k.Kind("company").Entities {
					last = e
				}
				if len(linksOf(k, last, "headquarters")) != 1 || len(linksOf(k, last, "themes")) == 0 || len(linksOf(k, last, "parent")) != 1 {
					t.Errorf("%s: %s has %d links", name, last.Address(), k.Degree(last))
				}
			}
		}
	}
}

func linksOf(k *kb.KB, e *kb.Entity, field string) []*kb.Statement {
	var out []*kb.Statement
	for _, s := range k.Record(e).Links {
		if s.Field.Path == field {
			out = append(out, s)
		}
	}
	return out
}
