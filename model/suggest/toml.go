package suggest

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rihla/model/kb"
)

// written returns the references of links as they are written.
func written(links []*kb.Statement) []string {
	var all []string
	for _, s := range links {
		all = append(all, s.Value.Str)
	}
	return all
}

// list writes a key with a list of distinct strings.
func list(key string, values []string) string {
	var quoted []string
	for _, v := range values {
		if q := quote(v); v != "" && !slices.Contains(quoted, q) {
			quoted = append(quoted, q)
		}
	}
	return key + " = [" + strings.Join(quoted, ", ") + "]"
}

// quote writes a TOML string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsControl(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// mergeLines writes the lines of suggestions. As a key may occur once in a
// table, the about lists of one table are merged into each of its suggestions.
func mergeLines(all []Suggestion) {
	about := make(map[kb.Pos][]string)
	for _, s := range all {
		if s.about != nil {
			about[s.TablePos] = append(about[s.TablePos], s.about...)
		}
	}
	for i := range all {
		if all[i].about != nil {
			all[i].Line = list("about", about[all[i].TablePos])
		}
	}
}
