package route

import (
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Plain returns an answer as text for a screen reader: each hop as a sentence,
// followed by its claims and their sources. Lines are wrapped to width cells, at
// least 16. The link of a span is an index in entities; sources are those that are
// numbered.
func Plain(v present.Voice, a *route.Answer, width int) (lines []rich.Line, entities []*kb.Entity, sources []present.Source) {
	p := &painter{voice: v, drawing: new(Drawing)}
	say := func(role rich.Role, text string) { p.text(role, text, max(16, width)) }
	w := v.Words
	switch {
	case a.Best == nil:
		for _, sentence := range apart(v, a) {
			say(rich.Text, sentence)
		}
		for i, e := range []*kb.Entity{a.From, a.To} {
			p.blank()
			say(rich.Text, v.Name(e)+" "+reaches(v, a.Reach[i])+".")
			if known := a.Reach[i].MostLinked; len(known) > 0 {
				say(rich.Text, present.Capital(w.Say(words.MostLinkedOnes))+" "+strings.Join(names(v, known), w.ListComma)+".")
			}
		}
		return p.drawing.Lines, nil, nil
	case len(a.Best.Hops) == 0:
		say(rich.Text, w.Say(words.SameEnds, v.Name(a.From)))
		return p.drawing.Lines, nil, nil
	}
	p.title(a, max(16, width))
	p.routeInWords(w.Say(words.BestPath), a.Best, a.Best, width)
	p.blank()
	if a.Alternative != nil {
		p.routeInWords(w.Say(words.NextBestPath), a.Alternative, a.Best, width)
	} else {
		say(rich.Text, w.Say(words.NoOtherPath))
	}
	p.countNotHolding(a, max(16, width))
	p.blank()
	p.set([]*column{p.numbers.column(v, max(16, width))}, 1, 0)
	return p.drawing.Lines, p.entities, p.numbers.sources()
}

func names(v present.Voice, entities []*kb.Entity) []string {
	out := make([]string, len(entities))
	for i, e := range entities {
		out[i] = v.Name(e) + " (" + safe.Line(string(e.Address())) + ")"
		if ahead := v.Ahead(e); ahead != "" {
			out[i] += v.Words.ListComma + ahead
		}
	}
	return out
}

func (p *painter) routeInWords(title string, r, best *route.Route, width int) {
	v, w := p.voice, p.voice.Words
	width = max(16, width)
	heading := title + w.Colon + w.Count(len(r.Hops), words.HopCount)
	if shared := sharedHops(r, best); r != best && shared > 0 {
		heading += w.ListComma + w.Count(shared, words.SharedHops)
	}
	p.text(rich.Heading, heading, width)
	isEven := r.IsEven()
	for i := range r.Hops {
		if left := folded(r, i); left != 0 {
			if left > 0 {
				p.text(rich.Text, w.Count(left, words.MoreEntities)+".", width)
			}
			continue
		}
		h := &r.Hops[i]
		number := strconv.Itoa(i+1) + ". "
		ends := names(v, []*kb.Entity{h.From, h.To})
		from, to := rich.NewSpan(rich.Text, ends[0]), rich.NewSpan(rich.Text, ends[1])
		to.Link, p.entities = len(p.entities), append(p.entities, h.To)
		p.inset(number, width, append(v.Fill(rich.Text, words.HopFromTo, from, to), rich.NewSpan(rich.Text, "."))...)
		for j := range h.Links {
			p.inset(safe.Spaces(len(number)), width, rich.NewSpan(rich.Text, p.linkInWords(h, &h.Links[j], isBare(r))))
		}
		if i == r.Weakest && !isEven {
			p.inset(safe.Spaces(len(number)), width, rich.NewSpan(rich.Text, present.Capital(w.Say(words.WeakestHop))+"."))
		}
	}
	p.text(rich.Text, strings.ReplaceAll(weakest(v, r), " — ", w.ListComma), width)
}

// inset adds a text after a mark, with a hanging indent.
func (p *painter) inset(mark string, width int, spans ...rich.Span) {
	for _, line := range rich.Flow(spans, width-len(mark), 0) {
		p.drawing.Lines = append(p.drawing.Lines, rich.Line{Spans: append([]rich.Span{rich.NewSpan(rich.Text, mark)}, line...)})
		mark = safe.Spaces(len(mark))
	}
}

// linkInWords describes a claim: its relation, subject, text, qualifiers, sources
// and, unless no hop has any, origins.
func (p *painter) linkInWords(h *route.Hop, l *route.Link, isBare bool) string {
	v, w := p.voice, p.voice.Words
	of := h.From
	if !l.Forward {
		of = h.To
	}
	text := Relation(v, l) + w.ListComma + w.Say(words.StatedFor, v.Name(of))
	if isOfFact(l) {
		text = w.Say(words.MentionedInFact, v.Name(of))
	}
	text = present.Capital(text)
	if fact := factText(v, l); fact != "" {
		text += w.Colon + w.Quote(fact)
	}
	if of := CitedFor(v, l); of != "" {
		text += w.Colon + w.Quote(of)
	}
	if said := l.Claim.Qualification(); said != nil && !l.Cites {
		for _, q := range v.Qualifiers(said) {
			text += w.ListComma + q.Text
		}
	}
	if notes := p.numbers.notes(h.Evidence(l)); notes != "" {
		text += " " + notes
	}
	if origins := Origins(v, l); origins != "" && !isBare {
		text += w.ListComma + origins
	}
	return text + "."
}
