package detail

import (
	"rihla/model/evidence"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// reliance lists the origins of a source and, by entity, the claims that cite it.
func (l *layout) reliance() {
	v, e := l.voice, l.entity
	l.origin()
	if v.KB.CitationCount(e) == 0 {
		return
	}
	r := v.RestsOn(e)
	l.heading(v.Words.Say(words.CitedBy), rich.NewSpan(rich.Muted, " "+v.Words.Number(len(r.Claims)+r.Left)))
	l.add(rich.Flow(separated(relianceTotals(v, r)), l.width, 0)...)
	l.blank()
	l.claimsByEntity(min(len(r.Claims), present.MaxBacklinks), func(i int) (evidence.Claim, []rich.Span) {
		standing := v.Standing(e, r.Claims[i])
		if standing == "" {
			return r.Claims[i], nil
		}
		return r.Claims[i], []rich.Span{rich.Blank(apart), rich.NewSpan(rich.Warning, standing)}
	})
	l.more(len(r.Claims) + r.Left - present.MaxBacklinks)
}

// relianceTotals returns the numbers of claims that cite a source, by how they would
// stand without it.
func relianceTotals(v present.Voice, r present.Reliance) []string {
	w := v.Words
	out := []string{w.Count(len(r.Claims)+r.Left, words.ClaimCount) + " " + w.Count(r.Entities, words.AboutEntities)}
	if r.Left > 0 {
		return out[:0]
	}
	if r.Alone > 0 {
		out = append(out, w.Count(r.Alone, words.AloneCount))
	}
	if r.SoleOrigin > 0 {
		out = append(out, w.Count(r.SoleOrigin, words.SoleCount))
	}
	return out
}

// origin writes the origin of a source and the other sources that share it.
func (l *layout) origin() {
	v := l.voice
	from, others := v.SharedOrigins(l.entity)
	if from != "" {
		l.blank()
		l.beside([]rich.Span{rich.NewSpan(rich.Label, v.Words.Say(words.OriginLabel))}, rich.Flow([]rich.Span{rich.NewSpan(rich.Plain, from)}, l.room(), 0))
	}
	if len(others) == 0 {
		return
	}
	var names []rich.Span
	for i, other := range others {
		if i > 0 {
			names = append(names, rich.NewSpan(rich.Muted, rich.Separator))
		}
		names = append(names, rich.Span{Text: v.Name(other), Role: rich.LinkText, Link: l.link(present.Link{To: other})})
	}
	l.blank()
	l.beside([]rich.Span{rich.NewSpan(rich.Label, safe.Line(v.Words.Say(words.SharedOrigin)))}, rich.Flow(names, l.room(), 0))
}
