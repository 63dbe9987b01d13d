package reader

import (
	"rihla/model/kb"
)

// The reasons for and against a relation.
const (
	reasonDeclared    kb.Reason = kb.ReasonDeclared    // the manifest says so
	reasonNever       kb.Reason = kb.ReasonNever       // the manifest says that it is none
	reasonReserved    kb.Reason = "reserved"           // the field is a name, a text or an address
	reasonSpecific    kb.Reason = "specific"           // a value is too specific to name something by chance
	reasonCalledAfter kb.Reason = "called-after"       // the field is called after the kind
	reasonKin         kb.Reason = "kin"                // the field is called after what relates entities of one kind
	reasonDependency  kb.Reason = "dependency"         // the field is called after what an entity needs
	reasonIdentity    kb.Reason = "identities"         // the numbers are identities of one kind alone, and the field is called after identities
	reasonSeveral     kb.Reason = "several"            // the numbers are identities of several kinds
	reasonCovers      kb.Reason = "covers"             // half of the values are keys, and half of the keys are values
	reasonMajority    kb.Reason = "majority"           // three in five values name something
	reasonDistinct    kb.Reason = "distinct"           // most different values name something
	reasonAddresses   kb.Reason = "addresses"          // some values are addresses
	reasonKeys        kb.Reason = "keys-of-several"    // nearly all values are keys, of entities of several kinds
	reasonFew         kb.Reason = kb.ReasonFew         // too few values name something
	reasonEnumeration kb.Reason = kb.ReasonEnumeration // few different values, of which one happens to be a name
	reasonParts       kb.Reason = "parts"              // several fields of the tables are relations of their own
	reasonFields      kb.Reason = "keys-repeat"        // the keys are the same in most entities: they are fields
)

// verdict is what the counts of a field say of one kind.
type verdict struct {
	kind     *kb.Kind
	hits     int
	total    int // values counted: all, or those that do not name their own entity
	distinct int
	named    int // of distinct, values that name an entity of kind
	keyed    int // of hits, values that are keys
	accepted bool
	reason   kb.Reason
}

// minEnumeration is the number of values from which a field can be an enumeration.
const minEnumeration = 3

// A field of at most vocabulary different values, each of which comes often times on
// average, has choices rather than names, unless almost all are names.
const vocabulary, often = 20, 4

// weigh decides whether the values that t has counted are references to entities of
// a kind.
func weigh(p *fieldPath, t *tally, kind *kb.Kind) verdict {
	n := t.hits[kind]
	near := p.closeTo(kind)
	ownKind := kind == p.kind
	all := t.total
	if ownKind {
		t = t.withoutOwn()
	}
	distinct, named := t.distinct(kind)
	v := verdict{kind: kind, hits: n.values, total: t.total, distinct: distinct, named: named, keyed: n.keyed, accepted: true}
	covers := !ownKind && n.keyed == n.values && named >= 2 && 2*named >= len(kind.Entities) && 2*named >= distinct &&
		2*n.values >= t.total && t.sample.isKeyLike(kind)
	switch {
	case n.specific > 0:
		v.reason = reasonSpecific
	case ownKind && (p.dependency || p.group && t.isList):
		v.reason = reasonDependency
	case (near > unrelated || ownKind && isKin(p.last)) && (2*n.values >= t.total || 2*named >= distinct):
		v.reason = reasonCalledAfter
		if near == unrelated {
			v.reason = reasonKin
		}
	case len(p.ids) > 0 && t.sample.hasNumbers():
		v.accepted, v.reason = areIdentities(p, t, kind, named)
	case near == unrelated && n.respelt == n.values && named < 2:
		v.accepted, v.reason = false, reasonFew
	case near < calledAfter && !covers && isEnumeration(all, t, distinct-t.sample.slips(kind), named, ownKind):
		v.accepted, v.reason = false, reasonEnumeration
	case isMajority(n.values, t.total):
		v.reason = reasonMajority
	case named >= 4 && 5*named >= 4*distinct && 5*n.values >= t.total:
		v.reason = reasonDistinct
	case covers:
		v.reason = reasonCovers
	default:
		v.accepted, v.reason = false, reasonFew
	}
	return v
}

// areKeysOfSeveral reports whether the values are references to entities of several kinds:
// nine in ten are keys, each of one entity alone, and name at least two of each of two kinds.
// One kind is enough where nine in ten name it.
func areKeysOfSeveral(t *tally) bool {
	t = t.withoutOwn()
	if t.total < minEnumeration || 10*t.named < 9*t.total {
		return false
	}
	keyed, several := 0, 0
	for kind, n := range t.hits {
		keyed += n.keyed
		if 10*n.values >= 9*t.total {
			return false
		}
		if _, named := t.distinct(kind); named >= 2 {
			several++
		}
	}
	return 10*keyed >= 9*t.total && several >= 2
}

// isByName reports whether a field is a relation for what it is called, rather than for what
// its values name.
func (v verdict) isByName() bool {
	return v.reason == reasonCalledAfter || v.reason == reasonKin || v.reason == reasonDependency
}

// holdsKeys reports whether the values of a relation are mostly keys, so that one that is
// written like a key and names nothing is a mistake. Of another kind, half must be keys. Of
// the own kind, whose fields are more often choices, three in four must be, of three
// different entities, or all but one of at least five. Dependencies may stand outside of
// the knowledge base: those that name nothing are mistakes if three in four, at least four,
// and half of the different ones are keys, or if there is only one of the own kind.
func (v verdict) holdsKeys(p *fieldPath) bool {
	mostly := 4*v.keyed >= 3*v.total
	inside := mostly && v.keyed >= 4 && 2*v.named >= v.distinct || v.kind == p.kind && v.distinct <= v.named+1
	switch {
	case p.group || p.dependency && !inside:
		return false
	case v.kind != p.kind:
		return 2*v.keyed >= v.total
	}
	return mostly && (v.named >= 3 || v.keyed >= 4 && v.keyed == v.total-1)
}

// isMajority reports whether at least three in five of all values name something.
func isMajority(hits, total int) bool { return hits > 0 && 5*hits >= 3*total }

// isEnumeration reports whether values are more likely the choices of a field than
// names: one of several different values happens to be a name, or most of many are
// none, or more than a quarter of a few that come again and again, or all entities say
// the same of one among them, which says it of itself too or is called by a word of
// settings. all is the number of values, t has counted those that do not name their own
// entity.
func isEnumeration(all int, t *tally, distinct, named int, ownKind bool) bool {
	switch {
	case t.total < minEnumeration:
		return false
	case distinct == 1:
		return ownKind && t.total > minEnumeration && (all > t.total || isSetting(t.sample[0].text))
	case named <= 1:
		return true
	case distinct <= vocabulary && all >= often*distinct:
		return 4*named < 3*distinct
	}
	return 5*named < 2*distinct
}

// isBetter reports whether a field names the kind of one verdict rather than that of
// another: an accepted one, the kind that it is called after, else the kind that it
// names more often, else its own, else the first by name, so that the order of files
// does not matter.
func (v verdict) isBetter(than verdict, p *fieldPath) bool {
	if v.accepted != than.accepted {
		return v.accepted
	}
	if x, y := p.closeTo(v.kind), p.closeTo(than.kind); x != y {
		return x > y
	}
	if v.hits != than.hits {
		return v.hits > than.hits
	}
	if x, y := v.kind == p.kind, than.kind == p.kind; x != y {
		return x
	}
	return v.kind.Name < than.kind.Name
}

// best returns the verdict on the kind that counted values name most likely. Its
// kind is nil if they name none.
func best(p *fieldPath, t *tally) verdict {
	var best verdict
	for kind := range t.hits {
		if v := weigh(p, t, kind); best.kind == nil || v.isBetter(best, p) {
			best = v
		}
	}
	return best
}

// keysAreFields reports whether the keys of a table are the names of fields: most of
// its keys stand in more than half of all such tables, or hold references
// themselves. Keys that each name an entity are none.
func keysAreFields(u *usage, kind *kb.Kind) bool {
	t := &u.keys
	if kind == u.kind {
		t = t.withoutOwn()
	}
	if u.dependency || u.closeTo(kind) == calledAfter {
		return false
	}
	if t.hits[kind].specific > 0 {
		return false
	}
	distinct, named := t.distinct(kind)
	const fewKeys = 2
	if t.entities < 2 {
		return kind == u.kind || named < distinct || t.with&byIdentity == 0
	}
	common, counted, relations := 0, 0, 0
	for _, key := range t.sample {
		counted += key.count
		if 2*key.count > t.entities {
			common += key.count
			if below := u.sub[key.text]; below != nil && best(below.fieldPath, &below.values).accepted {
				relations++
			}
		}
	}
	if relations > 0 {
		return true
	}
	return 2*common > counted && (named < distinct || distinct <= fewKeys)
}
