package keys_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/keys"
)

// BenchmarkFind looks up the first key of the table, its last and none.
func BenchmarkFind(b *testing.B) {
	for _, msg := range []tea.KeyPressMsg{{Code: tea.KeyUp}, {Code: 'c', Mod: tea.ModCtrl}, {Code: 'ç', Text: "ç"}} {
		b.Run(msg.String(), func(b *testing.B) {
			for b.Loop() {
				keys.Find(keys.InList, msg)
			}
		})
	}
}
