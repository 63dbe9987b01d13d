package reader

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rihla/model/kb"
)

// The fields that give the key of an array's element, in order of precedence:
// keyFields as they are, nameFields as a slug.
var (
	keyFields  = []string{"id", "slug", "key"}
	nameFields = []string{nameField, titleField}
)

// maxKeyText is the length, in bytes, of the longest text that an element
// without key and name is keyed by.
const maxKeyText = 60

// elementKey returns the key of an element of an array of tables, before it is
// made unique, and the field that it was taken from. Without any of the key and
// name fields, that is its first short text; without that, the key is "#" and
// number, and field is empty.
func elementKey(table kb.Value, languages []string, number int) (key, field string) {
	for _, f := range keyFields {
		if v := table.Get(f); v.Type == kb.String || v.Type == kb.Int {
			if v.Str != "" {
				return v.Str, f
			}
		}
	}
	for _, f := range nameFields {
		text, _ := textOf(table.Get(f), languages)
		if name, _ := text.In("", languages...); Slug(name) != "" {
			return Slug(name), f
		}
	}
	for _, entry := range table.Items {
		if entry.Value.Type == kb.String && len(entry.Value.Str) <= maxKeyText {
			if s := Slug(entry.Value.Str); s != "" {
				return s, entry.Key
			}
		}
	}
	return "#" + strconv.Itoa(number), ""
}

// Slug makes a key from a name: lower case, without combining marks (removed
// after Unicode decomposition, NFD), with a hyphen for each run of characters
// other than letters, digits and underscores. It is empty for a name without
// any of those.
func Slug(name string) string {
	var b strings.Builder
	pending := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			if pending && b.Len() > 0 {
				b.WriteByte('-')
			}
			pending = false
			b.WriteRune(unicode.ToLower(r))
		default:
			pending = true
		}
	}
	return norm.NFC.String(b.String())
}
