package graph

import (
	"fmt"
	"strings"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
)

// outlines are the Mermaid shapes of kinds, repeated cyclically.
var outlines = []string{"[%s]", "([%s])", "{{%s}}", "[[%s]]", "(%s)", "[/%s/]", "[(%s)]", "[/%s\\]", "((%s))"}

// Mermaid returns a neighbourhood as a Mermaid flowchart from left to right.
// Unsourced and doubtful edges are dashed, and so are mentions, which by facts
// have no arrow.
func Mermaid(s *graph.Neighbourhood, v present.Voice) string {
	v.Medium = present.Document
	p := newPicture(s, v, Options{}, s.Hops)
	return written(func(w lineWriter) {
		w.line("flowchart LR")
		for i, n := range s.Nodes {
			w.mermaidNode(v, i, n.Entity)
		}
		for i := range s.Edges {
			w.mermaidEdge(&s.Edges[i], p.edgeRelation(i), p.strokeOf(i))
		}
		for i, c := range s.Omissions() {
			from, to := fmt.Sprintf("n%d", c.Group.Of), fmt.Sprintf("more%d", i)
			w.line("  %s>%s]", to, quoteMermaid("+ "+p.countOf(KindCount{c.Kind, c.Count})))
			if c.Group.Direction == graph.In {
				from, to = to, from
			}
			w.arrow(from, to, p.relation(c.Group.Field), link{symmetric: c.Group.Direction == graph.Both})
		}
		w.line("  style n0 stroke-width:3px")
	})
}

func (w lineWriter) mermaidNode(v present.Voice, i int, e *kb.Entity) {
	w.line("  n%d"+of(outlines, v.KB, e.Kind), i, quoteMermaid(v.Name(e)))
}

func (w lineWriter) mermaidEdge(e *graph.Edge, label string, as stroke) {
	w.arrow(fmt.Sprintf("n%d", e.From), fmt.Sprintf("n%d", e.To), label, link{e.IsSymmetric(), isOfFacts(e), as != solid})
}

// link is how Mermaid draws a link.
type link struct{ symmetric, headless, broken bool }

func (l link) String() string {
	line, head := "--", ">"
	if l.broken {
		line = "-.-"
	}
	switch {
	case l.headless && l.broken:
		head = ""
	case l.headless:
		head = "-"
	case l.symmetric:
		line = "<" + line
	}
	return line + head
}

func (w lineWriter) arrow(from, to, label string, as link) {
	w.line("  %s %s|%s| %s", from, as, quoteMermaid(label), to)
}

// quoteMermaid returns a text between quotation marks. Mermaid reads it as Markdown
// and HTML, so special characters are written as numeric entities.
func quoteMermaid(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	begins := true // only digits so far
	for i, r := range text {
		switch {
		case strings.ContainsRune("\"#&<>`*_~\\[]|$;", r), i == 0 && strings.ContainsRune("+-", r), begins && i > 0 && strings.ContainsRune(".)", r):
			fmt.Fprintf(&b, "#%d;", r)
		default:
			b.WriteRune(r)
		}
		begins = begins && r >= '0' && r <= '9'
	}
	b.WriteByte('"')
	return b.String()
}
