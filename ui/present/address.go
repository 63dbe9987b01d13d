package present

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
)

// ReadableURL returns a URL with the letters, marks and digits beyond ASCII that are
// written as percent escapes of UTF-8 (RFC 3987, section 3.2) as themselves. Escapes
// of anything else stay, since they may mean something else than the character; so
// does a text that is not a URL. It is to be read, not to be opened or copied.
func ReadableURL(s string) string {
	if !strings.Contains(s, "%") || !kb.IsURL(s) {
		return s
	}
	var b strings.Builder
	for s != "" {
		r, written := escapedRune(s)
		if written == 0 {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		b.WriteRune(r)
		s = s[written:]
	}
	return b.String()
}

// escapedRune reads a letter, mark or digit beyond ASCII at the beginning of a text, each of its
// bytes an escape. written is the length of the escapes, 0 where there is none.
func escapedRune(s string) (r rune, written int) {
	var encoded []byte
	for len(encoded) < utf8.UTFMax && len(s) >= 3*(len(encoded)+1) {
		high, low := hexDigit(s[3*len(encoded)+1]), hexDigit(s[3*len(encoded)+2])
		if s[3*len(encoded)] != '%' || high < 0 || low < 0 {
			break
		}
		encoded = append(encoded, byte(high<<4|low))
		if utf8.FullRune(encoded) {
			break
		}
	}
	r, size := utf8.DecodeRune(encoded)
	if r == utf8.RuneError || size != len(encoded) || r < utf8.RuneSelf || !unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
		return 0, 0
	}
	return r, 3 * size
}

// hexDigit returns the value of a hexadecimal digit, -1 for another character.
func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
