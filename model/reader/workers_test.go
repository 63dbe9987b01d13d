package reader

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rihla/model/generate"
	"rihla/model/parallel"
)

// TestTheNumberOfWorkersDoesNotMatter compares content and order.
func TestTheNumberOfWorkersDoesNotMatter(t *testing.T) {
	var b bytes.Buffer
	if err := generate.File(&b, generate.Options{Entities: 3000}); err != nil {
		t.Fatal(err)
	}
	for i := range 2000 {
		fmt.Fprintf(&b, "[note.n%d]\nfield%d = 'x'\nmore.field%d = \"t\\u200bext\"\ncity = 'nowher%d'\n", i, i*7%900, i%11, i)
		if i%3 == 0 {
			fmt.Fprintf(&b, "facts = [{ text = 'said', about = ['note/n%d', 'gone'] }]\n", i/2)
		}
	}
	before := parallel.Workers
	defer func() { parallel.Workers = before }()
	read := func(workers int) []string {
		parallel.Workers = workers
		k := opened(t, b.String(), false)
		out := everything(k)
		for _, kind := range k.Kinds {
			for _, f := range kind.Fields {
				out = append(out, kind.Name+" "+f.Path)
			}
		}
		for _, r := range k.Relations {
			out = append(out, r.Name+" from "+strings.Join(r.From, ",")+" to "+strings.Join(r.To, ","))
		}
		return out
	}
	want := read(1)
	for _, workers := range []int{2, 3, 8} {
		if got := read(workers); !reflect.DeepEqual(got, want) {
			for i := range want {
				if i >= len(got) || got[i] != want[i] {
					t.Fatalf("%d workers read %d lines, not %d; line %d is %s, not %s", workers, len(got), len(want), i, append(got, "")[min(i, len(got))], want[i])
				}
			}
			t.Fatalf("%d workers read %d lines more", workers, len(got)-len(want))
		}
	}
}
