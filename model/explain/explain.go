// Package explain says what the reader inferred from the files of a knowledge
// base, and writes the lines of a manifest that say the same, or otherwise. It
// reads no files and decides nothing.
package explain

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
)

// Of returns what was inferred of a knowledge base that is not Partial, in the
// order of tabs, with the patterns of files.
func Of(k *kb.KB) *kb.Inference {
	out := kb.Inference{}
	if k.Inference != nil {
		out = *k.Inference
	}
	out.Kinds = slices.Clone(out.Kinds)
	for i := range out.Kinds {
		places := slices.Clone(out.Kinds[i].Places)
		for j := range places {
			places[j].Files = patternsOf(k, places[j].In, out.Kinds[i].FolderField != "" && places[j].Layout == kb.WholeFiles)
		}
		out.Kinds[i].Places = places
	}
	out.Twins = twinsOf(k)
	rank := make(map[*kb.Kind]int, len(k.Kinds))
	for i, kind := range k.Tabs() {
		rank[kind] = i
	}
	order.Stable(out.Kinds, func(a, b kb.KindInference) int { return cmp.Compare(rank[a.Kind], rank[b.Kind]) })
	out.Relations = slices.Clone(out.Relations)
	order.Stable(out.Relations, func(a, b kb.RelationInference) int { return cmp.Compare(rank[a.Kind], rank[b.Kind]) })
	out.Relations = withStars(out.Relations)
	return &out
}

// Narrow returns the part of an inference that is about some kinds or fields.
// Each of names is the name of a kind, the dotted path of a field, or both joined
// by a dot. unknown is the first one that is none of these, else "".
func Narrow(of *kb.Inference, names []string) (part *kb.Inference, unknown string) {
	if len(names) == 0 {
		return of, ""
	}
	part = &kb.Inference{}
	known := make(map[string]bool, len(names))
	matches := func(texts ...string) bool {
		found := false
		for _, name := range names {
			if slices.Contains(texts, name) {
				known[name], found = true, true
			}
		}
		return found
	}
	for _, kind := range of.Kinds {
		if matches(kind.Kind.Name) {
			part.Kinds = append(part.Kinds, kind)
		}
	}
	for _, r := range of.Relations {
		texts := []string{r.Field, r.Kind.Name, r.Kind.Name + "." + r.Field}
		if r.To != nil {
			texts = append(texts, r.To.Name)
		}
		if matches(texts...) {
			part.Relations = append(part.Relations, r)
		}
	}
	for _, twins := range of.Twins {
		if matches(twins.Kind.Name, twins.Other.Name) {
			part.Twins = append(part.Twins, twins)
		}
	}
	for _, name := range names {
		if !known[name] {
			return part, name
		}
	}
	return part, ""
}

// tablesOf returns the paths of the tables that the entities of a kind are, each
// once; none for entities that are files.
func tablesOf(kind *kb.KindInference) []string {
	var out []string
	for _, p := range kind.Places {
		if p.At != "" && !slices.Contains(out, p.At) {
			out = append(out, p.At)
		}
	}
	return out
}

// filesOf returns the patterns of the files of a kind, each once.
func filesOf(kind *kb.KindInference) []string {
	var out []string
	for _, p := range kind.Places {
		for _, pattern := range p.Files {
			if !slices.Contains(out, pattern) {
				out = append(out, pattern)
			}
		}
	}
	return out
}
