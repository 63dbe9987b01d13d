package reader

import (
	"slices"
	"strings"
	"unicode"

	"rihla/model/kb"
)

// closeness is how much the name of a field says that it names a kind.
type closeness uint8

const (
	unrelated   closeness = iota
	endsInKind            // parent_company, of company
	calledAfter           // company, companies, company_id
)

// kindNames finds kinds by their names, as singular gives them.
type kindsByName map[string][]*kb.Kind

func newKindsByName(kinds []*kb.Kind) kindsByName {
	by := make(kindsByName, len(kinds))
	for _, kind := range kinds {
		name := kind.Name[strings.LastIndexByte(kind.Name, '.')+1:]
		key := singular(words(name))
		by[key] = append(by[key], kind)
	}
	return by
}

// referenceWords are the words at the end of a field's name that say that the field
// is a reference to what precedes them.
var referenceWords = []string{"id", "ids", "ref", "refs", "key", "keys", "name", "names", "slug", "slugs", "uuid", "uuids", "code", "codes"}

// countWords are the words at the beginning of a field's name that say that it counts
// or measures.
var countWords = []string{"max", "min", "num", "number", "total", "count", "maximum", "minimum", "no"}

// find returns the kinds that a field of some words is called after, and those whose
// name ends its own. A field id, name or ref is called as the table that holds it.
func (by kindsByName) find(name []string, table string) (after, ends []*kb.Kind) {
	if len(by) == 0 {
		return nil, nil
	}
	if exact := by[singular(name)]; exact != nil {
		return exact, nil
	}
	if n := len(name) - 1; n >= 0 && slices.Contains(referenceWords, name[n]) {
		if name = name[:n]; n == 0 {
			name = words(table)
		}
		if exact := by[singular(name)]; exact != nil {
			return exact, nil
		}
	}
	if len(name) > 0 && slices.Contains(countWords, name[0]) {
		return nil, nil
	}
	if n := len(name) - 1; n > 0 && name[n] == "of" {
		name = name[:n]
	}
	for i := 1; i < len(name); i++ {
		if kinds := by[singular(name[i:])]; kinds != nil {
			return nil, kinds
		}
	}
	if len(name) == 1 {
		return nil, by[singular([]string{strings.TrimPrefix(strings.TrimPrefix(name[0], "sub"), "super")})]
	}
	return nil, nil
}

// words splits the name of a field or a kind into words in lower case: at hyphens,
// underscores and spaces, and before capitals that follow a small letter.
func words(name string) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	var before rune
	for _, r := range name {
		switch {
		case r == '-' || r == '_' || r == ' ':
			end()
		case unicode.IsUpper(r) && unicode.IsLower(before):
			end()
			fallthrough
		default:
			word.WriteRune(unicode.ToLower(r))
		}
		before = r
	}
	end()
	return out
}

// singular joins words without what separates them and without the English plural of
// the last one, well enough to compare two names.
func singular(words []string) string {
	word := strings.Join(words, "")
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return word[:len(word)-1]
	}
	return word
}

// closeTo returns how close the name of a field is to a kind.
func (p *fieldPath) closeTo(kind *kb.Kind) closeness {
	switch {
	case slices.Contains(p.after, kind):
		return calledAfter
	case slices.Contains(p.ends, kind):
		return endsInKind
	}
	return unrelated
}

// dependencyFields name what an entity needs, which often stands outside the
// knowledge base; kinFields name other entities of the same kind.
var (
	dependencyFields = []string{"dependency", "depend", "dependson", "requirement", "require", "prerequisite"}
	kinFields        = []string{
		"parent", "child", "children", "extend", "inherit", "inherits", "related", "see also", "seealso", "supersede", "supersedes", "supersededby", "replace", "replaces", "replacedby",
		"previous", "next", "conflict", "needs", "need", "base", "before", "after", "include", "predecessor", "successor",
	}
)

// isDependency reports whether a field of some words is called after what an entity
// needs: dev-dependencies, depends_on, dependency-groups.
func isDependency(name []string) bool {
	if slices.Contains(dependencyFields, singular(name)) {
		return true
	}
	return slices.ContainsFunc(name, func(word string) bool { return slices.Contains(dependencyFields, singular([]string{word})) })
}

// isKin reports whether a field is called after other entities of its own kind.
func isKin(field string) bool { return slices.Contains(kinFields, singular(words(field))) }
