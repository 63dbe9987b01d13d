package keys_test

import (
	"testing"

	"rihla/ui/tui/keys"
)

// BenchmarkFind looks up the first key of the table, its last and none.
func BenchmarkFind(b *testing.B) {
	for _, name := range []string{"up", "ctrl+c", "ç"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				keys.Find(keys.InList, name)
			}
		})
	}
}
