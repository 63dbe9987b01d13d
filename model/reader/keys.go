package reader

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rihla/model/kb"
	"rihla/model/reader/shape"
)

// maxKeyText is the length, in bytes, of the longest text that an element
// without key and name is keyed by.
const maxKeyText = 60

// elementKey returns the key of an element of an array of tables, before it is
// made unique, and the field that it was taken from. Without any of the key and
// name fields, that is its first short text; without that, the key is "#" and
// number, and field is empty.
func elementKey(table kb.Value, languages []string, number int) (key, field string) {
	best := -1
	for _, entry := range table.Items {
		v, rank := entry.Value, shape.IDRank(entry.Key)
		if rank >= 0 && (best < 0 || rank < best) && (v.Type == kb.String || v.Type == kb.Int) && v.Str != "" {
			key, field, best = v.Str, entry.Key, rank
		}
	}
	if best >= 0 {
		return key, field
	}
	for _, entry := range table.Items {
		rank := shape.NameRank(entry.Key)
		if rank < 0 || best >= 0 && rank >= best {
			continue
		}
		text, _ := textOf(entry.Value, languages)
		if name, _ := text.In("", languages...); Slug(name) != "" {
			key, field, best = Slug(name), entry.Key, rank
		}
	}
	if best >= 0 {
		return key, field
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
