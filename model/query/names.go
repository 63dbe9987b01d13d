package query

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"rihla/model/kb"
)

// Names resolves the names that queries of a knowledge base use: of fields and
// relations, by path or label, and of kinds.
type Names struct {
	kb        *kb.KB
	fields    map[string][]string // paths, by folded path or label
	relations map[string]bool     // paths of relations
	symmetric map[string]bool     // paths of symmetric relations
	own       map[string]bool     // folded paths of the knowledge base's fields
	exact     map[string]bool     // their paths
	groups    map[string]bool     // paths that are only prefixes of fields
	kinds     map[string][]*kb.Kind

	qualifiers sync.Map // by the path of a relation, the keys of the authors' qualifiers: map[string]bool

	collect  sync.Once
	suffixes suffixes
	lists    map[string]bool // paths of lists of tables
}

// The paths of what every entity has without a field of its own for it: its
// kind, its key, and its links by any relation, either way. They are not UTF-8,
// as every key of a TOML file is, so that no field has such a path.
const (
	KindPath = unwritten + "kind"
	KeyPath  = unwritten + "key"
	Link     = unwritten + "link"
)

// unwritten begins the paths that no file can hold.
const unwritten = "\xff"

// External returns a path as a query or a table calls it.
func External(path string) string { return strings.ReplaceAll(path, unwritten, "") }

// The names with a meaning in every knowledge base.
var (
	qualifiers = []string{"since", "until", "confidence", "rank", "note", "quote", "locator"}
	reserved   = append([]string{
		"name", KeyPath, "aliases", "summary", "body", "facts", "tags", "date", "start", "end", "location", "url", "website", "folder", "source", "about", Link,
	}, qualifiers...)
	synonyms = map[string]string{"title": "name", "alias": "aliases"}
)

// IsQualifier reports whether a name is that of a qualifier of the format;
// alone it stands for the qualifier of any statement.
func IsQualifier(name string) bool { return slices.Contains(qualifiers, name) }

// NewNames collects the names of a knowledge base.
func NewNames(k *kb.KB) *Names {
	n := &Names{kb: k, fields: make(map[string][]string), relations: map[string]bool{Link: true, "source": true, "about": true}, own: make(map[string]bool), exact: make(map[string]bool), symmetric: map[string]bool{Link: true}, groups: make(map[string]bool), kinds: make(map[string][]*kb.Kind)}
	for _, path := range reserved {
		n.fields[strings.TrimPrefix(path, unwritten)] = []string{path}
	}
	for name, means := range synonyms {
		n.fields[name] = []string{means}
	}
	add := func(name, path string) {
		if name = Normalize(name); name != "" && !slices.Contains(n.fields[name], path) {
			n.fields[name] = append(n.fields[name], path)
		}
	}
	for _, r := range k.Relations {
		add(r.Name, r.Name)
		n.relations[r.Name] = true
		n.symmetric[r.Name] = r.Symmetric
	}
	for _, kind := range k.Kinds {
		n.addKind(kind)
		for _, f := range kind.Fields {
			add(f.Path, f.Path)
			n.own[Normalize(f.Path)], n.exact[f.Path] = true, true
			if f.Relation != nil {
				n.relations[f.Path] = true
			}
		}
	}
	for _, kind := range k.Kinds {
		for _, f := range kind.Fields {
			for _, label := range AlternativeNames(f) {
				if paths := n.fields[Normalize(label)]; len(paths) == 0 || paths[0] != Normalize(label) {
					add(label, f.Path)
				}
			}
		}
	}
	n.addGroups()
	n.addConditions()
	return n
}

// addGroups adds the proper prefixes of field paths.
func (n *Names) addGroups() {
	for _, kind := range n.kb.Kinds {
		for _, f := range kind.Fields {
			for i, c := range f.Path {
				if group := f.Path[:i]; c == '.' && len(n.fields[Normalize(group)]) == 0 {
					n.fields[Normalize(group)] = []string{group}
					n.groups[group] = true
				}
			}
		}
	}
}

// AlternativeNames returns the names of a field other than its path: its labels
// and aliases, and those of its relation.
func AlternativeNames(f *kb.Field) []string {
	out := append(f.Label.All(), f.Aliases...)
	if f.Relation != nil {
		out = append(append(out, f.Relation.Label.All()...), f.Relation.Aliases...)
	}
	return out
}

func (n *Names) addKind(kind *kb.Kind) {
	names := append([]string{kind.Name}, append(slices.Clone(kind.Label.All()), kind.Singular.All()...)...)
	for _, name := range names {
		name = Normalize(name)
		if !slices.Contains(n.kinds[name], kind) {
			n.kinds[name] = append(n.kinds[name], kind)
		}
	}
}

// IsGroup reports whether a path is a table of fields, or a list of tables.
func (n *Names) IsGroup(path string) bool {
	return n.groups[path] || n.exact[path] && n.endings() != nil && n.lists[path]
}

// IsSymmetric reports whether a relation is the same in both directions.
func (n *Names) IsSymmetric(path string) bool { return n.symmetric[path] }

// IsRelation reports whether a path leads to entities.
func (n *Names) IsRelation(path string) bool { return n.relations[path] }

// Kind returns the kinds of a name or label; if a kind has this very name, it
// alone.
func (n *Names) Kind(name string) []*kb.Kind {
	if kind := n.kb.Kind(name); kind != nil {
		return []*kb.Kind{kind}
	}
	return n.kinds[Normalize(name)]
}

// Paths returns the paths, split at the dots, that a name may mean: those of the
// fields that are called so, else that of the one field whose path ends in it; nil
// if there are none.
func (n *Names) Paths(name string) [][]string {
	segments := strings.Split(name, ".")
	if slices.Contains(segments, "") || len(segments) > maxPathSteps {
		return nil
	}
	if field, condition, ok := n.condition(name); ok {
		paths := [][]string{nil}
		if field != "" {
			paths = n.Paths(field)
		}
		out := make([][]string, len(paths))
		for i := range paths {
			out[i] = append(slices.Clip(paths[i]), condition)
		}
		return out
	}
	if paths := n.resolve(segments); len(paths) > 0 {
		return paths
	}
	return n.resolveSuffix(segments)
}

// pathsOf is Paths for a name that may be quoted: a quoted one means the field
// of this very path, if there is one.
func (n *Names) pathsOf(name string, isQuoted bool) [][]string {
	if isQuoted && n.exact[name] {
		return [][]string{strings.Split(name, ".")}
	}
	return n.Paths(name)
}

// written writes a path so that a query means this one only.
func (n *Names) written(path string) string {
	if internal, ok := strings.CutPrefix(path, unwritten); ok {
		return internal
	}
	folded, paths := Fold(path), n.Paths(path)
	isPlain := folded != "kind" && folded != "has" && folded != "no" && len(paths) == 1 && strings.Join(paths[0], ".") == path
	if !isPlain && n.exact[path] {
		return inQuotes(path)
	}
	return Quote(path)
}

// maxPathSteps bounds the length of a dotted path.
const maxPathSteps = 16

func (n *Names) resolve(segments []string) [][]string {
	var out [][]string
	for i := len(segments); i > 0; i-- {
		for _, head := range n.pathsNamed(strings.Join(segments[:i], ".")) {
			out = append(out, n.beyond(head, segments[i:])...)
		}
		if len(out) > 0 {
			break
		}
	}
	return out
}

// beyond returns the paths that begin with a field and go on with the rest of a name.
func (n *Names) beyond(head string, rest []string) [][]string {
	switch {
	case len(rest) == 0:
		return [][]string{strings.Split(head, ".")}
	case n.relations[head] && n.hasQualifier(head, rest[0]):
	case n.relations[head]:
		var out [][]string
		for _, path := range n.pathsBeyond(rest) {
			out = append(out, append(strings.Split(head, "."), path...))
		}
		return out
	}
	// a key of a table, or a qualifier of the author's
	return [][]string{append(strings.Split(head, "."), rest...)}
}

// pathsNamed returns the paths of a name, else of its plural or singular.
func (n *Names) pathsNamed(name string) []string {
	name = Normalize(name)
	for _, as := range []string{name, name + "s", strings.TrimSuffix(name, "s")} {
		if paths := n.fields[as]; len(paths) > 0 && !n.isElsewhere(paths[0]) && !slices.Contains(onEvidence, paths[0]) {
			return paths
		}
	}
	return nil
}

// firstUnknown returns the first part of a dotted path that means nothing.
func (n *Names) firstUnknown(name string) string {
	for at := len(name); at > 0; at = strings.LastIndexByte(name[:at], '.') {
		if at < len(name) && len(n.Paths(name[:at])) > 0 {
			return name[at+1:]
		}
	}
	return name
}

// pathsBeyond returns what the rest of a path may mean after a relation: a
// field of its targets, or an author's qualifier of the link, unless it looks
// like a mistyped field.
func (n *Names) pathsBeyond(rest []string) [][]string {
	paths := n.resolve(rest)
	if len(rest) == 1 && rest[0] == "kind" {
		return append([][]string{{KindPath}}, paths...)
	}
	if len(paths) > 0 {
		return paths
	}
	paths = n.resolveSuffix(rest)
	if n.suggestField(rest[0]) != "" {
		return paths
	}
	return append(paths, rest)
}

// suggestField returns the field name nearest to a mistyped one, or "": of
// equals one that begins as written, then one of the knowledge base's own.
func (n *Names) suggestField(written string) string {
	written = Normalize(written)
	best, nearest := "", EditLimit(written)+1
	rank := func(name string) int {
		rank := 0
		if strings.HasPrefix(name, written) {
			rank += 2
		}
		if n.own[name] {
			rank++
		}
		return rank
	}
	for name := range n.fields {
		d := Distance(written, name, nearest)
		if d > nearest || d == nearest && best == "" {
			continue
		}
		if d < nearest || cmp.Or(cmp.Compare(rank(best), rank(name)), cmp.Compare(name, best)) < 0 {
			best, nearest = name, d
		}
	}
	if best == "" && len(written) >= minPrefix {
		for name := range n.fields {
			if strings.HasPrefix(name, written) && (best == "" || name < best) {
				best = name
			}
		}
	}
	return best
}

// suggestKind is suggestField for kinds.
func (n *Names) suggestKind(written string) string {
	written = Normalize(written)
	best, nearest := "", EditLimit(written)+1
	for name, kinds := range n.kinds {
		d := Distance(written, name, nearest)
		if d < nearest || d == nearest && best != "" && kinds[0].Name < best {
			best, nearest = kinds[0].Name, d
		}
	}
	return best
}

// minPrefix is the fewest bytes by which a name is suggested as a completion.
const minPrefix = 3
