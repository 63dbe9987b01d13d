package search_test

import (
	"context"
	"os"
	"testing"

	"github.com/BurntSushi/toml"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/search"
)

// judged is what a person expects of a search of the built-in knowledge base.
type judged struct {
	Query string
	First kb.Address   // comes first, unless empty
	Five  []kb.Address // are among the first five
	Why   string
}

func judgments(t *testing.T) []judged {
	t.Helper()
	text, err := os.ReadFile("testdata/judged.toml")
	if err != nil {
		t.Fatal(err)
	}
	var table struct{ Judged []judged }
	meta, err := toml.Decode(string(text), &table)
	if err != nil {
		t.Fatal(err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		t.Fatalf("nobody reads %v", unknown)
	}
	return table.Judged
}

func TestJudgedQueriesExpectWhatTheBaseHolds(t *testing.T) {
	k, asked := kbtest.BuiltIn(t), make(map[string]bool)
	all := judgments(t)
	if len(all) < 75 {
		t.Errorf("%d queries are too few to judge by", len(all))
	}
	for _, j := range all {
		if j.Query == "" || j.Why == "" || asked[j.Query] {
			t.Errorf("%q is asked twice, or without a reason", j.Query)
		}
		asked[j.Query] = true
		if len(j.Five) == 0 || len(j.Five) > 5 || j.First != "" && j.Five[0] != j.First {
			t.Errorf("%q: %q do not fit in five, with %q before them", j.Query, j.Five, j.First)
		}
		expected := make(map[kb.Address]bool)
		for _, a := range j.Five {
			if expected[a] || k.Lookup(a) == nil {
				t.Errorf("%q: %q is expected twice, or is not in the base", j.Query, a)
			}
			expected[a] = true
		}
	}
}

// TestJudgedQueriesFindWhatAPersonExpects runs every judged query. The score is
// the mean reciprocal rank of what should be first.
func TestJudgedQueriesFindWhatAPersonExpects(t *testing.T) {
	x := search.NewIndex(kbtest.BuiltIn(t))
	x.Build(context.Background())
	sum, judged, right := 0.0, 0, 0
	all := judgments(t)
	for _, j := range all {
		q, problem := x.Parse(j.Query)
		if problem != nil {
			t.Errorf("%s: %+v", j.Query, *problem)
			continue
		}
		hits := x.Find(q).Best(0)
		place := make(map[kb.Address]int)
		for i, h := range hits {
			place[h.Entity.Address()] = i + 1
		}
		ok := true
		if j.First != "" {
			judged++
			if place[j.First] > 0 {
				sum += 1 / float64(place[j.First])
			}
			ok = place[j.First] == 1
		}
		for _, address := range j.Five {
			ok = ok && place[address] > 0 && place[address] <= 5
		}
		if ok {
			right++
			continue
		}
		var got []kb.Address
		for _, h := range hits[:min(6, len(hits))] {
			got = append(got, h.Entity.Address())
		}
		t.Errorf("%s (%s):\n  want %s first of %s\n  got  %s", j.Query, j.Why, j.First, j.Five, got)
	}
	t.Logf("%d of %d queries as judged; mean reciprocal rank %.3f of %d", right, len(all), sum/float64(judged), judged)
}
