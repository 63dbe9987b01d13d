package suggest

import (
	"strings"

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
	seen := make(map[string]bool, len(values))
	for _, v := range values {
		if v != "" && !seen[v] {
			seen[v] = true
			quoted = append(quoted, kb.Quote(v))
		}
	}
	return key + " = [" + strings.Join(quoted, ", ") + "]"
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
	lines := make(map[kb.Pos]string, len(about))
	for at, references := range about {
		lines[at] = list("about", references)
	}
	for i := range all {
		if all[i].about != nil {
			all[i].Line, all[i].Alone = lines[all[i].TablePos], list("about", all[i].about)
		}
	}
}
