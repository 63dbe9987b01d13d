package search

import (
	"cmp"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// Result is the entities that a query selects.
type Result struct {
	Set
	// Edits is the number of typing errors in a word that had to be allowed for a
	// match; 0 if the query matches as written.
	Edits int
	// IsComplete is set if the index was built, so that no entity is missing.
	IsComplete bool
	// Whenever is the number of entities that the query would select if its claims
	// held at any time, where none does at the time it asks for.
	Whenever int
	// Relaxed is what would be found without some of the words, where nothing is
	// found with all of them.
	Relaxed Relaxed

	kb      *kb.KB
	count   int
	tiers   [][]tier
	phrases []tier // by entity, for all words of the query as one phrase
}

// Find evaluates a query, among all entities or those that nodes select.
func (x *Index) Find(q *query.Query, among ...query.Node) *Result {
	root := q.Root
	for _, node := range among {
		root = query.And(node, root)
	}
	isAll := x.IsBuilt()
	f := x.find(q, &root, 0)
	if f.count == 0 && x.asksWhen(&root) {
		r := evaluator{x: x, whenever: true}
		f.Whenever = r.node(&root, nil).Len()
	}
	for edits := 1; f.count+f.Whenever == 0 && edits <= query.MaxEdits && mayBeMistyped(&root, edits); edits++ {
		f = x.find(q, &root, edits)
	}
	f.IsComplete = isAll
	if f.count == 0 {
		f.Edits = 0
	}
	if f.count+f.Whenever == 0 {
		f.Relaxed = x.relax(q, &root)
	}
	return f
}

func (x *Index) find(q *query.Query, root *query.Node, edits int) *Result {
	r := evaluator{x: x, edits: edits, tiers: make(map[*query.Term][]tier)}
	f := &Result{Set: r.node(root, nil), Edits: edits, kb: x.kb}
	f.count = f.Set.Len()
	root.Each(func(t *query.Term, _ bool) {
		if tiers, ok := r.tiers[t]; ok {
			f.tiers = append(f.tiers, tiers)
		}
	})
	if words := joinedWords(q); strings.Contains(words, " ") && edits == 0 && f.count > 0 {
		r.rankPhrases(f, words)
	}
	return f
}

// asksWhen reports whether what a node selects depends on the time.
func (x *Index) asksWhen(n *query.Node) bool {
	may := false
	n.Each(func(t *query.Term, _ bool) {
		for p, path := range t.Paths {
			times := t.TimesOf(p)
			for step := range path {
				isWritten := step < len(times) && times[step].IsWritten()
				may = may || isWritten || !x.day.isAlways && query.AsksWhen(x.kb, path, step)
			}
		}
	})
	return may && x.kb.HasDates()
}

// mayBeMistyped reports whether a query has a word long enough for edits
// typing errors to be allowed in it.
func mayBeMistyped(n *query.Node, edits int) bool {
	may := false
	n.Each(func(t *query.Term, negated bool) {
		for i := range t.Values {
			if v := &t.Values[i]; !negated && v.Operator == query.Contains {
				for word := range strings.FieldsSeq(v.Operand.Text) {
					may = may || query.NewFuzzyWord(word, edits) != nil
				}
			}
		}
	})
	return may
}

// joinedWords returns all words of a query in order, if it asks for them as a
// whole.
func joinedWords(q *query.Query) string {
	parts := q.Root.Parts
	if q.Root.Op == query.Leaf {
		parts = []query.Node{q.Root}
	} else if q.Root.Op != query.All {
		return ""
	}
	var words []string
	for i := range parts {
		if t := parts[i].Term; parts[i].Op == query.Leaf && (t.Condition == query.Words || isOfNames(t)) && t.Values[0].Operator == query.Contains {
			words = append(words, t.Values[0].Operand.Text)
		}
	}
	return strings.Join(words, " ")
}

// rankPhrases records which entities have all words of the query in one name,
// and how well.
func (r *evaluator) rankPhrases(f *Result, words string) {
	named := slices.Clone(f.Set)
	for n := range f.Each() {
		for _, tiers := range f.tiers {
			if tiers[n] < partOfName {
				named[n/64] &^= 1 << (n % 64)
			}
		}
	}
	f.phrases = make([]tier, r.size())
	for n := range named.Each() {
		f.phrases[n] = scattered
	}
	for _, way := range []struct {
		how  query.Operator
		tier tier
	}{{query.Contains, partOfName}, {query.StartsWith, namePrefix}, {query.Equals, exactName}} {
		q := sequenceOf(words, way.how, 0)
		q.zones = inNames
		named = r.sequence(&q, named, nil)
		for n := range named.Each() {
			f.phrases[n] = way.tier
		}
	}
}

// Len returns the number of entities.
func (f *Result) Len() int { return f.count }

// tierWeights is the score of a word by its tier.
var tierWeights = [exactName + 1]int{0, 1, 4, 8, 14, 20, 24, 28}

// scattered is the tier of a name that contains all words, but not as a phrase.
const scattered = textWord

// phraseWeights is the score of all words as a phrase, by tier: more than they
// can score one by one.
var phraseWeights = [exactName + 1]int{scattered: 10, partOfName: 100, namePrefix: 300, exactName: 1000}

// Score returns how well the words of the query match the names of an entity;
// higher is better.
func (f *Result) Score(n int) int {
	score := 0
	for _, tiers := range f.tiers {
		score += tierWeights[tiers[n]]
	}
	if f.phrases != nil {
		score += phraseWeights[f.phrases[n]]
	}
	return score
}

// Hit is a ranked result.
type Hit struct {
	Entity *kb.Entity
	Score  int
}

// Best returns the first limit entities, or all if limit is 0: those with the
// highest score, of equals those with the most links.
func (f *Result) Best(limit int) []Hit {
	if limit <= 0 || limit > f.count {
		limit = f.count
	}
	hits := make([]Hit, 0, min(f.count, 2*limit))
	isTrimmed := false // whether hits[:limit] is sorted, and worse ones can be skipped
	for n := range f.Each() {
		h := Hit{f.kb.Entities[n], f.Score(n)}
		if isTrimmed && f.compare(h, hits[limit-1]) > 0 {
			continue
		}
		if hits = append(hits, h); len(hits) == 2*limit {
			slices.SortFunc(hits, f.compare)
			hits, isTrimmed = hits[:limit], true
		}
	}
	slices.SortFunc(hits, f.compare)
	return hits[:limit]
}

// compare orders hits, the best first. Links are counted only between equal
// scores.
func (f *Result) compare(a, b Hit) int {
	if a.Score != b.Score {
		return cmp.Compare(b.Score, a.Score)
	}
	if !f.kb.Partial {
		if d := f.kb.Degree(b.Entity) - f.kb.Degree(a.Entity); d != 0 {
			return d
		}
	}
	return a.Entity.Number() - b.Entity.Number()
}

// CountByKind returns the number of entities of each kind.
func (f *Result) CountByKind() map[*kb.Kind]int {
	counts := make(map[*kb.Kind]int)
	var kind *kb.Kind
	n := 0
	for i := range f.Each() {
		if of := f.kb.Entities[i].Kind; of != kind {
			counts[kind] += n
			kind, n = of, 0
		}
		n++
	}
	counts[kind] += n
	delete(counts, nil)
	return counts
}
