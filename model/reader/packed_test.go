package reader

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader/files"
)

// opened reads a text as a single file, or as the only one of a folder.
func opened(t *testing.T, text string, folder bool) *kb.KB {
	t.Helper()
	b := newReading(context.Background(), Options{})
	b.isFolder, b.rootName = folder, "root"
	k, err := b.run([]files.Input{{Path: "a.toml", Size: int64(len(text)), Read: func() ([]byte, error) { return []byte(text), nil }}})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// everything lists the content of a knowledge base.
func everything(k *kb.KB) []string {
	var out []string
	for _, e := range k.Entities {
		r := k.Record(e)
		out = append(out, fmt.Sprintf("%s %v %v %v %v %v", e.Address(), e.Name, e.Aliases(), e.Disambiguator(), r.Summary, r.Body))
		for i := range r.Statements {
			s := &r.Statements[i]
			to := kb.Address("")
			if s.To != nil {
				to = s.To.Address()
			}
			out = append(out, fmt.Sprintf("%s %v %v %v %v", s.Field.Path, s.Value, to, s.InList, s.Pos))
			if s.Claim != nil {
				out = append(out, fmt.Sprintf("%v %d", s.Claim.Since, len(s.Claim.Evidence)))
			}
		}
		for i := range r.Facts {
			out = append(out, fmt.Sprintf("%v %v", r.Facts[i].Text, len(r.Facts[i].About)))
		}
	}
	for _, s := range k.TopLevel {
		out = append(out, fmt.Sprint(s.Field.Path, s.Value))
	}
	for _, f := range k.Findings {
		out = append(out, fmt.Sprint(f))
	}
	return out
}

// TestPackingChangesNothing compares reads with and without packing before linking.
func TestPackingChangesNothing(t *testing.T) {
	texts := map[string]string{}
	for name, o := range map[string]generate.Options{"keyed": {}, "elements": {Shape: generate.ArrayElements}, "chain": {Chain: true}} {
		o.Entities = 1500
		var b bytes.Buffer
		if err := generate.File(&b, o); err != nil {
			t.Fatal(err)
		}
		texts[name] = b.String()
	}
	long := strings.Repeat("# a line that takes room\n", 20_000)
	texts["mixed"] = "[kb]\nformat = 1\n[kinds.city]\nlabel = 'Cities'\n[[menu.main]]\nname = 'Home'\n" + long +
		"[[menu.main]]\nname = 'About'\n[[package]]\nname = 'a'\nversion = '1'\n[[package]]\nname = 'a'\nversion = '2'\n" +
		"[[package]]\nname = 'b'\ndependencies = ['a 1']\n[city]\nold = 'loose'\n[city.x]\nname = 'X'\n" + long + "[city.x.deep.er]\nk = 1\n"
	texts["config"] = "[server]\nport = 80\n[server.tls]\nfile = 'x'\n" + long + "[server.tls.more]\ny = 1\n[client]\nname = 'c'\n"
	texts["single"] = "title = 'Only'\n[sub.a]\nx = 1\n" + long + "[sub.b]\ny = 2\n[[rows]]\nz = 3\n"
	for name, text := range texts {
		for _, folder := range []bool{false, true} {
			plain := everything(opened(t, text, folder))
			before := packThreshold
			packThreshold = 0
			packed := everything(opened(t, text, folder))
			packThreshold = before
			if !reflect.DeepEqual(plain, packed) {
				for i := range plain {
					if i >= len(packed) || plain[i] != packed[i] {
						t.Fatalf("%s, folder %v: %d lines and %d; line %d: %s\nnot %s", name, folder, len(plain), len(packed), i, append(packed, "")[min(i, len(packed))], plain[i])
					}
				}
			}
		}
	}
}
