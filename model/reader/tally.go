package reader

import (
	"math"
	"slices"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
)

// tally counts the values of a field, and those that name entities.
type tally struct {
	total     int
	hits      map[*kb.Kind]hits
	entities  int        // that have the field
	last      *kb.Entity // counted in entities
	named     int        // values that name one entity, of whatever kind
	addresses int        // of named, those that are addresses
	with      notations  // in which values are written
	own       int        // values that name their own entity
	isList    bool       // some entity has a list of values
	sample    sample
	different int // number of different values, of which sample holds some; 0: estimated from sample
}

// hits counts the values that name one entity of a kind.
type hits struct {
	values   int
	specific int // of values, those that are too specific to be so by chance
	respelt  int // of values, those that are spelt otherwise
	keyed    int // of values, those that are the key of the entity
}

func (t *tally) merge(other *tally) {
	t.total += other.total
	t.entities += other.entities
	t.named += other.named
	t.own += other.own
	t.addresses += other.addresses
	t.with |= other.with
	t.isList = t.isList || other.isList
	for kind, n := range other.hits {
		t.hit(kind, n)
	}
	t.sample.merge(other.sample)
}

func (t *tally) hit(kind *kb.Kind, n hits) {
	if t.hits == nil {
		t.hits = make(map[*kb.Kind]hits)
	}
	have := t.hits[kind]
	t.hits[kind] = hits{have.values + n.values, have.specific + n.specific, have.respelt + n.respelt, have.keyed + n.keyed}
}

// distinct returns the number of different values, and that of those which name an
// entity of a kind. Both are estimates if there are more than maxSample.
func (t *tally) distinct(kind *kb.Kind) (values, named int) {
	for i := range t.sample {
		if slices.Contains(t.sample[i].kinds, kind) {
			named++
		}
	}
	if values = t.different; values == 0 {
		values = t.sample.distinct()
	}
	if n := len(t.sample); n > 0 {
		named = named * values / n
	}
	return values, named
}

// withoutOwn returns the tally without the values that name their own entity: such a value,
// as of a boss who reports to himself, is no evidence for or against a relation. If they are
// more than half of all, the field repeats the names of its entities, and all values count.
func (t *tally) withoutOwn() *tally {
	if t.own == 0 || 2*t.own > t.total {
		return t
	}
	others := *t
	others.total, others.own, others.sample = t.total-t.own, 0, nil
	for _, v := range t.sample {
		if v.count, v.own = v.count-v.own, 0; v.count > 0 {
			others.sample = append(others.sample, v)
		}
	}
	if all := len(t.sample); all > 0 {
		others.different = t.sample.distinct() * len(others.sample) / all
	}
	return &others
}

// sample holds the values of a field that have the smallest hashes, in the order of
// the hashes: a random choice among the different values that does not depend on the
// order in which they are met, so that samples of parts merge into that of the whole
// (the bottom-k sketch of Cohen and Kaplan, "Summarizing data using bottom-k
// sketches", PODC 2007).
type sample []sampled

// sampled is one of the different values of a field.
type sampled struct {
	hash  uint64
	text  string
	count int
	own   int        // of count, occurrences that name their own entity
	kinds []*kb.Kind // that it names
	from  *kb.Entity // the first entity that has it, preferably one that it does not name

	isNumber bool
}

// maxSample is the number of different values of a field that are kept.
const maxSample = 64

// add counts a value.
func (s *sample) add(v sampled) {
	all := *s
	at, found := slices.BinarySearchFunc(all, v.hash, func(have sampled, hash uint64) int {
		switch {
		case have.hash < hash:
			return -1
		case have.hash > hash:
			return 1
		}
		return 0
	})
	if found {
		all[at].merge(v)
		return
	}
	if at == maxSample {
		return
	}
	if len(all) == maxSample {
		all = all[:maxSample-1]
	}
	*s = slices.Insert(all, at, v)
}

func (s *sample) merge(other sample) {
	for _, v := range other {
		s.add(v)
	}
}

func (v *sampled) merge(other sampled) {
	switch isOwn, otherIsOwn := v.own == v.count, other.own == other.count; {
	case isOwn && !otherIsOwn, isOwn == otherIsOwn && other.from.Number() < v.from.Number():
		v.from = other.from
	}
	v.count += other.count
	v.own += other.own
	for _, kind := range other.kinds {
		if !slices.Contains(v.kinds, kind) {
			v.kinds = append(slices.Clip(v.kinds), kind)
		}
	}
}

// distinct returns the number of different values: exact below maxSample, else
// estimated from the largest hash.
func (s sample) distinct() int {
	if len(s) < maxSample {
		return len(s)
	}
	return int(float64(maxSample-1) / float64(s[maxSample-1].hash) * math.MaxUint64)
}

// slips returns how many of a few different values are a typing error away from one
// that names an entity of a kind.
func (s sample) slips(kind *kb.Kind) int {
	const few = 8
	if len(s) > few {
		return 0
	}
	n := 0
	for _, wrong := range s {
		if len(wrong.kinds) == 0 && utf8.RuneCountInString(wrong.text) >= minTypo && slices.ContainsFunc(s, func(right sampled) bool {
			limit := query.EditLimit(wrong.text)
			return slices.Contains(right.kinds, kind) && query.Distance(wrong.text, right.text, limit) <= limit
		}) {
			n++
		}
	}
	return n
}

// hashText returns FNV-1a of a text, finalised as in MurmurHash3, so that its upper
// bits are evenly distributed. It is the same in every run.
func hashText(text string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * prime
	}
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// isKeyLike reports whether the values that name nothing are written as the keys of a
// kind are.
func (s sample) isKeyLike(kind *kb.Kind) bool {
	return !slices.ContainsFunc(s, func(v sampled) bool {
		return len(v.kinds) == 0 && !isKeyLike(v.text, []*kb.Kind{kind})
	})
}
