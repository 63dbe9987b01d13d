package tui

import (
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/picture"
	"rihla/ui/tui/picture/picturetest"
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
	subject := picture.Subject{Entity: hub, Entities: k.Entities, Marked: []*kb.Entity{k.Entities[1], k.Entities[len(k.Entities)/2]}}
	for _, v := range views {
		page := v.make(m.voice)
		picturetest.Settle(page, page.SetSize(m.layout.Body.W, m.layout.Body.H))
		picturetest.Settle(page, page.Show(subject, nil))
		b.Run(v.label[0]+"/frame", func(b *testing.B) {
			for b.Loop() {
				page.View(m.theme)
			}
		})
		for name, pair := range map[string][2]keys.Action{"walk": {keys.Down, keys.Up}, "zoom": {keys.ZoomIn, keys.ZoomOut}, "pan": {keys.PanLeft, keys.PanRight}} {
			b.Run(v.label[0]+"/"+name, func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					picturetest.Settle(page, page.Act(pair[i%2]).Job)
					page.View(m.theme)
				}
			})
		}
	}
}
