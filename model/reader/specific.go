package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
)

// isSpecific reports whether a text that names something cannot be meant otherwise:
// a UUID, a long hexadecimal number, one of decimal digits that may end in the check
// character X (ISO 7064), an address of the web or a mailbox.
func isSpecific(text string) bool {
	const minHex = 16
	if len(text) < minHex/2 {
		return false
	}
	hex, digits := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
			hex++
		case c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '-', c == 'X' && i == len(text)-1:
			hex++
		}
	}
	if hex == len(text) && hex >= minHex && digits >= 4 {
		return true
	}
	at := strings.IndexByte(text, '@')
	return strings.Contains(text, "://") || at > 0 && strings.IndexByte(text[at:], '.') > 1 && !strings.ContainsAny(text, " \t\n")
}

// settings are words that stand for a choice, or for the lack of one, rather than for
// an entity.
var settings = []string{
	"yes", "no", "true", "false", "on", "off", "open", "closed", "none", "null", "nil", "all", "any", "other", "others", "various",
	"unknown", "default", "auto", "tbd", "todo", "n-a", "na", "self", "public", "private", "0",
}

func isSetting(text string) bool { return slices.Contains(settings, strings.ToLower(text)) }

// isKeyLike reports whether a text is written as the keys of some kinds are: one word,
// without spaces, that begins with a small letter or as one of a few keys does.
func isKeyLike(text string, kinds []*kb.Kind) bool {
	if text == "" || len(text) > maxKeyText || isSetting(text) || strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.", r)
	}) {
		return false
	}
	first := classOf(text)
	if first == small {
		return true
	}
	const few = 64
	for _, kind := range kinds {
		if slices.ContainsFunc(kind.Sample(few), func(e *kb.Entity) bool { return classOf(e.Key) == first }) {
			return true
		}
	}
	return false
}

// class is what a text begins with.
type class uint8

const (
	other class = iota
	small
	capital
	digit
)

func classOf(text string) class {
	switch r, _ := utf8.DecodeRuneInString(text); {
	case unicode.IsLower(r):
		return small
	case unicode.IsUpper(r):
		return capital
	case unicode.IsDigit(r):
		return digit
	}
	return other
}
