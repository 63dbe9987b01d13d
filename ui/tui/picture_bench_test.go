package tui

import (
	"context"
	"path/filepath"
	"testing"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/picture"
)

// generated returns an invented knowledge base, read from a file.
func generated(b *testing.B, n int) *kb.KB {
	b.Helper()
	path := filepath.Join(b.TempDir(), "kb.toml")
	if err := generate.Write(path, generate.Options{Entities: n, Files: 1, Seed: 1}); err != nil {
		b.Fatal(err)
	}
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return k
}

// settled runs the jobs of a page until it has none.
func settled(page picture.Page, job picture.Job) {
	for job != nil {
		job = page.Take(job(context.Background()))
	}
}

// BenchmarkPicture times a frame of each picture of 100,000 entities at 200×60,
// once it is laid out, and a key with the frame after it.
func BenchmarkPicture(b *testing.B) {
	k := generated(b, 100_000)
	m := showing(k)
	hub := k.Entities[0]
	for _, e := range k.Entities {
		if k.Degree(e) > k.Degree(hub) && e.Kind != k.SourceKind() {
			hub = e
		}
	}
	subject := picture.Subject{Entity: hub, Entities: k.Entities, Marked: []*kb.Entity{k.Entities[1], k.Entities[len(k.Entities)/2]}}
	for _, v := range views {
		page := v.make(m.voice)
		settled(page, page.SetSize(m.layout.Body.W, m.layout.Body.H))
		settled(page, page.Show(subject, nil))
		b.Run(v.key+"/frame", func(b *testing.B) {
			for b.Loop() {
				page.View(m.theme)
			}
		})
		for name, pair := range map[string][2]keys.Action{"walk": {keys.Down, keys.Up}, "zoom": {keys.ZoomIn, keys.ZoomOut}, "pan": {keys.PanLeft, keys.PanRight}} {
			b.Run(v.key+"/"+name, func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					settled(page, page.Act(pair[i%2]).Job)
					page.View(m.theme)
				}
			})
		}
	}
}
