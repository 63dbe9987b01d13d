package explain_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/explain"
	"rihla/model/kb"
	"rihla/model/kbtest"
	draw "rihla/ui/draw/explain"
	"rihla/ui/present"
)

// TestNothingIsWiderThanTheFrame lays what was inferred of random knowledge bases
// out for any width: each line fits, and each target has a link.
func TestNothingIsWiderThanTheFrame(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	names := []string{"Rabat", "東京のとても長い名前", "Agence américaine pour le commerce et le développement", "مراكش", "e\u0301"}
	for range 100 {
		var b strings.Builder
		kinds := 1 + random.IntN(5)
		for n := range random.IntN(40) {
			fmt.Fprintf(&b, "[kind-%d.e%d]\nname = %q\nnear = 'e%d'\n", n%kinds, n, names[random.IntN(len(names))], random.IntN(45))
		}
		k := kbtest.ReadFiles(t, map[string]string{"a folder/" + names[random.IntN(len(names))] + ".toml": b.String()})
		found := explain.Of(k)
		found.Skipped = kb.Skipped{Hidden: names, Unreadable: names[:1]}
		for i := range found.Relations {
			found.Relations[i].Accepted = random.IntN(2) == 0
			found.Relations[i].Reason = "some-reason"
		}
		width := 16 + random.IntN(100)
		lines, targets := draw.Lay(present.NewVoice(k, []string{"en", "fr"}[random.IntN(2)]), found, width)
		seen := make(map[int]bool)
		for _, line := range lines {
			if line.Width() > width {
				t.Fatalf("%d cells of %d: %q", line.Width(), width, line.Text())
			}
			for _, span := range line.Spans {
				seen[span.Link] = true
			}
		}
		for i, target := range targets {
			if !seen[i] || target.Manifest == "" {
				t.Fatalf("target %d of %d is not seen at %d, or has no lines: %+v", i, len(targets), width, target)
			}
		}
	}
}
