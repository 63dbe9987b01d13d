package graph

import (
	"fmt"
	"strings"

	"rihla/model/graph"
	"rihla/ui/present"
)

// outlines are the Mermaid shapes of kinds, repeated cyclically.
var outlines = []string{"[%s]", "([%s])", "{{%s}}", "[[%s]]", "(%s)", "[/%s/]", "[(%s)]", "[/%s\\]", "((%s))"}

// Mermaid returns a neighbourhood as a Mermaid flowchart from left to right.
// Unsourced and doubtful edges are dashed, and so are mentions, which by facts
// have no arrow.
func Mermaid(s *graph.Neighbourhood, v present.Voice) string {
	w := newTextWriter(s, v)
	w.line("flowchart LR")
	for i, n := range s.Nodes {
		w.line("  n%d"+w.of(outlines, n.Entity.Kind), i, quoteMermaid(v.Name(n.Entity)))
	}
	for i := range s.Edges {
		e := &s.Edges[i]
		w.arrow(fmt.Sprintf("n%d", e.From), fmt.Sprintf("n%d", e.To), w.edgeRelation(i), link{e.IsSymmetric(), w.isOfFacts(i), w.strokeOf(i) != solid})
	}
	for i, c := range s.Omissions() {
		from, to := fmt.Sprintf("n%d", c.Group.Of), fmt.Sprintf("more%d", i)
		w.line("  %s>%s]", to, quoteMermaid("+ "+w.countOf(KindCount{c.Kind, c.Count})))
		if c.Group.Direction == graph.In {
			from, to = to, from
		}
		w.arrow(from, to, w.relation(c.Group.Field), link{symmetric: c.Group.Direction == graph.Both})
	}
	w.line("  style n0 stroke-width:3px")
	return w.b.String()
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

func (w *textWriter) arrow(from, to, label string, as link) {
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
