package edit_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"rihla/model/edit"
)

// TestPatchesLeadThereAndBack compares patches of random changes with the changes.
func TestPatchesLeadThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func() []byte {
		if r.IntN(8) == 0 {
			return nil
		}
		b := make([]byte, 0, 8)
		for range r.IntN(8) {
			b = append(b, "ab\n"[r.IntN(3)])
		}
		return b
	}
	endsLine := func(text []byte) bool { return bytes.HasSuffix(text, []byte("\n")) }
	for range 5000 {
		c := edit.Change{File: "a.toml", Before: text(), After: text()}
		p := c.Patch()
		for _, way := range []struct {
			p        edit.Patch
			from, to []byte
		}{{p, c.Before, c.After}, {p.Reverse(), c.After, c.Before}, {p.Reverse().Reverse(), c.Before, c.After}} {
			got, ok := way.p.Apply(way.from)
			if !ok || !bytes.Equal(got, way.to) || (got == nil) != (way.to == nil) {
				t.Fatalf("%q → %q: %q, %v", way.from, way.to, got, ok)
			}
			if way.p.IsNew() != (way.from == nil) || way.p.IsRemoval() != (way.to == nil) {
				t.Fatalf("%q → %q is new or a removal", way.from, way.to)
			}
			if other := text(); !bytes.Equal(other, way.from) || (other == nil) != (way.from == nil) {
				if got, ok := way.p.Apply(other); ok {
					t.Fatalf("%q → %q: %q became %q", way.from, way.to, other, got)
				}
			}
		}
		if first, removed, added := c.Lines(); endsLine(c.Before) && endsLine(c.After) && len(removed) > 0 && removed[0] != "" && len(added) > 0 && added[0] != "" && p.Line(c.Before) != first {
			t.Fatalf("%q → %q: line %d, not %d", c.Before, c.After, p.Line(c.Before), first)
		}
	}
}
