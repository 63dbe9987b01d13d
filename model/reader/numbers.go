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
	name, isID := withoutID(name)
	switch {
	case len(name) == 0 || slices.Contains(countWords, name[0]):
		return nil
	case isNext(name) && slices.Contains(f.numbered, p.kind):
		return []*kb.Kind{p.kind}
	case isID || isRole(name):
		return f.numbered
	}
	return nil
}

// withoutID returns the words of a field's name without the last one if that says that it
// holds identities.
func withoutID(name []string) (of []string, isID bool) {
	last := len(name) - 1
	if slices.Contains(idWords, name[last]) {
		return name[:last], true
	}
	return name, false
}

func isNext(name []string) bool { return slices.Contains(nextWords, strings.Join(name, "")) }

func isRole(name []string) bool { return slices.Contains(roleWords, singular(name[len(name)-1:])) }

// areIdentities reports whether the numbers that t has counted are identities of a kind:
// nine in ten of them, of which several differ or which all say who has the same part,
// and which are not as often identities of another kind. One number of a field in the
// plural is a count.
func areIdentities(p *fieldPath, t *tally, kind *kb.Kind, named int) (bool, kb.Reason) {
	areOf := func(kind *kb.Kind) bool { return 10*t.hits[kind].values >= 9*t.total }
	name, isID := withoutID(words(p.last))
	isCount := !isID && !t.isList && singular(name) != strings.Join(name, "")
	isOne := named < 2 && (t.total < minEnumeration || len(name) == 0 || !isNext(name) && !isRole(name))
	if !areOf(kind) || isOne || isCount {
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
