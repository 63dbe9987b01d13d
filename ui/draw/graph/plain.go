package graph

import (
	"strings"

	"rihla/model/graph"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Plain returns a neighbourhood as text for a screen reader: the outgoing links
// of the centre, then the incoming ones, each with its subtree, then all other
// links.
func Plain(s *graph.Neighbourhood, v present.Voice) []rich.Line {
	w := &plainWriter{textWriter: newTextWriter(s, v), written: make([]bool, len(s.Edges)), below: make(map[int][]int)}
	for i := 1; i < len(s.Nodes); i++ {
		w.below[s.Nodes[i].Parent] = append(w.below[s.Nodes[i].Parent], i)
	}
	w.crowds = make(map[*graph.Group][]KindCount)
	for _, c := range s.Omissions() {
		w.crowds[c.Group] = append(w.crowds[c.Group], KindCount{c.Kind, c.Count})
	}
	centre := s.Nodes[0].Entity
	w.add(0, v.Name(centre)+", "+v.KindOne(centre.Kind)+" ("+string(centre.Address())+")")
	if s.NotHolding > 0 {
		w.add(0, v.Words.Count(s.NotHolding, words.NotHolding))
	} else if len(s.Nodes[0].Groups) == 0 {
		w.add(0, v.Words.Say(words.NoLinksYet, v.Name(centre)))
		w.add(0, v.Words.Say(words.HowToLink))
	}
	w.node(0, 0)
	w.otherLinks()
	return w.lines
}

// plainWriter writes a neighbourhood for a screen reader.
type plainWriter struct {
	*textWriter
	lines   []rich.Line
	written []bool // edges
	below   map[int][]int
	crowds  map[*graph.Group][]KindCount
}

func (w *plainWriter) add(depth int, text string) {
	w.lines = append(w.lines, rich.NewLine(rich.NewSpan(rich.Plain, strings.Repeat("  ", depth)+text)))
}

// node writes the links of a node.
func (w *plainWriter) node(n, depth int) {
	groups := w.s.Nodes[n].Groups
	for _, way := range []graph.Direction{graph.Out, graph.Both, graph.In} {
		for i := range groups {
			if g := &groups[i]; g.Direction == way && (len(g.Nodes) > 0 || len(w.crowds[g]) > 0) {
				w.group(g, depth)
			}
		}
	}
}

func (w *plainWriter) group(g *graph.Group, depth int) {
	title := w.relation(g.Field)
	switch {
	case w.isOnlyMentioned(g):
		title = w.voice.Words.Say(words.MentionedTogether)
	case g.Direction == graph.In:
		title = w.voice.Words.Say(words.PlainFrom, title)
	}
	if depth == 0 {
		w.lines = append(w.lines, rich.Line{})
	}
	w.add(depth, title+w.voice.Words.Colon+w.voice.Words.Number(g.Count()))
	for _, n := range g.Nodes {
		w.add(depth+1, w.entity(n, g))
		w.node(n, depth+2)
	}
	for _, c := range w.crowds[g] {
		w.add(depth+1, w.voice.Words.Say(words.PlainMore, w.countOf(c)))
	}
}

// entity returns an entity with its links to the node before it.
func (w *plainWriter) entity(n int, g *graph.Group) string {
	e := w.s.Nodes[n].Entity
	parts := []string{w.voice.Name(e), w.voice.KindOne(e.Kind)}
	var also []string
	for _, edge := range w.edges[n] {
		if w.s.Edges[edge].From+w.s.Edges[edge].To-n != g.Of {
			continue
		}
		w.written[edge] = true
		if path(w.s.Edges[edge].Field) != path(g.Field) {
			also = append(also, w.voice.Words.Say(words.AlsoBy)+w.edgeRelation(edge))
			continue
		}
		parts = append(parts, w.about(edge)...)
	}
	return strings.Join(append(parts, also...), ", ")
}

// otherLinks writes the links not written before.
func (w *plainWriter) otherLinks() {
	title := false
	for i := range w.s.Edges {
		if w.written[i] {
			continue
		}
		if !title {
			title = true
			w.lines = append(w.lines, rich.Line{})
			w.add(0, w.voice.Words.Say(words.OtherLinks))
		}
		e := &w.s.Edges[i]
		parts := []string{w.voice.Name(w.s.Nodes[e.From].Entity) + ", " + w.edgeRelation(i) + w.voice.Words.Colon + w.voice.Name(w.s.Nodes[e.To].Entity)}
		parts = append(parts, w.about(i)...)
		w.add(1, strings.Join(parts, ", "))
	}
}

// about returns the qualifiers of an edge; high confidence is omitted.
func (w *plainWriter) about(edge int) []string {
	var out []string
	for _, s := range w.edgeQualifiers(edge) {
		if s.Text != w.voice.Words.Say(words.High) {
			out = append(out, s.Text)
		}
	}
	return out
}
