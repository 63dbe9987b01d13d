package reader

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"rihla/model/kb"
)

// TestSamplesOfPartsMergeIntoThatOfTheWhole compares with counting all values in one map.
func TestSamplesOfPartsMergeIntoThatOfTheWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	e := new(kb.Entity)
	for range 100 {
		n := 1 + r.IntN(3*maxSample)
		counts := make(map[string]int)
		var parts [3]sample
		var whole sample
		for range 4 * n {
			v := sampled{text: fmt.Sprint("v", r.IntN(n)), count: 1, from: e}
			v.hash = hashText(v.text)
			counts[v.text]++
			parts[r.IntN(3)].add(v)
			whole.add(v)
		}
		for _, other := range parts[1:] {
			parts[0].merge(other)
		}
		if len(parts[0]) != min(len(counts), maxSample) || len(whole) != len(parts[0]) {
			t.Fatalf("%d and %d values of %d", len(parts[0]), len(whole), len(counts))
		}
		for i, v := range whole {
			if m := parts[0][i]; v.count != counts[v.text] || m.text != v.text || m.count != v.count {
				t.Fatalf("%+v and %+v, want %d", v, m, counts[v.text])
			}
		}
		if d := whole.distinct(); len(counts) < maxSample && d != len(counts) || d < len(counts)/2 || d > 2*len(counts) {
			t.Fatalf("%d different values, want %d", d, len(counts))
		}
	}
}
