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

// Reason tells why two entities may be one.
type Reason string

// The reasons for which two entities may be one.
const (
	SameName Reason = "same-name" // but for case, accents, punctuation and legal form
	Acronym  Reason = "acronym"   // one is called by the other's initials
	SameURL  Reason = "same-url"
	NearName Reason = "near-name" // long names, a letter apart
)

var scores = map[Reason]float64{SameName: 1, SameURL: 0.95, Acronym: 0.9, NearName: 0.85}

// duplicates finds entities of one kind that may be one.
func duplicates(ctx context.Context, b *base) []Suggestion {
	var all []Suggestion
	for _, kind := range b.Kinds {
		found := make(map[[2]*kb.Entity]bool)
		for _, reason := range []Reason{SameName, SameURL, Acronym, NearName} {
			if ctx.Err() != nil {
				return all
			}
			for _, pair := range b.pairs(kind, reason) {
				if !found[pair] && !b.areTied(pair[0], pair[1]) && !b.areTold(pair[0], pair[1]) {
					found[pair] = true
					all = append(all, b.duplicate(pair[0], pair[1], reason))
				}
			}
		}
	}
	return all
}

// crowd is how many share a sign that tells nothing.
const crowd = 4

// Where more pairs than this, and than one for so many of a kind, have a sign in
// common, it is the rule there and tells nothing.
const (
	mostPairs  = 20
	pairsShare = 10
)

// bearer is an entity, by its number, and the hash of a sign that it has.
type bearer struct {
	sign   uint64
	number uint32
}

// pairs returns the entities of a kind with a common sign, each pair once.
func (b *base) pairs(kind *kb.Kind, reason Reason) [][2]*kb.Entity {
	var bearers []bearer
	seed := maphash.MakeSeed()
	for _, e := range kind.Entities {
		b.signs(e, reason, func(text string) {
			bearers = append(bearers, bearer{maphash.String(seed, text), uint32(e.Number())})
		})
	}
	slices.SortFunc(bearers, func(x, y bearer) int {
		return cmp.Or(cmp.Compare(x.sign, y.sign), cmp.Compare(x.number, y.number))
	})
	bearers = slices.Compact(bearers)
	names := make(longNames)
	seen := make(map[[2]*kb.Entity]bool)
	var pairs [][2]*kb.Entity
	for from, to := 0, 0; from < len(bearers); from = to {
		for to = from; to < len(bearers) && bearers[to].sign == bearers[from].sign; to++ {
		}
		if to-from >= crowd {
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
	if len(pairs) > max(mostPairs, len(kind.Entities)/pairsShare) {
		return nil
	}
	return pairs
}

func (b *base) signs(e *kb.Entity, reason Reason, do func(string)) {
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
		return // a title is not what a source is known by
	}
	eachCalled(e, func(name string) {
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
			if len(plain) >= longName {
				eachWithout(plain, do)
			}
		}
	})
}

// longName is how many bytes a name has of which a letter may be a slip.
const longName = 12

func eachCalled(e *kb.Entity, do func(string)) {
	for _, name := range e.Name.All() {
		do(name)
	}
	for _, alias := range e.Aliases() {
		do(alias)
	}
}

var legalForms = map[string]bool{"inc": true, "corp": true, "corporation": true, "ltd": true, "llc": true, "sa": true, "sarl": true, "sas": true, "gmbh": true, "plc": true}

// plainName returns the folded words of a name, without a legal form at its
// end.
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

// small words give no letter to an acronym, though some acronyms take it.
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

// eachWithout tells a text and what it is without one of its letters: two texts
// a letter apart have one of them in common.
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

// longNames are the plain names of entities that are long enough for a slip to be
// told from another name, each found once.
type longNames map[*kb.Entity][]string

func (l longNames) of(e *kb.Entity) []string {
	names, known := l[e]
	if !known {
		eachCalled(e, func(name string) {
			if plain := plainName(name); len(plain) >= longName {
				names = append(names, plain)
			}
		})
		l[e] = names
	}
	return names
}

// areLike tells whether two entities with a common sign are alike indeed.
func (l longNames) areLike(e, other *kb.Entity, reason Reason) bool {
	switch reason {
	case NearName:
		return l.areNear(e, other)
	case Acronym:
		return isShort(e, other) || isShort(other, e)
	}
	return true
}

// isShort tells whether an entity is called by the other's initials, the other
// having no acronym of its own.
func isShort(e, other *kb.Entity) bool {
	found, own := false, false
	eachCalled(e, func(short string) {
		eachCalled(other, func(long string) {
			own = own || isAcronym(long)
			eachInitials(long, func(initials string) { found = found || isAcronym(short) && query.Fold(short) == initials })
		})
	})
	return found && !own
}

// areNear tells whether names of two entities are a letter apart, and not by a
// digit.
func (l longNames) areNear(e, other *kb.Entity) bool {
	return slices.ContainsFunc(l.of(e), func(x string) bool {
		return slices.ContainsFunc(l.of(other), func(y string) bool { return isSlip(x, y) })
	})
}

// isSlip tells whether two texts differ in one letter: written, left out or
// instead of another.
func isSlip(x, y string) bool {
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

// telling are the fields that tell one edition, one release, one point of
// several apart.
var telling = []string{"version", "edition", "number", "date", "start", "end", "location", "publisher"}

// areTold tells whether two entities are told apart: by what was added to their
// keys, by a field of both.
func (b *base) areTold(e, other *kb.Entity) bool {
	if e.Disambiguator() != "" || other.Disambiguator() != "" {
		return true
	}
	x, y := b.Record(e), b.Record(other)
	return slices.ContainsFunc(telling, func(path string) bool {
		of, than := x.Values(path), y.Values(path)
		return len(of) > 0 && len(than) > 0 && plain(of[0].Value) != plain(than[0].Value)
	})
}

func plain(v kb.Value) string {
	text := v.Str
	for _, item := range v.Items {
		text += " " + item.Key + plain(item.Value)
	}
	return text
}

// duplicate suggests to keep the entity with more links, or the first.
func (b *base) duplicate(e, other *kb.Entity, reason Reason) Suggestion {
	if b.Degree(other) > b.Degree(e) {
		e, other = other, e
	}
	names := slices.Clone(e.Aliases())
	eachCalled(other, func(name string) {
		if !e.Name.Has(name) {
			names = append(names, name)
		}
	})
	if len(names) == 0 {
		names = []string{other.Key} // references by the key still find it
	}
	return Suggestion{Code: Duplicate, Entity: e, Other: other, Pos: other.Pos, At: e.Pos, Reason: reason, Score: scores[reason], Line: list("aliases", names)}
}
