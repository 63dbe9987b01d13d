package sqlite

import (
	"strconv"
	"strings"
)

// names assigns unique SQL identifiers. SQLite compares them ignoring ASCII case:
// https://www.sqlite.org/lang_keywords.html.
type names map[string]bool

// newNames returns a set of names in which some are reserved.
func newNames(taken ...string) names {
	n := make(names)
	for _, name := range taken {
		n[folded(name)] = true
	}
	return n
}

// of returns a unique identifier for a name, unquoted.
func (n names) of(name string) string {
	name = strings.ReplaceAll(strings.ToValidUTF8(name, "\ufffd"), "\x00", "\ufffd")
	if name == "" || strings.HasPrefix(folded(name), "sqlite_") {
		name = "_" + name // the prefix sqlite_ is reserved
	}
	unique := name
	for i := 2; n[folded(unique)]; i++ {
		unique = name + "_" + strconv.Itoa(i)
	}
	n[folded(unique)] = true
	return unique
}

func folded(name string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, name)
}

// quoted returns a quoted SQL identifier.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
