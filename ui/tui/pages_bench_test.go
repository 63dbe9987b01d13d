package tui

import (
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
	"rihla/ui/words"
)

// BenchmarkPicture times a frame of each picture of 100,000 entities at 200×60,
// once it is laid out, and a key with the frame after it.
func BenchmarkPicture(b *testing.B) {
	k := kbtest.Generate(b, 100_000)
	m := showing(k)
	hub := k.Entities[0]
	for _, e := range k.Entities {
		if k.Degree(e) > k.Degree(hub) && !k.IsSource(e) {
			hub = e
		}
	}
	subject := page.Subject{Entity: hub, Entities: k.Entities, Marked: []*kb.Entity{k.Entities[1], k.Entities[len(k.Entities)/2]}}
	for _, e := range entries {
		if e.label == words.None {
			continue
		}
		p := e.make(m)
		pagetest.Settle(p.SetSize(m.layout.Body.W, m.layout.Body.H))
		pagetest.Settle(p.Show(subject, nil).Cmd)
		b.Run(e.label[0]+"/frame", func(b *testing.B) {
			for b.Loop() {
				p.View(m.theme)
			}
		})
		for name, pair := range map[string][2]keys.Action{"walk": {keys.Down, keys.Up}, "zoom": {keys.ZoomIn, keys.ZoomOut}, "pan": {keys.PanLeft, keys.PanRight}} {
			b.Run(e.label[0]+"/"+name, func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					pagetest.Settle(p.Act(pair[i%2]).Cmd)
					p.View(m.theme)
				}
			})
		}
	}
}
