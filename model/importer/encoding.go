package importer

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"rihla/model/say"
)

// Names of the encodings other than UTF-8.
const (
	utf16    = "UTF-16"
	windows  = "Windows-1252"
	utf8Mark = "\ufeff"
)

// decoded converts a text to UTF-8 without a byte order mark. It also returns the name of
// the original encoding, empty for UTF-8. UTF-16 is detected by its byte order mark or its
// zero bytes. A text that is invalid UTF-8 is decoded as Windows-1252 if it contains no
// valid multi-byte sequence; otherwise invalid bytes become U+FFFD and are reported.
func (r *reading) decoded(file string, text []byte) (string, string) {
	if name, wide := wideEncoding(text); wide != nil {
		if plain, err := wide.NewDecoder().Bytes(text); err == nil {
			return strings.TrimPrefix(string(plain), utf8Mark), name
		}
	}
	plain := string(bytes.TrimPrefix(text, []byte(utf8Mark)))
	if utf8.ValidString(plain) {
		return plain, ""
	}
	if !holdsSequence(plain) {
		if latin, err := charmap.Windows1252.NewDecoder().String(plain); err == nil {
			return latin, windows
		}
	}
	n, line := 0, 0
	for at := 0; at < len(plain); {
		c, size := utf8.DecodeRuneInString(plain[at:])
		if c == utf8.RuneError && size == 1 {
			if n++; n == 1 {
				line = 1 + strings.Count(plain[:at], "\n")
			}
		}
		at += size
	}
	r.find(file, line, say.BytesRepaired.With(say.Number(n)))
	return strings.ToValidUTF8(plain, string(utf8.RuneError)), ""
}

// holdsSequence reports whether a text contains a multi-byte UTF-8 sequence.
func holdsSequence(text string) bool {
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRuneInString(text[at:])
		if size > 1 && c != utf8.RuneError {
			return true
		}
		at += size
	}
	return false
}

// wideEncoding returns the UTF-16 encoding of a text; nil if the text is not UTF-16.
func wideEncoding(text []byte) (string, encoding.Encoding) {
	const sample = 1 << 10
	head := text[:min(len(text), sample)]
	even, odd := 0, 0
	for i, b := range head {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	switch most := len(head) / 4; {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), odd > most && even == 0:
		return utf16, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}), even > most && odd == 0:
		return utf16, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	return "", nil
}
