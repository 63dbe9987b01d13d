package present

import (
	"slices"
	"strconv"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// sourceOf tells which source evidence comes from: the entity, or the
// reference where it names none, or the evidence itself where it has none.
func sourceOf(ev *kb.Evidence) any {
	switch {
	case ev.Source != nil:
		return ev.Source
	case ev.Ref != "":
		return ev.Ref
	}
	return ev
}

// Numbering numbers sources from 1 on, in the order in which they are named
// first. Its zero value is ready to use.
type Numbering struct {
	Sources []Source // that of number n at n-1

	numbers map[any]int // by entity, or by reference
}

// Notes returns the numbers of the sources of a claim, each once; nil for a nil
// claim.
func (n *Numbering) Notes(c *kb.Claim) []int {
	if c == nil {
		return nil
	}
	var out []int
	for i := range c.Evidence {
		ev := &c.Evidence[i]
		number := n.Number(ev)
		s := &n.Sources[number-1]
		s.Evidence = append(s.Evidence, ev)
		if !slices.Contains(out, number) {
			out = append(out, number)
		}
	}
	return out
}

// Number returns the number of the source of ev.
func (n *Numbering) Number(ev *kb.Evidence) int {
	source := sourceOf(ev)
	if number := n.numbers[source]; number > 0 {
		return number
	}
	if n.numbers == nil {
		n.numbers = make(map[any]int)
	}
	number := len(n.Sources) + 1
	n.numbers[source] = number
	n.Sources = append(n.Sources, Source{Number: number, Entity: ev.Source, Ref: ev.Ref})
	return number
}

// noteSpan writes the numbers of sources: [1][4].
func NoteSpan(numbers []int, link int) []rich.Span {
	if len(numbers) == 0 {
		return nil
	}
	text := ""
	for _, n := range numbers {
		text += "[" + strconv.Itoa(n) + "]"
	}
	return []rich.Span{{Text: text, Role: rich.Note, Link: link}}
}

// sources lists the numbered sources of the page with the words relied on.
func (l *layout) sources() {
	l.page.Sources = l.numbering.Sources
	if len(l.page.Sources) == 0 {
		return
	}
	l.heading(l.voice.Words.Say(words.Sources))
	for i := range l.page.Sources {
		l.source(&l.page.Sources[i])
	}
}

// quoteLimit bounds the bytes of a quote among the sources of a page; the
// evidence itself shows all of it.
const QuoteLimit = 400

func (l *layout) source(s *Source) {
	at := l.link(Link{To: s.Entity, Source: s.Number})
	number := "[" + strconv.Itoa(s.Number) + "] "
	margin := len(number)
	spans := []rich.Span{{Text: number, Role: rich.Note, Link: at}}
	spans = append(spans, l.voice.sourceSpans(s.Entity, s.Ref, at)...)
	uses := distinct(s.Evidence)
	if len(uses) == 1 {
		spans = append(spans, l.voice.useSpans(uses[0], true)...)
		l.add(rich.Flow(spans, l.width, margin)...)
		return
	}
	l.add(rich.Flow(spans, l.width, margin)...)
	for _, use := range uses {
		if use.Locator == "" && use.Quote == "" {
			continue
		}
		l.add(rich.Indent(rich.Flow(l.voice.useSpans(use, false), l.width-margin, 0), margin)...)
	}
}

// SourceName names a source: its name, publisher and date; the reference as it
// is written where no entity stands for it.
func (v Voice) SourceName(ev *kb.Evidence) []rich.Span {
	return v.sourceSpans(ev.Source, ev.Ref, -1)
}

// sourceSpans is SourceName as part of a link.
func (v Voice) sourceSpans(e *kb.Entity, ref string, link int) []rich.Span {
	if e == nil {
		if ref == "" {
			return []rich.Span{{Text: v.Words.Say(words.NoSource), Role: rich.Muted, Link: link}}
		}
		return []rich.Span{{Text: safe.Line(Bound(ref)), Role: rich.Text, Link: link}}
	}
	name := v.Name(e)
	out := []rich.Span{{Text: name, Role: rich.LinkText, Link: link}}
	for _, field := range []string{"publisher", "date"} {
		if text := v.Cell(e, field); text != "" && text != name {
			out = append(out, rich.NewSpan(rich.Muted, v.Words.ListComma+text))
		}
	}
	return out
}

// useSpans says where in a source, and with which words.
func (v Voice) useSpans(ev *kb.Evidence, after bool) []rich.Span {
	var out []rich.Span
	if ev.Locator != "" {
		locator := safe.Line(Bound(ev.Locator))
		if after {
			locator = v.Words.ListComma + locator
		}
		out = append(out, rich.NewSpan(rich.Muted, locator))
	}
	if ev.Quote != "" {
		if after || len(out) > 0 {
			out = append(out, rich.NewSpan(rich.Plain, "  "))
		}
		out = append(out, rich.NewSpan(rich.QuotedText, v.Words.Quote(safe.Line(CutBytes(ev.Quote, QuoteLimit)))))
	}
	return out
}

// distinct leaves out evidence that says no more than another: the same words,
// the same place without any words, neither place nor words.
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
