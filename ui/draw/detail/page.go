// Package detail lays out what the explorer scrolls through and commands print:
// the page of an entity, what stands behind a claim, what falls with a source.
// It knows neither where they are shown nor what a key does to them.
package detail

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Page is a detail laid out for a width: what the explorer scrolls through
// and what `rihla show` prints.
type Page struct {
	Lines []rich.Line
	// Links are what can be selected on the page, in reading order.
	Links []present.Link
	// Sources are the numbered sources of the page, [1] first.
	Sources []present.Source
	// Aside is how many statements and facts are set aside, folded away or not.
	Aside int
}

// narrow is the width, in cells, under which labels stand above what they
// label instead of beside it.
const narrow = 40

// Of lays an entity out for a width in cells; no line is wider, down to a
// width of 16.
func Of(v present.Voice, e *kb.Entity, width int) Page {
	l := &layout{
		voice: v, entity: e, record: v.KB.Record(e), width: max(MinWidth, width),
	}
	l.general = evidence.EntityEvidence(v.KB, l.record)
	l.header()
	top := len(l.page.Lines)
	l.content()
	l.related()
	if v.KB.Partial {
		l.blank()
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.LinksToCome))}, l.width, 0)...)
	}
	l.facts()
	l.body()
	l.reliance()
	if len(l.page.Lines) == top && l.record.Summary.IsEmpty() {
		l.blank()
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.NoContent))}, l.width, 0)...)
	}
	l.sources()
	l.locateLinks()
	return l.page
}

// MinWidth is the least width that a page is laid out for.
const MinWidth = 16

// layout is a page on its way.
type layout struct {
	voice     present.Voice
	entity    *kb.Entity
	record    *kb.Record
	width     int
	page      Page
	numbering present.Numbering
	// within finds the links that stand in small tables.
	within    map[kb.Pos]*kb.Statement
	backlinks []*present.Group
	general   []kb.Evidence // what the entity names for all that it says
	labels    int           // width of the column of labels; 0 where they stand above
}

func newLayout(v present.Voice, width int) *layout {
	return &layout{voice: v, width: max(MinWidth, width)}
}

// link notes something that can be selected and returns its place.
func (l *layout) link(link present.Link) int {
	l.page.Links = append(l.page.Links, link)
	return len(l.page.Links) - 1
}

// add appends lines.
func (l *layout) add(lines ...[]rich.Span) {
	for _, spans := range lines {
		l.page.Lines = append(l.page.Lines, rich.Line{Spans: spans})
	}
}

// blank separates what follows from what stands before it, if anything does.
func (l *layout) blank() {
	if n := len(l.page.Lines); n > 0 && len(l.page.Lines[n-1].Spans) > 0 {
		l.page.Lines = append(l.page.Lines, rich.Line{})
	}
}

// heading begins a part of the page.
func (l *layout) heading(text string, more ...rich.Span) {
	l.blank()
	l.add(rich.Flow(append([]rich.Span{rich.NewSpan(rich.Heading, text)}, more...), l.width, 2)...)
}

// locateLinks notes on which line each link begins.
func (l *layout) locateLinks() {
	for i := range l.page.Links {
		l.page.Links[i].Line = -1
	}
	for n, line := range l.page.Lines {
		for _, s := range line.Spans {
			if s.Link >= 0 && l.page.Links[s.Link].Line < 0 {
				l.page.Links[s.Link].Line = n
			}
		}
	}
	for i := range l.page.Links {
		if l.page.Links[i].Line < 0 {
			l.page.Links[i].Line = l.page.Links[max(0, i-1)].Line
		}
	}
}

// prose flows a text of one or more paragraphs, followed by a remark where it
// is in another language than the reader's.
func (l *layout) prose(text, other string, role rich.Role, width int) [][]rich.Span {
	var out [][]rich.Span
	paragraphs := splitLines(text)
	for i, p := range paragraphs {
		spans := []rich.Span{rich.NewSpan(role, p)}
		if i == len(paragraphs)-1 {
			spans = append(spans, l.voice.LanguageNote(other)...)
		}
		if p == "" && i < len(paragraphs)-1 {
			out = append(out, nil)
			continue
		}
		out = append(out, rich.Flow(spans, width, 0)...)
	}
	return out
}
