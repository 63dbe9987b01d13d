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
	case isOfFact(l):
		return v.Words.Say(words.MentionedTogether)
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

// isOfFact reports whether a fact makes the link: it mentions both ends alike, while
// a body of one mentions the other.
func isOfFact(l *route.Link) bool { return l.Mention && l.Claim.Fact != nil }

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
// headquarters: Austin"; of a mention, the two ends: "Oracle — Austin".
func StatementOf(v present.Voice, h *route.Hop, l *route.Link) string {
	from, to := h.From, h.To
	if !l.Forward {
		from, to = to, from
	}
	relation := v.Words.Say(words.Cites)
	switch {
	case isOfFact(l):
		return v.Name(from) + " — " + v.Name(to)
	case !l.Cites:
		relation = v.FieldLabel(l.Field)
	}
	return v.Name(from) + " — " + relation + v.Words.Colon + v.Name(to)
}

// Support returns the support of a hop, which is that of its strongest link:
// "2 origins", "1 origin, disputed", "no source named", "mentioned together, a fact
// from 1 origin".
func Support(v present.Voice, h *route.Hop) string {
	l := h.Strongest()
	text := Origins(v, l)
	switch {
	case isOfFact(l):
		return v.Words.Say(words.MentionedTogether) + v.Words.ListComma + text
	case l.Mention:
		return v.Words.Say(words.Mentioned)
	}
	if h.Grade < route.Good && h.IsSourced() {
		if word, _ := v.Confidence(l.Claim.Confidence()); word != "" {
			text += v.Words.ListComma + word
		}
	}
	return text
}

// Origins returns the number of origins of a link in words; of a fact that mentions
// both ends, as those of the fact. It is empty for the links of bodies.
func Origins(v present.Voice, l *route.Link) string {
	w := v.Words
	switch {
	case isOfFact(l) && len(l.Claim.Evidence()) == 0:
		return w.Say(words.UnsourcedFact)
	case isOfFact(l) && l.Strength == 0:
		return v.Unsourced(l.Claim)
	case isOfFact(l):
		return w.Count(l.Origins, words.FactOrigins)
	case l.Mention:
		return ""
	case l.Strength == 0:
		return v.Unsourced(l.Claim)
	}
	return w.Count(l.Origins, words.OriginCount)
}

// LevelLabel returns the name of a confidence level.
func LevelLabel(v present.Voice, l route.Level) string {
	word, _ := v.Confidence(kb.Confidence(l.String()))
	return word
}
