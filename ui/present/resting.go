package present

import (
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// mostWeighed bounds how many uses of a source are weighed for a page.
const mostWeighed = 1000

// resting is what rests on a source: the claims that cite it, each once, and for
// how many it is the only source or the only origin.
type resting struct {
	claims            []evidence.Claim
	entities          int
	alone, soleOrigin int
	left              int // uses that were not weighed
}

func (v Voice) resting(source *kb.Entity) resting {
	var out resting
	var last *kb.Entity
	var seen map[any]bool
	n := 0
	for c := range v.KB.Citations(source) {
		if n++; n > mostWeighed {
			break
		}
		s, f, _ := v.KB.ResolveCitation(c)
		if c.By != last {
			last, seen = c.By, make(map[any]bool)
			out.entities++
		}
		var claim any = f
		if s != nil {
			claim = s
		}
		if seen[claim] {
			continue
		}
		seen[claim] = true
		one := evidence.Claim{Entity: c.By, Statement: s, Fact: f}
		switch v.standing(source, one) {
		case v.Words.Say(words.Alone):
			out.alone++
		case v.Words.Say(words.SameOrigin):
			out.soleOrigin++
		}
		out.claims = append(out.claims, one)
	}
	if n > mostWeighed {
		out.left = max(0, v.KB.ClaimCount(source)-len(out.claims))
	}
	return out
}

// standing says how a claim would stand without a source: empty where it would
// stand.
func (v Voice) standing(source *kb.Entity, c evidence.Claim) string {
	all := c.OwnEvidence()
	others := 0
	for i := range all {
		if all[i].Source != source {
			others++
		}
	}
	switch {
	case others == 0:
		return v.Words.Say(words.Alone)
	case v.KB.IndependentCount(all) == 1:
		return v.Words.Say(words.SameOrigin)
	}
	return ""
}

// cited lists, for a source, where it has what it says from, and what rests on
// it, by entity.
func (l *layout) cited() {
	v, e := l.voice, l.entity
	l.origin()
	if v.KB.CitationCount(e) == 0 {
		return
	}
	r := v.resting(e)
	l.heading(v.Words.Say(words.CitedBy), rich.NewSpan(rich.Muted, " "+v.Words.Number(len(r.claims)+r.left)))
	l.add(rich.Flow(single2(v.totalsOf(r)), l.width, 0)...)
	l.blank()
	l.claimsByEntity(min(len(r.claims), MaxBacklinks), func(i int) (evidence.Claim, []rich.Span) {
		standing := v.standing(e, r.claims[i])
		if standing == "" {
			return r.claims[i], nil
		}
		return r.claims[i], []rich.Span{rich.Blank(apart), rich.NewSpan(rich.Warning, standing)}
	})
	l.more(len(r.claims) + r.left - MaxBacklinks)
}

// totalsOf sums up what rests on a source.
func (v Voice) totalsOf(r resting) []string {
	w := v.Words
	out := []string{w.Count(len(r.claims)+r.left, words.RestsOn) + " " + w.Count(r.entities, words.OfEntities)}
	if r.left > 0 {
		return out[:0]
	}
	if r.alone > 0 {
		out = append(out, w.Count(r.alone, words.AloneCount))
	}
	if r.soleOrigin > 0 {
		out = append(out, w.Count(r.soleOrigin, words.SoleCount))
	}
	return out
}

// origin says, of a source that has its origin in common with others, which
// these are, beside those that it is derived from or that are derived from it.
func (l *layout) origin() {
	v, e := l.voice, l.entity
	if !v.KB.IsSource(e) || !v.KB.OriginsReady() {
		return
	}
	originals := l.record.Values("derived_from")
	if len(originals) > 0 {
		if from := v.originsOf(e); from != v.Cell(e, "derived_from") {
			l.blank()
			l.beside([]rich.Span{rich.NewSpan(rich.Label, v.Words.Say(words.OriginLabel))}, rich.Flow([]rich.Span{rich.NewSpan(rich.Plain, from)}, l.room(), 0))
		}
	}
	var others []rich.Span
	seen := map[*kb.Entity]bool{e: true}
	for _, s := range originals {
		seen[s.To] = true
	}
	for b := range v.KB.Backlinks(e) {
		seen[b.From] = seen[b.From] || b.Field.Path == "derived_from"
	}
	for _, o := range v.KB.Origins(e) {
		for _, other := range v.KB.SourcesOf(o) {
			if seen[other] || len(seen) > maxNamed {
				continue
			}
			seen[other] = true
			if len(others) > 0 {
				others = append(others, rich.NewSpan(rich.Muted, rich.Separator))
			}
			others = append(others, rich.Span{Text: v.Name(other), Role: rich.LinkText, Link: l.link(Link{To: other})})
		}
	}
	if len(others) == 0 {
		return
	}
	l.blank()
	l.beside([]rich.Span{rich.NewSpan(rich.Label, safe.Line(v.Words.Say(words.SharedOrigin)))}, rich.Flow(others, l.room(), 0))
}

// originsOf names where a source has what it says from: who published what it is
// derived from in the end, or published it, or what that is called.
func (v Voice) originsOf(source *kb.Entity) string {
	if !v.KB.IsSource(source) {
		return ""
	}
	var j joiner
	for _, o := range v.KB.Origins(source) {
		if !j.add(v.Words.ListComma, v.originName(o), CellLimit) {
			break
		}
	}
	return j.String()
}

func (v Voice) originName(o kb.Origin) string {
	if !v.KB.OriginsReady() {
		return safe.Line(o.String())
	}
	for _, e := range v.KB.SourcesOf(o) {
		if len(v.KB.Record(e).Values("derived_from")) == 0 {
			return v.Teller(&kb.Evidence{Source: e})
		}
	}
	return safe.Line(o.String())
}

// aloneCount says how many claims have no other source than one; empty where
// there is none.
func (v Voice) aloneCount(source *kb.Entity) string {
	if r := v.resting(source); r.alone > 0 {
		return strings.TrimSpace(v.Words.Number(r.alone))
	}
	return ""
}
