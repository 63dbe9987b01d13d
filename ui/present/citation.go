package present

import (
	"strings"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Citation returns a statement or a fact, the other being nil, as a sentence with
// its sources: "Oracle — headquarters: Austin (since 2020-12-11). Source: SEC,
// 8-K."
func (v Voice) Citation(s *kb.Statement, f *kb.Fact) string {
	var claim *kb.Claim
	var text string
	switch {
	case f != nil:
		claim = f.Claim
		text = v.Say(f.Text)
	case s != nil:
		claim = s.Claim
		text = rich.NewLine(v.StatementSpans(s)...).Text()
		if s.From != nil {
			text = v.Name(s.From) + " — " + text
		}
	default:
		return ""
	}
	if q := v.Qualifiers(claim); len(q) > 0 {
		text += " (" + rich.NewLine(rich.Separate(q, rich.NewSpan(rich.Muted, v.Words.ListComma))...).Text() + ")"
	}
	text = sentence(text)
	if !HasEvidence(claim) {
		return text
	}
	cited := make([]string, len(claim.Evidence))
	for i := range claim.Evidence {
		cited[i] = v.cite(&claim.Evidence[i])
	}
	label := v.Words.Say(words.Source)
	if len(cited) > 1 {
		label = v.Words.Say(words.Sources)
	}
	return text + " " + sentence(label+v.Words.Colon+strings.Join(cited, v.Words.Semicolon))
}

// EntityCitation returns the name, summary and URL of an entity as a sentence.
func (v Voice) EntityCitation(e *kb.Entity) string {
	text := v.Name(e)
	if v.KB.IsSource(e) {
		return sentence(v.cite(&kb.Evidence{Source: e}))
	}
	if summary := v.Say(v.KB.Record(e).Summary); summary != "" {
		text += " — " + summary
	}
	text = sentence(text)
	if url := v.WebAddress(e); url != "" {
		text += " " + url
	}
	return text
}

// cite returns a source with its locator, quotation and URL.
func (v Voice) cite(ev *kb.Evidence) string {
	title, more, url := v.citation(ev)
	if url != "" {
		more += v.Words.ListComma + url
	}
	return title + more
}

// citation returns the title of a source, the rest of its citation, and its URL.
func (v Voice) citation(ev *kb.Evidence) (title, more, url string) {
	spans := v.SourceSpans(ev.Source, ev.Ref, -1)
	title = spans[0].Text
	parts := []string{rich.NewLine(spans[1:]...).Text()}
	if ev.Locator != "" {
		parts = append(parts, v.Line(ev.Locator))
	}
	if ev.Quote != "" {
		parts = append(parts, v.Words.Quote(v.Line(ev.Quote)))
	}
	if ev.Source != nil {
		url = v.WebAddress(ev.Source)
	}
	return title, strings.Join(parts, v.Words.ListComma), url
}

// sentence ends a text with a full stop, unless it has an end.
func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}
