package detail

import (
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
	"strconv"
)

// sources lists the numbered sources of the page with their locators and quotations.
func (l *layout) sources() {
	l.page.Sources = l.numbering.Sources
	if len(l.page.Sources) == 0 {
		return
	}
	w := l.voice.Words
	var counts []rich.Span
	if own := present.CountSources(l.record); own > 0 && own < len(l.page.Sources) {
		counts = append(counts, rich.NewSpan(rich.Muted, "  "+w.Say(words.OwnSources, w.Number(len(l.page.Sources)), w.Number(own))))
	}
	l.heading(w.Say(words.Sources), counts...)
	for i := range l.page.Sources {
		l.source(&l.page.Sources[i])
	}
}

func (l *layout) source(s *present.Source) {
	at := l.link(present.Link{To: s.Entity, Source: s.Number})
	number := "[" + strconv.Itoa(s.Number) + "] "
	margin := len(number)
	spans := []rich.Span{{Text: number, Role: rich.Note, Link: at}}
	spans = append(spans, l.voice.SourceSpans(s.Entity, s.Ref, at)...)
	uses := distinct(s.Evidence)
	if len(uses) == 1 {
		spans = append(spans, useSpans(l.voice, uses[0], true)...)
		l.add(rich.Flow(spans, l.width, margin)...)
		return
	}
	l.add(rich.Flow(spans, l.width, margin)...)
	for _, use := range uses {
		if use.Locator == "" && use.Quote == "" {
			continue
		}
		l.add(rich.Indent(rich.Flow(useSpans(l.voice, use, false), l.width-margin, 0), margin)...)
	}
}

// useSpans returns the locator and the quotation of a piece of evidence on one line.
func useSpans(v present.Voice, ev *kb.Evidence, after bool) []rich.Span {
	var out []rich.Span
	if ev.Locator != "" {
		locator := safe.Line(present.Bound(ev.Locator))
		if after {
			locator = v.Words.ListComma + locator
		}
		out = append(out, rich.NewSpan(rich.Muted, locator))
	}
	if ev.Quote != "" {
		if after || len(out) > 0 {
			out = append(out, rich.NewSpan(rich.Plain, "  "))
		}
		out = append(out, rich.NewSpan(rich.QuotedText, v.Words.Quote(safe.Line(present.CutBytes(ev.Quote, present.QuoteLimit)))))
	}
	return out
}

// distinct removes evidence that adds nothing: repeated quotations, locators that
// have a quotation elsewhere, and evidence without both.
func distinct(all []*kb.Evidence) []*kb.Evidence {
	var out []*kb.Evidence
	seen := make(map[[2]string]bool)
	quoted := make(map[string]bool)
	some := false
	for _, ev := range all {
		quoted[ev.Locator] = quoted[ev.Locator] || ev.Quote != ""
		some = some || ev.Locator != "" || ev.Quote != ""
	}
	for _, ev := range all {
		if ev.Quote == "" && (quoted[ev.Locator] || ev.Locator == "" && some) {
			continue
		}
		use := [2]string{ev.Locator, ev.Quote}
		if !seen[use] {
			seen[use] = true
			out = append(out, ev)
		}
	}
	return out
}
