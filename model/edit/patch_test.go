package edit_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
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

// linesOf is Lines of whole texts.
func linesOf(c edit.Change) (first int, removed, added []string) {
	split := func(text []byte) []string {
		if len(text) == 0 {
			return nil
		}
		return strings.Split(strings.TrimSuffix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"), "\n")
	}
	removed, added = split(c.Before), split(c.After)
	for len(removed) > 0 && len(added) > 0 && removed[0] == added[0] {
		removed, added = removed[1:], added[1:]
		first++
	}
	for len(removed) > 0 && len(added) > 0 && removed[len(removed)-1] == added[len(added)-1] {
		removed, added = removed[:len(removed)-1], added[:len(added)-1]
	}
	return first + 1, removed, added
}

func TestTheLinesOfAChangeAreThoseOfTheTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	newline := "\n"
	text := func() []byte {
		var out []byte
		for range r.IntN(8) {
			out = append(out, []string{"a", "b", ""}[r.IntN(3)]+newline...)
		}
		return out
	}
	for range 20_000 {
		newline = []string{"\n", "\r\n"}[r.IntN(2)]
		c := edit.Change{Before: text(), After: text()}
		if r.IntN(2) == 0 {
			head, tail := text(), text()
			c.Before = append(append(bytes.Clone(head), c.Before...), tail...)
			c.After = append(append(bytes.Clone(head), c.After...), tail...)
		}
		if r.IntN(2) == 0 {
			c.Before, c.After = bytes.TrimSuffix(c.Before, []byte(newline)), bytes.TrimSuffix(c.After, []byte(newline))
		}
		first, removed, added := c.Lines()
		wantFirst, wantRemoved, wantAdded := linesOf(c)
		if first != wantFirst || !slices.Equal(removed, wantRemoved) || !slices.Equal(added, wantAdded) {
			t.Fatalf("%q to %q: %d %q %q, not %d %q %q", c.Before, c.After, first, removed, added, wantFirst, wantRemoved, wantAdded)
		}
	}
}
