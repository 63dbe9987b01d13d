// Package detail lays out pages of text that the explorer scrolls and commands print:
// an entity, the evidence of a claim, the loss of a source. It reads no keys and
// writes to no terminal.
package detail

import (
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Page is a text laid out for a width.
type Page struct {
	Lines []rich.Line
	// Links are selectable, in reading order; the link of a span is an index in them.
	Links []present.Link
	// Sources are the numbered sources of the page, [1] first.
	Sources []present.Source
	// Fields are the fields of the entity, in reading order.
	Fields []FieldLines
	// Aside is the number of deprecated statements and facts, omitted or not.
	Aside int
}

// FieldLines are the lines of one field: From up to and without To.
type FieldLines struct {
	Path     string // dotted
	From, To int
}

// narrow is the width in cells below which labels stand above their values instead
// of beside them.
const narrow = 40

// Of lays an entity out in lines of at most width cells, at least MinWidth.
func Of(v present.Voice, e *kb.Entity, width int) Page {
	l := &layout{
		voice: v, entity: e, record: v.KB.Record(e), width: max(MinWidth, width),
	}
	l.general = evidence.EntityEvidence(v.KB, l.record)
	l.within = present.LinksWithinTables(l.record)
	sections := v.Sections(e, l.within)
	l.header(extentOf(v, sections))
	top := len(l.page.Lines)
	l.content(sections)
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

// MinWidth is the minimum width of a page in cells.
const MinWidth = 16

// layout is a page under construction.
type layout struct {
	voice     present.Voice
	entity    *kb.Entity
	record    *kb.Record
	width     int
	page      Page
	numbering present.Numbering
	// within holds the links within table values by their positions.
	within    map[kb.Pos]*kb.Statement
	backlinks []*present.Group
	general   []kb.Evidence // evidence of the whole entity
	labels    int           // width of the label column; 0 if labels stand above
}

func newLayout(v present.Voice, width int) *layout {
	return &layout{voice: v, width: max(MinWidth, width)}
}

// link adds a link and returns its index.
func (l *layout) link(link present.Link) int {
	l.page.Links = append(l.page.Links, link)
	return len(l.page.Links) - 1
}

func (l *layout) add(lines ...[]rich.Span) {
	for _, spans := range lines {
		l.page.Lines = append(l.page.Lines, rich.Line{Spans: spans})
	}
}

// blank appends an empty line unless the page is empty or ends with one.
func (l *layout) blank() {
	if n := len(l.page.Lines); n > 0 && len(l.page.Lines[n-1].Spans) > 0 {
		l.page.Lines = append(l.page.Lines, rich.Line{})
	}
}

// heading appends a heading after an empty line.
func (l *layout) heading(text string, more ...rich.Span) {
	l.blank()
	l.add(rich.Flow(append([]rich.Span{rich.NewSpan(rich.Heading, text)}, more...), l.width, 2)...)
}

// locateLinks sets the first line of each link.
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

// prose flows a text of one or more paragraphs, followed by a note if it is not in
// the reader's language.
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
