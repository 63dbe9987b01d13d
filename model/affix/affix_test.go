package affix

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestEndsInCommon changes random texts at one place, and compares byte by byte.
func TestEndsInCommon(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := bytes.Repeat([]byte{'a'}, r.IntN(3*step))
		b := bytes.Clone(a)
		for range r.IntN(3) {
			at := r.IntN(len(b) + 1)
			b = append(b[:at:at], append([]byte("xy"[:1+r.IntN(2)]), b[min(len(b), at+r.IntN(3)):]...)...)
		}
		prefix, suffix := 0, 0
		for prefix < min(len(a), len(b)) && a[prefix] == b[prefix] {
			prefix++
		}
		for suffix < min(len(a), len(b)) && a[len(a)-1-suffix] == b[len(b)-1-suffix] {
			suffix++
		}
		if p, s := Prefix(a, b), Suffix(a, b); p != prefix || s != suffix {
			t.Fatalf("%d and %d bytes: %d and %d in common, not %d and %d", len(a), len(b), p, s, prefix, suffix)
		}
	}
}
