package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// Words at the end of a field's name that say what its whole numbers are identities of:
// of something, of another entity of its own kind, or of one who has a part in it.
var (
	idWords   = []string{"id", "ids", "uid", "uids"}
	nextWords = []string{"parent", "previous", "next", "predecessor", "successor", "supersedes", "supersededby", "replaces", "replacedby"}
	roleWords = []string{
		"owner", "author", "creator", "manager", "boss", "supervisor", "employer", "employee", "editor", "assignee", "reporter", "reviewer",
		"leader", "member", "user", "customer", "client", "supplier", "vendor", "seller", "buyer", "sender", "recipient", "teacher",
		"mentor", "mother", "father", "spouse", "winner", "publisher", "maker", "manufacturer", "artist", "director",
		"auteur", "propriétaire", "mère", "père", "employeur", "fournisseur", "client", "éditeur",
	}
)

// numberedKinds returns the kinds of which several entities are keyed by whole numbers.
func numberedKinds(kinds []*kb.Kind) []*kb.Kind {
	const few = 16
	var out []*kb.Kind
	for _, kind := range kinds {
		sample := kind.Sample(few)
		if len(sample) > 1 && !slices.ContainsFunc(sample, func(e *kb.Entity) bool { return !isDigits(e.Key) }) {
			out = append(out, kind)
		}
	}
	return out
}

func isDigits(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}

// idsOf returns the kinds whose identities the whole numbers of a field may be that is
// called after no kind, by its name or by a relation that is not strict.
func (f *facts) idsOf(p *fieldPath, name []string, lenient *kb.Relation) []*kb.Kind {
	if len(f.numbered) == 0 || len(name) == 0 {
		return nil
	}
	if lenient != nil && lenient.Lenient && !lenient.Never {
		return f.numbered
	}
	last := name[len(name)-1]
	isID := slices.Contains(idWords, last)
	if isID {
		name = name[:len(name)-1]
	}
	switch {
	case len(name) == 0 || slices.Contains(countWords, name[0]):
		return nil
	case slices.Contains(nextWords, strings.Join(name, "")) && slices.Contains(f.numbered, p.kind):
		return []*kb.Kind{p.kind}
	case isID || slices.Contains(roleWords, singular(name[len(name)-1:])):
		return f.numbered
	}
	return nil
}

// areIdentities reports whether the numbers that t has counted are identities of a kind:
// nine in ten of them, of which several differ, and which are not as often identities
// of another kind. One number of a field in the plural is a count.
func areIdentities(p *fieldPath, t *tally, kind *kb.Kind, named int) (bool, kb.Reason) {
	areOf := func(kind *kb.Kind) bool { return 10*t.hits[kind].values >= 9*t.total }
	name := words(p.last)
	isCount := !t.isList && !slices.Contains(idWords, name[len(name)-1]) && singular(name) != strings.Join(name, "")
	if !areOf(kind) || named < 2 || isCount {
		return false, reasonFew
	}
	for other := range t.hits {
		if other != kind && areOf(other) {
			return false, reasonSeveral
		}
	}
	return true, reasonIdentity
}

// hasNumbers reports whether some of the values are whole numbers.
func (s sample) hasNumbers() bool {
	return slices.ContainsFunc(s, func(v sampled) bool { return v.isNumber })
}
