package reader

import "strings"

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
