package present

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"rihla/model/change"
	"rihla/model/kb"
)

// TestNewsAreCountedByKind compares random changes with a list of them.
func TestNewsAreCountedByKind(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var n News
	want := make(map[kb.Address]bool)
	for range 5000 {
		address := kb.Address(fmt.Sprintf("%c/%d", 'a'+random.IntN(3), random.IntN(5)))
		switch random.IntN(4) {
		case 0:
			n.Take(&change.Changes{Added: []kb.Address{address}})
			want[address] = true
		case 1:
			n.Take(&change.Changes{Changed: []kb.Address{address}})
			if _, isThere := want[address]; !isThere {
				want[address] = false
			}
		case 2:
			n.Take(&change.Changes{Gone: []kb.Address{address}})
			delete(want, address)
		default:
			n.See(address)
			delete(want, address)
		}
		kinds := make(map[string]int)
		for address, isNew := range want {
			kinds[address.Kind()]++
			if !n.Has(address) || n.IsNew(address) != isNew {
				t.Fatalf("%s: %v, %v", address, n.Has(address), n.IsNew(address))
			}
		}
		for _, kind := range []string{"a", "b", "c"} {
			if got := n.Len(&kb.Kind{Name: kind}); got != kinds[kind] {
				t.Fatalf("%d of kind %s, not %d", got, kind, kinds[kind])
			}
		}
		if n.Len(nil) != len(want) {
			t.Fatalf("%d, not %d", n.Len(nil), len(want))
		}
	}
	if n.Take(&change.Changes{Added: make([]kb.Address, mostNews+1)}); n.Len(nil) > 0 {
		t.Errorf("%d news", n.Len(nil))
	}
	var none *News
	if none.Has("a/1") || none.IsNew("a/1") || none.Len(nil) > 0 {
		t.Error("nil has news")
	}
}
