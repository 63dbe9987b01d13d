package compare

import (
	"slices"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// unlimited is a width, in cells, that cuts no value.
const unlimited = 1 << 14

// Plain says a comparison in words, for a reading from line to line: the name of each
// field and whether what is said of it differs, then what each entity says, all of it.
// The link of a span is an index in links; sources are those that are numbered.
func (c *Comparison) Plain() (lines []rich.Line, links []present.Link, sources []present.Source) {
	w := c.voice.Words
	lines = append(lines, rich.NewLine(rich.NewSpan(rich.Heading, w.Say(words.SideBySide, w.Number(len(c.names)))+w.ListComma+w.CountOf(c.Differing(), len(c.Rows), words.DifferCount))))
	for i, name := range c.names {
		links = append(links, present.Link{To: c.entities[i]})
		lines = append(lines, rich.NewLine(rich.Blank(2), rich.Span{Text: name, Role: rich.LinkText, Link: i}))
	}
	l := Layout{comparison: c, column: unlimited, whole: true}
	for n := range c.Rows {
		r := &c.Rows[n]
		head := []rich.Span{rich.NewSpan(rich.Heading, present.Capital(r.Label))}
		switch r.Verdict {
		case Differs:
			head = append(head, rich.NewSpan(rich.Muted, w.ListComma+w.Say(words.RowDiffers)))
		case Same:
			head = append(head, rich.NewSpan(rich.Muted, w.ListComma+w.Say(words.RowIsSame)))
		case SomeMissing:
			head = append(head, rich.NewSpan(rich.Muted, w.ListComma+w.Say(words.RowIsPartial)))
		}
		lines = append(lines, rich.Line{}, rich.Line{Spans: head})
		for i, name := range c.names {
			sources = addSources(sources, r.Cells[i])
			var b Block
			first := len(links)
			for at, spans := range l.cell(&b, r, i, wholeLines) {
				for s := range spans {
					if spans[s].Link >= 0 {
						spans[s].Link += first
					}
				}
				label := []rich.Span{rich.Blank(4)}
				if at == 0 {
					label = []rich.Span{rich.Blank(2), rich.NewSpan(rich.Label, name+w.Colon)}
				}
				lines = append(lines, rich.Line{Spans: append(label, spans...)})
			}
			for _, link := range b.Links {
				links = append(links, link.Link)
			}
		}
	}
	return lines, links, sources
}

// addSources adds the numbered sources of a cell, each once.
func addSources(sources []present.Source, c Cell) []present.Source {
	for _, t := range c.values {
		known := slices.ContainsFunc(sources, func(s present.Source) bool { return s.Number == t.source })
		if t.source > 0 && !known {
			sources = append(sources, present.Source{Number: t.source, Entity: t.to, Ref: t.text})
		}
	}
	return sources
}
