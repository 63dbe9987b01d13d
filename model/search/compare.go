package search

import (
	"strings"

	"rihla/model/query"
)

// compare returns the entities with a value at a path that satisfies a
// comparison, or with a link there whose target is named so or satisfies it at
// the rest of the path.
func (r *evaluator) compare(path []string, v *query.Value, within Set) Set {
	full := strings.Join(path, ".")
	set := r.column(full, v, within)
	set.or(r.linked(full, v))
	for i := 1; i < len(path); i++ {
		head, rest := strings.Join(path[:i], "."), path[i:]
		if len(rest) == 1 && rest[0] == "source" {
			set.or(r.cited(head, v))
		}
		if !r.x.Names().IsRelation(head) {
			continue
		}
		if len(rest) == 1 && rest[0] == query.KindPath {
			set.or(r.leadingTo(r.kindsNamed(v), head))
			continue
		}
		set.or(r.leadingTo(r.compare(rest, v, nil), head))
	}
	return set
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
func (r *evaluator) column(path string, v *query.Value, within Set) Set {
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
		for _, column := range s.columnsOf(path, r.x.Names()) {
			r.x.compare(s, column, v, q, within, set)
		}
	})
	return set
}

// columnsOf returns the columns of a path: for a qualifier, those of all
// statements; for a table, those of its fields.
func (s *shard) columnsOf(path string, names *query.Names) []int {
	var out []int
	if n, ok := s.columns[path]; ok {
		out = append(out, n)
	}
	isQualifier, isGroup := query.IsQualifier(path), names.IsGroup(path)
	if !isQualifier && !isGroup {
		return out
	}
	for column, n := range s.columns {
		if isQualifier && strings.HasSuffix(column, "."+path) || isGroup && strings.HasPrefix(column, path+".") {
			out = append(out, n)
		}
	}
	return out
}

func (x *Index) compare(s *shard, column int, v *query.Value, q sequence, within, to Set) {
	for i, of := range s.numbers[column].of {
		if v.MatchesNumber(s.numbers[column].value[i]) {
			to.add(s.first + int(of))
		}
	}
	for i, of := range s.dates[column].of {
		if v.MatchesSpan(s.dates[column].span[i]) {
			to.add(s.first + int(of))
		}
	}
	forms := s.forms[column]
	if v.IsOrder() {
		if forms.have(textForm) {
			s.compareTexts(column, textForm, v.MatchesText, to)
		}
		return
	}
	if forms.have(scalarForm) && (s.hasOther[column] || v.Operator == query.StartsWith) {
		s.compareTexts(column, scalarForm, v.MatchesWritten, to)
	}
	if !forms.have(textForm) {
		return
	}
	if len(q.words) == 1 && v.Operator == query.Contains {
		s.findWord(&q.words[0], column, within, to)
		return
	}
	candidates, inside := newBitmap(s.count), s.candidates(within)
	s.addPostings(s.having[column], candidates)
	for i := range candidates {
		candidates[i] &= inside[i]
	}
	q.zones &= s.zones[column]
	q.takes = func(c int, f form, _ zone) bool { return c == column && f == textForm }
	x.follow(s, &q, candidates, to, nil)
}

// findWord adds the entities of a set with a word in the texts of a column.
// Most words occur in one column only; for others, the texts of the entities
// are searched.
func (s *shard) findWord(w *word, column int, within, to Set) {
	here := columnFormOf(column, textForm)
	found, candidates := newBitmap(s.count), newBitmap(s.count)
	fitting := make(wordMasks, len(s.roles))
	take := func(n int) {
		switch only := s.only[n]; {
		case only == here && here < otherColumn:
			s.addPostings(s.postingsOf(n), found)
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
		found[i] &= inside[i]
		candidates[i] &= inside[i] & having[i] &^ found[i]
	}
	q := sequence{words: []word{*w}, zones: s.zones[column] & allZones, takes: func(c int, f form, _ zone) bool { return c == column && f == textForm }}
	for e := range Set(candidates).Each() {
		if s.contains(e, &q, fitting) {
			found.set(e)
		}
	}
	for i, some := range found {
		to[s.first/64+i] |= some
	}
}

// compareTexts adds the entities with a text of a form that is taken.
func (s *shard) compareTexts(column int, f form, takes func(text string) bool, to Set) {
	here := func(c int, is form, _ zone) bool { return c == column && is == f }
	s.eachPosting(s.having[column], func(e int) {
		s.eachText(e, here, func(text string) {
			if takes(text) {
				to.add(s.first + e)
			}
		})
	})
}

// has returns the entities with a value at a path.
func (r *evaluator) has(path []string) Set {
	full := strings.Join(path, ".")
	set := newSet(r.size())
	r.x.each(func(s *shard, _, _ int) {
		if s == nil {
			return
		}
		for column, n := range s.columns {
			if column == full || strings.HasPrefix(column, full+".") || (query.IsQualifier(full) || full == "source") && strings.HasSuffix(column, "."+full) {
				s.eachPosting(s.having[n], func(e int) { set.add(s.first + e) })
			}
		}
	})
	switch {
	case full == query.KindPath:
		return fullSet(r.size())
	case full == query.Link:
		for n, e := range r.x.kb.Entities {
			if r.x.kb.Degree(e) > 0 {
				set.add(n)
			}
		}
	case r.x.Names().IsSymmetric(full):
		set.or(r.leadingTo(fullSet(r.size()), full))
	}
	for i := 1; i < len(path); i++ {
		if head := strings.Join(path[:i], "."); r.x.Names().IsRelation(head) {
			set.or(r.leadingTo(r.has(path[i:]), head))
		}
	}
	return set
}
