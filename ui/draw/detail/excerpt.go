package detail

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Excerpt returns the line of a file at the position of a finding and a marker below
// it, for a width in cells; the line alone for a linear voice. It is nil if the finding is
// about a whole file, or about a version that is not shown.
func Excerpt(v present.Voice, f kb.Finding, width int) []rich.Line {
	line := lineOf(v, f.Position)
	if f.IsNotShown {
		return nil
	}
	if strings.TrimSpace(line) == "" {
		return nil
	}
	number := strconv.Itoa(f.Position.Line)
	gutter := "  " + number + " │ "
	if v.Linear {
		gutter = "  " + number + v.Words.Colon
	}
	room := max(MinWidth, width-safe.Width(gutter))
	before, meant, after := splitAt(line, f.Position.Column)
	near := bytesPerCell * room // bytes that may be visible
	left, lit, right := window(oneLine(ending(before, near)), oneLine(present.CutBytes(meant, near)), oneLine(present.CutBytes(after, near)), room)
	shown := rich.NewLine(rich.NewSpan(rich.Muted, gutter), rich.NewSpan(rich.Plain, left), rich.NewSpan(rich.Title, lit), rich.NewSpan(rich.Plain, right))
	if v.Linear {
		return []rich.Line{shown}
	}
	mark := "^" + strings.Repeat("~", max(0, safe.Width(lit)-1))
	return []rich.Line{
		shown,
		{Spans: []rich.Span{rich.NewSpan(rich.Muted, safe.Spaces(2+len(number))+" │ "), rich.Blank(safe.Width(left)), rich.NewSpan(rich.Warning, mark)}},
	}
}

// bytesPerCell bounds the bytes of text per cell, so that very long lines are not
// laid out as a whole.
const bytesPerCell = 16

// ending returns at most the given number of bytes from the end of a text, without a
// partial character.
func ending(s string, bytes int) string {
	at := max(0, len(s)-bytes)
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}

// lineOf returns the line of a file at a position.
func lineOf(v present.Voice, p kb.Position) string {
	for _, f := range v.KB.Files {
		if f.Path == p.File {
			return f.Line(p.Line)
		}
	}
	return ""
}

// splitAt splits a line around the token at a column, counted in characters from 1:
// a quoted string, a table header, a word, or a single character.
func splitAt(line string, column int) (before, meant, after string) {
	at := 0
	for n := 1; n < column && at < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[at:])
		at += size
	}
	rest := line[at:]
	end := len(rest)
	switch r, size := utf8.DecodeRuneInString(rest); {
	case size == 0:
	case r == '"' || r == '\'':
		if closing := strings.IndexRune(rest[size:], r); closing >= 0 {
			end = size + closing + 1
		}
	case r == '[' && strings.TrimSpace(line[:at]) == "" && !strings.Contains(rest, "="):
		if closing := strings.LastIndexByte(rest, ']'); closing >= 0 {
			end = closing + 1
		}
	case isWordRune(r):
		if stop := strings.IndexFunc(rest, func(r rune) bool { return !isWordRune(r) }); stop >= 0 {
			end = stop
		}
	default:
		end = size
	}
	return line[:at], rest[:end], rest[end:]
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("_-.:+/", r)
}

// window cuts a line to a width so that the marked part is visible.
func window(before, meant, after string, width int) (left, lit, right string) {
	const margin = 12
	lit = safe.Cut(meant, max(1, width-2))
	room := width - safe.Width(lit)
	left = before
	if safe.Width(left) > room-min(margin, safe.Width(after)) {
		left = "…" + suffix(before, max(0, room-margin-1))
	}
	return left, lit, safe.Cut(after, max(0, room-safe.Width(left)))
}

// suffix returns the longest suffix of a text of at most the given cells.
func suffix(s string, cells int) string {
	at := len(s)
	for at > 0 {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		if safe.Width(s[at-size:]) > cells {
			break
		}
		at -= size
	}
	return s[at:]
}
