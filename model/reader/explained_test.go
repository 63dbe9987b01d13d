package reader_test

import (
	"fmt"
	"testing"
)

// TestARelationIsExplainedByWhatItRestsOn: hits of total, examples, and what was
// rejected and why.
func TestARelationIsExplainedByWhatItRestsOn(t *testing.T) {
	k := file(t, "a.toml", `
[city.austin]
[city.rabat]
[person.ann]
seat = "austin"
order = "first"
[person.bob]
seat = "rabat"
order = "last"
[person.cyd]
seat = "austin"
order = "rabat"
[person.dan]
seat = "nowhere"
order = "last"
[person.eve]
seat = "rabat"
order = "first"
`)
	var got []string
	for _, r := range k.Inference.Relations {
		got = append(got, fmt.Sprintf("%s.%s → %s: %d of %d (%d), accepted %v, %s", r.Kind.Name, r.Field, r.To.Name, r.Hits, r.Total, r.Distinct, r.Accepted, r.Reason))
		for _, e := range r.Examples {
			got = append(got, fmt.Sprintf("  %s: %s → %s", e.From.Key, e.Ref, e.To.Key))
		}
		got = append(got, fmt.Sprintf("  not: %v", r.Misses))
	}
	same(t, "relations", got,
		"person.order → city: 1 of 5 (3), accepted false, enumeration", "  cyd: rabat → rabat", "  not: [first last]",
		"person.seat → city: 4 of 5 (3), accepted true, majority", "  ann: austin → austin", "  bob: rabat → rabat", "  not: [nowhere]")
}
