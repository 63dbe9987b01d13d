package suggest

import (
	"cmp"
	"context"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"rihla/model/kb"
	"rihla/model/query"
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

// featureBearer is an entity number, and the hash of a feature that it has.
type featureBearer struct {
	feature uint64
	number  uint32
}

// pairs returns the entities of a kind with a common feature, each pair once.
func (b *index) pairs(kind *kb.Kind, reason Reason) [][2]*kb.Entity {
	var bearers []featureBearer
	seed := maphash.MakeSeed()
	for _, e := range kind.Entities {
		b.eachFeature(e, reason, func(text string) {
			bearers = append(bearers, featureBearer{maphash.String(seed, text), uint32(e.Number())})
		})
	}
	slices.SortFunc(bearers, func(x, y featureBearer) int {
		return cmp.Or(cmp.Compare(x.feature, y.feature), cmp.Compare(x.number, y.number))
	})
	bearers = slices.Compact(bearers)
	names := make(longNames)
	seen := make(map[[2]*kb.Entity]bool)
	var pairs [][2]*kb.Entity
	for from, to := 0, 0; from < len(bearers); from = to {
		for to = from; to < len(bearers) && bearers[to].feature == bearers[from].feature; to++ {
		}
		if to-from >= maxBearers {
			continue
		}
		for i := from; i < to; i++ {
			for j := from; j < i; j++ {
				e, other := b.Entities[bearers[j].number], b.Entities[bearers[i].number]
				pair := [2]*kb.Entity{e, other}
				if other.Address() < e.Address() {
					pair = [2]*kb.Entity{other, e}
				}
				if !seen[pair] && names.areLike(e, other, reason) {
					seen[pair] = true
					pairs = append(pairs, pair)
				}
			}
		}
	}
	if len(pairs) > max(maxPairs, len(kind.Entities)/pairsShare) {
		return nil
	}
	return pairs
}

func (b *index) eachFeature(e *kb.Entity, reason Reason, do func(string)) {
	if reason == SameURL {
		for _, path := range []string{"url", "website"} {
			for _, s := range b.Record(e).Values(path) {
				if a := plainURL(s.Value.Str); a != "" {
					do(a)
				}
			}
		}
		return
	}
	if b.IsSource(e) || e.Name.IsEmpty() {
		return // many sources share a title
	}
	eachName(e, func(name string) {
		switch plain := plainName(name); reason {
		case SameName:
			if plain != "" {
				do(plain)
			}
		case Acronym:
			eachInitials(name, do)
			if isAcronym(name) && len(name) > 2 {
				do(query.Fold(name))
			}
		case NearName:
			if len(plain) >= minLongName {
				eachWithout(plain, do)
			}
		}
	})
}

// minLongName is the fewest bytes of a name of which one letter may be a slip.
const minLongName = 12

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

// eachWithout calls do for a text and for it without each of its letters: two
// texts that differ in one letter have one of these in common (deletion
// neighbourhoods; T. Bocek, E. Hunt, B. Stiller, Fast similarity search in
// large dictionaries, 2007).
func eachWithout(text string, do func(string)) {
	do(text)
	letters := []rune(text)
	for i := range letters {
		do(string(letters[:i]) + string(letters[i+1:]))
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

// longNames caches the plain names of entities that are at least minLongName
// long.
type longNames map[*kb.Entity][]string

func (l longNames) of(e *kb.Entity) []string {
	names, known := l[e]
	if !known {
		eachName(e, func(name string) {
			if plain := plainName(name); len(plain) >= minLongName {
				names = append(names, plain)
			}
		})
		l[e] = names
	}
	return names
}

// areLike reports whether two entities with a common feature are indeed alike.
func (l longNames) areLike(e, other *kb.Entity, reason Reason) bool {
	switch reason {
	case NearName:
		return l.areNear(e, other)
	case Acronym:
		return isAcronymOf(e, other) || isAcronymOf(other, e)
	}
	return true
}

// isAcronymOf reports whether a name of an entity is the initials of the other,
// which has no acronym of its own.
func isAcronymOf(e, other *kb.Entity) bool {
	found, own := false, false
	eachName(e, func(short string) {
		eachName(other, func(long string) {
			own = own || isAcronym(long)
			eachInitials(long, func(initials string) { found = found || isAcronym(short) && query.Fold(short) == initials })
		})
	})
	return found && !own
}

// areNear reports whether names of two entities differ in one letter, not a
// digit.
func (l longNames) areNear(e, other *kb.Entity) bool {
	return slices.ContainsFunc(l.of(e), func(x string) bool {
		return slices.ContainsFunc(l.of(other), func(y string) bool { return isOneLetterApart(x, y) })
	})
}

// isOneLetterApart reports whether two texts differ in one letter: inserted,
// deleted or substituted.
func isOneLetterApart(x, y string) bool {
	a, b := []rune(x), []rune(y)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	letters := append(slices.Clone(a), b...)
	return len(a) <= 1 && len(b) <= 1 && len(letters) > 0 && !slices.ContainsFunc(letters, func(r rune) bool { return !unicode.IsLetter(r) })
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
	var adds []string
	eachName(other, func(name string) {
		if !e.Name.Has(name) && !slices.Contains(names, name) {
			names, adds = append(names, name), append(adds, name)
		}
	})
	if len(names) == 0 {
		names, adds = []string{other.Key}, []string{other.Key} // references by the key still find it
	}
	return Suggestion{Code: Duplicate, Entity: e, Other: other, Pos: other.Pos, TablePos: e.Pos, Reason: reason, Score: scores[reason], Line: list("aliases", names), Key: "aliases", TableName: e.Key, Adds: adds}
}
