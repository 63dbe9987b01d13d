// Package safe stands between text from files and a terminal: what passes it
// holds no control byte, no character that hides or turns the text around it,
// and no invalid byte, each of them being shown instead. It also measures,
// cuts and wraps, in the cells that a terminal gives a text.
//
// What passes once may pass again unchanged.
package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mostMarks is how many combining marks and joiners stand on one base
// character; further ones become a single ellipsis.
const mostMarks = 4

// Line makes text fit for one line: each line break or tab becomes a space.
func Line(s string) string {
	if isPlain(s) {
		return s
	}
	return clean(s, false)
}

// Text makes text of several lines fit: line breaks of any sort become \n, a
// tab becomes four spaces.
func Text(s string) string {
	if isPlain(s) {
		return s
	}
	return clean(s, true)
}

// longestTitle is how many cells of a window title are worth showing.
const longestTitle = 200

// Title makes text fit for a window title, which terminals take as it is.
func Title(s string) string { return Cut(Line(s), longestTitle) }

// isPlain tells whether a text is printable ASCII throughout.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]-' ' > '~'-' ' {
			return false
		}
	}
	return true
}

// clean writes a text anew, rune by rune.
func clean(s string, lines bool) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	marks, based := 0, false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == '\r' && i < len(s) && s[i] == '\n':
			continue
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteString(space(r, lines))
			marks, based = 0, r == '\t' || !lines
		case isMark(r):
			if !based {
				b.WriteRune('◌')
				based = true
			}
			switch {
			case marks < mostMarks:
				b.WriteRune(r)
			case marks == mostMarks:
				b.WriteRune('…')
			}
			marks++
		case isVariation(r):
		default:
			write(&b, r)
			marks, based = 0, true
		}
	}
	return b.String()
}

func space(r rune, lines bool) string {
	switch {
	case !lines:
		return " "
	case r == '\t':
		return "    "
	}
	return "\n"
}

// isMark tells whether a character takes its place on the one before it.
func isMark(r rune) bool {
	const zeroWidthNonJoiner, zeroWidthJoiner = 0x200C, 0x200D
	if r < 0x300 {
		return false
	}
	return r == zeroWidthNonJoiner || r == zeroWidthJoiner || !isVariation(r) && !isHidden(r) && unicode.In(r, unicode.Mn, unicode.Me)
}

// isVariation tells whether a character chooses a form of the one before it.
// Terminals do not agree on what that does to its width.
func isVariation(r rune) bool { return r >= 0xFE00 && r <= 0xFE0F }

// write writes a character, or what shows it.
func write(b *strings.Builder, r rune) {
	const pictures, pictureOfDelete = '␀', '␡'
	switch {
	case r < ' ':
		b.WriteRune(pictures + r)
	case r == 0x7F:
		b.WriteRune(pictureOfDelete)
	case isHidden(r):
		b.WriteString("<U+")
		const digits = "0123456789ABCDEF"
		shift := 12
		for r>>shift > 0xF {
			shift += 4
		}
		for ; shift >= 0; shift -= 4 {
			b.WriteByte(digits[r>>shift&0xF])
		}
		b.WriteByte('>')
	default:
		b.WriteRune(r) // an invalid byte has been decoded as U+FFFD
	}
}

// isHidden tells whether a character is not seen, turns the text around it, or
// is no character at all.
func isHidden(r rune) bool {
	switch {
	case r < 0x80:
		return false
	case r < 0xA0, r == 0xAD, r == 0x061C, r == 0x180E, r == 0x200B, r == 0x200E, r == 0x200F,
		r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x206F, r == 0xFEFF,
		r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0,
		r >= 0xFFF9 && r <= 0xFFFB, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE,
		r >= 0xE0000 && r <= 0xE0FFF:
		return true
	}
	return false
}
