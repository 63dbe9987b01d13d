package reader

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// textOf returns a value that must be a text: a string, or a table of languages.
// In such a place, keys in the form of a language tag are accepted even if the
// manifest does not declare them.
func textOf(v kb.Value, languages []string) (kb.Text, bool) {
	switch {
	case v.Type == kb.String:
		return kb.Plain(v.Str), true
	case v.Type != kb.Table || len(v.Items) == 0:
		return kb.Text{}, false
	}
	many := make([]kb.Translation, 0, len(v.Items))
	for _, entry := range v.Items {
		known := slices.Contains(languages, entry.Key) || isLanguageTag(entry.Key)
		if !known || entry.Value.Type != kb.String {
			return kb.Text{}, false
		}
		many = append(many, kb.Translation{Lang: entry.Key, Text: entry.Value.Str})
	}
	return kb.Translated(many...), true
}

func isText(v kb.Value, languages []string) bool {
	_, ok := textOf(v, languages)
	return ok
}

// plainText returns the words of a value that need not be a text.
func plainText(v kb.Value) string {
	if v.IsScalar() {
		return v.Str
	}
	return strings.Join(stringsIn(v), " ")
}

// isLanguageTag reports whether a key has the form of a language tag (BCP 47): a
// primary subtag of two or three lower-case letters, such as fr, ary or pt-BR.
func isLanguageTag(key string) bool {
	tag, _, _ := strings.Cut(key, "-")
	if len(tag) < 2 || len(tag) > 3 {
		return false
	}
	for _, c := range []byte(tag) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// describe names a value in a finding.
func describe(v kb.Value) say.Arg {
	switch v.Type {
	case kb.String:
		return say.Value(strconv.Quote(shorten(v.Str)))
	case kb.List:
		return say.List
	case kb.Table:
		return say.Table
	}
	return say.Value(shorten(v.Str))
}

// shorten cuts a text for a finding after 80 characters.
func shorten(s string) string {
	const limit = 80
	n := 0
	for i := range s {
		if n == limit {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
