package timeline

import (
	"context"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/timeline"
	"rihla/ui/present"
)

// crowd returns a chart of 100,000 entities on 200×60 cells.
func crowd(b *testing.B) *Chart {
	b.Helper()
	k := kbtest.Generate(b, 100_000)
	v := present.NewVoice(k, "fr")
	v.Day, _ = present.ParseDay("2026-11-28")
	v.Today = v.Day
	c := New(v, timeline.Gather(context.Background(), k, k.Entities, today))
	c.SetSize(200, 60)
	return c
}

// BenchmarkCrowd times, for 100,000 entities, a frame, a frame after a pan or a zoom,
// and gathering the items.
func BenchmarkCrowd(b *testing.B) {
	c := crowd(b)
	b.Run("frame", func(b *testing.B) {
		for b.Loop() {
			c.Draw()
		}
	})
	b.Run("pan", func(b *testing.B) {
		by := 1
		for b.Loop() {
			c.Pan(by)
			c.Draw()
			by = -by
		}
	})
	b.Run("zoom", func(b *testing.B) {
		times := 0.5
		for b.Loop() {
			c.Zoom(times, None)
			c.Draw()
			times = 1 / times
		}
	})
	b.Run("gather", func(b *testing.B) {
		for b.Loop() {
			timeline.Gather(context.Background(), c.KB, c.KB.Entities, today)
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			New(c.voice, c.Timeline).SetSize(200, 60)
		}
	})
}
