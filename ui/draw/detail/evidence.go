package detail

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Evidence lays out the evidence of a statement or of a fact, the other being nil,
// for a width in cells: the claim, then each source with its locator and quotation.
// The links of the page are the sources that are entities.
func Evidence(v present.Voice, s *kb.Statement, f *kb.Fact, width int) Page {
	return EvidenceOf(v, []evidence.Claim{{Statement: s, Fact: f}}, width)
}

// EvidenceOf lays out the evidence of several claims, one after the other.
func EvidenceOf(v present.Voice, claims []evidence.Claim, width int) Page {
	l := newLayout(v, width)
	for i, c := range claims {
		if i > 0 {
			l.blank()
		}
		l.evidence(c.Statement, c.Fact)
	}
	l.locateLinks()
	return l.page
}

// evidence adds a claim and its evidence.
func (l *layout) evidence(s *kb.Statement, f *kb.Fact) {
	v, width := l.voice, l.width
	var claim *kb.Claim
	var spans []rich.Span
	switch {
	case f != nil:
		claim = f.Claim
		text, other := v.KB.TextIn(f.Text, v.Lang)
		spans = append([]rich.Span{rich.NewSpan(rich.Text, safe.Line(present.Bound(text)))}, v.LanguageNote(other)...)
	case s != nil:
		claim = s.Claim
		if s.From != nil {
			spans = append(spans, rich.NewSpan(rich.Title, v.Name(s.From)), rich.NewSpan(rich.Muted, " — "))
		}
		spans = append(spans, v.StatementSpans(s)...)
	default:
		return
	}
	l.add(rich.Flow(unlinked(spans), width, 0)...)
	if q := fullQualifiers(v, claim); len(q) > 0 {
		l.add(rich.Flow(rich.Separate(q, rich.NewSpan(rich.Muted, rich.Separator)), width, apart)...)
	}
	behind, general := behind(v, s, claim)
	switch {
	case len(behind) == 0:
		l.blank()
		l.add([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.NoSource))})
	default:
		if general {
			l.blank()
			l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.EntitySources))}, width, 0)...)
		}
		for i := range behind {
			ev := &behind[i]
			l.blank()
			l.sourceName(ev.Source, ev.Ref, ev)
			l.add(useLines(v, ev, width, -1)...) // first, since few lines may fit
			l.sourceOrigin(ev.Source)
		}
	}
}

// behind returns the evidence of a claim, or else that of its whole entity; general
// reports the latter. A statement of a source field is its own evidence.
func behind(v present.Voice, s *kb.Statement, c *kb.Claim) (all []kb.Evidence, general bool) {
	switch {
	case present.HasEvidence(c):
		return c.Evidence, false
	case s == nil || s.From == nil:
		return nil, false
	case s.Field.Path == "source" && s.To != nil:
		return []kb.Evidence{{Source: s.To, Ref: s.Value.Str}}, true
	}
	all = evidence.EntityEvidence(v.KB, v.KB.Record(s.From))
	return all, len(all) > 0
}

// SourceEvidence lays out a numbered source of a page with all locators and
// quotations that the page cites, for a width in cells.
func SourceEvidence(v present.Voice, s present.Source, width int) Page {
	l := newLayout(v, width)
	uses := distinct(s.Evidence)
	l.sourceName(s.Entity, s.Ref, nil)
	l.sourceOrigin(s.Entity)
	for _, use := range uses {
		if use.Locator != "" || use.Quote != "" {
			l.blank()
			at := -1
			if s.Entity != nil {
				at = l.link(present.Link{To: s.Entity, Evidence: use})
			}
			l.add(useLines(v, use, l.width, at)...)
		}
	}
	l.locateLinks()
	return l.page
}

// fullQualifiers returns the qualifiers of a claim, high confidence included.
func fullQualifiers(v present.Voice, c *kb.Claim) []rich.Span {
	out := v.Qualifiers(c)
	if c != nil && c.Confidence == kb.High {
		out = append(out, rich.NewSpan(rich.Qualifier, v.Words.Say(words.High)))
	}
	return out
}

// sourceName lays out the name of a source as a link, its publisher and its date.
func (l *layout) sourceName(e *kb.Entity, ref string, ev *kb.Evidence) {
	at := -1
	if e != nil {
		at = l.link(present.Link{To: e, Evidence: ev})
	}
	l.add(rich.Flow(l.voice.SourceSpans(e, ref, at), l.width, 0)...)
}

// sourceOrigin lays out the original of a source, its web address, and the date of access.
func (l *layout) sourceOrigin(e *kb.Entity) {
	if e == nil {
		return
	}
	v := l.voice
	for _, text := range []string{originalOf(v, e), present.ReadableURL(v.WebAddress(e)), accessedOn(v, e)} {
		if text != "" {
			span := rich.NewSpan(rich.Muted, text)
			span.Target = target(v.WebAddress(e), text)
			l.add(rich.Flow([]rich.Span{span}, l.width, 0)...)
		}
	}
}

// target returns a web address in its readable form; a text that is none stays as it is.
func target(address, text string) string {
	if text != present.ReadableURL(address) || !kb.IsURL(address) {
		return ""
	}
	return kb.ASCIIURL(address)
}

func originalOf(v present.Voice, e *kb.Entity) string {
	if original := v.Cell(e, "derived_from"); original != "" {
		return v.Words.Say(words.Original) + " " + original
	}
	return ""
}

func accessedOn(v present.Voice, e *kb.Entity) string {
	if accessed := v.Cell(e, "accessed"); accessed != "" {
		return v.Words.Say(words.Accessed, accessed)
	}
	return ""
}

// useLines lays out the locator and the quotation of a piece of evidence as parts of
// a link; -1 is no link.
func useLines(v present.Voice, ev *kb.Evidence, width, link int) [][]rich.Span {
	var lines [][]rich.Span
	if ev.Locator != "" {
		lines = append(lines, rich.Flow([]rich.Span{{Text: safe.Line(present.Bound(ev.Locator)), Role: rich.Muted, Link: link}}, width-apart, 0)...)
	}
	if ev.Quote != "" {
		quote := v.Words.Quote(safe.Line(present.Bound(ev.Quote)))
		lines = append(lines, rich.Flow([]rich.Span{{Text: quote, Role: rich.QuotedText, Link: link}}, width-apart, 0)...)
	}
	return rich.Indent(lines, apart)
}

func unlinked(spans []rich.Span) []rich.Span {
	for i := range spans {
		spans[i].Link = -1
	}
	return spans
}
