package suggest

import (
	"context"
	"slices"
	"strings"

	"rihla/model/kb"
)

// Reason is why two entities may be the same.
type Reason string

// The reasons.
const (
	SameName Reason = "same-name" // apart from case, accents, punctuation and legal form
	Acronym  Reason = "acronym"   // the initials of one are a name of the other
	SameURL  Reason = "same-url"
	NearName Reason = "near-name" // long names that differ in one letter
)

var scores = map[Reason]float64{SameName: 1, SameURL: 0.95, Acronym: 0.9, NearName: 0.85}

// duplicates returns the pairs of entities of one kind that may be the same.
func duplicates(ctx context.Context, b *index) []Suggestion {
	var all []Suggestion
	for _, kind := range b.Kinds {
		found := make(map[[2]*kb.Entity]bool)
		for _, reason := range []Reason{SameName, SameURL, Acronym, NearName} {
			if ctx.Err() != nil {
				return all
			}
			for _, pair := range b.pairs(kind, reason) {
				if !found[pair] && !b.areLinked(pair[0], pair[1]) && !b.areDistinguished(pair[0], pair[1]) {
					found[pair] = true
					all = append(all, b.duplicate(pair[0], pair[1], reason))
				}
			}
		}
	}
	return all
}

// maxBearers is the number of entities from which a common feature means
// nothing.
const maxBearers = 4

// If more pairs of a kind than this, and than this share of its entities, have
// the feature in common, it is usual there and means nothing.
const (
	maxPairs   = 20
	pairsShare = 10
)

// pairs returns the entities of a kind with a common feature, each pair once.
func (b *index) pairs(kind *kb.Kind, reason Reason) [][2]*kb.Entity {
	f := pairFinder{seen: make(map[[2]*kb.Entity]bool)}
	switch reason {
	case SameName:
		f.findSame(b, kind, b.eachPlainName)
	case SameURL:
		f.findSame(b, kind, b.eachURL)
	case Acronym:
		f.findAcronyms(b, kind)
	case NearName:
		f.findNear(b, kind)
	}
	if len(f.pairs) > max(maxPairs, len(kind.Entities)/pairsShare) {
		return nil
	}
	return f.pairs
}

// isThing reports whether the names of an entity are its own: many sources share a
// title, and many entities a text.
func (b *index) isThing(e *kb.Entity) bool {
	return !b.IsSource(e) && !e.Name.IsEmpty() && !e.IsNamedByText
}

func (b *index) eachURL(e *kb.Entity, do func(string)) {
	for _, path := range []string{"url", "website"} {
		for _, s := range b.Record(e).Values(path) {
			if a := plainURL(s.Value.Str); a != "" {
				do(a)
			}
		}
	}
}

func (b *index) eachPlainName(e *kb.Entity, do func(string)) {
	if !b.isThing(e) {
		return
	}
	eachName(e, func(name string) {
		if plain := plainName(name); plain != "" {
			do(plain)
		}
	})
}

func eachName(e *kb.Entity, do func(string)) {
	for _, name := range e.Name.All() {
		do(name)
	}
	for _, alias := range e.Aliases() {
		do(alias)
	}
}

var legalForms = map[string]bool{"inc": true, "corp": true, "corporation": true, "ltd": true, "llc": true, "sa": true, "sarl": true, "sas": true, "gmbh": true, "plc": true}

// plainName returns the folded words of a name, without legal forms at its end.
func plainName(name string) string {
	var words []string
	for _, t := range tokens(name) {
		words = append(words, t.fold)
	}
	for len(words) > 1 && legalForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// smallWords usually give no letter to an acronym.
var smallWords = map[string]bool{"de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "l": true, "d": true, "et": true, "en": true, "au": true, "aux": true, "of": true, "the": true, "and": true, "for": true, "in": true}

func eachInitials(name string, do func(string)) {
	var all, great []rune
	for _, t := range tokens(name) {
		first := []rune(t.fold)[:1]
		all = append(all, first...)
		if !smallWords[t.fold] {
			great = append(great, first...)
		}
	}
	const fewest = 3
	if len(great) >= fewest {
		do(string(great))
		if len(all) > len(great) {
			do(string(all))
		}
	}
}

func plainURL(address string) string {
	if !kb.IsURL(address) {
		return ""
	}
	_, rest, _ := strings.Cut(address, "://")
	rest, _, _ = strings.Cut(rest, "#")
	host, path, _ := strings.Cut(strings.TrimRight(rest, "/"), "/")
	return strings.TrimPrefix(strings.ToLower(host), "www.") + "/" + path
}

// distinguishing are the fields that distinguish editions, releases or parts of
// one thing.
var distinguishing = []string{"version", "edition", "number", "date", "start", "end", "location", "publisher"}

// areDistinguished reports whether a disambiguator or a field of both
// distinguishes two entities.
func (b *index) areDistinguished(e, other *kb.Entity) bool {
	if e.Disambiguator() != "" || other.Disambiguator() != "" {
		return true
	}
	x, y := b.Record(e), b.Record(other)
	return slices.ContainsFunc(distinguishing, func(path string) bool {
		mine, others := x.Values(path), y.Values(path)
		return len(mine) > 0 && len(others) > 0 && plain(mine[0].Value) != plain(others[0].Value)
	})
}

func plain(v kb.Value) string {
	text := v.Str
	for _, item := range v.Items {
		text += " " + item.Key + plain(item.Value)
	}
	return text
}

// duplicate returns the suggestion to merge two entities into the one with more
// links, or the first.
func (b *index) duplicate(e, other *kb.Entity, reason Reason) Suggestion {
	if b.Degree(other) > b.Degree(e) {
		e, other = other, e
	}
	names := slices.Clone(e.Aliases())
	has := make(map[string]bool, len(names))
	for _, name := range names {
		has[name] = true
	}
	var adds []string
	eachName(other, func(name string) {
		if !e.Name.Has(name) && !has[name] {
			has[name] = true
			names, adds = append(names, name), append(adds, name)
		}
	})
	if len(names) == 0 {
		names, adds = []string{other.Key}, []string{other.Key} // references by the key still find it
	}
	return Suggestion{Code: Duplicate, Entity: e, Other: other, Pos: other.Pos, TablePos: e.Pos, Reason: reason, Score: scores[reason], Line: list("aliases", names), Key: "aliases", TableName: e.Key, Adds: adds}
}
