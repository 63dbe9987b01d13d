package query

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// suffixes maps the folded ends of dotted paths, each of which begins after a dot,
// to the paths of fields, of tables of fields and of what stands in lists of tables
// that end so, in the order of the kinds and their fields.
type suffixes map[string][]string

// endings returns the suffixes of the knowledge base. They are collected when a name
// is first looked up that is no field's: few queries have one. A Partial knowledge
// base has none: its fields are not all known.
func (n *Names) endings() suffixes {
	if n.kb.Partial {
		return nil
	}
	n.collect.Do(func() {
		n.suffixes, n.lists = make(suffixes), make(map[string]bool)
		known := make(map[string]bool)
		add := func(path string) {
			for ; path != "" && !known[path]; path = path[:max(0, strings.LastIndexByte(path, '.'))] {
				known[path] = true
				n.suffixes.add(path)
			}
		}
		for _, kind := range n.kb.Kinds {
			for _, f := range kind.Fields {
				add(f.Path)
			}
		}
		for _, kind := range n.kb.Kinds {
			n.eachInTables(kind, add)
		}
	})
	return n.suffixes
}

// sampleSize bounds the entities of a kind that are looked at.
const sampleSize = 500

// eachInTables calls do for the paths of what stands in lists of tables, which are no
// fields of their own, in a sample of a kind.
func (n *Names) eachInTables(kind *kb.Kind, do func(path string)) {
	n.eachStatement(kind, func(s *kb.Statement) {
		if s.To == nil && s.Value.IsTableArray() {
			n.lists[s.Field.Path] = true
			eachKey(s.Field.Path, s.Value, do)
		}
	})
}

// eachStatement calls do for the statements of a sample of a kind.
func (n *Names) eachStatement(kind *kb.Kind, do func(*kb.Statement)) {
	for _, e := range kind.Sample(sampleSize) {
		r := n.kb.Record(e)
		for j := range r.Statements {
			do(&r.Statements[j])
		}
	}
}

// hasQualifier reports whether links by a relation have a qualifier of the author's
// called so, by a sample of each kind.
func (n *Names) hasQualifier(relation, name string) bool {
	if n.kb.Partial {
		return false
	}
	keys, known := n.qualifiers.Load(relation)
	if !known {
		found := make(map[string]bool)
		for _, kind := range n.kb.Kinds {
			if kind.FindField(relation) == nil {
				continue
			}
			n.eachStatement(kind, func(s *kb.Statement) {
				if s.Field.Path != relation || s.Claim == nil {
					return
				}
				for i := range s.Claim.Qualifiers {
					found[s.Claim.Qualifiers[i].Key] = true
				}
			})
		}
		keys, _ = n.qualifiers.LoadOrStore(relation, found)
	}
	return keys.(map[string]bool)[name]
}

// eachKey calls do for the dotted path of each key in a value of tables.
func eachKey(path string, val kb.Value, do func(path string)) {
	for i := range val.Items {
		switch at := path; val.Type {
		case kb.Table:
			at += "." + val.Items[i].Key
			do(at)
			eachKey(at, val.Items[i].Value, do)
		case kb.List:
			eachKey(at, val.Items[i].Value, do)
		}
	}
}

func (s suffixes) add(path string) {
	folded := Normalize(path)
	for i := range len(folded) {
		if folded[i] == '.' && i+1 < len(folded) {
			s[folded[i+1:]] = append(s[folded[i+1:]], path)
		}
	}
}

// FieldsEndingIn returns the paths of fields of some kinds whose last parts are a
// name: rule.severity for severity. More than one make the name ambiguous.
func (n *Names) FieldsEndingIn(name string, kinds []*kb.Kind) []string {
	var out []string
	for _, path := range n.endingIn(name) {
		if slices.ContainsFunc(kinds, func(kind *kb.Kind) bool { return kind.FindField(path) != nil }) {
			out = append(out, path)
		}
	}
	return out
}

// ordinary are the reserved names that mean nothing where no entity has a field of
// the name.
var ordinary = []string{"tags", "date", "start", "end", "location", "url", "website", "folder"}

// isElsewhere reports whether no entity has the field of a reserved name, but some
// have one whose path ends in it.
func (n *Names) isElsewhere(name string) bool {
	return slices.Contains(ordinary, name) && !n.exact[name] && !(name == "date" && n.exact["start"]) && len(n.endings()[name]) > 0
}

// EndsIn reports whether the last parts of a dotted path, but not all, are a name,
// ignoring case and accents.
func EndsIn(path, name string) bool {
	return strings.HasSuffix(Normalize(path), "."+Normalize(name))
}

func (n *Names) endingIn(name string) []string {
	name = Normalize(name)
	for _, as := range []string{name, name + "s", strings.TrimSuffix(name, "s")} {
		if paths := n.endings()[as]; len(paths) > 0 {
			return paths
		}
	}
	return nil
}

// resolveSuffix is resolve where the first of the segments are the last parts of
// the path of one field.
func (n *Names) resolveSuffix(segments []string) [][]string {
	for i := len(segments); i > 0; i-- {
		heads := n.endingIn(strings.Join(segments[:i], "."))
		if len(heads) == 1 {
			return n.beyond(heads[0], segments[i:])
		}
		if len(heads) > 1 {
			return nil
		}
	}
	return nil
}

// Candidates returns the paths of fields that a name, which Paths does not know,
// could be: more than one that end in it, or nil.
func (n *Names) Candidates(name string) []string {
	segments := strings.Split(name, ".")
	if slices.Contains(segments, "") || len(segments) > maxPathSteps || len(n.Paths(name)) > 0 {
		return nil
	}
	for i := len(segments); i > 0; i-- {
		heads := n.endingIn(strings.Join(segments[:i], "."))
		if len(heads) == 0 {
			continue
		}
		if len(heads) == 1 {
			return nil
		}
		out := slices.Clone(heads)
		for k := range out {
			out[k] = strings.Join(append([]string{out[k]}, segments[i:]...), ".")
		}
		return out
	}
	return nil
}
