package graph

import (
	"cmp"
	"strings"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Plain returns a neighbourhood as text for a screen reader: the outgoing links
// of the centre, then the incoming ones, each with its subtree, then all other
// links. The link of a span is an index in entities.
func Plain(s *graph.Neighbourhood, v present.Voice) (lines []rich.Line, entities []*kb.Entity) {
	w := &plainWriter{Picture: newPicture(s, v, Options{}, s.Hops), written: make([]bool, len(s.Edges)), below: make(map[int][]int)}
	for i := 1; i < len(s.Nodes); i++ {
		w.below[s.Nodes[i].Parent] = append(w.below[s.Nodes[i].Parent], i)
	}
	w.crowds = make(map[*graph.Group][]KindCount)
	for _, c := range s.Omissions() {
		w.crowds[c.Group] = append(w.crowds[c.Group], KindCount{c.Kind, c.Count})
	}
	centre := s.Nodes[0].Entity
	w.add(0, v.Name(centre)+", "+v.KindOne(centre.Kind)+" ("+v.Line(string(centre.Address()))+")")
	if s.NotHolding > 0 {
		w.add(0, v.Words.Count(s.NotHolding, words.NotHolding))
	} else if len(s.Nodes[0].Groups) == 0 {
		w.add(0, v.Words.Say(words.NoLinksYet, v.Name(centre)))
		w.add(0, v.Words.Say(words.HowToLink))
	}
	w.node(0, 0)
	w.otherLinks()
	return w.lines, w.entities
}

// plainWriter writes a neighbourhood for a screen reader.
type plainWriter struct {
	*Picture
	lines []rich.Line

	entities []*kb.Entity
	written  []bool // edges
	below    map[int][]int
	crowds   map[*graph.Group][]KindCount
}

func (w *plainWriter) add(depth int, text string) {
	w.lines = append(w.lines, rich.NewLine(rich.NewSpan(rich.Plain, strings.Repeat("  ", depth)+text)))
}

// named returns the name of a node as a link.
func (w *plainWriter) named(n int) rich.Span {
	w.entities = append(w.entities, w.s.Nodes[n].Entity)
	return rich.Span{Text: w.voice.Name(w.s.Nodes[n].Entity), Role: rich.LinkText, Link: len(w.entities) - 1}
}

// addSpans is add for spans.
func (w *plainWriter) addSpans(depth int, spans ...rich.Span) {
	w.lines = append(w.lines, rich.Line{Spans: append([]rich.Span{rich.Blank(2 * depth)}, spans...)})
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
		w.addSpans(depth+1, w.named(n), rich.NewSpan(rich.Plain, w.entity(n, g)))
		w.node(n, depth+2)
	}
	for _, c := range w.crowds[g] {
		w.add(depth+1, w.voice.Words.Say(words.PlainMore, w.countOf(c)))
	}
}

// entity returns what is said after the name of an entity: its kind and its links to the
// node before it.
func (w *plainWriter) entity(n int, g *graph.Group) string {
	e := w.s.Nodes[n].Entity
	parts := []string{"", w.voice.KindOne(e.Kind)}
	var also []string
	for _, edge := range w.edges[n] {
		if w.s.Edges[edge].From+w.s.Edges[edge].To-n != g.Of {
			continue
		}
		w.written[edge] = true
		if path(w.s.Edges[edge].Field) != path(g.Field) {
			also = append(also, w.otherLink(edge, n, g))
			continue
		}
		parts = append(parts, w.about(edge)...)
	}
	return strings.Join(append(parts, also...), ", ")
}

// otherLink says a link of an entity to the node before it, besides that of its group: "also
// visited", or one of the opposite direction, said of the entity: "capital: Austin".
func (w *plainWriter) otherLink(edge, n int, g *graph.Group) string {
	e, text := &w.s.Edges[edge], w.edgeRelation(edge)
	if leads := e.To == n; leads != (g.Direction == graph.In) || e.IsSymmetric() || w.isOfFacts(edge) {
		return w.voice.Words.Say(words.AlsoBy) + text
	}
	if e.From != n {
		text = cmp.Or(w.inverse(edge), w.voice.Words.Say(words.PlainFrom, text))
	}
	return text + w.voice.Words.Colon + w.voice.Name(w.s.Nodes[e.From+e.To-n].Entity)
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
		w.addSpans(1, w.named(e.From), rich.NewSpan(rich.Plain, ", "+w.edgeRelation(i)+w.voice.Words.Colon), w.named(e.To),
			rich.NewSpan(rich.Plain, strings.Join(append([]string{""}, w.about(i)...), ", ")))
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
