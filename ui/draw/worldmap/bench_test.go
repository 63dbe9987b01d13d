package worldmap_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/draw/worldmap"
)

// located returns a knowledge base of n places all over the world.
func located(t testing.TB, n int) *kb.KB {
	r := rand.New(rand.NewPCG(7, 8))
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[%s.p%d]\nname = 'Place %d'\nlocation = [%.4f, %.4f]\nnear = ['p%d', 'p%d']\n", []string{"city", "port", "mine"}[i%3], i, i, r.Float64()*160-80, r.Float64()*360-180, i/2/3*3+i%3, i/7/3*3+i%3)
	}
	return kbtest.Read(t, b.String())
}

// BenchmarkDraw times a frame of a 200×60 terminal, in which the map has 200×55
// cells, with 100,000 places at several zooms.
func BenchmarkDraw(b *testing.B) {
	k := located(b, 100_000)
	m := mapOf(b, k, k.Entities, k.Entities[0])
	var painter worldmap.Painter
	for zoom := 1.0; zoom < 200; zoom *= 3 {
		b.Run(fmt.Sprintf("x%.0f", zoom), func(b *testing.B) {
			f := geo.World(400, 220).Zoom(zoom, m.Sites.All[m.Selected].At)
			for b.Loop() {
				painter.Draw(m, f, 200, 55)
			}
		})
	}
}
