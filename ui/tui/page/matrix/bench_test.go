package matrix

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
)

// large is a base of 100,000 entities.
func large(b *testing.B) *kb.KB {
	b.Helper()
	return kbtest.Generate(b, 100_000)
}

// BenchmarkFrame times a key and the frame after it, at 200×60, on 100,000
// entities: near by, and all of the table at once. What is made beside the screen
// is not in it.
func BenchmarkFrame(b *testing.B) {
	k := large(b)
	looks := theme.New(true, colorprofile.TrueColor)
	for name, kind := range map[string]string{"company×city": "company", "city×company": "city"} {
		p := New(present.NewVoice(k, "en"))
		p.SetSize(200, 55)
		pagetest.Settle(p.Show(page.Subject{Kind: k.Kind(kind), Entities: k.Kind(kind).Entities}, nil).Cmd)
		if kind == "company" {
			pagetest.Settle(p.Act(keys.NextKind).Cmd)
		}
		for _, way := range []struct {
			name   string
			before keys.Action
			step   keys.Action
		}{{"move", keys.None, keys.Right}, {"page", keys.None, keys.PageDown}, {"next", keys.None, keys.NextLink}, {"whole", keys.Fit, keys.Right}} {
			b.Run(name+"/"+way.name, func(b *testing.B) {
				if way.before != keys.None && p.whole == nil {
					pagetest.Settle(p.Act(way.before).Cmd)
				}
				for b.Loop() {
					p.Act(way.step)
					p.View(looks)
				}
			})
		}
	}
	p := New(present.NewVoice(k, "en"))
	p.SetSize(200, 55)
	pagetest.Settle(p.Show(page.Subject{Kind: k.Kind("company"), Entities: k.Kind("company").Entities}, nil).Cmd)
	pagetest.Settle(p.Act(keys.ZoomIn).Cmd)
	b.Run("company×theme within 2 hops", func(b *testing.B) {
		for b.Loop() {
			p.Act(keys.Right)
			p.View(looks)
		}
	})
}
