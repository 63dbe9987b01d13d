package overlay

import (
	"math/rand/v2"
	"testing"

	"rihla/ui/tui/keys"
)

// TestTheCursorIsOnAnItemThatIsSeen moves, clicks and scrolls at random among
// groups of any size, on screens of any height.
func TestTheCursorIsOnAnItemThatIsSeen(t *testing.T) {
	acts := []keys.Action{keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown, keys.Top, keys.Bottom, keys.NextTab, keys.PrevTab}
	r := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		p := picker{head: r.IntN(3)}
		titled := r.IntN(2) == 0
		for group := range r.IntN(6) {
			if titled {
				p.rows = append(p.rows, row{group, title})
			}
			for item := range 1 + r.IntN(5) {
				p.rows = append(p.rows, row{group, item})
			}
		}
		p.act(keys.Top)
		for range 60 {
			var drawn []int
			height := 1 + r.IntN(9)
			p.draw(height, func(at int) string {
				drawn = append(drawn, at)
				return ""
			})
			if len(drawn) != min(height, len(p.rows)) {
				t.Fatalf("%d rows are drawn of %d in %d lines", len(drawn), len(p.rows), height)
			}
			if len(p.rows) > 0 && (!p.hasCursor() || p.cursor < drawn[0] || p.cursor > drawn[len(drawn)-1]) {
				t.Fatalf("the cursor is on row %d of %v, of which %v are seen", p.cursor, p.rows, drawn)
			}
			switch r.IntN(4) {
			case 0:
				line := r.IntN(12) - 1
				before := p.cursor
				ok, again := p.click(line)
				at := p.offset + line - p.head
				isItem := line >= p.head && line < p.head+len(drawn) && p.rows[at].item != title
				if ok != isItem || again != (isItem && at == before) || ok && p.cursor != at {
					t.Fatalf("a click on line %d of %v: %v, %v; the cursor went from %d to %d", line, p.rows, ok, again, before, p.cursor)
				}
			case 1:
				p.Scroll(r.IntN(9) - 4)
			default:
				p.act(acts[r.IntN(len(acts))])
			}
		}
	}
}
