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

// shapes are the DOT shapes of kinds, repeated cyclically.
var shapes = []string{"box", "ellipse", "hexagon", "octagon", "diamond", "parallelogram", "trapezium", "house", "cds", "invhouse"}

// DOT returns a neighbourhood in the DOT language of Graphviz, laid out from left to
// right. Unsourced and doubtful edges are dashed, mentions dotted.
func DOT(s *graph.Neighbourhood, v present.Voice) string {
	v.Medium = present.Document
	p := newPicture(s, v, Options{}, s.Hops)
	return written(func(w lineWriter) {
		w.line("digraph {")
		w.dotHead(v.Name(s.Nodes[0].Entity), "rankdir=LR, ")
		for i, n := range s.Nodes {
			more := ""
			if i == 0 {
				more = ", penwidth=2, style=bold"
			}
			w.dotNode(v, i, n.Entity, more)
		}
		for i := range s.Edges {
			w.dotEdge(&s.Edges[i], p.edgeRelation(i), p.strokeOf(i))
		}
		for i, c := range s.Omissions() {
			from, to, more := fmt.Sprintf("n%d", c.Group.Of), fmt.Sprintf("more%d", i), ""
			w.line("  %s [label=%s, shape=plaintext]", to, quoteDOT("+ "+p.countOf(KindCount{c.Kind, c.Count})))
			switch c.Group.Direction {
			case graph.In:
				from, to = to, from
			case graph.Both:
				more = ", dir=both"
			}
			w.line("  %s -> %s [label=%s%s]", from, to, quoteDOT(p.relation(c.Group.Field)), more)
		}
		w.line("}")
	})
}

// written returns the output of write as a string.
func written(write func(w lineWriter)) string {
	var b strings.Builder
	w := newLineWriter(&b)
	write(w)
	_ = w.b.Flush() // a strings.Builder never fails
	return b.String()
}

func (w lineWriter) line(format string, about ...any) { fmt.Fprintf(w.b, format+"\n", about...) }

func (w lineWriter) dotHead(title, layout string) {
	muted := theme.Hex(theme.Light.Muted)
	w.line("  graph [%slabel=%s, labelloc=t, fontname=\"Helvetica\"]", layout, quoteDOT(title))
	w.line("  node [fontname=\"Helvetica\", fontsize=11, color=\"%s\"]", muted)
	w.line("  edge [fontname=\"Helvetica\", fontsize=9, color=\"%s\", fontcolor=\"%s\"]", muted, muted)
}

func (w lineWriter) dotNode(v present.Voice, i int, e *kb.Entity, more string) {
	label := v.Name(e) + "\n" + v.KindOne(e.Kind)
	w.line("  n%d [label=%s, shape=%s, tooltip=%s%s]", i, quoteDOT(label), of(shapes, v.KB, e.Kind), quoteDOT(v.Line(string(e.Address()))), more)
}

func (w lineWriter) dotEdge(e *graph.Edge, label string, as stroke) {
	more := ""
	switch {
	case e.IsSymmetric():
		more += ", dir=both"
	case isOfFacts(e):
		more += ", dir=none"
	}
	switch as {
	case dashed:
		more += ", style=dashed"
	case ringed:
		more += ", style=dotted"
	}
	w.line("  n%d -> n%d [label=%s%s]", e.From, e.To, quoteDOT(label), more)
}

// of returns the element of all for a kind, starting again after the last.
func of(all []string, k *kb.KB, kind *kb.Kind) string {
	return all[max(0, slices.Index(k.Tabs(), kind))%len(all)]
}

// dotEscapes escapes labels in DOT, in which HTML entities are special too.
var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "&", "&amp;")

func quoteDOT(text string) string { return `"` + dotEscapes.Replace(text) + `"` }
