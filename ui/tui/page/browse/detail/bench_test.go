package detail

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
)

// BenchmarkLongEntity shows an entity of many fields, scrolls it, looks for a field
// in it, and draws it after each key.
func BenchmarkLongEntity(b *testing.B) {
	for _, n := range []int{5_000, 50_000} {
		var text strings.Builder
		text.WriteString("[settings.all]\n")
		for i := range n / 5 {
			for _, key := range []string{"owner", "max_connections", "enabled", "description", "tags"} {
				fmt.Fprintf(&text, "app-%d.%s = \"%s of %d\"\n", i, key, key, i)
			}
		}
		k := kbtest.Read(b, text.String())
		v, look := present.NewVoice(k, "en"), theme.New(true, colorprofile.TrueColor)
		fresh := func() *Page {
			p := New(v)
			p.SetSize(80, 34)
			p.Show(k.Entities[0])
			return p
		}
		b.Run(fmt.Sprint(n, "/show"), func(b *testing.B) {
			for b.Loop() {
				fresh()
			}
		})
		p := fresh()
		b.Run(fmt.Sprint(n, "/show again"), func(b *testing.B) {
			for b.Loop() {
				p.Show(nil)
				p.Show(k.Entities[0])
			}
		})
		view := func() { p.View(look, true, p.doc.Highlighter) }
		b.Run(fmt.Sprint(n, "/scroll"), func(b *testing.B) {
			for b.Loop() {
				p.Act(keys.Down)
				view()
			}
		})
		b.Run(fmt.Sprint(n, "/first letter"), func(b *testing.B) {
			for b.Loop() {
				p.folded = nil
				p.BeginFinding()
				p.Find("o")
				view()
			}
		})
		b.Run(fmt.Sprint(n, "/next letter"), func(b *testing.B) {
			for b.Loop() {
				p.Find("app-777.ow")
				view()
			}
		})
	}
}
