package compare

import (
	"testing"

	"rihla/ui/rich"
)

// TestSourcesAreNamedOnceWhereAllRelyOnThem asks where the numbers of sources stand
// in a cell of several things, and that nothing stands where there are none.
func TestSourcesAreNamedOnceWhereAllRelyOnThem(t *testing.T) {
	entry := func(text string, notes ...int) cellEntry {
		return cellEntry{spans: []rich.Span{rich.NewSpan(rich.Plain, text)}, notes: notes}
	}
	for _, c := range []struct {
		want   string
		things []cellEntry
	}{
		{"a", []cellEntry{entry("a")}},
		{"a · b", []cellEntry{entry("a"), entry("b")}},
		{"a [1]", []cellEntry{entry("a", 1)}},
		{"a · b · c [1][2]", []cellEntry{entry("a", 1, 2), entry("b", 1, 2), entry("c", 1, 2)}},
		{"a [1] · b [2]", []cellEntry{entry("a", 1), entry("b", 2)}},
		{"a · b [1]", []cellEntry{entry("a"), entry("b", 1)}},
		{"a [1] · b", []cellEntry{entry("a", 1), entry("b")}},
	} {
		if got := (rich.Line{Spans: joinEntries(c.things)}).Text(); got != c.want {
			t.Errorf("%q is set, not %q", got, c.want)
		}
	}
}
