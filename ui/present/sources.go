package present

import (
	"slices"
	"strconv"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Source is a numbered source of a page.
type Source struct {
	Number   int
	Entity   *kb.Entity     // nil where the reference names none
	Ref      string         // the reference as it is written
	Evidence []*kb.Evidence // every use on this page, in reading order
}

// sourceIdentity returns a key for the source of evidence: the entity, or the
// reference where no entity stands for it, or else the evidence itself.
func sourceIdentity(ev *kb.Evidence) any {
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
	source := sourceIdentity(ev)
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

// CountSources returns the number of distinct sources of an entity's statements and facts.
func CountSources(r *kb.Record) int {
	var n Numbering
	for i := range r.Statements {
		n.Notes(r.Statements[i].Claim)
	}
	for i := range r.Facts {
		n.Notes(r.Facts[i].Claim)
	}
	return len(n.Sources)
}

// CountEvidence returns the number of sources of an entity's statements and facts, and that
// of their independent origins.
func CountEvidence(k *kb.KB, r *kb.Record) (sources, origins int) {
	if sources = CountSources(r); sources > 0 {
		origins = evidence.Origins(k, allEvidence(r))
	}
	return sources, origins
}

// Extent says how many sources there are, and how many independent origins if these are
// fewer; nil if there are no sources.
func (v Voice) Extent(sources, origins int) []string {
	if sources == 0 {
		return nil
	}
	out := []string{v.Words.Count(sources, words.SourceCount)}
	if origins > 0 && origins < sources {
		out = append(out, v.Words.Count(origins, words.OriginCount))
	}
	return out
}

// allEvidence returns the evidence of an entity's statements and facts.
func allEvidence(r *kb.Record) []kb.Evidence {
	var out []kb.Evidence
	var last *kb.Claim
	add := func(c *kb.Claim) {
		if c != nil && c != last {
			out = append(out, c.Evidence...)
		}
		last = c
	}
	for i := range r.Statements {
		add(r.Statements[i].Claim)
	}
	for i := range r.Facts {
		add(r.Facts[i].Claim)
	}
	return out
}

// NoteSpan writes the numbers of sources: [1][4].
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

// QuoteLimit bounds, in bytes, a quotation in a list of sources.
const QuoteLimit = 400

// SourceName names a source: its name, publisher and date; the reference as it
// is written where no entity stands for it.
func (v Voice) SourceName(ev *kb.Evidence) []rich.Span {
	return v.SourceSpans(ev.Source, ev.Ref, -1)
}

// SourceSpans is SourceName as part of a link.
func (v Voice) SourceSpans(e *kb.Entity, ref string, link int) []rich.Span {
	if e == nil {
		if ref == "" {
			return []rich.Span{{Text: v.Words.Say(words.NoSource), Role: rich.Muted, Link: link}}
		}
		return []rich.Span{{Text: v.Line(Bound(ref)), Role: rich.Text, Link: link}}
	}
	name := v.Name(e)
	out := []rich.Span{{Text: name, Role: rich.LinkText, Link: link}}
	for _, field := range []string{"publisher", "date"} {
		if text := v.Cell(e, field); text != "" && text != name {
			out = append(out, rich.NewSpan(rich.Muted, v.Words.ListComma+text))
		}
	}
	if why := v.Withdrawn(e); why != "" {
		out = append(out, rich.NewSpan(rich.Warning, v.Words.ListComma+why))
	}
	return out
}

// Teller returns who makes a claim: the publisher of the source, or else the
// source.
func (v Voice) Teller(ev *kb.Evidence) string {
	if ev.Source == nil {
		return v.Line(Bound(ev.Ref))
	}
	if publisher := v.Cell(ev.Source, "publisher"); publisher != "" {
		return publisher
	}
	return v.Name(ev.Source)
}

// WebAddress returns the URL of an entity as it is written, on one line and safe to
// show; empty where it has none. To be read, it goes through ReadableURL.
func (v Voice) WebAddress(e *kb.Entity) string {
	for _, field := range []string{"url", "website"} {
		if url := v.Value(e, field); url != "" {
			return url
		}
	}
	return ""
}
