package compare

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/theme"
	"rihla/ui/tui/widget"
)

// TestMarksSayWhereRowsGoOn scrolls comparisons at random, on screens of any size: the
// marks at the right edge agree with the count of all lines.
func TestMarksSayWhereRowsGoOn(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	colours := theme.New(true, colorprofile.ASCII)
	for _, p := range []*Page{comparing(t, 7, 30), comparing(t, 2, 3), comparing(t, 1, 1)} {
		for range 800 {
			if r.IntN(4) == 0 {
				p.SetSize(30+r.IntN(150), 1+r.IntN(50))
			}
			p.Act(known[r.IntN(len(known))])
			head := len(p.title) + len(p.head.Lines)
			view := p.View(colours)
			if len(view) <= head {
				continue
			}
			all, before := 0, 0
			for row := 0; row <= p.last(); row++ {
				if row == p.top.row {
					before = all + p.top.line
				}
				all += p.lineCount(row)
			}
			seen := len(view) - head
			above, below := before > 0, before+seen < all
			first, last := ansi.Strip(view[head]), ansi.Strip(view[len(view)-1])
			want := [2]string{widget.More(above, false), widget.More(false, below)}
			if seen == 1 {
				want = [2]string{widget.More(above, below), widget.More(above, below)}
			}
			for i, line := range []string{first, last} {
				if got := strings.HasSuffix(line, want[i]); !got || want[i] == "" && strings.ContainsAny(line[max(0, len(line)-3):], theme.MoreAbove+theme.MoreBelow+theme.MoreBoth) {
					t.Fatalf("%d×%d: %q does not end in %q; lines %d to %d of %d", p.width, p.height, line, want[i], before, before+seen, all)
				}
			}
		}
	}
}
