package safe

import (
	"strings"
	"unicode/utf8"
)

// Document sanitises text for one line of a document that is rendered: Markdown,
// HTML, BibTeX, DOT. What only a terminal would draw wrongly stays: joiners, marks of
// direction, soft hyphens, skin colours. What controls the reader or changes what
// is read becomes the notation of Line: controls, overrides and isolates of direction,
// tags, invalid bytes.
func Document(s string) string { return legible(s, false) }

// Paragraphs is Document for text of several lines: line breaks become \n, and tabs
// stay.
func Paragraphs(s string) string { return legible(lineBreaks.Replace(s), true) }

var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Value is Document for a value in a data format without escapes of its own (CSV):
// line breaks and tabs stay as they are.
func Value(s string) string { return legible(s, true) }

// Values is Value for each value of a table, in place.
func Values(rows [][]string) [][]string {
	for _, row := range rows {
		for i, value := range row {
			row[i] = Value(value)
		}
	}
	return rows
}

func legible(s string, lines bool) string {
	if isPlain(s) || strings.IndexFunc(s, isRewritten) < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch isBreak := r == '\n' || r == '\r' || r == '\t'; {
		case r == '\r' && lines && (i == len(s) || s[i] != '\n'):
			write(&b, r) // a terminal would write over what stands before
		case isBreak && lines:
			b.WriteRune(r)
		case r == '\r' && i < len(s) && s[i] == '\n':
		case isBreak || !lines && (r == 0x2028 || r == 0x2029):
			b.WriteByte(' ')
		case isMisleading(r):
			write(&b, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isRewritten reports whether legible may write a character as something else.
func isRewritten(r rune) bool {
	return r < ' ' || r >= 0x7F && (isMisleading(r) || r == 0x2028 || r == 0x2029 || r == utf8.RuneError)
}

// isMisleading reports whether a character is a control, overrides or isolates the
// direction of text, or is invisible and carries text of its own.
func isMisleading(r rune) bool {
	switch {
	case r < ' ', r >= 0x7F && r < 0xA0, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r >= 0x206A && r <= 0x206F,
		r >= 0xFFF9 && r <= 0xFFFB, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE, r >= 0xE0000 && r <= 0xE00FF:
		return true
	}
	return false
}
