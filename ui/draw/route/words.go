package route

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/words"
)

// Relation names the relation of a link, read from the first end of the hop to the
// second.
func Relation(v present.Voice, l *route.Link) string {
	switch {
	case l.Cites && l.Forward:
		return v.Words.Say(words.Cites)
	case l.Cites:
		return v.Words.Say(words.InCited)
	case l.Forward:
		return v.FieldLabel(l.Field)
	}
	if inverse := v.InverseName(l.Field); inverse != "" {
		return inverse
	}
	return v.FieldLabel(l.Field)
}

// CitedFor returns the claim for which a link cites a source. It is empty for other
// links, and for a source of the whole entity.
func CitedFor(v present.Voice, l *route.Link) string {
	switch {
	case !l.Cites:
		return ""
	case l.Claim.Fact != nil:
		return v.Say(l.Claim.Fact.Text)
	case l.Claim.Statement.Field.Path == evidence.SourceField:
		return ""
	}
	s := l.Claim.Statement
	return v.FieldLabel(s.Field) + v.Words.Colon + present.CutBytes(v.StatementValue(s), present.QuoteLimit)
}

// StatementOf returns a link in the direction of its statement: "Oracle —
// headquarters: Austin".
func StatementOf(v present.Voice, h *route.Hop, l *route.Link) string {
	from, to := h.From, h.To
	if !l.Forward {
		from, to = to, from
	}
	relation := v.Words.Say(words.Cites)
	if !l.Cites {
		relation = v.FieldLabel(l.Field)
	}
	return v.Name(from) + " — " + relation + v.Words.Colon + v.Name(to)
}

// Support returns the support of a hop: "2 origins", "1 origin, disputed", "no source
// named".
func Support(v present.Voice, h *route.Hop) string {
	if h.Grade == route.Unsourced {
		return v.Words.Say(words.NoSource)
	}
	text := v.Words.Count(h.Origins, words.OriginCount)
	if h.Grade < route.Good {
		if word, _ := v.Confidence(h.Strongest().Claim.Confidence()); word != "" {
			text += v.Words.ListComma + word
		}
	}
	return text
}

// LevelLabel returns the name of a confidence level.
func LevelLabel(v present.Voice, l route.Level) string {
	word, _ := v.Confidence(kb.Confidence(l.String()))
	return word
}
