package graph

import (
	"fmt"
	"slices"
	"strings"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/theme"
)

// textWriter writes a neighbourhood in a text format.
type textWriter struct {
	*Picture
	b strings.Builder
}

func newTextWriter(s *graph.Neighbourhood, v present.Voice) *textWriter {
	return &textWriter{Picture: newPicture(s, v, Options{}, s.Hops)}
}

func (w *textWriter) line(format string, about ...any) { fmt.Fprintf(&w.b, format+"\n", about...) }

// shapes are the DOT shapes of kinds, repeated cyclically.
var shapes = []string{"box", "ellipse", "hexagon", "octagon", "diamond", "parallelogram", "trapezium", "house", "cds", "invhouse"}

// DOT returns a neighbourhood in the DOT language of Graphviz, laid out from left to
// right. Unsourced and doubtful edges are dashed, mentions dotted.
func DOT(s *graph.Neighbourhood, v present.Voice) string {
	w := newTextWriter(s, v)
	w.line("digraph {")
	w.line("  graph [rankdir=LR, label=%s, labelloc=t, fontname=\"Helvetica\"]", quoteDOT(v.Name(s.Nodes[0].Entity)))
	muted := theme.Hex(theme.Light.Muted)
	w.line("  node [fontname=\"Helvetica\", fontsize=11, color=\"%s\"]", muted)
	w.line("  edge [fontname=\"Helvetica\", fontsize=9, color=\"%s\", fontcolor=\"%s\"]", muted, muted)
	for i, n := range s.Nodes {
		more := ""
		if i == 0 {
			more = ", penwidth=2, style=bold"
		}
		label := v.Name(n.Entity) + "\n" + v.KindOne(n.Entity.Kind)
		w.line("  n%d [label=%s, shape=%s, tooltip=%s%s]", i, quoteDOT(label), w.of(shapes, n.Entity.Kind), quoteDOT(string(n.Entity.Address())), more)
	}
	for i := range s.Edges {
		e := &s.Edges[i]
		more := ""
		switch {
		case e.IsSymmetric():
			more += ", dir=both"
		case w.isOfFacts(i):
			more += ", dir=none"
		}
		switch w.strokeOf(i) {
		case dashed:
			more += ", style=dashed"
		case ringed:
			more += ", style=dotted"
		}
		w.line("  n%d -> n%d [label=%s%s]", e.From, e.To, quoteDOT(w.edgeRelation(i)), more)
	}
	for i, c := range s.Omissions() {
		from, to, more := fmt.Sprintf("n%d", c.Group.Of), fmt.Sprintf("more%d", i), ""
		w.line("  %s [label=%s, shape=plaintext]", to, quoteDOT("+ "+w.countOf(KindCount{c.Kind, c.Count})))
		switch c.Group.Direction {
		case graph.In:
			from, to = to, from
		case graph.Both:
			more = ", dir=both"
		}
		w.line("  %s -> %s [label=%s%s]", from, to, quoteDOT(w.relation(c.Group.Field)), more)
	}
	w.line("}")
	return w.b.String()
}

// of returns the element of all for a kind, starting again after the last.
func (w *textWriter) of(all []string, kind *kb.Kind) string {
	return all[max(0, slices.Index(w.s.KB.Tabs(), kind))%len(all)]
}

// dotEscapes escapes labels in DOT, in which HTML entities are special too.
var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "&", "&amp;")

func quoteDOT(text string) string { return `"` + dotEscapes.Replace(text) + `"` }
