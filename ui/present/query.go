package present

import (
	"strings"

	"rihla/model/query"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Naming lays out a name.
func Naming(name string) rich.Line {
	return rich.NewLine(rich.NewSpan(rich.Plain, name))
}

// Muting lays out texts, each on lines of its own, in the muted tone.
func Muting(text string, width int) []rich.Line {
	var lines []rich.Line
	for part := range strings.SplitSeq(text, "\n") {
		for _, line := range safe.Wrap(part, max(1, width)) {
			lines = append(lines, rich.NewLine(rich.NewSpan(rich.Muted, line)))
		}
	}
	return lines
}

// pathLabel says what a dotted path is called: each step by its label.
func (v Voice) PathLabel(path []string) string {
	full := strings.Join(path, ".")
	if label := v.anyLabel(full); label != "" {
		return label
	}
	for i := len(path) - 1; i > 0; i-- {
		if label := v.anyLabel(strings.Join(path[:i], ".")); label != "" {
			return label + v.Words.Say(words.ThroughLink) + v.PathLabel(path[i:])
		}
	}
	return safe.Line(full)
}

// anyLabel returns what a field of any kind is called; nothing where no kind has
// one of that path.
func (v Voice) anyLabel(path string) string {
	switch path {
	case query.Link:
		return v.Words.Say(words.AnyRelation)
	case query.KindPath:
		return Lower(v.Words.Say(words.KindColumn))
	case query.KeyPath:
		return Lower(v.Words.Say(words.EntityKeyColumn))
	case "name":
		return Lower(v.Words.Say(words.NameColumn))
	case "aliases":
		return v.Words.Say(words.AlsoKnownAs)
	}
	for _, kind := range v.KB.Kinds {
		if f := kind.FindField(path); f != nil {
			return Lower(v.FieldLabel(f))
		}
	}
	return ""
}

// lower returns a label as it stands within a sentence; one that is written in
// capitals stays so.
func Lower(s string) string {
	runes := []rune(s)
	if len(runes) < 2 || strings.ToLower(string(runes[1])) != string(runes[1]) {
		return s
	}
	return strings.ToLower(string(runes[:1])) + string(runes[1:])
}
