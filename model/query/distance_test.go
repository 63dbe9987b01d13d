package query

import (
	"testing"
	"testing/quick"
)

// slow is the definition of the edit distance.
func slow(a, b []rune) int {
	switch {
	case len(a) == 0:
		return len(b)
	case len(b) == 0:
		return len(a)
	case a[0] == b[0]:
		return slow(a[1:], b[1:])
	}
	changed := 1 + min(slow(a[1:], b), slow(a, b[1:]), slow(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		return min(changed, 1+slow(a[2:], b[2:]))
	}
	return changed
}

func TestDistanceAgreesWithARecursiveOne(t *testing.T) {
	same := func(x, y [6]uint8, nx, ny uint8) bool {
		a, b := letters(x, nx), letters(y, ny)
		for most := range 8 {
			if want := min(slow([]rune(a), []rune(b)), most+1); Distance(a, b, most) != want {
				t.Logf("Distance(%q, %q, %d) = %d, want %d", a, b, most, Distance(a, b, most), want)
				return false
			}
		}
		return true
	}
	if err := quick.Check(same, &quick.Config{MaxCount: 500}); err != nil {
		t.Error(err)
	}
}

// letters makes a short word of few letters.
func letters(x [6]uint8, n uint8) string {
	out := ""
	for _, c := range x[:int(n)%7] {
		out += []string{"a", "é", "z"}[c%3]
	}
	return out
}
