package graph

import (
	"slices"
	"strings"

	"rihla/model/date"
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

// countOf returns the number of entities of a kind in words.
func (p *Picture) countOf(c KindCount) string {
	label := p.voice.KindOne(c.Kind)
	if c.Count > 1 {
		label = present.Lower(p.voice.KindLabel(c.Kind))
	}
	return p.voice.Words.Number(c.Count) + " " + label
}

// tail returns the text after a name; brief dates have only the year.
func (p *Picture) tail(it *item, brief bool) []rich.Span {
	if it.fold != nil {
		return p.foldTail(it.fold)
	}
	return joinTail(p.tailParts(it, brief))
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

// tailParts returns what stands after the name of an entity: doubts about the link
// and its period, and the other relations between the two.
func (p *Picture) tailParts(it *item, brief bool) (out, also []rich.Span) {
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
	add(rich.Muted, p.held(e, brief))
	add(rich.Muted, p.voice.Ahead(p.s.Nodes[it.node].Entity))
	if c := e.Claim(); c != nil {
		add(rich.Muted, p.voice.Attested(c.Qualification()))
	}
	return out, p.alsoBy(it)
}

// alsoBy names the relations of an item to its parent besides the one that it is
// drawn by. A mention beside another relation adds nothing.
func (p *Picture) alsoBy(it *item) []rich.Span {
	var relations []string
	for _, edge := range it.also {
		if !p.s.Edges[edge].IsMention() {
			relations = append(relations, p.otherRelation(edge, it.edge))
		}
	}
	if len(relations) == 0 {
		return nil
	}
	return []rich.Span{rich.NewSpan(rich.Muted, p.voice.Words.Say(words.AlsoBy)+strings.Join(relations, p.voice.Words.ListComma))}
}

// otherRelation names the relation of an edge parallel to another, with an arrow if
// it has the opposite direction.
func (p *Picture) otherRelation(edge, beside int) string {
	text := p.edgeRelation(edge)
	if p.s.Edges[edge].From != p.s.Edges[beside].From && !p.s.Edges[edge].IsSymmetric() && !p.isOfFacts(edge) {
		return "← " + text
	}
	return text
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

// held returns the period of a link in words; in brief, only its years.
func (p *Picture) held(e *graph.Edge, brief bool) string {
	c := e.Claim()
	if c == nil || c.Qualification() == nil {
		return ""
	}
	said := *c.Qualification()
	if brief {
		said.Since, said.Until, said.Date = year(said.Since), year(said.Until), year(said.Date)
	}
	return p.voice.Held(&said)
}

// mayHold reports whether none of the claims of a link surely holds on the day.
func (p *Picture) mayHold(e *graph.Edge) bool {
	surely := func(c evidence.Claim) bool {
		return c.Qualification().Period().HoldsAt(p.voice.Day.Span()) == kb.Holds
	}
	return len(e.Claims) > 0 && !slices.ContainsFunc(e.Claims, surely)
}

// year returns the year of a date, and other texts unchanged.
func year(text string) string {
	if d, ok := date.Dates.Text(text); ok && d.Precision > date.Year {
		return date.WriteYear(d.Year)
	}
	return text
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

// Legend returns the meaning of lines that are not solid and of signs, as far as width
// cells hold it; an ellipsis says that there is more. Lines and marks come before kinds,
// of which names tell something.
func (p *Picture) Legend(width int) rich.Line {
	var drawn [ringed + 1]bool
	twin, before := false, false
	for i := range p.Things {
		before = before || p.before != nil && p.Entity(i) == p.before && !p.Things[i].Twin
		drawn[p.Things[i].stroke] = true
		twin = twin || p.Things[i].Twin
	}
	var all []present.KindLegend
	add := func(isDrawn bool, role rich.Role, sign string, meaning words.Message) {
		if isDrawn {
			all = append(all, present.KindLegend{Role: role, Sign: sign, Text: p.voice.Words.Say(meaning)})
		}
	}
	add(drawn[dashed], rich.Muted, "╌╌", words.DashedLegend)
	add(twin, rich.Muted, twinSign, words.TwinLegend)
	add(before, rich.Strong, beforeSign, words.PreviousCentre)
	all = append(all, p.voice.KindLegends(p.Kinds())...)
	add(drawn[ringed], rich.Muted, "∘∘", words.MentionedTogether)
	const (
		between = "   "
		more    = " …"
	)
	var line rich.Line
	for i, of := range all {
		spans := []rich.Span{rich.NewSpan(of.Role, of.Sign), rich.NewSpan(rich.Muted, " "+of.Text)}
		if i > 0 {
			spans = append([]rich.Span{rich.NewSpan(rich.Plain, between)}, spans...)
		}
		room := width - line.Width()
		if i < len(all)-1 {
			room -= safe.Width(more)
		}
		if (rich.Line{Spans: spans}).Width() > room {
			line.Spans = append(line.Spans, rich.NewSpan(rich.Muted, more))
			break
		}
		line.Spans = append(line.Spans, spans...)
	}
	return line
}
