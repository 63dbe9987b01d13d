package query

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// Completions returns the names of fields of some kinds that begin with a text,
// ignoring case and accents, in the order of the kinds and their fields: a path that
// begins so, else the last parts of a path that do, if no other path ends in them.
func (n *Names) Completions(begun string, kinds []*kb.Kind) []string {
	begun = Normalize(begun)
	var out []string
	known := make(map[string]bool)
	for _, kind := range kinds {
		for _, f := range kind.Fields {
			if known[f.Path] {
				continue
			}
			known[f.Path] = true
			if name := n.completion(begun, f.Path); name != "" && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// completion returns the name by which a path completes a normalized text, empty if it
// does not.
func (n *Names) completion(begun, path string) string {
	if strings.HasPrefix(Normalize(path), begun) {
		return path
	}
	for i := range len(path) {
		end := path[i+1:]
		if path[i] != '.' || end == "" || !strings.HasPrefix(Normalize(end), begun) {
			continue
		}
		if paths := n.Paths(end); len(paths) == 1 && strings.Join(paths[0], ".") == path {
			return end
		}
		return path
	}
	return ""
}

// Complete completes the name of a field or of a condition on evidence, or the time or
// the state behind it, at the end of a query, as far as it is unambiguous, with a colon
// where it is whole. Among are the names that it may become,
// nil if the query does not end in the beginning of a name.
func (n *Names) Complete(text string, kinds []*kb.Kind) (completed string, among []string) {
	from := strings.LastIndexAny(text, " ()\t") + 1
	if strings.HasPrefix(text[from:], "-") {
		from++
	}
	colon := ":"
	for _, condition := range []string{"has:", "no:"} {
		if strings.HasPrefix(Fold(text[from:]), condition) {
			from, colon = from+len(condition), ""
		}
	}
	begun := text[from:]
	if begun == "" || strings.ContainsAny(begun, ":,\"“«„") {
		return n.completeState(text)
	}
	if at := strings.LastIndexByte(begun, '@'); at >= 0 {
		if strings.HasPrefix(whenever, Fold(begun[at+1:])) && len(n.Paths(n.cutTimes(begun[:at]).plain)) > 0 {
			return text[:from+at+1] + whenever + colon, []string{begun[:at+1] + whenever}
		}
		return text, nil
	}
	among = n.Completions(begun, kinds)
	if colon != "" {
		among = append(among, n.conditionsBegun(begun)...)
	}
	switch len(among) {
	case 0:
		return text, nil
	case 1:
		return text[:from] + Quote(among[0]) + colon, among
	}
	if common := commonPrefix(among); len(common) > len(begun) && Quote(common) == common {
		return text[:from] + common, among
	}
	return text, among
}

// commonPrefix returns the longest prefix that some texts share.
func commonPrefix(texts []string) string {
	prefix := texts[0]
	for _, text := range texts[1:] {
		for !strings.HasPrefix(text, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return strings.ToValidUTF8(prefix, "")
}
