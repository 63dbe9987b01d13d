package compare

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// cellEntry is one thing of a cell, ready to be set.
type cellEntry struct {
	spans     []rich.Span
	value     int // how many of them come before what qualifies it
	qualified bool
	notes     []int
	link      int
}

// cell lays out a cell in lines of a column, most of them at most.
func (l Layout) cell(b *Block, r *Row, entity, most int) [][]rich.Span {
	c := &r.Cells[entity]
	things, more := l.entries(b, r, entity, most)
	if len(things) == 0 {
		return [][]rich.Span{{rich.NewSpan(rich.Muted, missing)}}
	}
	var lines [][]rich.Span
	if anyQualified(things) {
		for _, t := range things {
			lines = append(lines, rich.Flow(t.withNotes(true), l.column, columnGap)...)
		}
	} else {
		lines = rich.Flow(joinEntries(things), l.column, 0)
	}
	if c.left > 0 && !more {
		left := l.comparison.voice.Words.Count(c.left, words.More)
		lines = append(lines, rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, left)}, l.column, 0)...)
	}
	return fold(lines, l.column, most, more)
}

// entries returns what a cell shows, as far as it has room, and whether there is
// more. What would be shown twice is shown once, with the sources of both.
func (l Layout) entries(b *Block, r *Row, entity, most int) (out []cellEntry, more bool) {
	c := &r.Cells[entity]
	seen := make(map[string]int)
	used := 0
	for i := range c.values {
		t := &c.values[i]
		if t.past && !l.whole {
			more = true
			continue
		}
		if used > (most+1)*l.column {
			return out, true
		}
		next := l.entry(r, t, 4*(most+1)*l.column)
		text := rich.Line{Spans: next.spans}.Text()
		if at, twice := seen[text]; twice {
			for _, n := range next.notes {
				if !slices.Contains(out[at].notes, n) {
					out[at].notes = append(out[at].notes[:len(out[at].notes):len(out[at].notes)], n)
				}
			}
			continue
		}
		seen[text] = len(out)
		if t.isLink() {
			next.link = len(b.Links)
			b.Links = append(b.Links, CellLink{present.Link{To: t.to, Statement: t.statement, Fact: t.fact}, entity})
			for j := range next.spans[:next.value] {
				next.spans[j].Link = next.link
			}
		}
		used += rich.Width(next.spans) + columnGap
		out = append(out, next)
	}
	return out, more
}

// entry lays out one value, its text limited to limit bytes. It does not write
// the notes.
func (l Layout) entry(r *Row, t *cellValue, limit int) cellEntry {
	v := l.comparison.voice
	out := cellEntry{notes: t.notes, link: -1}
	if t.source > 0 {
		out.spans = append(out.spans, rich.NewSpan(rich.Note, "["+strconv.Itoa(t.source)+"] "))
	}
	text := present.CutBytes(t.text, limit)
	if strings.TrimSpace(text) == "" {
		text = v.Words.Quote(text)
	}
	role := rich.Plain
	switch {
	case r.Verdict == Same || r.shared[t.key]:
		role = rich.Muted
	case t.to != nil:
		role = rich.LinkText
	}
	out.spans = append(out.spans, rich.NewSpan(role, text))
	out.value = len(out.spans)
	out.spans = append(out.spans, v.LanguageNote(t.other)...)
	claim := t.claim
	if claim != nil && !l.whole && !claim.Note.IsEmpty() {
		short := *claim
		short.Note = kb.Text{}
		claim = &short
	}
	for i, q := range v.LinkQualifiers(t.to, claim) {
		between := rich.NewSpan(rich.Muted, v.Words.ListComma)
		if i == 0 {
			between = rich.NewSpan(rich.Plain, " ")
		}
		out.spans = append(out.spans, between, q)
		out.qualified = true
	}
	return out
}

func anyQualified(things []cellEntry) bool {
	for _, t := range things {
		if t.qualified {
			return true
		}
	}
	return false
}

// withNotes returns the spans of an entry, with the numbers of its sources if
// named is set.
func (t cellEntry) withNotes(named bool) []rich.Span {
	if !named || len(t.notes) == 0 {
		return t.spans
	}
	return append(append(t.spans[:len(t.spans):len(t.spans)], rich.NewSpan(rich.Plain, " ")), present.NoteSpan(t.notes, -1)...)
}

// joinEntries puts things one after the other: the numbers of sources after
// each, or once at the end where all rely on the same.
func joinEntries(things []cellEntry) []rich.Span {
	same := true
	for _, t := range things {
		same = same && slices.Equal(t.notes, things[0].notes)
	}
	groups := make([][]rich.Span, len(things))
	for i, t := range things {
		groups[i] = t.withNotes(!same || i == len(things)-1)
	}
	return rich.Join(groups, rich.NewSpan(rich.Muted, rich.Separator))
}

// fold cuts lines to at most most; if there is more, the last one ends in an
// ellipsis.
func fold(lines [][]rich.Span, width, most int, more bool) [][]rich.Span {
	if len(lines) > most {
		lines, more = lines[:most], true
	}
	if !more {
		return lines
	}
	last := lines[len(lines)-1]
	if rich.Width(last)+2 > width {
		last = clip(last, width-2)
	}
	lines[len(lines)-1] = append(last[:len(last):len(last)], rich.NewSpan(rich.Muted, " …"))
	return lines
}

// clip cuts spans to width cells, at a space if that keeps more than half of the
// last span.
func clip(spans []rich.Span, width int) []rich.Span {
	var out []rich.Span
	for _, s := range spans {
		w := safe.Width(s.Text)
		if w > width {
			s.Text = safe.Prefix(s.Text, width)
			if at := strings.LastIndexByte(s.Text, ' '); at > 0 && at > len(s.Text)/2 {
				s.Text = s.Text[:at]
			}
			return append(out, s)
		}
		out = append(out, s)
		width -= w
	}
	return out
}
