package snapshot

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// binaryPrefixes are the first bytes of binary formats that may pass for text.
var binaryPrefixes = [][]byte{[]byte("%PDF-"), []byte("{\\rtf"), []byte("PK\x03\x04"), []byte("\x1f\x8b"), []byte("%!PS")}

func isBinary(data []byte) bool {
	for _, begin := range binaryPrefixes {
		if bytes.HasPrefix(data, begin) {
			return true
		}
	}
	return false
}

// decode converts plain text to UTF-8, by its byte order mark if it has one;
// what is not UTF-8 is taken as Windows-1252, as most old text is.
func decode(data []byte) (string, bool) {
	fallback := unicode.UTF8.NewDecoder()
	if !isUTF8(data) {
		fallback = charmap.Windows1252.NewDecoder()
	}
	return decodeWith(unicode.BOMOverride(fallback), data)
}

// decodeHTML is decode for a web page, which may declare its encoding.
func decodeHTML(data []byte) (string, bool) {
	declared, name, _ := charset.DetermineEncoding(data, "")
	if hasBOM(data) || name == "utf-8" || name == "windows-1252" {
		return decode(data)
	}
	return decodeWith(declared.NewDecoder(), data)
}

func decodeWith(t transform.Transformer, data []byte) (string, bool) {
	text, _, err := transform.Bytes(t, data)
	if err != nil || !isText(string(text)) {
		return "", false
	}
	return string(text), true
}

// isUTF8 reports whether bytes are UTF-8 with few errors; other encodings
// rarely look like it.
func isUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		data = data[size:]
	}
	return bad*4 <= good
}

func hasBOM(data []byte) bool {
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return true
		}
	}
	return false
}

// isText reports whether a text has no NUL and hardly any other control
// characters.
func isText(text string) bool {
	if strings.IndexByte(text, 0) >= 0 {
		return false
	}
	odd := 0
	for _, r := range text {
		if r < ' ' && !('\t' <= r && r <= '\r') && r != 0x1B || r == utf8.RuneError {
			odd++
		}
	}
	return odd <= len(text)/50
}
