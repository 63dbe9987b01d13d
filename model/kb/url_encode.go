package kb

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// EncodeURL percent-encodes what an address must not hold where it is written into a
// document: invisible characters, blanks, invalid bytes, and the punctuation that RFC
// 3986 leaves out. Letters of any script stay.
func EncodeURL(address string) string { return percentEncode(address, isOfURL) }

// ASCIIURL returns an address in ASCII: its host as it is looked up, the rest
// percent-encoded.
func ASCIIURL(address string) string {
	if u, err := url.Parse(address); err == nil && u.Host != "" && strings.ContainsFunc(u.Host, func(r rune) bool { return r > unicode.MaxASCII }) {
		host := u.Hostname()
		if encoded, err := idna.Punycode.ToASCII(host); err == nil {
			address = strings.Replace(address, host, encoded, 1)
		}
	}
	return percentEncode(address, func(r rune) bool { return ' ' < r && r < 0x7F })
}

// percentEncode percent-encodes the characters of an address that it may not keep, and
// invalid bytes.
func percentEncode(address string, mayKeep func(rune) bool) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(address); {
		r, n := utf8.DecodeRuneInString(address[i:])
		if mayKeep(r) && (r != utf8.RuneError || n > 1) {
			b.WriteString(address[i : i+n])
		} else {
			for _, c := range []byte(address[i : i+n]) {
				b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			}
		}
		i += n
	}
	return b.String()
}

// isOfURL reports whether a character may be written in an address as it is.
func isOfURL(r rune) bool {
	const fillers = "\u115f\u1160\u3164\uffa0" // letters that are blank
	if r < utf8.RuneSelf {
		return r > ' ' && r < 0x7f && !strings.ContainsRune("\"<>\\^`{|}", r)
	}
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.Is(unicode.Variation_Selector, r) && !strings.ContainsRune(fillers, r)
}
