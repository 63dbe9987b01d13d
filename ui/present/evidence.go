package present

import (
	"fmt"

	"rihla/model/kb"
	"rihla/ui/safe"
)

// Evidence tells where a statement or a fact comes from, the other being nil:
// what is said, then each source with the words relied on, laid out for a
// width in cells. No line holds a link.
func (v Voice) Evidence(s *kb.Statement, f *kb.Fact, width int) []Line {
	width = max(minWidth, width)
	var claim *kb.Claim
	var spans []Span
	switch {
	case f != nil:
		claim = f.Claim
		text, other := v.KB.Say(f.Text, v.Lang)
		spans = append([]Span{span(Text, safe.Line(bound(text)))}, v.inLanguage(other)...)
	case s != nil:
		claim = s.Claim
		if s.From != nil {
			spans = append(spans, span(Title, v.Name(s.From)), span(Muted, " — "))
		}
		spans = append(spans, v.said(s)...)
	default:
		return nil
	}
	lines := flow(spans, width, 0)
	if q := v.fullQualifiers(claim); len(q) > 0 {
		lines = append(lines, flow(join(single(q), span(Muted, separator)), width, apart)...)
	}
	lines = append(lines, nil)
	if !hasEvidence(claim) {
		return asLines(append(lines, []Span{span(Muted, v.Words.NoSource)}))
	}
	for i := range claim.Evidence {
		if i > 0 {
			lines = append(lines, nil)
		}
		ev := &claim.Evidence[i]
		lines = append(lines, v.sourceLines(ev.Source, ev.Ref, width)...)
		lines = append(lines, v.useLines(ev, width)...)
	}
	return asLines(lines)
}

// SourceEvidence tells what a numbered source of a page is, and every word of
// it that the page relies on.
func (v Voice) SourceEvidence(s Source, width int) []Line {
	width = max(minWidth, width)
	lines := v.sourceLines(s.Entity, s.Ref, width)
	for _, use := range distinct(s.Evidence) {
		if use.Locator != "" || use.Quote != "" {
			lines = append(lines, nil)
			lines = append(lines, v.useLines(use, width)...)
		}
	}
	return asLines(lines)
}

// fullQualifiers is qualifiers with what a page leaves unsaid: that a
// statement is sure.
func (v Voice) fullQualifiers(c *kb.Claim) []Span {
	out := v.qualifiers(c)
	if c != nil && c.Confidence == kb.High {
		out = append(out, span(Qualifier, v.Words.High))
	}
	return out
}

// sourceLines tells a source: name, publisher, date, what it reprints, where
// it is on the web, when it was read.
func (v Voice) sourceLines(e *kb.Entity, ref string, width int) [][]Span {
	lines := flow(unlinked(v.sourceSpans(e, ref, -1)), width, 0)
	if e == nil {
		return lines
	}
	if original := v.Cell(e, "derived_from"); original != "" {
		lines = append(lines, flow([]Span{span(Muted, v.Words.Original+" "+original)}, width, 0)...)
	}
	if url := v.webAddress(e); url != "" {
		lines = append(lines, flow([]Span{span(Muted, url)}, width, 0)...)
	}
	if accessed := v.Cell(e, "accessed"); accessed != "" {
		lines = append(lines, flow([]Span{span(Muted, fmt.Sprintf(v.Words.Accessed, accessed))}, width, 0)...)
	}
	return lines
}

// useLines tells where in a source, and with which words, each on its lines.
func (v Voice) useLines(ev *kb.Evidence, width int) [][]Span {
	var lines [][]Span
	if ev.Locator != "" {
		lines = append(lines, flow([]Span{span(Muted, safe.Line(bound(ev.Locator)))}, width-apart, 0)...)
	}
	if ev.Quote != "" {
		quote := v.Words.Quote(safe.Line(bound(ev.Quote)))
		lines = append(lines, flow([]Span{span(QuotedText, quote)}, width-apart, 0)...)
	}
	return indent(lines, apart)
}

// webAddress returns where an entity is on the web, on one line and safe to
// show; empty where nothing says so.
func (v Voice) webAddress(e *kb.Entity) string {
	for _, field := range []string{"url", "website"} {
		if url := v.Cell(e, field); url != "" {
			return url
		}
	}
	return ""
}

func unlinked(spans []Span) []Span {
	for i := range spans {
		spans[i].Link = -1
	}
	return spans
}

func asLines(lines [][]Span) []Line {
	out := make([]Line, len(lines))
	for i := range lines {
		out[i] = Line{Spans: lines[i]}
	}
	return out
}
