package graph

import (
	"strings"

	"rihla/model/evidence"
	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Caption describes a thing in at most most lines of width cells: its link to its
// parent and the entity; of the centre also what is not drawn, after a remark.
func (p *Picture) Caption(thing, width, most int, remark string) []rich.Line {
	var lines []rich.Line
	switch {
	case thing < 0 || thing >= len(p.Things):
	case thing == 0:
		lines = p.captionOfCentre(width, most, remark)
	case p.Things[thing].Node < 0:
		lines = p.captionOfFold(thing)
	default:
		lines = p.captionOfEntity(thing)
	}
	return rich.Fit(lines, width, captionIndent, most)
}

// captionIndent is the cells before further lines of a part of a caption.
const captionIndent = 2

// captionLine is a line of a caption, its parts separated.
type captionLine struct{ rich.Line }

func (s *captionLine) add(role rich.Role, text string) {
	if text == "" {
		return
	}
	if len(s.Spans) > 0 {
		s.Spans = append(s.Spans, rich.NewSpan(rich.Muted, rich.Separator))
	}
	s.Spans = append(s.Spans, rich.NewSpan(role, text))
}

func (p *Picture) captionOfCentre(width, most int, remark string) []rich.Line {
	e, w := p.s.Nodes[0].Entity, p.voice.Words
	first := p.entityLine(e)
	from, to, mentioned := 0, 0, 0
	for i := range p.s.Nodes[0].Groups {
		switch g := &p.s.Nodes[0].Groups[i]; {
		case p.isOnlyMentioned(g):
			mentioned += g.Count()
		case g.Direction == graph.In:
			from += g.Count()
		default:
			to += g.Count()
		}
	}
	notHolding := ""
	if p.s.NotHolding > 0 {
		notHolding = w.Count(p.s.NotHolding, words.NotHolding)
	}
	if from+to+mentioned == 0 && notHolding == "" {
		first.add(rich.Muted, w.Say(words.NoLinksYet, p.voice.Name(e)))
		return []rich.Line{first.Line, rich.NewLine(rich.NewSpan(rich.Muted, w.Say(words.HowToLink)))}
	}
	if from > 0 {
		first.add(rich.Muted, w.Count(from, words.IncomingCount))
	}
	if to > 0 {
		first.add(rich.Muted, w.Count(to, words.OutgoingCount))
	}
	if mentioned > 0 {
		first.add(rich.Muted, w.Count(mentioned, words.MentionCount))
	}
	first.add(rich.Muted, notHolding)
	if p.s.Loops > 0 {
		first.add(rich.Muted, w.Count(p.s.Loops, words.LinkedToItself))
	}
	var second, third captionLine
	third.add(rich.Muted, remark)
	if p.Missing > 0 {
		message := words.NotDrawnCount
		if p.printed {
			message = words.NotPrintedCount
		}
		notDrawn := w.Count(p.Missing, message)
		if first.Width()+safe.Width(rich.Separator+notDrawn) <= width {
			first.add(rich.Muted, notDrawn)
		} else {
			third.add(rich.Muted, notDrawn)
		}
	}
	if most < 3 && len(third.Spans) > 0 { // the summary, which may be cut, comes last
		second, third = third, second
	}
	second.add(rich.Text, p.voice.Cell(e, "summary"))
	lines := []rich.Line{first.Line}
	for _, line := range []captionLine{second, third} {
		if len(line.Spans) > 0 {
			lines = append(lines, line.Line)
		}
	}
	return lines
}

// entityLine returns a line with the sign, name and kind of an entity.
func (p *Picture) entityLine(e *kb.Entity) captionLine {
	var s captionLine
	s.Spans = append(s.Spans, rich.NewSpan(p.voice.KindRole(e.Kind), p.voice.KindSign(e.Kind)), rich.NewSpan(rich.Strong, " "+p.voice.Name(e)))
	s.add(rich.Muted, p.voice.KindOne(e.Kind))
	s.add(rich.Qualifier, p.voice.Ahead(e))
	return s
}

func (p *Picture) captionOfEntity(thing int) []rich.Line {
	t := &p.Things[thing]
	var first captionLine
	first.Spans = p.edgeText(t.Edge)
	for _, text := range p.edgeQualifiers(t.Edge) {
		first.Spans = append(first.Spans, rich.NewSpan(rich.Muted, rich.Separator), text)
	}
	for _, also := range t.Also {
		first.Spans = append(append(first.Spans, rich.NewSpan(rich.Muted, rich.Separator)), p.edgeText(also)...)
	}
	e := p.s.Nodes[t.Node].Entity
	second := p.entityLine(e)
	if e == p.before {
		second.add(rich.Accent, p.voice.Words.Say(words.PreviousCentre))
	}
	for _, text := range p.elsewhere(thing) {
		second.add(rich.Muted, text)
	}
	second.add(rich.Text, p.voice.Cell(e, "summary"))
	return []rich.Line{first.Line, second.Line}
}

// edgeText returns an edge in words: from, relation, to.
func (p *Picture) edgeText(edge int) []rich.Span {
	e := &p.s.Edges[edge]
	arrow := " → "
	switch {
	case p.isOfFacts(edge):
		arrow = " — "
	case e.IsSymmetric():
		arrow = " ↔ "
	}
	return []rich.Span{
		rich.NewSpan(rich.Plain, p.voice.Name(p.s.Nodes[e.From].Entity)), rich.NewSpan(rich.Muted, " — "),
		rich.NewSpan(rich.Accent, p.edgeRelation(edge)), rich.NewSpan(rich.Muted, arrow), rich.NewSpan(rich.Plain, p.voice.Name(p.s.Nodes[e.To].Entity)),
	}
}

// edgeQualifiers returns the period, the origins and the confidence of an edge.
func (p *Picture) edgeQualifiers(edge int) []rich.Span {
	e, w := &p.s.Edges[edge], p.voice.Words
	var out []rich.Span
	if held := held(p.voice, e); held != "" {
		out = append(out, rich.NewSpan(rich.Qualifier, held))
	}
	if p.mayHold(e) {
		out = append(out, rich.NewSpan(rich.Warning, w.Say(words.Perhaps)))
	}
	d := p.doubt(edge)
	switch n := e.Origins(p.voice.KB); {
	case e.IsMention() || e.Field == nil:
	case n > 0:
		out = append(out, rich.NewSpan(rich.Muted, w.Count(n, words.OriginCount)))
	default:
		role := rich.Muted
		if d == graph.Unsourced {
			role = rich.Warning
		}
		out = append(out, rich.NewSpan(role, p.voice.Unsourced(*e.Claim())))
	}
	if d == graph.Deprecated {
		out = append(out, rich.NewSpan(rich.Warning, w.Say(words.Deprecated)))
	} else if c := e.Claim(); c != nil {
		if word, warns := p.voice.Confidence(c.Confidence()); word != "" {
			role := rich.Muted
			if warns {
				role = rich.Warning
			}
			out = append(out, rich.NewSpan(role, word))
		}
	}
	return out
}

// elsewhere returns the drawn links of a thing other than that to its parent: "←
// themes: Oracle, Cisco".
func (p *Picture) elsewhere(thing int) []string {
	const most = 4
	t := &p.Things[thing]
	beside := -1
	if t.Parent >= 0 {
		beside = p.Things[t.Parent].Node
	}
	var out []string
	place := make(map[string]int) // of a relation in out
	named, left := 0, 0
	for _, edge := range p.edges[t.Node] {
		e := &p.s.Edges[edge]
		other := e.From + e.To - t.Node
		if other == beside || !p.drawn[p.s.Nodes[other].Entity] || p.joinsChild(thing, edge) {
			continue
		}
		if named == most {
			left++
			continue
		}
		named++
		relation, name := p.directed(edge, t.Node), p.voice.Name(p.s.Nodes[other].Entity)
		if at, there := place[relation]; there {
			out[at] += p.voice.Words.ListComma + name
			continue
		}
		place[relation] = len(out)
		out = append(out, relation+p.voice.Words.Colon+name)
	}
	if left > 0 {
		out = append(out, p.voice.Words.Count(left, words.More))
	}
	return out
}

// directed names the relation of an edge with an arrow for its direction as seen from
// a node.
func (p *Picture) directed(edge, node int) string {
	e := &p.s.Edges[edge]
	switch {
	case p.isOfFacts(edge):
		return p.edgeRelation(edge)
	case e.IsSymmetric():
		return "↔ " + p.relation(e.Field)
	case e.From == node:
		return "→ " + p.relation(e.Field)
	}
	return "← " + p.relation(e.Field)
}

// joinsChild reports whether an edge joins a thing to one of its children.
func (p *Picture) joinsChild(thing, edge int) bool {
	for i := range p.Things {
		if p.Things[i].Parent == thing && p.Things[i].Edge == edge {
			return true
		}
	}
	return false
}

func (p *Picture) captionOfFold(thing int) []rich.Line {
	var first, second captionLine
	first.add(rich.Strong, p.foldName(p.Things[thing].Fold))
	first.add(rich.Plain, p.FoldTitle(thing))
	second.add(rich.Muted, p.voice.Words.Say(words.FoldHint))
	return []rich.Line{first.Line, second.Line}
}

// FoldTitle returns the relations of a fold: "headquarters → Austin".
func (p *Picture) FoldTitle(thing int) string {
	t := &p.Things[thing]
	of := p.voice.Name(p.s.Nodes[p.Things[t.Parent].Node].Entity)
	var relations []string
	for _, g := range t.Fold.Groups {
		switch relation := p.relation(g.Field); g.Direction {
		case graph.In:
			relations = append(relations, relation+" → "+of)
		case graph.Out:
			relations = append(relations, of+" — "+relation+" →")
		default:
			relations = append(relations, of+" ↔ "+relation)
		}
	}
	return strings.Join(relations, p.voice.Words.ListComma)
}

// Claims returns the claims of all edges between a thing and its parent, those of the
// edge that is drawn first and of each edge the best first.
func (p *Picture) Claims(thing int) []evidence.Claim {
	if thing <= 0 || thing >= len(p.Things) || p.Things[thing].Edge < 0 {
		return nil
	}
	t := &p.Things[thing]
	claims := p.s.Edges[t.Edge].Ranked()
	for _, also := range t.Also {
		claims = append(claims, p.s.Edges[also].Ranked()...)
	}
	return claims
}
