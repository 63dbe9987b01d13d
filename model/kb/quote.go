package kb

import (
	"fmt"
	"strings"
	"unicode"
)

// Quote returns a text as a basic string of TOML 1.0, on one line. Characters that
// are not visible are escaped.
func Quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		short := strings.IndexRune("\b\t\n\f\r\"\\", r)
		switch {
		case short >= 0:
			b.WriteByte('\\')
			b.WriteByte(`btnfr"\`[short])
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// bareKey is the characters of keys that need no quotation marks.
const bareKey = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"

// QuoteKey returns one part of a key, with quotation marks where TOML needs them.
func QuoteKey(part string) string {
	if part == "" || strings.Trim(part, bareKey) != "" {
		return Quote(part)
	}
	return part
}
