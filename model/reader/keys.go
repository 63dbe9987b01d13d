package reader

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rihla/model/kb"
)

// The fields that the key of an array’s element comes from, the first
// that it has: taken as it is, or made from a name.
var (
	keyFields  = []string{"id", "slug", "key"}
	nameFields = []string{"name", "title"}
)

// elementKey returns the key of an element of an array of tables, before it is
// told apart from others, and the field that it was taken from. An element
// that nothing names is known by its first short text, else by its number.
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
		if entry.Value.Type == kb.String && len(entry.Value.Str) <= 60 {
			if s := Slug(entry.Value.Str); s != "" {
				return s, entry.Key
			}
		}
	}
	return "#" + strconv.Itoa(number), ""
}

// Slug makes a key from a name: lower case without accents, and a hyphen for
// each run of what is no letter, digit or underscore.
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

// longestTold bounds the text, in bytes, that is added to a key.
const longestTold = 80

// tellApart gives each of several drafts that share a kind and a key one of
// its own, by adding the first scalar field in which they differ; where some
// still agree, the next. It returns those that differ in nothing from an
// earlier one; they are numbered.
func tellApart(drafts []*draft) (same []*draft) {
	names := distinguishing(drafts)
	groups := [][]*draft{drafts}
	for _, name := range names {
		var next [][]*draft
		for _, group := range groups {
			next = append(next, split(group, name)...)
		}
		groups = next
	}
	for _, group := range groups {
		for i, d := range group[1:] {
			d.add("#"+strconv.Itoa(i+2), true)
			same = append(same, d)
		}
	}
	return same
}

// distinguishing lists the scalar fields of drafts that may tell them apart,
// in the order in which they are first met.
func distinguishing(drafts []*draft) []string {
	var names []string
	seen := make(map[string]bool)
	for _, d := range drafts {
		for _, entry := range d.table.Items {
			if entry.Key != d.keyField && !seen[entry.Key] && entry.Value.IsScalar() {
				seen[entry.Key] = true
				names = append(names, entry.Key)
			}
		}
	}
	return names
}

// split divides drafts by what they have in a field, and adds it to their
// keys, unless all have the same.
func split(drafts []*draft, field string) [][]*draft {
	if len(drafts) == 1 {
		return [][]*draft{drafts}
	}
	var order []string
	groups := make(map[string][]*draft)
	for _, d := range drafts {
		value := ""
		if v := d.table.Get(field); v.IsScalar() && len(v.Str) <= longestTold {
			value = v.Str
		}
		if _, ok := groups[value]; !ok {
			order = append(order, value)
		}
		groups[value] = append(groups[value], d)
	}
	if len(order) == 1 {
		return [][]*draft{drafts}
	}
	out := make([][]*draft, 0, len(order))
	for _, value := range order {
		for _, d := range groups[value] {
			if value != "" {
				d.add(value, !d.isNamed(value))
			}
		}
		out = append(out, groups[value])
	}
	return out
}
