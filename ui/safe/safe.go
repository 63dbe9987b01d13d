// Package safe sanitises text from files for a terminal, and measures, cuts and
// wraps text in terminal cells. It knows neither styles of ours nor a screen.
//
// Sanitised text holds no control character, no character that is invisible or
// reverses the text around it, none that terminals take different widths for, and no
// invalid byte; each is replaced by a visible notation. Sequences that terminals join
// or not are taken apart: joiners, variation selectors and skin colours are dropped,
// and Hangul is composed. Sanitising is idempotent.
package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks bounds the combining marks and joiners on one base character; further
// ones become a single ellipsis.
const maxMarks = 4

// Line sanitises text for one line: each line break or tab becomes a space.
func Line(s string) string {
	if isPlain(s) {
		return s
	}
	return clean(s, false)
}

// Text sanitises text of several lines: each line break becomes \n, each tab four
// spaces.
func Text(s string) string {
	if isPlain(s) {
		return s
	}
	return clean(s, true)
}

// maxTitle bounds a window title, in cells.
const maxTitle = 200

// Title sanitises text for a window title, which Bubble Tea writes as it is.
func Title(s string) string { return Cut(Line(s), maxTitle) }

// isPlain reports whether a text is printable ASCII throughout.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i]-' ' > '~'-' ' {
			return false
		}
	}
	return true
}

// clean sanitises rune by rune; it keeps line breaks and widens tabs where lines is
// set.
func clean(s string, lines bool) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	marks, based := 0, false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isHangul(r) {
			r, n = composed(s[i:])
		}
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
			case marks < maxMarks:
				b.WriteRune(r)
			case marks == maxMarks:
				b.WriteRune('…')
			}
			marks++
		case isDropped(r):
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

// isMark reports whether a character combines with the one before it.
func isMark(r rune) bool {
	const zeroWidthNonJoiner = 0x200C
	if r < 0x300 {
		return false
	}
	return r == zeroWidthNonJoiner || unicode.In(r, unicode.Mn, unicode.Me) && !isDropped(r) && !isHidden(r)
}

// isDropped reports whether a character only changes or joins those beside it, in
// ways that terminals disagree on: variation selectors, the joiner, skin colours.
func isDropped(r rune) bool {
	const zeroWidthJoiner = 0x200D
	return r >= 0xFE00 && r <= 0xFE0F || r == zeroWidthJoiner || r >= 0x1F3FB && r <= 0x1F3FF
}

// write writes a character, or a visible notation for it.
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
		b.WriteRune(r) // U+FFFD for an invalid byte
	}
}

// isHidden reports whether a character is a control, is invisible, reverses the
// text around it, or is none that all terminals give the same width.
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
	return r >= 0x300 && !unicode.Is(known, r)
}
