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

// magic is what files begin with that may pass for text otherwise.
var magic = [][]byte{[]byte("%PDF-"), []byte("{\\rtf"), []byte("PK\x03\x04"), []byte("\x1f\x8b"), []byte("%!PS")}

func looksBinary(data []byte) bool {
	for _, begin := range magic {
		if bytes.HasPrefix(data, begin) {
			return true
		}
	}
	return false
}

// decode turns plain text into UTF-8, by its byte order mark if it has one; what
// is no UTF-8 is Windows-1252, which old text mostly is.
func decode(data []byte) (string, bool) {
	fallback := unicode.UTF8.NewDecoder()
	if !isUTF8(data) {
		fallback = charmap.Windows1252.NewDecoder()
	}
	return decodeWith(unicode.BOMOverride(fallback), data)
}

// decodePage is decode for a web page, which may say what it is written in.
func decodePage(data []byte) (string, bool) {
	declared, name, _ := charset.DetermineEncoding(data, "")
	if hasMark(data) || name == "utf-8" || name == "windows-1252" {
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

// isUTF8 tells whether bytes are UTF-8, a few of them spoilt at most: other
// encodings hardly ever look like it.
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

func hasMark(data []byte) bool {
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		if bytes.HasPrefix(data, []byte(mark)) {
			return true
		}
	}
	return false
}

// isText tells whether a text is what people write: without a NUL, and with next
// to no other control characters.
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
