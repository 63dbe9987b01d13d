package plain_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/ui/plain"
)

// ships is a base with two kinds, the first with several values per field.
const ships = `[kb]
format = 1
[kinds.ship]
label = { en = "Ships" }
[kinds.port]
[relations.home]
to = "port"
[ship.ada]
name = "Ada"
home = "lima"
flag = "PE"
[ship.bea]
name = "Bea"
home = "lima"
flag = "CL"
[ship.cyd]
name = "Cyd"
home = "callao"
[port.lima]
name = "Lima"
[port.callao]
name = "Callao"
`

// TestFacetsAndFrequenciesAreSaid counts the values of a list, and filters it by two facet
// values in turn.
func TestFacetsAndFrequenciesAreSaid(t *testing.T) {
	var said bytes.Buffer
	in := &typed{t: t, said: &said, lines: []string{"f", "ships", "f", "#1", "f", "1", "F", "F home", "1", "b", "S", "F nothing", "0", "F"}}
	err := plain.Run(context.Background(), plain.Options{
		Open: func(context.Context, reader.Options) (*kb.KB, error) { return kbtest.Read(t, ships), nil },
		Lang: "en", Input: in, Output: &said, Size: func() (int, int) { return 80, 60 },
	})
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range [][]string{
		1: {"unknown command"}, 2: {"Ships: 3 entities"}, 3: {"Ships, Facets", "Home", "#1 Lima, 2", "#2 Callao, 1", "Flag"},
		4: {"Ships, /home:lima: 2 results", "Ada", "Bea"}, 5: {"#1 Lima, 2, chosen", "#2 Callao, 1"}, 6: {"Ships: 3 entities"},
		7: {"which field?", "Home", "Flag"}, 8: {"Home: 3 entities, 2 distinct values", "#1 Lima: 2, 67%", "#2 Callao: 1, 33%"},
		9: {"/home:lima: 2 results"}, 10: {"#1 Lima: 2, 67%"}, 11: {"#1 Callao: 1, 33%", "#2 Lima"}, 12: {"which field?"}, 14: {"no list"},
	} {
		for _, text := range want {
			if got := in.answer(n); !strings.Contains(strings.ToLower(got), strings.ToLower(text)) {
				t.Errorf("answer %d lacks %q:\n%s", n, text, got)
			}
		}
	}
}
