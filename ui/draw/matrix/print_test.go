package matrix_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"rihla/model/kbtest"
	"strings"
	"testing"

	"rihla/model/matrix"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/present"
)

// TestAMatrixNamesAllWithinItsWidth draws random bases at random widths.
func TestAMatrixNamesAllWithinItsWidth(t *testing.T) {
	for round := range uint64(200) {
		r := rand.New(rand.NewPCG(round, 3))
		var b strings.Builder
		b.WriteString("[kb]\nformat = 1\n[relations.calls_at]\nto = 'port'\n")
		ships, ports := 1+r.IntN(40), 1+r.IntN(70)
		for i := range ships {
			fmt.Fprintf(&b, "[ship.a%d]\nname = 'S%02d %s'\ncalls_at = ['b%d', 'b%d']\n", i, i, strings.Repeat("船é ", r.IntN(20)), r.IntN(ports), r.IntN(ports))
		}
		for i := range ports {
			fmt.Fprintf(&b, "[port.b%d]\nname = 'P%02d%s'\n", i, i, strings.Repeat("x", r.IntN(60)))
		}
		k := kbtest.Read(t, b.String())
		table := matrix.Between(context.Background(), k, k.Kind("ship").Entities, k.Kind("port").Entities, matrix.Options{Hops: 1 + r.IntN(2)})
		width := 16 + r.IntN(150)
		var text strings.Builder
		v := present.NewVoice(k, "en")
		for _, line := range draw.Print(v, table, draw.NewShading(v, table, r.IntN(2) == 0), width, 100) {
			text.WriteString(line.Text() + "\n")
			if line.Width() > width {
				t.Fatalf("round %d: %d cells of %d: %q", round, line.Width(), width, line.Text())
			}
		}
		for _, axes := range [][]matrix.Axis{table.Rows, table.Columns} {
			for _, a := range axes {
				if name := a.Entity.Label("en")[:3]; !strings.Contains(text.String(), name) {
					t.Fatalf("round %d: %s is not named at %d:\n%s", round, name, width, text.String())
				}
			}
		}
	}
}
