package reader

import (
	"fmt"
	"testing"

	"rihla/model/kb"
)

// TestRowsAreParallelByHowManyAreRepeated counts keys that two files define and
// keys that one of them does.
func TestRowsAreParallelByHowManyAreRepeated(t *testing.T) {
	for _, c := range []struct {
		both, one int
		manifest  bool
		want      bool
	}{
		{1, 0, false, false}, {1, 9, false, false},
		{2, 0, false, true}, {2, 1, false, false},
		{3, 9, false, true}, {3, 10, false, false}, {30, 0, false, true}, {30, 91, false, false},
		{30, 0, true, false},
	} {
		col := newCollector(&kb.KB{HasManifest: c.manifest})
		shared := make(map[identity][]*draft)
		for i := range c.both + c.one {
			id := identity{"rule", fmt.Sprint(i)}
			for range 1 + min(1, max(0, c.both-i)) {
				d := &draft{kind: id.kind, key: id.key, layout: keyedTable}
				col.drafts, shared[id] = append(col.drafts, d), append(shared[id], d)
			}
		}
		if got := col.parallelRows(shared)[rowsOf{"rule", ""}]; got != c.want {
			t.Errorf("%+v: %t", c, got)
		}
	}
}
