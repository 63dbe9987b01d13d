package querytext

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/markdown"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Where says on one line where an entity says what was asked for, unless its
// name shows it: "aliases: ORCL", "headquarters: Austin", "… the words around".
func Where(v present.Voice, e *kb.Entity, matches []search.Match, light query.Highlighter) string {
	name := v.Name(e)
	var parts []string
	for _, m := range matches {
		if m.Field == "name" && strings.Contains(query.Normalize(name), query.Normalize(m.Text)) {
			continue
		}
		text := safe.Line(around(m.Text, light))
		switch {
		case m.Field == query.KeyPath:
			text = safe.Line(string(e.Address()))
		case m.Field == query.IsPath:
			text = v.Words.Say(states[m.Text].value)
		case m.Field == "body":
			text = markdown.Line(around(m.Text, light))
		case strings.HasSuffix(m.Field, ".confidence"):
			text, _ = v.Confidence(kb.Confidence(m.Text))
		}
		if label := matchLabel(v, e.Kind, m.Field); label != "" {
			text = label + v.Words.Colon + text
		}
		parts = append(parts, withTime(v, text, m))
	}
	return strings.Join(parts, rich.Separator)
}

// withTime adds to a match that it does not hold on the day, or not surely.
func withTime(v present.Voice, text string, m search.Match) string {
	if when := v.When(m.Claim); when != "" {
		return text + " (" + when + ")"
	}
	return text
}

// Unsure describes the matches of an entity that do not surely hold on the reference day,
// except those shown in cells: "headquarters: Redwood City (until 11 December 2020)".
func Unsure(v present.Voice, e *kb.Entity, matches []search.Match, cells []string) string {
	var parts []string
	inFull, inBrief := v, v
	inFull.Brief, inBrief.Brief = false, true
	for _, m := range matches {
		said := safe.Line(present.CutBytes(m.Text, bytesAround))
		full, brief := withTime(inFull, said, m), withTime(inBrief, said, m)
		if slices.ContainsFunc(cells, func(cell string) bool { return strings.Contains(cell, full) || strings.Contains(cell, brief) }) {
			continue
		}
		text := withTime(v, said, m)
		if label := matchLabel(v, e.Kind, m.Field); label != "" {
			text = label + v.Words.Colon + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, rich.Separator)
}

// matchLabel says what the field of a match is called; nothing where that goes
// without saying.
func matchLabel(v present.Voice, kind *kb.Kind, field string) string {
	switch field {
	case "name", "summary", "body", "facts", query.KeyPath:
		return ""
	case "aliases":
		return v.Words.Say(words.AlsoKnownAs)
	}
	if f := kind.FindField(field); f != nil {
		return v.FieldLabel(f)
	}
	if path, last, ok := cutLast(field); ok {
		if f := kind.FindField(path); f != nil {
			return v.FieldLabel(f) + v.Words.Say(words.ThroughLink) + v.PathLabel([]string{last})
		}
	}
	return v.PathLabel(strings.Split(field, "."))
}

func cutLast(path string) (before, last string, ok bool) {
	at := strings.LastIndexByte(path, '.')
	if at < 0 {
		return "", "", false
	}
	return path[:at], path[at+1:], true
}

// How many bytes of a text are shown before what is lit, and in all.
const (
	bytesBefore = 24
	bytesAround = 160
)

// around cuts a text to what stands around the first of its lit parts.
func around(text string, light query.Highlighter) string {
	from := 0
	if lit := light.Ranges(present.CutBytes(text, 1<<16)); len(lit) > 0 && lit[0].From > bytesBefore {
		from = lit[0].From - bytesBefore
		if space := strings.IndexByte(text[from:lit[0].From], ' '); space >= 0 {
			from += space + 1
		}
		for from < len(text) && !utf8.RuneStart(text[from]) {
			from++
		}
	}
	out := present.CutBytes(text[from:], bytesAround)
	if from > 0 {
		out = "…" + out
	}
	return out
}
