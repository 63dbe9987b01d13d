package graph

import (
	"bufio"
	"io"
	"slices"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// Whole is a graph of entities without a centre. Its links are written while they are
// traversed, so that only the entities are held in memory.
type Whole struct {
	entities []*kb.Entity
	at       kb.Reference
	voice    present.Voice
}

// NewWhole returns the graph of the entities and of the links between them that hold at a
// reference date. Sources that are only cited as evidence are left out, unless all entities
// are sources.
func NewWhole(v present.Voice, entities []*kb.Entity, at kb.Reference) *Whole {
	v.Medium = present.Document
	g := &Whole{entities, at, v}
	if !slices.ContainsFunc(entities, v.KB.IsSource) || !slices.ContainsFunc(entities, func(e *kb.Entity) bool { return !v.KB.IsSource(e) }) {
		return g
	}
	isLinked := make([]bool, len(v.KB.Entities)) // indexed by entity number
	g.eachLink(func(e *graph.Edge) {
		isLinked[entities[e.From].Number()], isLinked[entities[e.To].Number()] = true, true
	})
	g.entities = slices.DeleteFunc(slices.Clone(entities), func(e *kb.Entity) bool { return v.KB.IsSource(e) && !isLinked[e.Number()] })
	return g
}

// eachLink calls do for each link and returns the number of links.
func (g *Whole) eachLink(do func(e *graph.Edge)) int {
	n := 0
	for e := range graph.Among(g.voice.KB, g.entities, g.at) {
		n++
		do(e)
	}
	return n
}

func (g *Whole) title() string {
	if title := g.voice.Say(g.voice.KB.Title); title != "" {
		return title
	}
	return g.voice.Words.Count(len(g.entities), words.EntityCount)
}

// doubt returns the doubt about an edge. A missing source counts only if the knowledge base
// has sources.
func (g *Whole) doubt(e *graph.Edge) graph.Doubt {
	if d := e.Doubt(); d != graph.Unsourced || !g.voice.KB.LacksSources() {
		return d
	}
	return graph.None
}

func (g *Whole) strokeOf(e *graph.Edge) stroke { return strokeOf(e, g.doubt(e)) }

// DOT writes the graph in the DOT language of Graphviz.
func (g *Whole) DOT(to io.Writer) error {
	w := newLineWriter(to)
	w.line("digraph {")
	w.dotHead(g.title(), "")
	for i, e := range g.entities {
		w.dotNode(g.voice, i, e, "")
	}
	g.eachLink(func(e *graph.Edge) { w.dotEdge(e, relationOf(g.voice, e), g.strokeOf(e)) })
	w.line("}")
	return w.b.Flush()
}

// Mermaid writes the graph as a Mermaid flowchart. It returns the number of links.
func (g *Whole) Mermaid(to io.Writer) (links int, err error) {
	w := newLineWriter(to)
	w.line("flowchart LR")
	for i, e := range g.entities {
		w.mermaidNode(g.voice, i, e)
	}
	links = g.eachLink(func(e *graph.Edge) { w.mermaidEdge(e, relationOf(g.voice, e), g.strokeOf(e)) })
	return links, w.b.Flush()
}

// lineWriter writes formatted lines. Write errors are reported by Flush.
type lineWriter struct{ b *bufio.Writer }

func newLineWriter(to io.Writer) lineWriter { return lineWriter{bufio.NewWriter(to)} }
