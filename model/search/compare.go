package search

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// compare returns the entities with a value at a path, that holds at its time and
// satisfies a comparison, or with a link there whose target is named so or satisfies
// it at the rest of the path.
func (r *evaluator) compare(path []string, times []query.Time, v *query.Value, within Set) Set {
	if query.IsOnEvidence(path) {
		return r.onEvidence(path, times, v)
	}
	full, last := strings.Join(path, "."), r.moment(times, len(path)-1)
	set := r.column(full, v, last, within)
	set.or(r.linked(full, v, last))
	for i := 1; i < len(path); i++ {
		head, rest, at := strings.Join(path[:i], "."), path[i:], r.moment(times, i-1)
		switch {
		case isOfClaims(head, rest) && len(rest) == 1:
			set.or(r.cited(head, v, last))
		case isOfClaims(head, rest):
			set.or(r.citingAt(head, r.beyond(rest[1:], from(times, i+1), v), r.moment(times, i).forQualifiers()))
		case head == "source":
			set.or(r.citing(r.beyond(rest, from(times, i), v), at.forQualifiers()))
		case r.x.Names().IsRelation(head):
			set.or(r.leadingTo(r.beyond(rest, from(times, i), v), head, at))
		}
	}
	return set
}

// isOfClaims reports whether the rest of a path is about the sources of the claims at
// its head, rather than of what they lead to.
func isOfClaims(head string, rest []string) bool {
	return rest[0] == "source" && head != "source" && head != query.Link
}

// beyond returns the entities that satisfy a comparison at the rest of a path.
func (r *evaluator) beyond(rest []string, times []query.Time, v *query.Value) Set {
	if len(rest) == 1 && rest[0] == query.KindPath {
		return r.kindsNamed(v)
	}
	return r.compare(rest, times, v, nil)
}

func (r *evaluator) kindsNamed(v *query.Value) Set {
	set := newSet(r.size())
	for _, kind := range r.x.Names().Kind(v.Operand.Written) {
		set.or(r.x.ofKind(kind))
	}
	return set
}

// column returns the entities with a value in a column that satisfies a
// comparison.
func (r *evaluator) column(path string, v *query.Value, at moment, within Set) Set {
	set := newSet(r.size())
	q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
	q.zones = allZones
	r.x.each(func(s *shard, first, after int) {
		if s == nil {
			if path == "name" && !v.IsOrder() {
				r.x.scanNames(&q, first, after, set, nil)
			}
			return
		}
		for _, column := range s.columnsOf(path, v, r.x.Names()) {
			r.x.compare(s, column.number, v, q, s.timing(column, path, at), within, set)
		}
		if path == "date" {
			s.compareEvents(v, set)
		}
	})
	return set
}

// column is the number of a column, and its path.
type column struct {
	number int
	path   string
}

// columnsOf returns the columns of a path that a value is compared with: for a
// qualifier, those of all statements, and so for a source that is a web address; for a
// table, those of its fields.
func (s *shard) columnsOf(path string, v *query.Value, names *query.Names) []column {
	var out []column
	if n, ok := s.columns[path]; ok {
		out = append(out, column{n, path})
	}
	isQualifier, isGroup := query.IsQualifier(path) || isCitedAddress(path, v), names.IsGroup(path)
	if !isQualifier && !isGroup {
		return out
	}
	for below, n := range s.columns {
		if isQualifier && strings.HasSuffix(below, "."+path) || isGroup && strings.HasPrefix(below, path+".") {
			out = append(out, column{n, below})
		}
	}
	return out
}

// isCitedAddress reports whether a comparison asks for a web address among the sources
// of claims, which are no entities then.
func isCitedAddress(path string, v *query.Value) bool {
	return path == "source" && kb.IsURL(v.Operand.Written)
}

func (x *Index) compare(s *shard, column int, v *query.Value, q sequence, when *timing, within, to Set) {
	numbers, dates := &s.numbers[column], &s.dates[column]
	for i, of := range numbers.of {
		if v.MatchesNumber(numbers.value[i]) && when.holds(datingOf(numbers.when, i)) {
			to.add(s.first + int(of))
		}
	}
	for i, of := range dates.of {
		if v.MatchesSpan(dates.span[i]) && when.holds(datingOf(dates.when, i)) {
			to.add(s.first + int(of))
		}
	}
	forms := s.forms[column]
	if v.IsOrder() {
		if forms.have(textForm) {
			s.compareTexts(column, textForm, v.MatchesText, when, to)
		}
		return
	}
	if forms.have(scalarForm) && (s.hasOther[column] || v.Operator == query.StartsWith) {
		s.compareTexts(column, scalarForm, v.MatchesWritten, when, to)
	}
	if !forms.have(textForm) {
		return
	}
	if len(q.words) == 1 && v.Operator == query.Contains {
		s.findWord(&q.words[0], column, when, within, to)
		return
	}
	candidates, inside := newBitmap(s.count), s.candidates(within)
	s.addPostings(s.having[column], candidates)
	for i := range candidates {
		candidates[i] &= inside[i]
	}
	q.zones &= s.zones[column]
	q.takes, q.when = func(c int, f form, _ zone) bool { return c == column && f == textForm }, when
	x.follow(s, &q, candidates, to, nil)
}

// findWord adds the entities of a set with a word in the texts of a column that hold.
// Most words occur in one column only; for others, and of entities with dated claims
// there, the texts of the entities are searched.
func (s *shard) findWord(w *word, column int, when *timing, within, to Set) {
	here := columnFormOf(column, textForm)
	found, candidates := newBitmap(s.count), newBitmap(s.count)
	fitting := make(wordMasks, len(s.roles))
	take := func(n int) {
		switch only := s.only[n]; {
		case only == here && here < otherColumn:
			s.addPostings(s.postingsOf(n), found)
			if when != nil {
				fitting[n] = 1
			}
		case only == manyColumns || only == here:
			fitting[n] = 1
			s.addPostings(s.postingsOf(n), candidates)
		}
	}
	s.eachWord(w, s.zones[column]&allZones, take)
	inside := s.candidates(within)
	having := newBitmap(s.count)
	s.addPostings(s.having[column], having)
	for i := range found {
		if when != nil {
			candidates[i] |= found[i] & when.dated[i]
			found[i] &^= when.dated[i]
		}
		found[i] &= inside[i]
		candidates[i] &= inside[i] & having[i] &^ found[i]
	}
	q := sequence{words: []word{*w}, zones: s.zones[column] & allZones, takes: func(c int, f form, _ zone) bool { return c == column && f == textForm }, when: when}
	for e := range Set(candidates).Each() {
		if s.contains(e, &q, fitting) {
			found.set(e)
		}
	}
	for i, some := range found {
		to[s.first/64+i] |= some
	}
}

// compareTexts adds the entities with a text of a form that holds and is taken.
func (s *shard) compareTexts(column int, f form, takes func(text string) bool, when *timing, to Set) {
	here := func(c int, is form, _ zone, d dating) bool { return c == column && is == f && when.holds(d) }
	s.eachPosting(s.having[column], func(e int) {
		s.eachText(e, here, func(text string) {
			if takes(text) {
				to.add(s.first + e)
			}
		})
	})
}

// has returns the entities with a value at a path that holds at its time.
func (r *evaluator) has(path []string, times []query.Time) Set {
	full, last := strings.Join(path, "."), r.moment(times, len(path)-1)
	set := newSet(r.size())
	r.x.each(func(s *shard, _, _ int) {
		if s == nil {
			return
		}
		for below, n := range s.columns {
			if below == full || strings.HasPrefix(below, full+".") || (query.IsQualifier(full) || full == "source") && strings.HasSuffix(below, "."+full) {
				s.addHaving(column{n, below}, full, last, set)
			}
		}
	})
	switch {
	case full == query.KindPath:
		return fullSet(r.size())
	case full == query.Link:
		set.or(r.withLinks(last))
	case r.x.Names().IsSymmetric(full):
		set.or(r.leadingTo(fullSet(r.size()), full, last))
	}
	for i := 1; i < len(path); i++ {
		switch head, rest := strings.Join(path[:i], "."), path[i:]; {
		case isOfClaims(head, rest) && len(rest) > 1:
			set.or(r.citingAt(head, r.has(rest[1:], from(times, i+1)), r.moment(times, i).forQualifiers()))
		case head == "source":
			set.or(r.citing(r.has(rest, from(times, i)), r.moment(times, i-1).forQualifiers()))
		case !isOfClaims(head, rest) && r.x.Names().IsRelation(head):
			set.or(r.leadingTo(r.has(rest, from(times, i)), head, r.moment(times, i-1)))
		}
	}
	return set
}

// withLinks returns the entities with a link that holds at a moment.
func (r *evaluator) withLinks(at moment) Set {
	k := r.x.kb
	if !at.isAlways && k.HasDatedLinks() {
		return r.leadingTo(fullSet(r.size()), query.Link, at)
	}
	set := newSet(r.size())
	for n, e := range k.Entities {
		if k.Degree(e) > 0 {
			set.add(n)
		}
	}
	return set
}

// addHaving adds the entities with a text in a column that holds at the time that a
// path is asked at.
func (s *shard) addHaving(c column, path string, at moment, to Set) {
	when := s.timing(c, path, at)
	s.eachPosting(s.having[c.number], func(e int) {
		if when == nil || !Set(when.dated).Has(e) || s.holdsIn(e, c.number, when) {
			to.add(s.first + e)
		}
	})
}
