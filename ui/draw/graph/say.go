package graph

import (
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// name returns the name of an item.
func (p *Picture) name(it *item) string {
	if it.fold == nil {
		e := p.s.Nodes[it.node].Entity
		if e == p.before && !it.twin {
			return beforeSign + " " + p.voice.Name(e)
		}
		return p.voice.Name(e)
	}
	return p.foldName(it.fold)
}

// foldName returns the contents of a fold by kind: "37 companies, 2 cities".
func (p *Picture) foldName(f *Fold) string {
	const most = 4
	var parts []string
	rest := 0
	for i, c := range f.Kinds {
		if i >= most {
			rest += c.Count
			continue
		}
		parts = append(parts, p.countOf(c))
	}
	if rest > 0 {
		parts = append(parts, p.voice.Words.Count(rest, words.AndOthers))
	}
	return strings.Join(parts, p.voice.Words.ListComma)
}

// countOf returns the number of entities of a kind: "37 companies". A kind without a
// label has no plural: "package ×37".
func (p *Picture) countOf(c KindCount) string {
	number := p.voice.Words.Number(c.Count)
	switch label := p.voice.Say(c.Kind.Label); {
	case label == "":
		return safe.Line(c.Kind.Name) + " ×" + number
	case c.Count == 1:
		return number + " " + p.voice.KindOne(c.Kind)
	default:
		return number + " " + present.Lower(label)
	}
}

// tail returns the spans after the name of an item.
func (p *Picture) tail(it *item) []rich.Span {
	if it.fold != nil {
		return p.foldTail(it.fold)
	}
	return joinTail(p.tailParts(it, p.voice))
}

// joinTail joins the parts of a tail.
func joinTail(parts, also []rich.Span) []rich.Span {
	var out []rich.Span
	for _, s := range append(parts[:len(parts):len(parts)], also...) {
		if len(out) > 0 {
			s.Text = " · " + s.Text
		}
		out = append(out, s)
	}
	return out
}

// tailParts returns the spans after the name of an entity: out holds the doubts about the link
// and its period, also the other relations between the two entities.
func (p *Picture) tailParts(it *item, v present.Voice) (out, also []rich.Span) {
	if it.edge < 0 {
		return nil, nil
	}
	add := func(role rich.Role, text string) {
		if text != "" {
			out = append(out, rich.Span{Text: text, Role: role, Link: -1})
		}
	}
	e := &p.s.Edges[it.edge]
	if d := p.doubt(it.edge); d == graph.Unsure || d == graph.Deprecated {
		add(rich.Warning, p.doubtWord(it.edge))
	}
	if p.mayHold(e) {
		add(rich.Warning, p.voice.Words.Say(words.Perhaps))
	}
	add(rich.Muted, held(v, e))
	add(rich.Muted, v.Ahead(p.s.Nodes[it.node].Entity))
	if c := e.Claim(); c != nil {
		add(rich.Muted, v.Attested(c.Qualification()))
	}
	return out, p.alsoBy(it)
}

// alsoBy names the relations of an item to its parent besides the one that it is
// drawn by. A mention beside another relation adds nothing.
func (p *Picture) alsoBy(it *item) []rich.Span {
	var relations []string
	for _, edge := range it.also {
		if !p.s.Edges[edge].IsMention() {
			relations = append(relations, p.otherRelation(edge, it))
		}
	}
	if len(relations) == 0 {
		return nil
	}
	return []rich.Span{rich.NewSpan(rich.Muted, strings.Join(relations, p.voice.Words.ListComma))}
}

// widestParent is how many cells the name of a parent takes at most beside an item.
const widestParent = 20

// otherRelation says the relation of an edge parallel to that of an item: "also visited",
// or one of the opposite direction, said of the item: "capital: Austin".
func (p *Picture) otherRelation(edge int, it *item) string {
	text, e := p.edgeRelation(edge), &p.s.Edges[edge]
	if e.From == p.s.Edges[it.edge].From || e.IsSymmetric() || p.isOfFacts(edge) {
		return p.voice.Words.Say(words.AlsoBy) + text
	}
	parent := safe.CutName(p.voice.Name(p.s.Nodes[e.From+e.To-it.node].Entity), widestParent)
	switch inverse := p.inverse(edge); {
	case e.From == it.node:
		return text + p.voice.Words.Colon + parent
	case inverse != "":
		return inverse + p.voice.Words.Colon + parent
	}
	return text + " ← " + parent
}

// inverse returns what the relation of an edge is called from its other end, empty where
// the base does not say.
func (p *Picture) inverse(edge int) string {
	if f := p.s.Edges[edge].Field; f != nil && f.Relation != nil {
		return p.voice.Say(f.Relation.Inverse)
	}
	return ""
}

// groupLabel names the relation of a group.
func (p *Picture) groupLabel(g *graph.Group) string {
	if p.isOnlyMentioned(g) {
		return p.voice.Words.Say(words.MentionedTogether)
	}
	return p.relation(g.Field)
}

// foldTail names some entities of a fold of one relation, or the relations of a fold
// of several.
func (p *Picture) foldTail(f *Fold) []rich.Span {
	const most = 6
	var names []string
	if len(f.Groups) > 1 {
		for _, g := range f.Groups {
			if label := p.groupLabel(g); !slices.Contains(names, label) {
				names = append(names, label)
			}
		}
		return []rich.Span{rich.NewSpan(rich.Muted, strings.Join(names, p.voice.Words.ListComma))}
	}
	for _, n := range f.best {
		if e := p.s.Nodes[n].Entity; !p.drawn[e] && len(names) < most {
			names = append(names, p.voice.Name(e))
		}
	}
	if len(names) == 0 {
		return nil
	}
	text := strings.Join(names, p.voice.Words.ListComma)
	if len(names) < f.Count {
		text += p.voice.Words.ListComma + "…"
	}
	return []rich.Span{rich.NewSpan(rich.Muted, text)}
}

// held formats the period in which a link holds.
func held(v present.Voice, e *graph.Edge) string {
	if c := e.Claim(); c != nil {
		return v.Held(c.Qualification())
	}
	return ""
}

// mayHold reports whether none of the claims of a link surely holds on the day.
func (p *Picture) mayHold(e *graph.Edge) bool {
	surely := func(c evidence.Claim) bool {
		return c.Qualification().Period().HoldsAt(p.voice.Day.Span()) == kb.Holds
	}
	return len(e.Claims) > 0 && !slices.ContainsFunc(e.Claims, surely)
}

// doubtWord returns the word for the doubt about an edge, empty for none.
func (p *Picture) doubtWord(edge int) string {
	e := &p.s.Edges[edge]
	switch p.doubt(edge) {
	case graph.Deprecated:
		return p.voice.Words.Say(words.Deprecated)
	case graph.Unsure:
		if c := e.Claim(); c != nil {
			word, _ := p.voice.Confidence(c.Confidence())
			return word
		}
	case graph.Unsourced:
		return p.voice.Unsourced(*e.Claim())
	}
	return ""
}

// Kinds returns the kinds of drawn entities in the order of the knowledge base.
func (p *Picture) Kinds() []*kb.Kind {
	seen := make(map[*kb.Kind]bool)
	for i := range p.Things {
		if e := p.Entity(i); e != nil {
			seen[e.Kind] = true
		}
	}
	var out []*kb.Kind
	for _, kind := range p.s.KB.Tabs() {
		if seen[kind] {
			out = append(out, kind)
		}
	}
	return out
}

// Legend returns the meaning of lines that are not solid and of signs on at most most
// lines of width cells. Lines and marks come before kinds, of which names tell something.
func (p *Picture) Legend(width, most int) []rich.Line {
	var drawn [ringed + 1]bool
	twin, before := false, false
	for i := range p.Things {
		before = before || p.before != nil && p.Entity(i) == p.before && !p.Things[i].Twin
		drawn[p.Things[i].stroke] = true
		twin = twin || p.Things[i].Twin
	}
	var entries [][]rich.Span
	add := func(role rich.Role, sign, text string) {
		entries = append(entries, []rich.Span{rich.NewSpan(role, sign), rich.NewSpan(rich.Muted, " "+text)})
	}
	if drawn[dashed] {
		add(rich.Muted, "╌╌", p.voice.Words.Say(words.DashedLegend))
	}
	if twin {
		add(rich.Muted, twinSign, p.voice.Words.Say(words.TwinLegend))
	}
	if before {
		add(rich.Strong, beforeSign, p.voice.Words.Say(words.PreviousCentre))
	}
	for _, kind := range p.voice.KindLegends(p.Kinds()) {
		add(kind.Role, kind.Sign, kind.Text)
	}
	if drawn[ringed] {
		add(rich.Muted, "∘∘", p.voice.Words.Say(words.MentionedTogether))
	}
	return rich.Legend(entries, width, most)
}
