package export

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// The data of GraphML elements.
const graphMLHead = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="summary" for="node" attr.name="summary" attr.type="string"/>
<key id="relation" for="edge" attr.name="relation" attr.type="string"/>
<key id="fact" for="edge" attr.name="fact" attr.type="string"/>
<key id="since" for="edge" attr.name="since" attr.type="string"/>
<key id="until" for="edge" attr.name="until" attr.type="string"/>
<key id="date" for="edge" attr.name="date" attr.type="string"/>
<key id="confidence" for="edge" attr.name="confidence" attr.type="string"/>
<key id="rank" for="edge" attr.name="rank" attr.type="string"/>
<key id="sources" for="edge" attr.name="sources" attr.type="string"/>
<key id="origins" for="edge" attr.name="origins" attr.type="int"/>
<graph id="rihla" edgedefault="directed">
`

// GraphML writes the entities as nodes and the links between them as edges, with their
// relation, qualifiers and sources: http://graphml.graphdrawing.org/specification.html.
// Links to entities that are not selected are left out.
func GraphML(w io.Writer, s Selection) error {
	g := &graphML{w: w, Selection: s}
	g.text(graphMLHead)
	for _, e := range s.Entities {
		g.node(e)
	}
	isIn := s.has()
	edges := 0
	for _, e := range s.Entities {
		r := s.Record(e)
		claim := evidence.OfLinks(s.KB, r)
		for _, link := range r.Links {
			if isIn(link.To) {
				edges++
				g.edge(edges, link, claim(link))
			}
		}
	}
	g.text("</graph>\n</graphml>\n")
	return g.err
}

// has returns a function that reports whether an entity is selected.
func (s Selection) has() func(*kb.Entity) bool {
	if len(s.Entities) == len(s.KB.Entities) {
		return func(*kb.Entity) bool { return true }
	}
	in := make(map[*kb.Entity]bool, len(s.Entities))
	for _, e := range s.Entities {
		in[e] = true
	}
	return func(e *kb.Entity) bool { return in[e] }
}

type graphML struct {
	Selection
	w   io.Writer
	err error
}

func (g *graphML) text(s string) {
	if g.err == nil {
		_, g.err = io.WriteString(g.w, s)
	}
}

// escaped writes a text as XML, in which characters that XML has none of become U+FFFD,
// and those that a terminal obeys or nobody sees are written as references.
func (g *graphML) escaped(s string) {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder does not fail
	for from, text := 0, b.String(); from < len(text); {
		at := strings.IndexFunc(text[from:], isUnsafe)
		if at < 0 {
			g.text(text[from:])
			return
		}
		r, size := utf8.DecodeRuneInString(text[from+at:])
		g.text(text[from:from+at] + "&#x" + strconv.FormatInt(int64(r), 16) + ";")
		from += at + size
	}
}

func (g *graphML) data(key, value string) {
	if value == "" {
		return
	}
	g.text(`<data key="` + key + `">`)
	g.escaped(value)
	g.text("</data>")
}

func (g *graphML) node(e *kb.Entity) {
	g.text(`<node id="`)
	g.escaped(string(e.Address()))
	g.text(`">`)
	g.data("label", e.Label(g.Lang, g.KB.Languages...))
	g.data("kind", e.Kind.Name)
	summary, _ := g.KB.TextIn(g.Record(e).Summary, g.Lang)
	g.data("summary", summary)
	g.text("</node>\n")
}

func (g *graphML) edge(n int, link *kb.Statement, of evidence.Claim) {
	g.text(`<edge id="e` + strconv.Itoa(n) + `" source="`)
	g.escaped(string(link.From.Address()))
	g.text(`" target="`)
	g.escaped(string(link.To.Address()))
	g.text(`">`)
	g.data("relation", link.Field.Path)
	if link.Fact != nil {
		fact, _ := g.KB.TextIn(link.Fact.Text, g.Lang)
		g.data("fact", fact)
	}
	if claim := of.Qualification(); claim != nil {
		g.data("since", claim.Since)
		g.data("until", claim.Until)
		g.data("date", claim.Date)
		g.data("rank", string(claim.Rank))
	}
	g.data("confidence", string(of.Confidence()))
	var sources []string
	for _, ev := range of.Standing() {
		sources = append(sources, reference(&ev))
	}
	g.data("sources", joined(sources))
	if len(sources) > 0 {
		g.data("origins", strconv.Itoa(of.Origins(g.KB)))
	}
	g.text("</edge>\n")
}

// reference returns the address of a source, or what is written where it names none.
func reference(ev *kb.Evidence) string {
	if ev.Source == nil {
		return ev.Ref
	}
	return string(ev.Source.Address())
}
