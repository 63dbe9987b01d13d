package evidence_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/evidence"
	"rihla/model/kbtest"
	"rihla/model/retract"
)

const fallen = `
[kb]
format = 1
[source.log]
publisher = "Harbour office"
[source.reprint]
derived_from = "log"
[source.letter]
publisher = "A captain"
[ship.aino]
source = "letter"
crew = 12
built = { value = 1901, source = ["log", "letter"] }
length = { value = 30, source = "log" }
width = { value = 8, source = ["log", "reprint"] }
`

// TestAFallenSourceCountsAsIfItWereRetracted compares what a base says of a source
// with what retract does to the base without that.
func TestAFallenSourceCountsAsIfItWereRetracted(t *testing.T) {
	said := kbtest.Read(t, strings.Replace(fallen, "[source.log]", "[source.log]\nretracted = 2024-05-01", 1))
	var got []string
	for c := range evidence.Claims(said, said.Lookup("ship/aino")) {
		got = append(got, fmt.Sprintf("%s %d of %d, %d origins, strength %.2f, sourced %v", c.Statement.Field.Path, len(c.Standing()), len(c.Evidence()), c.Origins(said), c.Strength(said), c.IsSourced()))
	}
	want := `crew 1 of 1, 1 origins, strength 0.75, sourced true
built 1 of 2, 1 origins, strength 0.75, sourced true
length 0 of 1, 0 origins, strength 0.00, sourced false
width 0 of 2, 0 origins, strength 0.00, sourced false`
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}

	k := kbtest.Read(t, fallen)
	loss, err := retract.Without(t.Context(), k, retract.WithReprints(k, k.Lookup("source/log"))...)
	if err != nil {
		t.Fatal(err)
	}
	lost := make(map[string]bool)
	for _, c := range loss.Claims {
		lost[c.Statement.Field.Path] = true
	}
	for c := range evidence.Claims(said, said.Lookup("ship/aino")) {
		if path := c.Statement.Field.Path; lost[path] == c.IsSourced() {
			t.Errorf("%s: lost by retraction %v, sourced %v where the source says so", path, lost[path], c.IsSourced())
		}
	}
	again, err := retract.Without(t.Context(), said, retract.WithReprints(said, said.Lookup("source/log"))...)
	if err != nil || len(again.Claims) != len(loss.Claims) {
		t.Errorf("with what has fallen fell %+v, %v; with it would fall %+v", again, err, loss)
	}
}
