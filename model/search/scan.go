package search

import (
	"strings"

	"rihla/model/query"
)

// scanNames adds the entities of a range whose names contain a sequence, for
// those not yet indexed.
func (x *Index) scanNames(q *sequence, first, after int, to Set, where func(n int, z zone)) {
	for n := first; n < after; n++ {
		t := textWalker{kb: x.kb, visit: func(d fieldText) { q.addIfMatching(n, d, to, where) }}
		t.names(x.kb.Entities[n])
	}
}

// rescan adds the candidates of a shard that contain a sequence, by reading
// their texts.
func (x *Index) rescan(s *shard, q *sequence, candidates, to Set, where func(n int, z zone)) {
	for n := range candidates.Each() {
		t := textWalker{kb: x.kb, visit: func(d fieldText) {
			if (q.takes == nil || q.takes(s.columns[d.column], d.form, d.zone)) && q.when.holdsText(&d) {
				q.addIfMatching(n, d, to, where)
			}
		}}
		t.entity(x.kb.Entities[n])
	}
}

// addIfMatching adds an entity if a text of it contains the sequence, and none
// before did.
func (q *sequence) addIfMatching(n int, d fieldText, to Set, where func(n int, z zone)) {
	if !q.zones.has(d.zone) || to.Has(n) || !q.matches(query.Normalize(d.text)) {
		return
	}
	to.add(n)
	if where != nil {
		where(n, d.zone)
	}
}

// matches reports whether a normalized text contains the sequence.
func (q *sequence) matches(text string) bool {
	written := strings.Fields(text)
	for at := 0; at+len(q.words) <= len(written); at++ {
		if q.atEnd && at+len(q.words) < len(written) || !q.matchesAt(written[at:]) {
			if q.atStart {
				return false
			}
			continue
		}
		return true
	}
	return false
}

func (q *sequence) matchesAt(written []string) bool {
	for i := range q.words {
		if !q.words[i].matches(written[i]) {
			return false
		}
	}
	return true
}

func (w *word) matches(written string) bool {
	return w.fit.matches(written, w.text) || w.fuzzy != nil && w.fuzzy.Matches(written)
}

func (f fit) matches(written, text string) bool {
	switch f {
	case atStart:
		return strings.HasPrefix(written, text)
	case atEnd:
		return strings.HasSuffix(written, text)
	case whole:
		return written == text
	}
	return strings.Contains(written, text)
}
