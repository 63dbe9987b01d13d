package query_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/query"
)

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		written, meant string
		want           query.Slip
	}{
		{"soruce", "source", query.Swapped}, {"nmae", "name", query.Swapped}, {"sumary", "summary", query.Typed}, {"basedin", "based_in", query.Typed},
		{"supervizor", "supervisor", query.Typed}, {"labs", "lab", query.Plural}, {"lab", "labs", query.Plural}, {"alias", "aliases", query.Plural},
		{"lieu", "lieux", query.Plural}, {"Name", "name", query.Typed}, {"name", "name", query.NoSlip}, {"line1", "line2", query.NoSlip},
		{"x86", "x64", query.NoSlip}, {"line", "line1", query.NoSlip}, {"owner", "author", query.NoSlip}, {"", "a", query.Typed}, {"caf\xe9", "cafe", query.Typed},
	} {
		if got := query.SlipOf(c.written, c.meant); got != c.want {
			t.Errorf("%q for %q: %d, want %d", c.written, c.meant, got, c.want)
		}
	}
}

// What is found among many names is what comparing with each of them finds.
func TestSlipsAreFoundAmongMany(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		b := make([]rune, r.IntN(7))
		for i := range b {
			b[i] = []rune("abesé")[r.IntN(5)]
		}
		return string(b)
	}
	new(query.Slips).Add("\xc3e\xe9") // what is no UTF-8 does no harm
	for range 300 {
		var slips query.Slips
		all := make(map[string]bool)
		for range 40 {
			if w := word(); !all[w] {
				all[w] = true
				slips.Add(w)
			}
		}
		for range 20 {
			written := word()
			var got, want []string
			slips.Of(written, func(meant string, _ query.Slip) { got = append(got, meant) })
			for name := range all {
				if query.SlipOf(written, name) != query.NoSlip {
					want = append(want, name)
				}
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Fatalf("%q: %q, not %q", written, got, want)
			}
		}
	}
}
