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
	"rihla/ui/rich"
	"rihla/ui/words"
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

// TestEveryPartHasItsLabel checks at narrow and wide widths that each part of an inference is
// labelled, on a line of its own where the label does not fit beside the values.
func TestEveryPartHasItsLabel(t *testing.T) {
	k := kbtest.Read(t, "[city.rabat]\nname = 'Rabat'\n[firm.one]\nname = 'One'\ncity = 'rabat'\n[firm.two]\nname = 'Two'\ncity = 'rabat'\n")
	for _, lang := range []string{"en", "fr"} {
		v := present.NewVoice(k, lang)
		counts := make(map[words.Message]int)
		for _, width := range []int{100, 40, 24} {
			lines, _ := draw.Lay(v, explain.Of(k), width)
			for _, label := range []words.Message{words.KindStands, words.KindName, words.KindKey, words.ManifestLines, words.RelationCount, words.CorrectingLines} {
				n := 0
				for _, line := range lines {
					for _, span := range line.Spans {
						if span.Role == rich.Label && span.Text == v.Words.Say(label) {
							n++
						}
					}
				}
				if counts[label] = max(n, counts[label]); n == 0 || n < counts[label] {
					t.Errorf("%s, %d cells: %q stands %d times, %d in more", lang, width, v.Words.Say(label), n, counts[label])
				}
			}
			for i, line := range lines[1:] {
				if strings.TrimSpace(line.Text()) == "" && strings.TrimSpace(lines[i].Text()) == "" {
					t.Errorf("%s, %d cells: lines %d and %d are blank", lang, width, i, i+1)
				}
			}
		}
	}
}
