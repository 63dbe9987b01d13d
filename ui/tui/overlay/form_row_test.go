package overlay

import (
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/words"
)

// TestARowOfAllEntitiesTakesTheFocusAtOnce checks that an empty row visits only a few of its
// offers, but counts all of them.
func TestARowOfAllEntitiesTakesTheFocusAtOnce(t *testing.T) {
	const n = 100_000
	r := newFormRow(words.RowValue, func() *offers {
		name := func(i int) string { return "entity " + strconv.Itoa(i) }
		return &offers{n: n, text: name, value: name, line: func(i int) (string, string) { return name(i), "" }}
	})
	r.changed = func() tea.Cmd { return nil }
	r.focus()
	if len(r.left) > mostUntyped || r.countLeft() != n {
		t.Errorf("of %d offers, %d are gone through and %d counted", n, len(r.left), r.countLeft())
	}
	if r.step(-1); r.meant() != "entity "+strconv.Itoa(mostUntyped-1) {
		t.Errorf("the offer before the first is %q", r.meant())
	}
}
