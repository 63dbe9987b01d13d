package search

import (
	"strings"

	"rihla/model/query"
)

// glance adds the entities of a span whose names hold the words, by a look at
// each: as long as the index has not come to them, that is all there is.
func (x *Index) glance(q *sequence, first, after int, to Set, where func(n int, z zone)) {
	for n := first; n < after; n++ {
		t := teller{kb: x.kb, do: func(d said) { q.note(n, d, to, where) }}
		t.names(x.kb.Entities[n])
	}
}

// reread adds the candidates of a shard that say a sequence, by reading them
// again.
func (x *Index) reread(s *shard, q *sequence, candidates, to Set, where func(n int, z zone)) {
	for n := range candidates.Each() {
		t := teller{kb: x.kb, do: func(d said) {
			if q.takes == nil || q.takes(s.columns[d.column], d.form, d.zone) {
				q.note(n, d, to, where)
			}
		}}
		t.entity(x.kb.Entities[n])
	}
}

// note adds an entity if what it says holds the words, and nothing before did.
func (q *sequence) note(n int, d said, to Set, where func(n int, z zone)) {
	if !q.zones.has(d.zone) || to.Has(n) || !q.in(query.Normalize(d.text)) {
		return
	}
	to.add(n)
	if where != nil {
		where(n, d.zone)
	}
}

// in tells whether a text, as Normal writes it, says the sequence.
func (q *sequence) in(text string) bool {
	written := strings.Fields(text)
	for at := 0; at+len(q.words) <= len(written); at++ {
		if q.atEnd && at+len(q.words) < len(written) || !q.isAt(written[at:]) {
			if q.atStart {
				return false
			}
			continue
		}
		return true
	}
	return false
}

func (q *sequence) isAt(written []string) bool {
	for i := range q.words {
		if !q.words[i].fits(written[i]) {
			return false
		}
	}
	return true
}

func (w *word) fits(written string) bool {
	return w.fit.takes(written, w.text) || w.near != nil && w.near.Matches(written)
}

func (f fit) takes(written, text string) bool {
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
