package matrix_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/matrix"
)

// TestKindsAndRelationsCountEachLinkOnce compares with counts over the links of
// all records.
func TestKindsAndRelationsCountEachLinkOnce(t *testing.T) {
	for round := range uint64(100) {
		r := rand.New(rand.NewPCG(round, 21))
		k := kbtest.Read(t, randomCoast(r))
		for _, kind := range k.Kinds {
			if kind == k.SourceKind() {
				continue
			}
			kinds, relations := make(map[string]int), make(map[string]int)
			for _, e := range k.Entities {
				for _, s := range k.Record(e).Links {
					if s.To == e || k.IsSource(e) || s.Field.Path == "source" {
						continue
					}
					from, to := e.Kind == kind, s.To.Kind == kind
					if from || to {
						relations[s.Field.Path]++
					}
					if from {
						kinds[s.To.Kind.Name]++
					}
					if to && e.Kind != kind {
						kinds[e.Kind.Name]++
					}
				}
			}
			last := 1 << 30
			for _, related := range matrix.Kinds(k, kind.Entities) {
				if related.Kind == k.SourceKind() {
					continue
				}
				if related.Links != kinds[related.Kind.Name] || related.Links > last {
					t.Fatalf("round %d: %s to %s by %d links, want %d", round, kind.Name, related.Kind.Name, related.Links, kinds[related.Kind.Name])
				}
				last = related.Links
				delete(kinds, related.Kind.Name)
			}
			for _, related := range matrix.Relations(k, kind.Entities, nil) {
				if related.Links != relations[related.Field.Path] {
					t.Fatalf("round %d: %s by %s: %d links, want %d", round, kind.Name, related.Field.Path, related.Links, relations[related.Field.Path])
				}
				delete(relations, related.Field.Path)
			}
			if len(kinds)+len(relations) > 0 {
				t.Fatalf("round %d: of %s, %v and %v are missing", round, kind.Name, kinds, relations)
			}
		}
	}
}

// questions returns the questions of a reason about ships and ports, as row and
// column keys.
func questions(k *kb.KB, reason matrix.Reason) []string {
	table := matrix.Between(context.Background(), k, k.Kind("ship").Entities, k.Kind("port").Entities, matrix.Options{})
	var out []string
	for _, q := range matrix.Questions(table) {
		text := ""
		if q.Row >= 0 {
			text += table.Rows[q.Row].Entity.Key
		}
		if q.Column >= 0 {
			text += " " + table.Columns[q.Column].Entity.Key
		}
		if q.Reason == reason {
			out = append(out, text)
		}
	}
	return out
}

// fleet writes ships: the first atRiga call at riga, the others at a port of
// their own if elsewhere is set, else at none.
func fleet(ships, atRiga int, elsewhere bool) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.calls_at]\n[source.log]\n[port.riga]\n")
	for i := range ships {
		fmt.Fprintf(&b, "[ship.s%d]\n", i)
		switch {
		case i < atRiga:
			b.WriteString("calls_at = { to = 'riga', source = 'log', confidence = 'high' }\n")
		case elsewhere:
			fmt.Fprintf(&b, "calls_at = { to = 'p%d', source = 'log', confidence = 'high' }\n[port.p%d]\n", i, i)
		}
	}
	return b.String()
}

func TestUnlinkedEntitiesAreAskedAboutOnceHalfAreLinked(t *testing.T) {
	for _, test := range []struct{ ships, linked, asked int }{
		{4, 3, 0}, {5, 4, 1}, {8, 4, 4}, {9, 4, 0}, {9, 5, 4}, {10, 5, 5}, {11, 5, 0}, {6, 6, 0},
	} {
		if got := len(questions(kbtest.Read(t, fleet(test.ships, test.linked, false)), matrix.UnlinkedRow)); got != test.asked {
			t.Errorf("%d of %d ships are linked: %d questions, want %d", test.linked, test.ships, got, test.asked)
		}
	}
}

func TestALinkIsMissingWhereFourInFiveHaveIt(t *testing.T) {
	for _, test := range []struct{ ships, atRiga, asked int }{
		{10, 8, 2}, {10, 7, 0}, {5, 4, 1}, {4, 3, 0}, {15, 12, 3}, {16, 12, 0},
	} {
		got := questions(kbtest.Read(t, fleet(test.ships, test.atRiga, true)), matrix.MissingLink)
		if len(got) != test.asked {
			t.Errorf("%d of %d ships call at riga: %q", test.atRiga, test.ships, got)
		}
		for _, q := range got {
			if !strings.HasSuffix(q, " riga") {
				t.Errorf("%q is asked about", q)
			}
		}
	}
}
