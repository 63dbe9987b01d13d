// Package suggestions draws what may be missing from a knowledge base: links and
// merges, why each is suggested, and what would be written.
package suggestions

import (
	"cmp"
	"strings"

	"rihla/model/kb"
	"rihla/model/suggest"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Said returns what a suggestion says of its two entities.
func Said(w *words.Language, code suggest.Code) string {
	switch code {
	case suggest.Mention:
		return w.Say(words.SuggestedMention)
	case suggest.Duplicate:
		return w.Say(words.SuggestedDuplicate)
	}
	return w.Say(words.SuggestedUnlinked)
}

// Why returns why something is suggested. It may come from a file.
func Why(v present.Voice, s suggest.Suggestion) string {
	w := v.Words
	switch s.Code {
	case suggest.Mention:
		return w.Say(words.Quoted, s.Passage)
	case suggest.Duplicate:
		switch s.Reason {
		case suggest.SameName:
			return w.Say(words.BecauseName)
		case suggest.SameURL:
			return w.Say(words.BecauseURL)
		case suggest.Acronym:
			return w.Say(words.BecauseAcronym)
		}
		return w.Say(words.BecauseNear)
	}
	names := make([]string, len(s.Shared))
	for i, e := range s.Shared {
		names[i] = v.Name(e)
	}
	return w.Say(words.BecauseShared, strings.Join(names, w.ListComma))
}

func part(role rich.Role, text string) rich.Span { return rich.NewSpan(role, safe.Line(text)) }

// role is that of the reason of a suggestion.
func role(code suggest.Code) rich.Role {
	if code == suggest.Mention {
		return rich.QuotedText
	}
	return rich.Text
}

// Print lays out a suggestion for the command line: position, reason, TOML to add.
func Print(v present.Voice, s suggest.Suggestion) []rich.Line {
	k := v.KB
	indent := rich.Blank(4)
	lines := []rich.Line{
		rich.NewLine(part(rich.Muted, k.Position(s.Pos).String()+": "), part(rich.LinkText, string(s.Entity.Address())), part(rich.Plain, " "+Said(v.Words, s.Code)+" "), part(rich.LinkText, string(s.Other.Address())), part(rich.Muted, " ["+string(s.Code)+"]")),
		rich.NewLine(indent, part(role(s.Code), Why(v, s))),
		rich.NewLine(indent, part(rich.Label, s.Line), part(rich.Muted, "  # "+k.Position(s.TablePos).String())),
	}
	if s.Code == suggest.Duplicate {
		lines = append(lines, rich.NewLine(indent, part(rich.Muted, remove(v, s))))
	}
	return lines
}

func remove(v present.Voice, s suggest.Suggestion) string {
	return v.Words.Say(words.RemoveOther, s.Other.Address(), v.KB.Position(s.Pos).String())
}

// Lines lays out a suggestion in a list, for a width in cells: the two entities, and
// the reason.
func Lines(v present.Voice, s suggest.Suggestion, width int) []rich.Line {
	spans := []rich.Span{rich.NewSpan(rich.Title, v.Name(s.Entity)), rich.NewSpan(rich.Plain, " "+Said(v.Words, s.Code)+" "), rich.NewSpan(rich.Title, v.Name(s.Other))}
	lines := rich.Flow(spans, width, 2)
	lines = append(lines, rich.Indent(rich.Flow([]rich.Span{part(role(s.Code), Why(v, s))}, width-2, 0), 2)...)
	return asLines(lines)
}

// Page lays out a suggestion on its own: what is said, why, and what would be written
// where. Its links are the entities.
func Page(v present.Voice, s suggest.Suggestion, width int) detail.Page {
	var p detail.Page
	width = max(detail.MinWidth, width)
	link := func(e *kb.Entity) rich.Span {
		p.Links = append(p.Links, present.Link{To: e, Line: len(p.Lines)})
		return rich.Span{Text: v.Name(e), Role: rich.LinkText, Link: len(p.Links) - 1}
	}
	add := func(spans ...rich.Span) { p.Lines = append(p.Lines, asLines(rich.Flow(spans, width, 2))...) }
	add(link(s.Entity), rich.NewSpan(rich.Plain, " "+Said(v.Words, s.Code)+" "), link(s.Other))
	add(part(rich.Muted, string(s.Entity.Address())+rich.Separator+string(s.Other.Address())))
	p.Lines = append(p.Lines, rich.Line{})
	if s.Code == suggest.Unlinked {
		add(rich.NewSpan(rich.Label, v.Words.Say(words.BothLinkedTo)))
		for _, e := range s.Shared {
			add(rich.Blank(2), link(e))
		}
	} else {
		add(part(role(s.Code), Why(v, s)))
		add(part(rich.Muted, v.KB.Position(s.Pos).String()))
	}
	p.Lines = append(p.Lines, rich.Line{})
	add(rich.NewSpan(rich.Label, v.Words.Say(words.WouldBeWritten, safe.Line(v.KB.Position(s.TablePos).String()))))
	add(rich.Blank(2), part(rich.Code, cmp.Or(s.Alone, s.Line)))
	if s.Code == suggest.Duplicate {
		add(part(rich.Muted, remove(v, s)))
	}
	return p
}

func asLines(lines [][]rich.Span) []rich.Line {
	out := make([]rich.Line, len(lines))
	for i, spans := range lines {
		out[i] = rich.NewLine(spans...)
	}
	return out
}
