package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
)

// remedies say what to do about what the decoder says, by some of its words;
// the first that has any counts. Where the words serve for several mistakes,
// what stands at the place tells them apart.
var remedies = []struct {
	words  string
	advise func(text []byte, at int) string
}{
	{"strings cannot contain newlines", always(`close the quotation mark, or write """ around a text of several lines`)},
	{"invalid datetime", always(`write a day of the calendar, 2024-02-11, or what is known of it in quotation marks: "2024-02"`)},
	{"leading zeroes", always("take the zeroes away, or put quotation marks around the number")},
	{"hexadecimal digits", always(backslash)},
	{"invalid escape", always(backslash)},
	{"expected value", forValue},
	{"expected a top-level item to end", forRest},
	{"array terminator", always("put a comma between the elements, or close the list with ]")},
	{"inline table terminator", always("put a comma between the keys, or close the table with }")},
	{"to end table name", always("close the header with ]")},
	{"expected '.' or '='", forKey},
	{"control characters", always(`take the character out, or write it as \u and its four digits`)},
}

const backslash = `write \\ for a backslash, or put '…' around the text`

// remedy guesses what to do about a problem, or returns "".
func remedy(text []byte, p Problem) string {
	if p.Code == kb.DuplicateKey {
		return "take one of the two away, or make one of both"
	}
	for _, r := range remedies {
		if strings.Contains(p.Message, r.words) {
			return r.advise(text, min(p.Offset, len(text)))
		}
	}
	return ""
}

func always(advice string) func([]byte, int) string {
	return func([]byte, int) string { return advice }
}

// forValue advises where a value was expected.
func forValue(text []byte, at int) string {
	r, _ := utf8.DecodeRune(text[at:])
	switch rest := bytes.ToLower(text[at:min(at+len("false"), len(text))]); {
	case at == len(text) || unicode.IsSpace(r) || r == '#' || r == '=':
		return "write a value after the =, or take the key away"
	case strings.ContainsRune("“”„«»‘’‹›`", r):
		return `use straight quotation marks: "…"`
	case bytes.HasPrefix(rest, []byte("true")) || bytes.HasPrefix(rest, []byte("false")):
		return "write true and false in small letters"
	case unicode.IsLetter(r):
		return `put quotation marks around a text: "…"`
	}
	return ""
}

// forRest advises where a line goes on after its value.
func forRest(text []byte, at int) string {
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

// forKey advises where a key was expected to go on or to end.
func forKey(text []byte, at int) string {
	r, _ := utf8.DecodeRune(text[at:])
	switch {
	case at == len(text) || r == '\n' || r == '\r' || r == ':':
		return "write = between a key and its value"
	case r == '{' || r == '}' || r == ']' || r == ',':
		return "see whether a bracket is missing, or stands too much, on the lines before"
	}
	return "put quotation marks around a key that holds anything but a to z, digits, - and _"
}
