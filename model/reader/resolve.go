package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

const (
	// maxReference is the length, in bytes, of the longest text that may name an
	// entity.
	maxReference = 300
	// maxCandidates is the number of entities of one name that are considered.
	maxCandidates = 64
)

// reference is a text that may name an entity.
type reference struct {
	text string
	from *kb.Entity // that makes the reference
	// table is the one that the reference stands in, or Null. Its other values
	// choose among entities of one name.
	table    kb.Value
	isNumber bool
	numberOf []*kb.Kind // that a whole number may name, nil for any
	with     notations  // that are tried if the text is no name
}

// candidates returns the entities of any kind that a reference may name: by
// address, key, name or alias, by a name and what disambiguates it, or in another
// notation, which is the second result. The slice is valid until the next call.
func (w *worker) candidates(r reference) ([]*kb.Entity, notations) {
	ref := r.text
	switch {
	case ref == "" || len(ref) > maxReference:
		return nil, plain
	case r.numberOf != nil:
		return w.numbered(r), plain
	}
	if strings.Contains(ref, "/") {
		if e := w.kb.Lookup(kb.Address(ref)); e != nil {
			return []*kb.Entity{w.inOwnRoot(e, r.from)}, plain
		}
	}
	w.named = w.kb.AppendNamed(w.named[:0], ref, maxCandidates)
	found, by := w.named, plain
	for i, e := range found {
		found[i] = w.inOwnRoot(e, r.from)
	}
	if len(found) == 0 {
		found = w.withBaseKey(ref)
	}
	if len(found) == 0 && strings.Contains(ref, " ") {
		found = w.disambiguated(ref)
	}
	if len(found) > 1 && w.isKeyedByText != nil {
		found = w.withoutTexts(found)
	}
	if ids := w.identified(ref, found); len(ids) > 0 {
		if len(found) == 0 {
			by = byIdentity
		}
		found = append(slices.Clip(found), ids...)
	}
	if len(found) == 0 && r.with != 0 {
		found, by = w.inNotation(r)
	}
	return found[:min(len(found), maxCandidates)], by
}

// withoutTexts leaves out the entities whose keys are made of some text, if another
// one has the name.
func (w *worker) withoutTexts(named []*kb.Entity) []*kb.Entity {
	if !slices.ContainsFunc(named, func(e *kb.Entity) bool { return !w.isKeyedByText(e) }) {
		return named
	}
	return slices.DeleteFunc(slices.Clone(named), w.isKeyedByText)
}

// numbered returns the entities that a whole number names.
func (w *worker) numbered(r reference) []*kb.Entity {
	found := w.named[:0]
	for _, kind := range r.numberOf {
		if e := w.kb.Find(kind.Name, r.text); e != nil {
			found = append(found, e)
		}
	}
	for _, e := range w.identified(r.text, found) {
		if slices.Contains(r.numberOf, e.Kind) {
			found = append(found, e)
		}
	}
	w.named = found
	return found
}

// withBaseKey returns the entities whose keys would be ref if they were unique.
func (w *worker) withBaseKey(ref string) []*kb.Entity {
	if len(w.byBaseKey) == 0 {
		return nil
	}
	return w.byBaseKey[kb.Composed(ref)]
}

// choose returns the only candidate of a kind (nil: of any kind) that a
// reference names, by key or address before by name. Of several namesakes of one
// kind, it is the one that the reference's table describes, or the nearest. The
// second result is the number of candidates if it is not one.
func (w *worker) choose(candidates []*kb.Entity, r reference, kind *kb.Kind) (*kb.Entity, int) {
	var byKey, byName *kb.Entity
	keys, names, oneKind := 0, 0, true
	for _, c := range candidates {
		if kind != nil && c.Kind != kind {
			continue
		}
		if kb.SameText(c.Key, r.text) || string(c.Address()) == r.text {
			byKey, keys = c, keys+1
		}
		oneKind = oneKind && (byName == nil || byName.Kind == c.Kind)
		byName, names = c, names+1
	}
	switch {
	case keys == 1:
		return byKey, 1
	case names == 1:
		return byName, 1
	case keys > 1:
		return nil, keys
	}
	if names > 1 && oneKind {
		if e := w.amongNamesakes(candidates, r, byName.Kind); e != nil {
			return e, 1
		}
	}
	return nil, names
}

// disambiguated resolves a reference made of a name and values that distinguish
// it from others of that name, as in lock files: "windows-sys 0.52.0", "serde
// 1.0.1 (registry+…)". Each word after the name must be a scalar value of the
// entity; a word in parentheses may be the beginning of one.
func (w *worker) disambiguated(ref string) []*kb.Entity {
	for at := strings.LastIndexByte(ref, ' '); at > 0; at = strings.LastIndexByte(ref[:at], ' ') {
		named := w.kb.AppendNamed(nil, ref[:at], maxCandidates)
		if len(named) == 0 {
			named = w.withBaseKey(ref[:at])
		}
		if len(named) == 0 {
			continue
		}
		var found []*kb.Entity
		for _, e := range named[:min(len(named), maxCandidates)] {
			if hasValues(w.table(e), strings.Fields(ref[at:])) {
				found = append(found, e)
			}
		}
		return found
	}
	return nil
}

// hasValues reports whether a table has a scalar value for each word.
func hasValues(table kb.Value, words []string) bool {
	for _, word := range words {
		bare := strings.TrimSuffix(strings.TrimPrefix(word, "("), ")")
		isPrefix := bare != word && bare != ""
		if !slices.ContainsFunc(table.Items, func(entry kb.Entry) bool {
			v := entry.Value
			return v.IsScalar() && (v.Str == bare || isPrefix && strings.HasPrefix(v.Str, bare))
		}) {
			return false
		}
	}
	return true
}

// outcome is the result of resolving a reference.
type outcome uint8

const (
	resolved  outcome = iota
	dangling          // names nothing
	ambiguous         // names several entities
	wrongKind         // names an entity of a kind that the relation does not take
)

// resolve returns the entity that a reference names among the kinds that a
// relation takes; no targets mean any kind. With wrongKind, the entity may be
// nil.
func (w *worker) resolve(r reference, targets []*kb.Kind) (*kb.Entity, outcome) {
	candidates, _ := w.candidates(r)
	if len(candidates) == 0 {
		return nil, dangling
	}
	if len(targets) == 0 {
		if e, _ := w.choose(candidates, r, nil); e != nil {
			return e, resolved
		}
		return nil, ambiguous
	}
	var found *kb.Entity
	for _, kind := range targets {
		if e := w.kb.Find(kind.Name, r.text); e != nil {
			if found != nil {
				return nil, ambiguous
			}
			found = w.inOwnRoot(e, r.from)
		}
	}
	if found != nil {
		return found, resolved
	}
	several := false
	for _, kind := range targets {
		e, n := w.choose(candidates, r, kind)
		several = several || n > 1 || e != nil && found != nil
		if e != nil {
			found = e
		}
	}
	switch {
	case several:
		return nil, ambiguous
	case found != nil:
		return found, resolved
	}
	e, _ := w.choose(candidates, r, nil)
	return e, wrongKind
}

// listCandidates names a few of the entities that a reference may name.
func (w *worker) listCandidates(ref string, targets []*kb.Kind) say.Found {
	const limit = 3
	var out say.Found
	candidates, _ := w.candidates(reference{text: ref})
	for _, e := range candidates {
		if len(targets) > 0 && !slices.Contains(targets, e.Kind) {
			continue
		}
		if len(out) == limit {
			out = append(out, "…")
			break
		}
		out = append(out, string(e.Address()))
	}
	return out
}
