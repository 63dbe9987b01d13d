package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
)

// remedies are the hints for the decoder's messages, by a part of the message; the
// first match counts. Where one message has several causes, the text at the offset
// decides.
var remedies = []struct {
	message string
	advise  func(text []byte, at int) string
}{
	{"strings cannot contain newlines", fixed(`close the quotation mark, or write """ around a text of several lines`)},
	{"invalid datetime", fixed(`write a day of the calendar, 2024-02-11, or what is known of it in quotation marks: "2024-02"`)},
	{"leading zeroes", fixed("remove the zeroes, or put quotation marks around the number")},
	{"hexadecimal digits", fixed(backslash)},
	{"invalid escape", fixed(backslash)},
	{"expected value", forValue},
	{"expected a top-level item to end", forTrailing},
	{"array terminator", fixed("put a comma between the elements, or close the list with ]")},
	{"inline table terminator", fixed("put a comma between the keys, or close the table with }")},
	{"to end table name", fixed("close the header with ]")},
	{"expected '.' or '='", forKey},
	{"control characters", fixed(`remove the character, or write it as \u and its four digits`)},
}

const backslash = `write \\ for a backslash, or put '…' around the text`

// remedy returns a hint for a problem, or "".
func remedy(text []byte, p Problem) string {
	if p.Code == kb.DuplicateKey {
		return "remove one of the two, or merge them"
	}
	for _, r := range remedies {
		if strings.Contains(p.Message, r.message) {
			return r.advise(text, min(p.Offset, len(text)))
		}
	}
	return ""
}

func fixed(advice string) func([]byte, int) string {
	return func([]byte, int) string { return advice }
}

// forValue returns the hint if a value was expected.
func forValue(text []byte, at int) string {
	r, _ := utf8.DecodeRune(text[at:])
	switch rest := bytes.ToLower(text[at:min(at+len("false"), len(text))]); {
	case at == len(text) || unicode.IsSpace(r) || r == '#' || r == '=':
		return "write a value after the =, or remove the key"
	case strings.ContainsRune("“”„«»‘’‹›`", r):
		return `use straight quotation marks: "…"`
	case bytes.HasPrefix(rest, []byte("true")) || bytes.HasPrefix(rest, []byte("false")):
		return "write true and false in lower case"
	case unicode.IsLetter(r):
		return `put quotation marks around a text: "…"`
	}
	return ""
}

// forTrailing returns the hint if a line continues after its value.
func forTrailing(text []byte, at int) string {
	line := text[bytes.LastIndexByte(text[:at], '\n')+1 : at]
	_, value, _ := bytes.Cut(line, []byte("="))
	value = bytes.TrimSpace(value)
	switch {
	case len(value) == 0 || at == len(text):
		return ""
	case value[0] == '"' || value[0] == '\'':
		return `write \" for a quotation mark within a text, or end the line after the text`
	case !unicode.IsDigit(rune(value[len(value)-1])):
		return ""
	case text[at] == ',':
		return "write a decimal as 11.5, thousands as 1000 or 1_000"
	case text[at] == '/' || text[at] == '.':
		return "write a date as 2024-02-11"
	}
	return `put quotation marks around a text: "…"`
}

// forKey returns the hint if a key was expected to continue or to end.
func forKey(text []byte, at int) string {
	r, _ := utf8.DecodeRune(text[at:])
	switch {
	case at == len(text) || r == '\n' || r == '\r' || r == ':':
		return "write = between a key and its value"
	case r == '{' || r == '}' || r == ']' || r == ',':
		return "look for a missing bracket, or one too many, on the lines before"
	}
	return "put quotation marks around a key that holds anything but a to z, digits, - and _"
}
