package graph

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
)

func wholeOf(k *kb.KB, entities []*kb.Entity) *Whole {
	return NewWhole(present.NewVoice(k, "en"), entities, kb.Reference{})
}

func textOf(t *testing.T, write func(b *bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAGraphOfAllHasEachLinkOnce compares the edges of whole graphs of random bases with the
// edges of the neighbourhoods of all entities.
func TestAGraphOfAllHasEachLinkOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 7))
	for range kbtest.Rounds(20) {
		text, _, _ := kbtest.DatedLinks(r)
		k := kbtest.Read(t, text)
		name := func(from, to *kb.Entity, e *graph.Edge) string {
			a, b := from.Address(), to.Address()
			if e.IsSymmetric() && b < a {
				a, b = b, a
			}
			return fmt.Sprint(a, e.Field.Path, b, len(e.Claims), e.IsMention())
		}
		want := map[string]bool{}
		for _, e := range k.Entities {
			s := graph.Around(context.Background(), k, e, graph.Options{Hops: 1})
			for i := range s.Edges {
				if edge := &s.Edges[i]; edge.Field != nil {
					want[name(s.Nodes[edge.From].Entity, s.Nodes[edge.To].Entity, edge)] = true
				}
			}
		}
		got := map[string]int{}
		g := wholeOf(k, k.Entities)
		n := g.eachLink(func(e *graph.Edge) { got[name(g.entities[e.From], g.entities[e.To], e)]++ })
		if n != len(want) || len(got) != len(want) {
			t.Fatalf("%d links, %d different, not %d", n, len(got), len(want))
		}
		for edge := range want {
			if got[edge] != 1 {
				t.Fatalf("%s: %d times", edge, got[edge])
			}
		}
	}
}

var (
	dotNode = regexp.MustCompile(`(?m)^  n\d+ \[`)
	dotLink = regexp.MustCompile(`(?m)^  n\d+ -> n\d+ \[`)
	mmdLink = regexp.MustCompile(`(?m)^  n\d+ \S+\|".*"\| n\d+$`)
)

func TestAGraphOfAllIsWrittenInEachFormat(t *testing.T) {
	k := kbtest.BuiltIn(t)
	g := wholeOf(k, k.Entities)
	links := g.eachLink(func(*graph.Edge) {})
	dot := textOf(t, func(b *bytes.Buffer) error { return g.DOT(b) })
	if n, m := len(dotNode.FindAllString(dot, -1)), len(dotLink.FindAllString(dot, -1)); n != len(g.entities) || m != links || n >= len(k.Entities) || links < 200 {
		t.Errorf("%d nodes of %d, %d links of %d", n, len(g.entities), m, links)
	}
	mermaid := textOf(t, func(b *bytes.Buffer) error { _, err := g.Mermaid(b); return err })
	if m := len(mmdLink.FindAllString(mermaid, -1)); m != links {
		t.Errorf("%d links of %d", m, links)
	}
	svg := textOf(t, func(b *bytes.Buffer) error { return g.SVG(b) })
	texts := textsOf(t, svg)
	if n := strings.Count(svg, `<path class="wire`); n != links || !strings.Contains(texts, "Oracle — based in — Austin\n") {
		t.Errorf("%d links of %d", n, links)
	}
	for _, e := range g.entities {
		if !strings.Contains(texts, "\n"+g.voice.Name(e)+" · ") {
			t.Errorf("%s is missing", e.Address())
		}
	}
	sources := k.SourceKind().Entities
	if all := wholeOf(k, sources); len(all.entities) != len(sources) {
		t.Errorf("%d of %d sources", len(all.entities), len(sources))
	}
}

// TestNothingHostileBreaksAGraphOfAll writes graphs of hostile bases and parses some of them
// with Graphviz.
func TestNothingHostileBreaksAGraphOfAll(t *testing.T) {
	dot, err := exec.LookPath("dot")
	left := 12
	for name, text := range kbtest.Hostile() {
		k := kbtest.Read(t, text)
		g := wholeOf(k, k.Entities)
		textsOf(t, textOf(t, func(b *bytes.Buffer) error { return g.SVG(b) }))
		written := textOf(t, func(b *bytes.Buffer) error { return g.DOT(b) })
		if err != nil || len(written) > 20_000 || left == 0 {
			continue
		}
		left--
		cmd := exec.Command(dot, "-Tcanon")
		cmd.Stdin = strings.NewReader(written)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s\n%s", name, err, out, written)
		}
	}
}

var (
	dotLabel     = regexp.MustCompile(`(?m)^  n0 \[label="((?:[^"\\]|\\.)*)\\nthing"`)
	mermaidLabel = regexp.MustCompile(`(?m)^  n0[^"]*"([^"]*)"`)
	mermaidCode  = regexp.MustCompile(`#(\d+);`)
)

// TestNamesSurviveGraphsOfAll checks that hostile and multilingual names survive a round trip
// through each format.
func TestNamesSurviveGraphsOfAll(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 6))
	pieces := []string{`"`, `\`, "&", "&lt;", "#1;", "<b>", "]", "|", "`", "*", ";", "%%", "é", "أ", "東京", "n", "{", "--", "👩‍👧", "end"}
	for range kbtest.Rounds(60) {
		name := "n"
		for range r.IntN(10) {
			name += pieces[r.IntN(len(pieces))]
		}
		k := kbtest.Read(t, fmt.Sprintf("[thing.x]\nname = %q\n", name))
		g := wholeOf(k, k.Entities)
		dot := textOf(t, func(b *bytes.Buffer) error { return g.DOT(b) })
		if got := strings.NewReplacer(`\\`, `\`, `\"`, `"`, "&amp;", "&").Replace(dotLabel.FindStringSubmatch(dot)[1]); got != name {
			t.Fatalf("dot: %q became %q in\n%s", name, got, dot)
		}
		mermaid := textOf(t, func(b *bytes.Buffer) error { _, err := g.Mermaid(b); return err })
		got := mermaidCode.ReplaceAllStringFunc(mermaidLabel.FindStringSubmatch(mermaid)[1], func(code string) string {
			var c rune
			fmt.Sscanf(code, "#%d;", &c)
			return string(c)
		})
		if got != name {
			t.Fatalf("mermaid: %q became %q in\n%s", name, got, mermaid)
		}
		if texts := textsOf(t, textOf(t, func(b *bytes.Buffer) error { return g.SVG(b) })); !strings.Contains(texts, "\n"+name+" · thing\n") {
			t.Fatalf("svg: %q is not in\n%s", name, texts)
		}
	}
}
