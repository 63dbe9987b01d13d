package search

import (
	"strings"

	"rihla/model/query"
)

// compare finds the entities with a value at a path that satisfies a
// comparison, or a link there that leads to what is called so, or to what
// satisfies it at the rest of the path.
func (r *run) compare(path []string, v *query.Value, within Set) Set {
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
			set.or(r.leading(r.kindsNamed(v), head))
			continue
		}
		set.or(r.leading(r.compare(rest, v, nil), head))
	}
	return set
}

func (r *run) kindsNamed(v *query.Value) Set {
	set := newSet(r.size())
	for _, kind := range r.x.Names().Kind(v.Operand.Written) {
		set.or(r.x.ofKind(kind))
	}
	return set
}

// column finds the entities with a value in a column that satisfies a
// comparison.
func (r *run) column(path string, v *query.Value, within Set) Set {
	set := newSet(r.size())
	q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
	q.zones = told
	r.x.each(func(s *shard, first, after int) {
		if s == nil {
			if path == "name" && !v.IsOrder() {
				r.x.glance(&q, first, after, set, nil)
			}
			return
		}
		for _, column := range s.columnsOf(path, r.x.Names()) {
			r.x.compare(s, column, v, q, within, set)
		}
	})
	return set
}

// columnsOf returns the columns of a path: that of a qualifier is in any
// statement, that of a table is all of its fields.
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
		if forms.have(aText) {
			s.compareTexts(column, aText, v.MatchesText, to)
		}
		return
	}
	if forms.have(aScalar) && (s.loose[column] || v.Operator == query.Begins) {
		s.compareTexts(column, aScalar, v.MatchesWritten, to)
	}
	if !forms.have(aText) {
		return
	}
	if len(q.words) == 1 && v.Operator == query.Holds {
		s.findWord(&q.words[0], column, within, to)
		return
	}
	candidates, inside := newBitmap(s.count), s.candidates(within)
	s.unite(s.having[column], candidates)
	for i := range candidates {
		candidates[i] &= inside[i]
	}
	q.zones &= s.zones[column]
	q.takes = func(c int, f form, _ zone) bool { return c == column && f == aText }
	x.follow(s, &q, candidates, to, nil)
}

// findWord adds the entities, of those within a set, that hold a word in the
// texts of a column. Most words are said in one column alone; of others, what
// each entity says is looked at.
func (s *shard) findWord(w *word, column int, within, to Set) {
	here := placeOf(column, aText)
	found, candidates := newBitmap(s.count), newBitmap(s.count)
	fitting := make(places, len(s.roles))
	take := func(n int) {
		switch only := s.only[n]; {
		case only == here && here < farPlace:
			s.unite(s.held(n), found)
		case only == severalPlaces || only == here:
			fitting[n] = 1
			s.unite(s.held(n), candidates)
		}
	}
	s.eachWord(w, s.zones[column]&told, take)
	inside := s.candidates(within)
	having := newBitmap(s.count)
	s.unite(s.having[column], having)
	for i := range found {
		found[i] &= inside[i]
		candidates[i] &= inside[i] & having[i] &^ found[i]
	}
	q := sequence{words: []word{*w}, zones: s.zones[column] & told, takes: func(c int, f form, _ zone) bool { return c == column && f == aText }}
	for e := range Set(candidates).Each() {
		if s.says(e, &q, fitting) {
			found.set(e)
		}
	}
	for i, some := range found {
		to[s.first/64+i] |= some
	}
}

// compareTexts adds the entities with a value of a form that is taken.
func (s *shard) compareTexts(column int, f form, takes func(text string) bool, to Set) {
	here := func(c int, is form, _ zone) bool { return c == column && is == f }
	s.each(s.having[column], func(e int) {
		s.eachText(e, here, func(text string) {
			if takes(text) {
				to.add(s.first + e)
			}
		})
	})
}

// has finds the entities that have anything at a path.
func (r *run) has(path []string) Set {
	full := strings.Join(path, ".")
	set := newSet(r.size())
	r.x.each(func(s *shard, _, _ int) {
		if s == nil {
			return
		}
		for column, n := range s.columns {
			if column == full || strings.HasPrefix(column, full+".") || (query.IsQualifier(full) || full == "source") && strings.HasSuffix(column, "."+full) {
				s.each(s.having[n], func(e int) { set.add(s.first + e) })
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
		set.or(r.leading(fullSet(r.size()), full))
	}
	for i := 1; i < len(path); i++ {
		if head := strings.Join(path[:i], "."); r.x.Names().IsRelation(head) {
			set.or(r.leading(r.has(path[i:]), head))
		}
	}
	return set
}
