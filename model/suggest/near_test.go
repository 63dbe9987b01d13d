package suggest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// areNear is the slow way: each name with each.
func areNear(e, other *kb.Entity) bool {
	near := false
	eachName(e, func(name string) {
		eachName(other, func(name2 string) {
			a, b := plainName(name), plainName(name2)
			near = near || len(a) >= minLongName && len(b) >= minLongName && isOneLetterApart([]rune(a), []rune(b))
		})
	})
	return near
}

// TestNearNamesAreThoseOfAllComparisons has three entities at most, so that no feature
// is too usual.
func TestNearNamesAreThoseOfAllComparisons(t *testing.T) {
	near := 0
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 22))
		name := func() string {
			letters := []rune("aabé1 ")
			var b strings.Builder
			b.WriteString(strings.Repeat("a", 9+r.IntN(3)))
			for range r.IntN(5) {
				b.WriteRune(letters[r.IntN(len(letters))])
			}
			return b.String()
		}
		var b strings.Builder
		for i := range 3 {
			fmt.Fprintf(&b, "[thing.t%d]\nname = '%s'\naliases = [", i, name())
			for range r.IntN(4) {
				fmt.Fprintf(&b, "'%s', ", name())
			}
			b.WriteString("]\n")
		}
		k := kbtest.ReadFiles(t, map[string]string{"a.toml": b.String()})
		for _, kind := range k.Kinds {
			got := make(map[[2]*kb.Entity]bool)
			for _, pair := range newIndex(k).pairs(kind, NearName) {
				got[pair] = true
			}
			for i, e := range kind.Entities {
				for _, other := range kind.Entities[:i] {
					pair := orderedPair(e, other)
					if want := areNear(e, other); got[pair] != want {
						t.Fatalf("seed %d: %s and %s: %v, not %v, of\n%s", seed, e.Key, other.Key, got[pair], want, &b)
					} else if want {
						near++
					}
				}
			}
		}
	}
	if near < 100 {
		t.Errorf("only %d are near", near)
	}
}
