package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// said is what a text of the tests holds.
type said struct {
	names []string
	texts []string
}

// sayings invents texts out of few letters, so that much is found.
func sayings(r *rand.Rand, n int) []said {
	word := func() string {
		var b strings.Builder
		for range 1 + r.IntN(4) {
			b.WriteString([]string{"a", "B", "é", "œ", "-", "’", "日", "\x01"}[r.IntN(8)])
		}
		return b.String()
	}
	phrase := func() string {
		var b strings.Builder
		for range r.IntN(4) {
			b.WriteString(word())
			b.WriteString([]string{" ", "  ", "\n", "\t", "\u00a0", "\u3000"}[r.IntN(6)])
		}
		if r.IntN(2) == 0 {
			b.WriteString(word())
		}
		return b.String()
	}
	out := make([]said, n)
	for i := range out {
		for range r.IntN(3) {
			out[i].names = append(out[i].names, phrase())
		}
		for range r.IntN(3) {
			out[i].texts = append(out[i].texts, phrase())
		}
	}
	return out
}

func TestAnIndexFindsWhatLookingThroughAllFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 1, 63, 64, 65, 1024, 5000} {
		all := sayings(r, n)
		x := NewIndex(n, func(i int, t *Terms) {
			for _, name := range all[i].names {
				t.Name(name)
			}
			for _, text := range all[i].texts {
				t.Text(text)
			}
		})
		for range 60 {
			words := strings.Fields(Fold(sayings(r, 1)[0].query() + " " + []string{"a", "b", "e", "ab", "-e"}[r.IntN(5)]))
			words = words[:1+r.IntN(len(words))]
			compare(t, all, words, x.Find(words))
		}
	}
}

func (s said) query() string { return strings.Join(append(s.names, s.texts...), " ") }

// compare compares what was found with what a look at each text finds.
func compare(t *testing.T, all []said, words []string, f *Found) {
	t.Helper()
	found := f.Texts()
	if len(found) != f.Len() || !slices.IsSorted(found) {
		t.Fatalf("%d found, or not in order: %v", f.Len(), found)
	}
	asked := strings.Join(words, " ")
	var want []int32
	for i, s := range all {
		whole := Fold(strings.Join(append(slices.Clone(s.names), s.texts...), "\n"))
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(whole, w) }) {
			want = append(want, int32(i))
		}
	}
	if !slices.Equal(found, want) {
		t.Fatalf("%q: found %d, not %d", words, len(found), len(want))
	}
	for _, i := range found {
		begins := slices.ContainsFunc(all[i].names, func(name string) bool { return strings.HasPrefix(trimmed(name), asked) })
		is := slices.ContainsFunc(all[i].names, func(name string) bool { return trimmed(name) == asked })
		may, mayBe := f.MayBegin(i), f.MayBe(i)
		if begins && !may || is && !mayBe || len(words) == 1 && (begins != may || is != mayBe) {
			t.Fatalf("%q in %q: begins %v (%v), is %v (%v)", words, all[i].names, may, begins, mayBe, is)
		}
	}
	for i := range all {
		if f.Has(int32(i)) != slices.Contains(want, int32(i)) {
			t.Fatalf("%q: %d", words, i)
		}
	}
	first := f.First(true, func(int32) bool { return true })
	if at := slices.IndexFunc(found, f.MayBe); at < 0 && first >= 0 || at >= 0 && found[at] != first {
		t.Fatalf("%q: the first is %d", words, first)
	}
}

func trimmed(name string) string {
	return strings.Join(strings.FieldsFunc(Fold(name), func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }), " ")
}

func TestAnIndexOfManyTextsHasManyShards(t *testing.T) {
	const n = 200_000
	x := NewIndex(n, func(i int, t *Terms) { t.Name(fmt.Sprint("Thing ", i)) })
	if f := x.Find([]string{"199999"}); f.Len() != 1 || f.Texts()[0] != n-1 {
		t.Error(f.Texts())
	}
	if f := x.Find([]string{"thing"}); f.Len() != n || f.First(false, func(i int32) bool { return i > 150_000 }) != 150_001 {
		t.Error(f.Len())
	}
}
