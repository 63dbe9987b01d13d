package graph

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rihla/model/graph"
	"rihla/model/kbtest"
	"rihla/ui/present"
)

// TestTheMostTellingRelationsAreSpelledOut draws an entity that met some, is a part of
// others, and is mentioned with more, in a frame that has no room for all.
func TestTheMostTellingRelationsAreSpelledOut(t *testing.T) {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[source.log]\nname = 'Log'\n[relations.part_of]\n[relations.met]\n[relations.guessed]\n[visit.one]\nname = 'Visit'\n")
	list := func(from, to int, source string) string {
		var out []string
		for i := from; i < to; i++ {
			out = append(out, fmt.Sprintf("{ to = 'firm/f%02d'%s }", i, source))
		}
		return "[" + strings.Join(out, ", ") + "]\n"
	}
	b.WriteString("part_of = " + list(0, 4, ", source = 'log'") + "guessed = " + list(4, 8, "") + "met = " + list(8, 16, ", source = 'log'"))
	b.WriteString("[[visit.one.facts]]\ntext = 'They were there.'\nabout = ['f16', 'f17', 'f18', 'f19']\nsource = 'log'\n")
	for i := range 20 {
		fmt.Fprintf(&b, "[firm.f%02d]\nname = 'Firm %02d'\n", i, i)
	}
	k := kbtest.Read(t, b.String())
	s := graph.Around(context.Background(), k, k.Lookup("visit/one"), graph.Options{Hops: 1})
	p := Lay(s, present.NewVoice(k, "en"), Options{Width: 100, Height: 12, Hops: 1})
	text := p.text(-1)
	for i := 8; i < 16; i++ {
		if want := fmt.Sprintf("● Firm %02d", i); !strings.Contains(text, want) {
			t.Errorf("%q is not drawn by itself:\n%s", want, text)
		}
	}
	for _, fold := range []string{"part_of", "guessed", "mentioned together"} {
		if !strings.Contains(text, fold) {
			t.Errorf("%s is missing:\n%s", fold, text)
		}
	}
	if folds := strings.Count(text, "+ "); folds != 3 {
		t.Errorf("there are %d folds:\n%s", folds, text)
	}
}
